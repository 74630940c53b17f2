import { cardFinderOf, cardsInCells, planMask, type CellRef, type WritePlan } from "../../../core/api";
import type { WorkbookFormat } from "../../../workbook/xlsx/package/workbookPackage";
import { cardsBeside, maskCards } from "../../../workbook/xlsx/texts/cardTexts";
import { cellNamed } from "../../session/findingView";
import { packageOf } from "../../session/packageOf";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** A payment card number, of which the last four digits are shown. */
export interface CardView {
  readonly at: CellRef | undefined;
  /** The part of the workbook, where it stands in no cell. */
  readonly where: string;
  readonly masked: string;
  readonly scheme: string;
}

export interface CardsView {
  /** In cells: these can be masked here. */
  readonly cells: readonly CardView[];
  /** In comments, properties and formulas. */
  readonly beside: readonly CardView[];
}

/** Cells of a sheet that hold a formula, by "row,column". */
export interface FormulaCells {
  readonly sheet: string;
  readonly cells: readonly string[];
}

/** Every card number of the workbook; in its cells alone where there is no file to look into. */
export function found({ snapshot }: SessionWorkbook, file: Uint8Array | undefined): CardsView {
  const find = cardFinderOf(snapshot);
  const cells = cardsInCells(snapshot, find);
  const known = new Set(cells.map(({ masked }) => masked));
  const beside = file === undefined ? [] : cardsBeside(packageOf(file), find, known);
  return {
    cells: cells.map(({ at, masked, scheme }) => ({ at, where: "", masked, scheme })),
    beside: beside.map(({ sheet, cell, where, masked, scheme }) => ({
      at: cellNamed(sheet, cell),
      where: [sheet, where].filter((part) => part !== "").join(" "),
      masked,
      scheme,
    })),
  };
}

/** A copy of the workbook in which every number is masked, in comments and properties too. */
export interface MaskedCopy {
  readonly bytes: Uint8Array;
  readonly format: WorkbookFormat;
}

/** What Office.js cannot write, or not undo, is masked in a copy as in files. */
export function maskedCopy({ snapshot }: SessionWorkbook, file: Uint8Array): MaskedCopy {
  const source = packageOf(file);
  return { bytes: maskCards(source, cardFinderOf(snapshot)), format: source.format };
}

/** All but the last four digits of the numbers in cells become stars; what a formula shows follows from other cells. */
export function maskPlan({ snapshot }: SessionWorkbook, formulas: readonly FormulaCells[]): WritePlan {
  const bySheet = new Map(formulas.map(({ sheet, cells }) => [sheet, new Set(cells)]));
  return planMask(
    snapshot,
    ({ sheet, row, column }) => bySheet.get(sheet)?.has(`${String(row)},${String(column)}`) === true,
  );
}
