/**
 * `npm run recalculate -- BOOK.xlsx`: lets LibreOffice calculate every formula of a billed workbook anew and compares
 * the results with the values stored in it. LibreOffice trusts the values that it finds in a file, so it is given a
 * copy without any. Functions of add-ins it does not know; their values stay for the formulas that read them. Exit
 * status: 0 all the same, 1 a difference, 2 nothing could be compared.
 */
import { existsSync, readFileSync } from "node:fs";
import { compare, type Difference } from "./recalculate/compare";
import type { CellValue } from "./recalculate/formulaCells";
import { calculated } from "./recalculate/libreOffice";
import { Refusal } from "./recalculate/refusal";
import {
  formulasOf,
  openWorkbook,
  uncalculatedCopy,
  withoutAddIns,
  type SheetFormulas,
} from "./recalculate/workbookFormulas";

function bookArgument(words: readonly string[]): string {
  const [file, ...rest] = words;
  if (file === undefined || rest.length > 0 || file.startsWith("-"))
    throw new Refusal("name one workbook: npm run recalculate -- BOOK.xlsx");
  if (!existsSync(file)) throw new Refusal(`${file}: there is no such file`);
  return file;
}

function count(amount: number, noun: string): string {
  return `${amount.toLocaleString("en")} ${noun}${amount === 1 ? "" : "s"}`;
}

function shown(value: CellValue): string {
  if (value === undefined) return "nothing";
  return typeof value === "number" ? String(value) : `“${value}”`;
}

function differenceText({ sheet, address, formula, stored, recalculated }: Difference): string {
  const values = `stored ${shown(stored)}, recalculated ${shown(recalculated)}`;
  return `${sheet}!${address}: ${values}\n  =${formula || "(as in the cells before it)"}`;
}

const total = (sheets: readonly SheetFormulas[]) => sheets.reduce((all, { cells }) => all + cells.length, 0);

function report(file: string, sheets: readonly SheetFormulas[], differences: readonly Difference[]): void {
  for (const { sheet, cells } of sheets) console.log(`  ${sheet}: ${count(cells.length, "formula")}`);
  for (const difference of differences) console.log(differenceText(difference));
  const compared = `${count(total(sheets), "formula")} on ${count(sheets.length, "sheet")}`;
  console.log(`${file}: ${compared} compared, ${count(differences.length, "difference")}`);
}

try {
  const file = bookArgument(process.argv.slice(2));
  const workbook = openWorkbook(readFileSync(file), file);
  const formulas = formulasOf(workbook);
  const before = withoutAddIns(formulas);
  if (before.length === 0) throw new Refusal(`${file}: it has no formulas; bill it first`);
  const after = formulasOf(openWorkbook(calculated(uncalculatedCopy(workbook)), "LibreOffice's copy"));
  const differences = compare(before, after);
  report(file, before, differences);
  const leftAside = total(formulas) - total(before);
  if (leftAside > 0) console.log(`${count(leftAside, "formula")} of an add-in left aside`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`recalculate: ${error.message}`);
  process.exitCode = 2;
}
