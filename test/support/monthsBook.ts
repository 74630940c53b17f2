import {
  billPeriod,
  parsePeriod,
  planWrites,
  type PlannedRow,
  type Snapshot,
  type WritePlan,
} from "../../src/core/api";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";

const cells = (row: readonly (string | number)[]): PlannedRow => row.map((value) => ({ value }));
const sheet = (name: string, rows: readonly (readonly (string | number)[])[]) => ({
  name,
  rows: rows.map(cells),
  widths: [],
});

/** Two contracts of a fee each from September on and, from October on, a product whose name wraps. */
export const monthsBook: Uint8Array = applyPlan(emptyPackage(), {
  sheets: [
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
      ["CT-1", "K-1", "North Ltd", "2026-09-01", "EUR"],
      ["CT-2", "K-2", "South Ltd", "2026-09-01", "USD"],
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Description", "Pricing model", "Unit price", "Start date"],
      ["CT-1", "Fee", "Fee", "flat", 100, "2026-09-01"],
      ["CT-2", "Fee", "Fee", "flat", 250, "2026-09-01"],
      [
        "CT-2",
        "Care",
        "Care of the second site, as it was agreed with the tenant in May",
        "flat",
        30,
        "2026-10-01",
      ],
    ]),
  ],
  removedSheets: [],
  appended: [],
});

/** What a bill of a month with numbers writes, without formatted sheets. */
export function monthPlan(snapshot: Snapshot, month: string): WritePlan {
  const billed = billPeriod(snapshot, { period: parsePeriod(month), asOf: undefined, giveNumbers: true });
  if (!billed.ok) throw new Error(billed.reason);
  return planWrites(billed.run, snapshot, {
    when: { day: billed.run.book.asOf, time: 0.5 },
    who: "A. Clerk",
    engineVersion: "0",
    sha256: () => "0".repeat(64),
    parameters: "",
    sheetLimit: 0,
  }).plan;
}
