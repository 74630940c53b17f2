import { finishWithPauses, pauseForPage, type Steps } from "../bytes/steps";
import type { Work } from "../port/port";
import { MOST_BYTES, roundTrip } from "./batches";
import type { SheetPart } from "./readMerges";

/** A block of cells to be read, placed within its area, and the bytes that its answer may take. */
export interface Piece {
  readonly area: SheetPart;
  readonly firstRow: number;
  readonly rows: number;
  readonly firstColumn: number;
  readonly columns: number;
  readonly bytes: number;
}

function rangeOf({ area, firstRow, rows, firstColumn, columns }: Piece): Excel.Range {
  return area.sheet.getRangeByIndexes(area.row + firstRow, area.column + firstColumn, rows, columns);
}

/** Rows from `firstRow` on, in pieces of a size that one answer can hold. */
export function piecesOf(area: SheetPart, firstRow: number, bytesPerRow: number): Piece[] {
  const size = Math.max(1, Math.floor(MOST_BYTES / bytesPerRow));
  const pieces: Piece[] = [];
  for (let row = firstRow; row < area.rows; row += size) {
    const rows = Math.min(size, area.rows - row);
    pieces.push({
      area,
      firstRow: row,
      rows,
      firstColumn: 0,
      columns: area.columns,
      bytes: rows * bytesPerRow,
    });
  }
  return pieces;
}

/** Pieces packed into answers that stay small enough, in order. */
function packed(pieces: readonly Piece[]): Piece[][] {
  const requests: Piece[][] = [];
  let bytes = Infinity;
  for (const piece of pieces) {
    bytes += piece.bytes;
    if (bytes > MOST_BYTES) {
      requests.push([]);
      bytes = piece.bytes;
    }
    requests.at(-1)!.push(piece);
  }
  return requests;
}

/**
 * Reads one property of many pieces; `take` gets each piece's cells as they come. The library unpacks an answer at
 * once, so the page rests before the cells are taken from it.
 */
export async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  property: "values" | "numberFormat",
  take: (piece: Piece, cells: unknown[][]) => Steps<void>,
  work: Work,
): Promise<void> {
  const pause = pauseForPage();
  for (const request of packed(pieces)) {
    const ranges = request.map((piece) => {
      const range = rangeOf(piece);
      range.load(property);
      return range;
    });
    await roundTrip(context, work);
    await pause();
    for (const [index, piece] of request.entries())
      await finishWithPauses(take(piece, ranges[index]![property] as unknown[][]), pause);
    // What was read need not be kept by the library as well.
    for (const range of ranges) range.untrack();
  }
}
