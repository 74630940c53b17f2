import { groupBy } from "../base/groupBy";
import { quantityOf } from "../metering/readings";
import type { UsageColumns } from "../metering/usage.table";
import type { Usage } from "../metering/usage";
import { contains } from "../calendar/period";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { changedField, addressOf, type ChangedCell } from "./changedCell";
import type { ChangedInput, DocumentScope } from "./changedInput";
import type { ComparedBook } from "./comparedBook";
import { usageCell } from "../metering/usage";

interface UsageRow {
  readonly usage: Usage;
  readonly row: number;
  readonly meter: string;
  readonly event: string;
}

function rowsOf({ metered, contractIndex }: ComparedBook, contractId: string): UsageRow[] {
  const contract = contractIndex.get(contractId);
  if (!metered || contract === undefined) return [];
  const { usage, index } = metered;
  const column = usage.bound.columnOf.get("eventId");
  const eventAt = (row: number) =>
    column === undefined ? "" : shownText(viewCell(usage.bound.grid, usage.firstRow + row, column));
  return index
    .metersOf(contract)
    .flatMap((meter) =>
      [...index.rowsOf(contract, meter)].map((row) => ({ usage, row, meter, event: eventAt(row) })),
    );
}

const momentOf = ({ usage, row }: UsageRow) => usage.moments[row]!;

const contentOf = (row: UsageRow) =>
  `${row.meter}|${String(momentOf(row))}|${row.event}|${quantityOf(row.usage, row.row).toString()}`;

/** A row is known by its event, else by when it was. */
const identityOf = (row: UsageRow) =>
  row.event === "" ? `${row.meter}|at ${String(momentOf(row))}` : `${row.meter}|event ${row.event}`;

/** What is left of two lists once what has the same key in both has met. */
function meet(
  a: readonly UsageRow[],
  b: readonly UsageRow[],
  keyOf: (row: UsageRow) => string,
): { readonly met: (readonly [UsageRow, UsageRow])[]; readonly a: UsageRow[]; readonly b: UsageRow[] } {
  const waiting = groupBy(b, keyOf);
  const met: (readonly [UsageRow, UsageRow])[] = [];
  const restA = a.filter((row) => {
    const partner = waiting.get(keyOf(row))?.shift();
    if (partner) met.push([row, partner]);
    return partner === undefined;
  });
  return { met, a: restA, b: [...waiting.values()].flat() };
}

function cellsOf(a: UsageRow | undefined, b: UsageRow | undefined): ChangedCell[] {
  const of = (found: UsageRow | undefined) =>
    found && { bound: found.usage.bound, row: found.usage.firstRow + found.row };
  const isMoved = a && b && momentOf(a) !== momentOf(b);
  const isOther =
    !a || !b || !quantityOf(a.usage, a.row).equals(quantityOf(b.usage, b.row)) ? ["quantity" as const] : [];
  const fields: (keyof UsageColumns)[] = [...(isMoved ? ["date" as const] : []), ...isOther];
  return fields.map((field) => {
    const address = (found: UsageRow | undefined) =>
      found ? addressOf(usageCell(found.usage, found.row, field)) : "";
    return { ...changedField(of(a), of(b), field), cellA: address(a), cellB: address(b) };
  });
}

/** The rows of a contract's usage that differ, whatever their order: changed, added and gone ones. */
export function changedUsage(a: ComparedBook, b: ComparedBook, contractId: string): readonly ChangedInput[] {
  const unlike = meet(rowsOf(a, contractId), rowsOf(b, contractId), contentOf);
  const known = meet(unlike.a, unlike.b, identityOf);
  const pairs: (readonly [UsageRow | undefined, UsageRow | undefined])[] = [
    ...known.met,
    ...known.a.map((row) => [row, undefined] as const),
    ...known.b.map((row) => [undefined, row] as const),
  ];
  return pairs.flatMap((pair) => {
    const days = pair.flatMap((found) => (found ? [Math.floor(momentOf(found))] : []));
    const touches = (document: DocumentScope) =>
      document.contractIds.has(contractId) &&
      days.some((day) => document.days.some((period) => contains(period, day)));
    const row = (pair[0] ?? pair[1])!.event;
    return cellsOf(...pair).map((cell) => ({ cell, table: "Usage", field: "quantity", row, touches }));
  });
}
