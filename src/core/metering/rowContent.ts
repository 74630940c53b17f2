import { CellKind, type GridColumn } from "../grid/grid";
import { contentOfText, type Content } from "../schema/cellContent";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/bind";
import { quantityOf } from "./readings";
import type { Usage } from "./usage";

/** Reads the cells of a column as content; each distinct text is looked at once. */
function contentReader(column: GridColumn): (row: number) => Content {
  const ofText: Content[] = [];
  return (row) => {
    const kind = row < column.kinds.length ? column.kinds[row] : CellKind.blank;
    const value = column.values[row]!;
    if (kind === CellKind.blank) return "";
    if (kind === CellKind.text) return (ofText[value] ??= contentOfText(column.texts.at(value)!));
    if (kind === CellKind.error) return column.texts.at(value)!;
    return kind === CellKind.boolean ? (value === 1 ? "TRUE" : "FALSE") : value;
  };
}

const numberBits = new Float64Array(1);
const bits = new Uint32Array(numberBits.buffer);

function hashOf(content: Content): number {
  if (typeof content === "string") {
    let hash = 7;
    for (let i = 0; i < content.length; i++) hash = Math.imul(hash, 31) + content.charCodeAt(i);
    return hash;
  }
  numberBits[0] = content;
  return Math.imul(bits[0]! ^ Math.imul(bits[1]!, 0x9e3779b1), 0x85ebca6b);
}

/** 0, 0.00 and -0 are one figure. */
const zeroOrText = (text: string): string => (/^[-+]?0+(?:[.,]0+)?$/.test(text) ? "0" : text);

/** What rows of Usage say, to compare them; when a row arrived (Received) is not part of it. */
export interface RowContent {
  readonly equals: (a: number, b: number) => boolean;
  readonly hash: (row: number) => number;
}

/** Rows by what they mean: date and quantity as they were read, all other cells as they are. */
export function rowContent(usage: Usage): RowContent {
  const { grid, columnOf } = usage.bound;
  const understood = ["received", "date", "quantity"] as const;
  const taken = new Set(understood.map((field) => columnOf.get(field)));
  const readers = grid.columns.flatMap((column, index) => (taken.has(index) ? [] : [contentReader(column)]));
  const dateIndex = columnOf.get("date");
  const quantityIndex = columnOf.get("quantity");
  const shown = (row: number, index: number | undefined) =>
    index === undefined ? "" : shownText(viewCell(grid, usage.firstRow + row, index));
  const sameDate = (a: number, b: number) =>
    usage.moments[a] === usage.moments[b] ||
    (Number.isNaN(usage.moments[a]!) &&
      Number.isNaN(usage.moments[b]!) &&
      shown(a, dateIndex) === shown(b, dateIndex));
  const sameQuantity = (a: number, b: number) =>
    usage.scaled[a] === usage.scaled[b] &&
    (usage.wide.size === 0 || quantityOf(usage, a).equals(quantityOf(usage, b))) &&
    // What could not be read is compared as it is.
    (usage.scaled[a] !== 0 || zeroOrText(shown(a, quantityIndex)) === zeroOrText(shown(b, quantityIndex)));
  return {
    equals: (a, b) =>
      sameDate(a, b) &&
      sameQuantity(a, b) &&
      readers.every((read) => Object.is(read(usage.firstRow + a), read(usage.firstRow + b))),
    hash: (row) => {
      let hash = hashOf(usage.moments[row]!) ^ hashOf(usage.scaled[row]!);
      for (const read of readers) hash = Math.imul(hash, 31) + hashOf(read(usage.firstRow + row));
      return hash;
    },
  };
}
