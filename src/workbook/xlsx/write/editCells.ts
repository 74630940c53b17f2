import type { CellEdit } from "../../../core/api";
import { decodeUtf8, encodeUtf8 } from "../../bytes/text";
import type { Steps } from "../../bytes/steps";
import { PlanError } from "./planError";
import type { StyleSheet } from "../styles/styleSheet";
import { CellWriter } from "./cellWriter";
import { cellStyle, parseRow, withCells } from "./existingRow";
import { findLastRows } from "./lastRows";
import { cutWorksheet, joinWorksheet } from "./worksheetPieces";

/** Edits of one sheet by row. */
function byRow(edits: readonly CellEdit[]): [number, CellEdit[]][] {
  const rows = new Map<number, CellEdit[]>();
  for (const edit of edits) rows.set(edit.at.row, [...(rows.get(edit.at.row) ?? []), edit]);
  return [...rows].sort(([a], [b]) => a - b);
}

/** Puts values into single cells of a worksheet part; every other byte of its rows stays, and looks that no edit sets. */
export function* editCells(
  part: Uint8Array,
  edits: readonly CellEdit[],
  styles: StyleSheet,
): Steps<Uint8Array> {
  const sheet = edits[0]?.at.sheet ?? "";
  const pieces = cutWorksheet(part);
  if (pieces === undefined) throw new PlanError(`The sheet "${sheet}" has no cells to edit.`);
  const writer = new CellWriter(styles, pieces.prefix);
  const rows = byRow(edits);
  const starts = yield* findLastRows(pieces.rows, pieces.prefix, rows[0]?.[0] ?? 0);
  const written: Uint8Array[] = [];
  let copied = 0;
  for (const [row, rowEdits] of rows) {
    const index = starts.findIndex((start) => start.row >= row);
    const from = starts[index]?.offset ?? pieces.rows.length;
    const isThere = starts[index]?.row === row;
    const to = isThere ? (starts[index + 1]?.offset ?? pieces.rows.length) : from;
    const tag = `${pieces.prefix}row`;
    const xml = isThere
      ? decodeUtf8(pieces.rows.subarray(from, to))
      : `<${tag} r="${String(row + 1)}"></${tag}>`;
    const existing = parseRow(xml);
    const cells = rowEdits.map(({ at, value, style }) => {
      const before = existing.cells.get(at.column);
      const cell = { value, ...(style && { style }) };
      return [at.column, writer.cell(cell, row, at.column, before && cellStyle(before))] as const;
    });
    written.push(pieces.rows.subarray(copied, from), encodeUtf8(withCells(existing, new Map(cells))));
    copied = to;
  }
  return yield* joinWorksheet(pieces, [...written, pieces.rows.subarray(copied)]);
}
