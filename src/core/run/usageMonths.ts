import type { Contract } from "../catalog/records";
import { coveredContracts } from "../invoicing/registerChanges";
import { contractOfRows } from "../metering/contractOfRows";
import { monthsOfUsage, type MonthOfUsage } from "../metering/monthsOfUsage";
import { usagePeriodsOf } from "../rating/billingPeriods";
import type { WorkbookInputs } from "./prepareBook";

/** A calendar month with usage. */
export interface UsageMonth extends MonthOfUsage {
  /** Final documents bill every contract whose usage of the month a run of it would bill. */
  readonly isBilled: boolean;
}

function isBilled(
  { period }: MonthOfUsage,
  contracts: ReadonlySet<Contract>,
  { register, settings }: WorkbookInputs,
): boolean {
  const covered = coveredContracts(register, period, settings);
  const due = [...contracts].filter(
    (contract) => !contract.isSuspended && usagePeriodsOf(contract, period).length > 0,
  );
  return covered.size > 0 && due.every(({ contractId }) => covered.has(contractId));
}

/** The months with usage, latest first. */
export function usageMonths(inputs: WorkbookInputs): UsageMonth[] {
  const { usageBound } = inputs;
  if (!usageBound) return [];
  const contractOf = contractOfRows(usageBound, inputs);
  const contractsOf = new Map<MonthOfUsage, Set<Contract>>();
  const months = monthsOfUsage(usageBound, (row, day, month) => {
    let contracts = contractsOf.get(month);
    if (!contracts) contractsOf.set(month, (contracts = new Set()));
    const contract = contractOf(row, day);
    if (contract) contracts.add(contract);
  });
  return months.map((month) => ({ ...month, isBilled: isBilled(month, contractsOf.get(month)!, inputs) }));
}
