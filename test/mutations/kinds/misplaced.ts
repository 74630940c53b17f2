import { randomIndex } from "../../../scripts/example/random";
import { ofSheet, pick, type Mutation } from "../mutation";
import { columnOf, dataRows, insertColumn, type Cell, type Sheet } from "../sheet";
import { isDay, isNumber, rewritten } from "./cells";

/** A text of figures may be the number of a sample as well as a quantity. */
function kindOf(cell: Cell): string {
  if (isDay(cell)) return "day";
  return typeof cell === "string" && /^\d/.test(cell) ? "number" : cell === null ? "none" : typeof cell;
}

/** Serial of a day as a spreadsheet counts it: 46296 is 2026-10-01. */
const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

/** How people write an amount that is not what stands in the cell of an input. */
const amounts: readonly [string, (cell: number) => string][] = [
  ["with CR behind it", (cell) => `${String(cell)} CR`],
  ["with a currency in a word", (cell) => `${String(cell)} euros`],
  ["with a word for none", () => "n/a"],
  ["to be told", () => "tbc"],
  ["as a fraction", (cell) => `${String(cell)} 1/2`],
  ["with an apostrophe", (cell) => `'${String(cell)}`],
  ["with an equals sign", (cell) => `=${String(cell)}`],
  ["with letters for figures", (cell) => String(cell).replaceAll("1", "l").replaceAll("5", "S")],
  ["with a point at its end", (cell) => `${String(cell)}.`],
  ["with two points", (cell) => `${String(cell)}.0.0`],
  ["with a break", (cell) => `${String(cell)}\n${String(cell)}`],
];

const days: readonly [string, (day: string) => Cell][] = [
  ["as a serial", serialOf],
  ["as a quarter", (day) => `Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))} ${day.slice(0, 4)}`],
  ["to be told", () => "tbc"],
  ["as soon as possible", () => "asap"],
  ["of no day", (day) => `${day.slice(0, 8)}32`],
  ["with a range", (day) => `${day} to ${day.slice(0, 8)}28`],
];

/** Two cells of a row, of different kinds, that stand in each other's place. */
function swapCells(sheet: Sheet, random: () => number): boolean {
  const row = pick(random, dataRows(sheet));
  if (!row) return false;
  const first = randomIndex(random, sheet.titles.length);
  const second = randomIndex(random, sheet.titles.length);
  const [one, other] = [row[first] ?? null, row[second] ?? null];
  if (kindOf(one) === kindOf(other) || kindOf(one) === "none" || kindOf(other) === "none") return false;
  row[first] = other;
  row[second] = one;
  return true;
}

/** Figures of one column in two, some rows in one and some in the other, with a header each. */
function splitColumn(sheet: Sheet, random: () => number): boolean {
  const column = columnOf(sheet, sheet.table === "Usage" ? "Quantity" : "Unit price");
  const rows = dataRows(sheet);
  if (column < 0 || rows.length < 2) return false;
  const moved = rows.map((row, index) => (index % 2 === 1 ? (row[column] ?? null) : null));
  if (moved.every((cell) => cell === null)) return false;
  for (const [index, row] of rows.entries()) if (moved[index] !== null) row[column] = null;
  const title = pick(random, ["Weekend", "Night", "New", "Q", "Special", "From Nov"])!;
  insertColumn(sheet, column + 1, title, moved);
  return true;
}

/** What is where it does not belong, and words where a figure should be: as typed by somebody who was called away. */
export const misplacedMutations: readonly Mutation[] = [
  ...amounts.map(([kind, write]) =>
    rewritten(`misplaced: a number ${kind}`, isNumber, (cell) => write(Number(cell)), true),
  ),
  ...days.map(([kind, write]) =>
    rewritten(`misplaced: a date ${kind}`, isDay, (cell) => (isDay(cell) ? write(cell.day) : cell), true),
  ),
  ofSheet(
    "misplaced: usage of another year",
    "same meaning",
    (sheet, random) => {
      const column = columnOf(sheet, "Date");
      const row = pick(
        random,
        dataRows(sheet).filter((each) => isDay(each[column] ?? null)),
      );
      if (!row) return false;
      const { day } = row[column] as { day: string };
      row[column] = { day: pick(random, ["1926", "2062", "2027", "2028"])! + day.slice(4) };
      return true;
    },
    ["Usage"],
  ),
  ofSheet("misplaced: two cells swapped", "same meaning", swapCells),
  ofSheet("misplaced: a row one cell to the right", "same meaning", (sheet, random) => {
    const row = pick(random, dataRows(sheet));
    row?.unshift(null);
    return row !== undefined;
  }),
  ofSheet("misplaced: a row one cell to the left", "same meaning", (sheet, random) => {
    const row = pick(random, dataRows(sheet));
    row?.shift();
    return row !== undefined;
  }),
  ofSheet("misplaced: a column in two", "same meaning", splitColumn, ["Usage", "Prices"]),
  ofSheet("misplaced: a cell cut and pasted below the table", "same meaning", (sheet, random) => {
    const row = pick(random, dataRows(sheet));
    const column = randomIndex(random, sheet.titles.length);
    const cell = row?.[column] ?? null;
    if (!row || cell === null) return false;
    row[column] = null;
    sheet.rows.push([], [...sheet.titles.map((_, index) => (index === column ? cell : null))]);
    return true;
  }),
  ofSheet(
    "misplaced: settings above a table",
    "same meaning",
    (sheet, _random, sheets) => {
      const settings = sheets.find(({ table }) => table === "Settings");
      if (!settings || settings.merges.length > 0 || sheet.merges.length > 0) return false;
      const lines = dataRows(settings);
      sheet.rows = [...lines, [], ...sheet.rows];
      sheet.headerRow += lines.length + 1;
      sheets.splice(sheets.indexOf(settings), 1);
      return true;
    },
    ["Contracts", "Prices", "Usage"],
  ),
  ofSheet(
    "misplaced: a key of settings typed wrong",
    "same meaning",
    (sheet, random) => {
      const row = pick(random, dataRows(sheet))!;
      row[0] = String(row[0]).slice(0, -1);
      return true;
    },
    ["Settings"],
  ),
  ofSheet(
    "misplaced: settings as columns",
    "same meaning",
    (sheet) => {
      const rows = dataRows(sheet);
      sheet.rows = [rows.map(([key]) => key ?? null), rows.map(([, value]) => value ?? null)];
      return rows.length > 0;
    },
    ["Settings"],
  ),
];
