import type { GridBuilder } from "../../core/api";
import type { Work } from "../port/port";
import { finishWithPauses, pauseForPage, type Steps } from "../bytes/steps";
import { answered } from "./answers";
import { MOST_BYTES, roundTrip } from "./batches";
import type { SheetPart } from "./readMerges";

/** What a row, and a cell with its font, take in an answer. */
const ROW_BYTES = 40;
const CELL_BYTES = 60;
/** Rows or cells that are taken from an answer in a step. */
const TAKEN_IN_STEP = 5000;

/** A sheet that is being read. */
export interface SheetBeingRead {
  readonly area: SheetPart;
  readonly builder: GridBuilder;
}

/** Cells of a sheet, counted within its area. */
interface Piece extends SheetBeingRead {
  readonly firstRow: number;
  readonly rows: number;
  readonly firstColumn: number;
  readonly columns: number;
}

const wholeOf = (sheet: SheetBeingRead): Piece => {
  const { rows, columns } = sheet.area;
  return { ...sheet, firstRow: 0, rows, firstColumn: 0, columns };
};

function rangeOf({ area, firstRow, rows, firstColumn, columns }: Piece): Excel.Range {
  return area.sheet.getRangeByIndexes(area.row + firstRow, area.column + firstColumn, rows, columns);
}

/** Pieces whose answers stay small enough. */
function* cut(pieces: readonly Piece[], bytesOfRow: number): Generator<Piece> {
  const most = Math.floor(MOST_BYTES / bytesOfRow);
  for (const piece of pieces) {
    for (let from = 0; from < piece.rows; from += most)
      yield { ...piece, firstRow: piece.firstRow + from, rows: Math.min(most, piece.rows - from) };
  }
}

function* hideRows({ area, builder, firstRow }: Piece, flags: Iterable<boolean>): Steps<void> {
  let row = area.row + firstRow;
  for (const isHidden of flags) {
    if (isHidden) builder.hideRow(row);
    if (++row % TAKEN_IN_STEP === 0) yield;
  }
}

function* strike(piece: Piece, isStruck: (row: number) => boolean): Steps<void> {
  const { area, builder, firstRow, rows, firstColumn, columns } = piece;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns && isStruck(row); column++)
      builder.strike(area.row + firstRow + row, area.column + firstColumn + column);
    if (row % TAKEN_IN_STEP === 0) yield;
  }
}

/**
 * Which rows of some sheets are hidden and which cells struck out. It is asked of each sheet as a whole, with whatever is
 * read of it next; only of sheets that hide or strike something is more asked once their cells are there.
 */
export function askUnseen(sheets: readonly SheetBeingRead[]) {
  const asked = sheets.map((sheet) => {
    const range = rangeOf(wholeOf(sheet)).load("rowHidden");
    return { sheet, range, font: range.format.font.load("strikethrough") };
  });
  return async (context: Excel.RequestContext, work: Work): Promise<void> => {
    const pause = pauseForPage();
    const take = (steps: Steps<void>) => finishWithPauses(steps, pause);
    const someHidden: Piece[] = [];
    const someStruck: Piece[] = [];
    for (const { sheet, range, font } of asked) {
      const whole = wholeOf(sheet);
      const all = Array.from({ length: whole.rows }, () => true);
      const [hidden, struck] = [answered(range, "rowHidden"), answered(font, "strikethrough")];
      if (hidden === undefined) someHidden.push(whole);
      else if (hidden) await take(hideRows(whole, all));
      if (struck === undefined) someStruck.push(whole);
      else if (struck) await take(strike(whole, () => true));
    }
    for (const piece of cut(someHidden, ROW_BYTES)) {
      const rows = rangeOf(piece).getRowProperties({ rowHidden: true });
      await roundTrip(context, work);
      await take(
        hideRows(
          piece,
          rows.value.map(({ rowHidden }) => rowHidden === true),
        ),
      );
    }
    const columns = await struckColumns(someStruck, context, work);
    for (const { piece, isAll } of columns) if (isAll) await take(strike(piece, () => true));
    const mixed = columns.flatMap(({ piece, isAll }) => (isAll ? [] : [piece]));
    for (const piece of cut(mixed, CELL_BYTES)) {
      const cells = rangeOf(piece).getCellProperties({ format: { font: { strikethrough: true } } });
      await roundTrip(context, work);
      const flags = cells.value.map(([cell]) => cell?.format?.font?.strikethrough === true);
      await take(strike(piece, (row) => flags[row] === true));
    }
  };
}

/** The columns of sheets that strike something out, in one round trip: those that do throughout, and those here and there. */
async function struckColumns(
  pieces: readonly Piece[],
  context: Excel.RequestContext,
  work: Work,
): Promise<{ readonly piece: Piece; readonly isAll: boolean }[]> {
  if (pieces.length === 0) return [];
  const columns = pieces.flatMap((piece) =>
    Array.from({ length: piece.columns }, (_, firstColumn) => ({ ...piece, firstColumn, columns: 1 })),
  );
  const fonts = columns.map((piece) => rangeOf(piece).format.font.load("strikethrough"));
  await roundTrip(context, work);
  return columns.flatMap((piece, index) => {
    const struck = answered(fonts[index]!, "strikethrough");
    return struck === false ? [] : [{ piece, isAll: struck === true }];
  });
}
