import { knownValue } from "../base/knownValue";
import type { Day } from "../calendar/day";
import { contains, monthOf, type Period } from "../calendar/period";
import { coveredContracts } from "../invoicing/registerChanges";
import { ContractFinder } from "../metering/assignContract";
import { textCodes } from "../metering/textCodes";
import { usageDays } from "../metering/usageDays";
import { usagePeriodsOf } from "../rating/billingPeriods";
import type { WorkbookInputs } from "./prepareBook";

/** A calendar month with usage. */
export interface UsageMonth {
  readonly period: Period;
  readonly rows: number;
  /** Final documents bill every contract whose usage of the month a run of it would bill. */
  readonly isBilled: boolean;
}

interface MonthCount {
  readonly period: Period;
  rows: number;
  readonly contracts: Set<number>;
}

/** Rows of each month; rows come mostly in order of their days, so the last month is looked at first. */
function countMonths({ usageBound, catalog, meters }: WorkbookInputs): MonthCount[] {
  if (!usageBound) return [];
  const dayAt = usageDays(usageBound);
  const meterCodes = textCodes(usageBound.grid, knownValue(usageBound.columnOf, "meter"));
  const finder = new ContractFinder(usageBound, catalog, meters);
  const months = new Map<Day, MonthCount>();
  let last: MonthCount | undefined;
  for (let row = usageBound.firstRow; row <= usageBound.lastRow; row++) {
    const day = dayAt(row);
    if (day === undefined) continue;
    if (!last || !contains(last.period, day)) {
      const period = monthOf(day);
      last = months.get(period.from);
      if (!last) months.set(period.from, (last = { period, rows: 0, contracts: new Set() }));
    }
    last.rows++;
    const meter = meterCodes.codeAt(row);
    const found = finder.find(row, meter === undefined ? "" : meterCodes.names[meter]!, day);
    if (found.ok) last.contracts.add(found.contract);
  }
  return [...months.values()];
}

function isBilled(
  { period, contracts }: MonthCount,
  { catalog, register, settings }: WorkbookInputs,
): boolean {
  const covered = coveredContracts(register, period, settings);
  const due = [...contracts]
    .map((index) => catalog.contracts[index]!)
    .filter((contract) => !contract.isSuspended && usagePeriodsOf(contract, period).length > 0);
  return covered.size > 0 && due.every(({ contractId }) => covered.has(contractId));
}

/** The months with usage, latest first. */
export function usageMonths(inputs: WorkbookInputs): UsageMonth[] {
  return countMonths(inputs)
    .sort((a, b) => b.period.from - a.period.from)
    .map((month) => ({ period: month.period, rows: month.rows, isBilled: isBilled(month, inputs) }));
}
