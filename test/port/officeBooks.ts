import {
  allRows,
  billPeriod,
  cellAddress,
  planWrites,
  templatePlan,
  type Snapshot,
  type WritePlan,
} from "../../src/core/api";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { openPackage } from "../../src/workbook/xlsx/package/openPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";

const plainStarter = applyPlan(emptyPackage(), templatePlan());

/** The starter workbook, which bills as it is; with a picture on its Settings sheet where one is given. */
export function starterBook(logo?: Uint8Array): Uint8Array {
  if (!logo) return plainStarter;
  const plan = templatePlan();
  const image = { bytes: logo, type: "png", row: 1, column: 5, maxWidth: 200, maxHeight: 80 } as const;
  const sheets = plan.sheets.map((sheet) => (sheet.name === "Settings" ? { ...sheet, image } : sheet));
  return applyPlan(emptyPackage(), { ...plan, sheets });
}

/** What the command line would write for a workbook. */
export function billingPlan(snapshot: Snapshot, logo?: Uint8Array): WritePlan {
  const billed = billPeriod(snapshot, { period: undefined, asOf: undefined, giveNumbers: false });
  if (!billed.ok) throw new Error("there is no period");
  return planWrites(billed.run, snapshot, {
    when: { day: 46_326, time: 0.5 },
    who: "A. Clerk",
    engineVersion: "0",
    sha256: () => "0".repeat(64),
    parameters: "as of 2026-10-31; drafts",
    sheetLimit: 50,
    logo: logo && { bytes: logo, type: "png" },
  }).plan;
}

export async function readFile(bytes: Uint8Array): Promise<Snapshot> {
  const read = await readWorkbook(bytes, {});
  if (!read.ok) throw new Error(read.failure.message);
  return read.snapshot;
}

/** The file with the plan carried out by the package layer, as the command line does it. */
export function writtenFile(bytes: Uint8Array, plan: WritePlan): Uint8Array {
  const opened = openPackage(bytes);
  if (!opened.ok) throw new Error(opened.failure.message);
  return applyPlan(opened.package, plan);
}

/** The formulas that a plan writes, by sheet and address. */
export function formulasOf({ sheets, appended }: WritePlan): Map<string, string> {
  const written = [
    ...sheets.map(({ name: sheet, rows }) => ({ sheet, rows, firstRow: 0 })),
    ...appended.map(({ sheet, rows, firstRow }) => ({ sheet, rows: allRows(rows), firstRow })),
  ];
  const formulas = new Map<string, string>();
  for (const { sheet, rows, firstRow } of written)
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries())
        if (cell?.formula !== undefined)
          formulas.set(`${sheet}!${cellAddress({ row: firstRow + row, column })}`, `=${cell.formula}`);
  return formulas;
}
