import { parseIsoDay } from "../../src/core/calendar/day";
import type { PlannedCell, PlannedRow } from "../../src/core/sheets/plan";
import { dayCell, momentCell, momentOf, typedCell } from "./cell";
import { readRecords } from "./csv";
import { randomIndex, randomOf } from "./random";
import { streamedRows, type UsageRow } from "./streams";

export const usageColumns = [
  "Event ID",
  "Agreement ID",
  "Metric",
  "Timestamp",
  "Qty",
  "Region",
  "User",
  "Received",
] as const;

/** The first export ends with this day and the second one begins with it: its rows are in the sheet twice. */
const overlapDay = parseIsoDay("2026-10-16")!;

/** The rows below the header: two exports one below the other, then what came in late. */
export function usageRows(): PlannedRow[] {
  const inTime = [...streamedRows(), ...listedRows("usage/irregular.csv")].sort(
    (a, b) => a.moment - b.moment,
  );
  const known = withEventIds(inTime);
  const firstExport = known.filter((row) => row.moment < overlapDay + 1);
  const secondExport = known.filter((row) => row.moment >= overlapDay);
  return [...firstExport, ...secondExport, ...listedRows("usage/late.csv")].map(cellsOf);
}

/** Rows written out one by one, each for a reason told in examples/README.md. */
function listedRows(file: string): UsageRow[] {
  return readRecords(file, usageColumns).map((row) => ({
    eventId: row["Event ID"],
    contract: row["Agreement ID"],
    metric: row.Metric,
    moment: momentOf(row.Timestamp)!,
    quantity: row.Qty,
    region: row.Region,
    user: row.User,
    received: momentOf(row.Received)!,
  }));
}

function withEventIds(rows: readonly UsageRow[]): UsageRow[] {
  const random = randomOf("event ids");
  let last = 40_000_000;
  return rows.map((row) => {
    if (row.eventId !== undefined) return row;
    // Other customers' events of the platform lie between.
    last += 1 + randomIndex(random, 4);
    return { ...row, eventId: `E${last}` };
  });
}

function cellsOf(row: UsageRow): PlannedRow {
  return [
    textCell(row.eventId),
    textCell(row.contract),
    textCell(row.metric),
    momentCell(row.moment),
    quantityCell(row.quantity),
    textCell(row.region),
    textCell(row.user),
    dayCell(row.received),
  ];
}

function textCell(text: string | undefined): PlannedCell | null {
  return text === undefined || text === "" ? null : { value: text };
}

function quantityCell(quantity: UsageRow["quantity"]): PlannedCell | null {
  if (quantity === undefined) return null;
  return { value: typeof quantity === "string" ? typedCell(quantity)!.value : quantity };
}
