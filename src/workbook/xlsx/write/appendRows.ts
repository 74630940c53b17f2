import { allRows, cellAddress, rowGroups, type AppendedRows, type PlannedRow } from "../../../core/api";
import type { RawMember } from "../../zip/zipArchive";
import { decodeUtf8 } from "../../bytes/text";
import type { Steps } from "../../bytes/steps";
import { Utf8Sink } from "../../bytes/textSink";
import { areaReference, parseArea, type Area } from "../areaReference";
import { CellWriter, MOST_LINKS, rowStart } from "./cellWriter";
import { cellStyle, holdsContent, parseRow, withCells, type ExistingRow } from "./existingRow";
import { findLastRows, type RowStart } from "./lastRows";
import { PlanError } from "./planError";
import type { StyleSheet } from "../styles/styleSheet";
import {
  cutWorksheet,
  editHead,
  editTail,
  packWorksheet,
  parseTail,
  type WorksheetPieces,
} from "./worksheetPieces";
import type { XmlElement } from "../../xml/xml";
import { appendContent, insertInOrder, setAttribute, type XmlEdit } from "../../xml/xmlEdit";

/** What may stand between the rows and the links of a sheet, in the order of the schema. */
const ORDER_TO_LINKS = [
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
];

/** Adds rows to a worksheet part and packs it. Rows right below a table's header do not take the header's look. */
export function* appendRows(
  part: Uint8Array,
  added: AppendedRows,
  styles: StyleSheet,
  isHeaderRow: (row: number) => boolean,
): Steps<RawMember> {
  const pieces = cutWorksheet(part);
  if (pieces === undefined) throw new PlanError(`The sheet "${added.sheet}" has no rows to add to.`);
  const tail = parseTail(pieces);
  const linkList = tail.child("hyperlinks");
  const writer = new CellWriter(styles, pieces.prefix, MOST_LINKS - (linkList?.children.length ?? 0));
  const starts = yield* findLastRows(pieces.rows, pieces.prefix, added.firstRow - 1);
  const hasOwnLook = added.hasOwnLook === true || isHeaderRow(added.firstRow - 1);
  const rows = new RowAppender(pieces, starts, writer, added).rows(hasOwnLook);
  const head = editHead(pieces, (root) => dimensionEdits(root, addedArea(added)));
  return yield* packWorksheet({ ...pieces, head }, rows, () =>
    editTail(tail, linkEdits(tail, linkList, writer.links.join(""))),
  );
}

/** The cells that rows add to; undefined when they hold none. */
export function addedArea({ firstRow, rows }: AppendedRows): Area | undefined {
  let firstColumn = Infinity;
  let lastColumn = -1;
  if (rows.width !== undefined) [firstColumn, lastColumn] = [0, rows.length > 0 ? rows.width - 1 : -1];
  else
    for (const row of allRows(rows)) {
      for (let column = 0; column < row.length; column++) {
        if (row[column] === null) continue;
        firstColumn = Math.min(firstColumn, column);
        lastColumn = Math.max(lastColumn, column);
      }
    }
  if (lastColumn < 0) return undefined;
  return { firstRow, lastRow: firstRow + rows.length - 1, firstColumn, lastColumn };
}

class RowAppender {
  private readonly existing: ReadonlyMap<number, ExistingRow>;
  private readonly lastRow: number;

  constructor(
    private readonly pieces: WorksheetPieces,
    private readonly starts: readonly RowStart[],
    private readonly writer: CellWriter,
    private readonly added: AppendedRows,
  ) {
    this.lastRow = added.firstRow + added.rows.length - 1;
    const near = starts.filter(({ row }) => row <= this.lastRow);
    this.existing = new Map(near.map(({ row, offset }, index) => [row, this.parse(offset, index)]));
  }

  /** All rows of the sheet: those before as they are, those added, those after as they are. */
  *rows(hasOwnLook: boolean): Generator<Uint8Array> {
    const { rows } = this.pieces;
    const { firstRow } = this.added;
    const above = hasOwnLook ? undefined : this.existing.get(firstRow - 1);
    const inherited = new Map(Array.from(above?.cells ?? [], ([column, cell]) => [column, cellStyle(cell)]));
    yield rows.subarray(0, this.offsetFrom(firstRow));
    let row = firstRow;
    const out = new Utf8Sink();
    for (const group of rowGroups(this.added.rows)) {
      for (const cells of group) {
        const existing = this.existing.get(row);
        if (existing) out.add(this.filled(existing, row, cells, inherited));
        else this.write(out, row, cells, inherited);
        row++;
      }
      yield out.take();
    }
    yield rows.subarray(this.offsetFrom(this.lastRow + 1));
  }

  private parse(offset: number, index: number): ExistingRow {
    const end = this.starts[index + 1]?.offset;
    return parseRow(decodeUtf8(this.pieces.rows.subarray(offset, end)));
  }

  private offsetFrom(row: number): number {
    return this.starts.find((start) => start.row >= row)?.offset ?? this.pieces.rows.length;
  }

  /** A row that is not there yet; one without a cell is left out. */
  private write(out: Utf8Sink, row: number, cells: PlannedRow, inherited: ReadonlyMap<number, number>): void {
    const { prefix } = this.pieces;
    const before = out.length;
    out.add(rowStart(row, this.added.heights?.get(row), prefix));
    const start = out.length;
    cells.forEach((cell, column) => {
      if (cell !== null) this.writer.write(out, cell, row, column, inherited.get(column));
    });
    if (out.length === start) out.cutTo(before);
    else out.add(`</${prefix}row>`);
  }

  /** A row that is there, with cells put into it. */
  private filled(
    existing: ExistingRow,
    row: number,
    cells: PlannedRow,
    inherited: ReadonlyMap<number, number>,
  ): string {
    const written = new Map<number, string>();
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const oldCell = existing.cells.get(column);
      if (oldCell !== undefined && holdsContent(oldCell)) throw this.occupied(row, column);
      const style = oldCell === undefined ? inherited.get(column) : cellStyle(oldCell);
      written.set(column, this.writer.cell(cell, row, column, style));
    });
    return withCells(existing, written);
  }

  private occupied(row: number, column: number): PlanError {
    const address = cellAddress({ row, column });
    return new PlanError(
      `Rows cannot be added to the sheet "${this.added.sheet}": its cell ${address} is not empty.`,
    );
  }
}

function dimensionEdits(root: XmlElement, added: Area | undefined): XmlEdit[] {
  const dimension = root.child("dimension");
  const area = parseArea(dimension?.attribute("ref") ?? "");
  if (dimension === undefined || area === undefined || added === undefined) return [];
  const all = {
    firstRow: Math.min(area.firstRow, added.firstRow),
    lastRow: Math.max(area.lastRow, added.lastRow),
    firstColumn: Math.min(area.firstColumn, added.firstColumn),
    lastColumn: Math.max(area.lastColumn, added.lastColumn),
  };
  return [setAttribute(dimension, "ref", areaReference(all))];
}

function linkEdits(tail: XmlElement, list: XmlElement | undefined, links: string): XmlEdit[] {
  if (links === "") return [];
  if (list !== undefined) return [appendContent(list, links)];
  const tag = `${tail.prefix}hyperlinks`;
  return [insertInOrder(tail, ORDER_TO_LINKS, "hyperlinks", `<${tag}>${links}</${tag}>`)];
}
