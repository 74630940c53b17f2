import { parseIsoDay } from "../../src/core/calendar/day";
import type { Snapshot } from "../../src/core/grid/grid";
import { sheet, workbook, type Cell } from "../properties/support/sheets";

/** 12.5 is a number, 2026-01-31 a date, nothing a blank cell, all else text. */
function cellOf(text: string): Cell {
  const written = text.trim();
  const day = parseIsoDay(written);
  if (day !== undefined) return { date: day };
  if (written === "") return undefined;
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written;
}

/** A workbook of tables written as lines with bars between their cells, the titles in the first. */
export function textBook(tables: Readonly<Record<string, readonly string[]>>): Snapshot {
  return workbook(
    Object.entries(tables).map(([name, lines]) =>
      sheet(
        name,
        lines.map((line, row) => line.split("|").map((cell) => (row === 0 ? cell.trim() : cellOf(cell)))),
      ),
    ),
  );
}
