import { openPackage } from "../../src/workbook/xlsx/package/openPackage";
import type { WorkbookPackage } from "../../src/workbook/xlsx/package/workbookPackage";
import { writeZip, type ZipEntry } from "../../src/workbook/zip/writeZip";
import { callsAddIn } from "../functions/storedFormula";
import { formulaCells, withoutStoredValues, type FormulaCell } from "./formulaCells";
import { Refusal } from "./refusal";

export interface SheetFormulas {
  readonly sheet: string;
  readonly cells: readonly FormulaCell[];
}

export function openWorkbook(bytes: Uint8Array, name: string): WorkbookPackage {
  const opened = openPackage(bytes);
  if (!opened.ok) throw new Refusal(`${name}: ${opened.failure.message}`);
  return opened.package;
}

const worksheets = ({ sheets }: WorkbookPackage) => sheets.filter(({ kind }) => kind === "worksheet");

/** The formulas of all worksheets that have any, in the order of the tabs. */
export function formulasOf(workbook: WorkbookPackage): SheetFormulas[] {
  return worksheets(workbook)
    .map(({ name, partName }) => ({ sheet: name, cells: formulaCells(workbook.archive.text(partName)) }))
    .filter(({ cells }) => cells.length > 0);
}

/** Those of them that need no add-in. */
export function withoutAddIns(sheets: readonly SheetFormulas[]): SheetFormulas[] {
  return sheets
    .map(({ sheet, cells }) => ({ sheet, cells: cells.filter(({ formula }) => !callsAddIn(formula)) }))
    .filter(({ cells }) => cells.length > 0);
}

/** A copy of the workbook in which no formula has a value, but for those of add-ins, of which only the value is left. */
export function uncalculatedCopy(workbook: WorkbookPackage): Uint8Array {
  const { archive } = workbook;
  const sheetParts = new Set(worksheets(workbook).map(({ partName }) => partName));
  const entries = archive.names.map((name): ZipEntry => {
    if (!sheetParts.has(name)) return { name, raw: archive.raw(name) };
    return { name, bytes: Buffer.from(withoutStoredValues(archive.text(name)), "utf8") };
  });
  return writeZip(entries);
}
