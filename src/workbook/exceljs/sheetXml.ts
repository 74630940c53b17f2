import { cutOffPart } from "./partFailure";
import { plainCells, type RowCounter } from "./plainCells";
import { xmlPieces } from "./xmlPieces";

const ROWS_START = "<sheetData";
const ROWS_END = "</sheetData>";
const SHEET_END = "</worksheet>";

/** The part of a worksheet that a reading needs, its rows, in XML that exceljs reads right. */
export async function* sheetXml(label: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const pieces = xmlPieces({ label, chunks, root: "worksheet", cutAfter: "row" });
  const counter: RowCounter = { row: 0 };
  let place: "head" | "rows" | "tail" = "head";
  let tail = "";
  for await (const piece of pieces) {
    let rows = piece;
    if (place === "head") {
      const start = rows.indexOf(ROWS_START);
      if (start < 0) continue;
      rows = rows.slice(start);
      place = "rows";
      yield "<worksheet>";
    }
    if (place === "rows") {
      const end = endOfRows(rows);
      yield plainCells(end < 0 ? rows : rows.slice(0, end), counter);
      if (end < 0) continue;
      place = "tail";
      yield SHEET_END;
    }
    tail = (tail + piece).slice(-100);
  }
  // exceljs takes a part that stops in its middle for a complete one.
  if (!tail.trimEnd().endsWith(SHEET_END)) throw cutOffPart(label);
}

/** Where the rows are over, or -1 if more follow. */
function endOfRows(xml: string): number {
  const empty = /^<sheetData\s*\/>/.exec(xml);
  if (empty !== null) return empty[0].length;
  const end = xml.indexOf(ROWS_END);
  return end < 0 ? -1 : end + ROWS_END.length;
}
