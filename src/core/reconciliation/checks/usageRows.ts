import { maskCardNumbers } from "../../base/cardNumber";
import { groupBy } from "../../base/groupBy";
import { monthOf, type Period } from "../../calendar/period";
import { contains } from "../../calendar/period";
import { countRows } from "../../metering/foldedRows";
import { isContract, NO_CONTRACT, RowState, usageCell, type Usage } from "../../metering/usage";
import { viewCell } from "../../schema/bind";
import { shownText } from "../../schema/column";
import type { Check } from "../check";
import type { ReconcileContext } from "../context";
import { finding, type Finding } from "../finding";

/** The id written in a usage row, as a person finds it there; the number of a payment card is not repeated. */
function writtenId(usage: Usage, row: number, field: "contractId" | "customerId"): string {
  const column = usage.bound.columnOf.get(field);
  if (column === undefined) return "";
  return maskCardNumbers(shownText(viewCell(usage.bound.grid, usage.firstRow + row, column)));
}

function meterAt(usage: Usage, row: number): string {
  return maskCardNumbers(usage.meterNames[usage.meterOf[row]!] ?? "");
}

function monthAt(usage: Usage, row: number): Period | undefined {
  const moment = usage.moments[row]!;
  return Number.isNaN(moment) ? undefined : monthOf(Math.floor(moment));
}

/** So many findings of unknown contracts are listed one by one: more than that come of one cause, and nobody reads them. */
const MOST_LISTED = 1000;

interface Group {
  readonly code: Finding["code"];
  readonly rows: readonly number[];
  readonly cause: (rows: number) => string;
  /** Where there are more findings than anybody reads: those of the most rows are listed, and this says what the others are. */
  readonly rest?: (rows: number) => string;
}

type Rows = readonly [number, ...number[]];

/** The groups of the most rows in the order of the sheet, and the rows of all others. */
function listedRows(groups: readonly Rows[], usage: Usage): { listed: readonly Rows[]; rest: number[] } {
  const byCount = groups.map((group) => ({ group, count: countRows(usage, group) }));
  const most = new Set(
    byCount
      .sort((a, b) => b.count - a.count || a.group[0] - b.group[0])
      .slice(0, MOST_LISTED)
      .map(({ group }) => group),
  );
  return {
    listed: groups.filter((group) => most.has(group)),
    rest: groups.filter((group) => !most.has(group)).flat(),
  };
}

/** One finding for the rows of one contract, meter and month: a hundred rows of one mistake are one thing to mend. */
function groupFindings(
  { code, rows, cause, rest }: Group,
  usage: Usage,
  context: ReconcileContext,
): Finding[] {
  const keyOf = (row: number) =>
    [
      writtenId(usage, row, "contractId"),
      writtenId(usage, row, "customerId"),
      usage.meterOf[row],
      monthAt(usage, row)?.from,
    ].join("|");
  const groups = [...groupBy(rows, keyOf).values()];
  const isLong = rest !== undefined && groups.length > MOST_LISTED;
  const { listed, rest: others } = isLong ? listedRows(groups, usage) : { listed: groups, rest: [] };
  const findings = listed.map((group) => {
    const first = group[0];
    const contract = isContract(usage.contractOf[first]!)
      ? context.catalog.contracts[usage.contractOf[first]!]
      : undefined;
    return finding({
      code,
      contractId: writtenId(usage, first, "contractId") || (contract?.contractId ?? ""),
      customerId: contract?.customer.customerId ?? writtenId(usage, first, "customerId"),
      period: monthAt(usage, first),
      meter: meterAt(usage, first),
      currency: contract?.currency ?? context.settings.currency,
      cause: cause(countRows(usage, group)),
      source: usageCell(usage, first, "quantity"),
    });
  });
  if (!isLong) return findings;
  const remainder = finding({
    code,
    currency: context.settings.currency,
    cause: rest(countRows(usage, others)),
    source: usageCell(usage, others[0]!, "quantity"),
  });
  return [...findings, remainder];
}

const rowsText = (count: number) => (count === 1 ? "1 usage row" : `${String(count)} usage rows`);

/** Usage that can be on no invoice: of no known contract, outside a contract's dates, or written twice. */
export const usageRows: Check = (context) => {
  if (!context.metered) return [];
  const { usage } = context.metered;
  const unknown: number[] = [];
  const outside: number[] = [];
  const duplicate: number[] = [];
  for (let row = 0; row < usage.rowCount; row++) {
    const state = usage.state[row];
    const contract = usage.contractOf[row]!;
    if (state === RowState.duplicate) duplicate.push(row);
    else if (state === RowState.rejected && contract === NO_CONTRACT) unknown.push(row);
    else if (state === RowState.ready && isContract(contract)) {
      const { service } = context.catalog.contracts[contract]!;
      if (!contains(service, Math.floor(usage.moments[row]!))) outside.push(row);
    }
  }
  const groups: Group[] = [
    {
      code: "USAGE_WITHOUT_CONTRACT",
      rows: unknown,
      cause: (count) => `${rowsText(count)} of a contract that is not known`,
      rest: (count) =>
        `${rowsText(count)} of other contracts that are not known, each of no more rows than those listed`,
    },
    {
      code: "USAGE_WITHOUT_CONTRACT",
      rows: outside,
      cause: (count) => `${rowsText(count)} outside the contract's dates`,
    },
    {
      code: "DUPLICATE_USAGE",
      rows: duplicate,
      cause: (count) => `${rowsText(count)} counted once, as they stand twice`,
    },
  ];
  return groups.flatMap((group) => groupFindings(group, usage, context));
};
