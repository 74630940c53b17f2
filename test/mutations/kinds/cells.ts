import { randomIndex } from "../../../scripts/example/random";
import { ofSheet, pick, type Mutation } from "../mutation";
import { columnOf, dataRows, type Cell, type Sheet } from "../sheet";

export const isDay = (cell: Cell | undefined): cell is { day: string } =>
  cell !== null && typeof cell === "object" && "day" in cell;

/** Columns of which a cell is as wanted. */
function columnsWith(sheet: Sheet, wanted: (cell: Cell) => boolean): number[] {
  return [...sheet.titles.keys()].filter((column) =>
    dataRows(sheet).some((row) => wanted(row[column] ?? null)),
  );
}

/** Writes cells of one column otherwise: all, or only some. */
export function rewritten(
  kind: string,
  isOne: (cell: Cell) => boolean,
  write: (cell: Cell) => Cell,
  some = false,
): Mutation {
  return ofSheet(kind, "same meaning", (sheet, random) => {
    const column = pick(random, columnsWith(sheet, isOne));
    if (column === undefined) return false;
    let count = 0;
    for (const row of dataRows(sheet)) {
      const cell = row[column] ?? null;
      if (!isOne(cell) || (some && count > 0 && random() < 0.6)) continue;
      row[column] = write(cell);
      count++;
    }
    return count > 0;
  });
}

export const isNumber = (cell: Cell): boolean => typeof cell === "number";
const grouped = (whole: string, sign: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, sign);

/** 1234.5 as it is written with these signs. */
function numberText(cell: Cell, thousands: string, decimal: string): string {
  const [whole = "", fraction] = String(cell).split(".");
  return grouped(whole, thousands) + (fraction === undefined ? "" : decimal + fraction);
}

const dayText = (cell: Cell, write: (year: string, month: string, date: string) => string): Cell => {
  if (!isDay(cell)) return cell;
  const [year = "", month = "", date = ""] = cell.day.split("-");
  return write(year, month, date);
};

/** Columns without which a row cannot be billed. */
const needed = [
  "Contract ID",
  "Customer ID",
  "Start date",
  "Product",
  "Pricing model",
  "Meter",
  "Date",
  "Quantity",
];
/** Columns that a row may leave blank; the bill is another one then. */
const optional = ["Discount %", "Minimum", "Included quantity", "Price per", "Currency"];

function blanked(kind: string, effect: Mutation["effect"], titles: readonly string[]): Mutation {
  const change = (sheet: Sheet, random: () => number) => {
    const columns = titles.map((title) => columnOf(sheet, title)).filter((column) => column >= 0);
    const column = pick(random, columns);
    const rows = dataRows(sheet).filter((row) => column !== undefined && (row[column] ?? null) !== null);
    const row = pick(random, rows);
    if (column === undefined || !row) return false;
    row[column] = null;
    return true;
  };
  return ofSheet(kind, effect, change, ["Contracts", "Prices", "Usage"]);
}

const textNumbers: readonly [string, (cell: Cell) => Cell][] = [
  ["cells: numbers as text", (cell) => numberText(cell, "", ".")],
  ["cells: numbers with a comma", (cell) => numberText(cell, "", ",")],
  ["cells: numbers with thousands", (cell) => numberText(cell, ",", ".")],
  ["cells: numbers as in Germany", (cell) => numberText(cell, ".", ",")],
  ["cells: numbers as in Switzerland", (cell) => numberText(cell, "'", ".")],
  ["cells: numbers with spaces", (cell) => numberText(cell, "\u00a0", ",")],
  ["cells: currency sign in text", (cell) => `€ ${numberText(cell, ",", ".")}`],
  ["cells: currency code in text", (cell) => `${numberText(cell, "", ".")} USD`],
  ["cells: unit in text", (cell) => `${numberText(cell, "", ".")} kWh`],
  [
    "cells: format of cents",
    (cell) => (typeof cell === "number" ? { money: cell, format: "¢#,##0.00" } : cell),
  ],
  [
    "cells: format of a year",
    (cell) => (typeof cell === "number" ? { money: cell, format: '0.00 "€/yr"' } : cell),
  ],
  [
    "cells: currency format",
    (cell) => (typeof cell === "number" ? { money: cell, format: "[$€-407] #,##0.00" } : cell),
  ],
  [
    "cells: currency format of dollars",
    (cell) => (typeof cell === "number" ? { money: cell, format: "$#,##0.00" } : cell),
  ],
];

const textDays: readonly [string, (cell: Cell) => Cell][] = [
  ["cells: dates as ISO text", (cell) => dayText(cell, (y, m, d) => `${y}-${m}-${d}`)],
  ["cells: dates day first", (cell) => dayText(cell, (y, m, d) => `${d}/${m}/${y}`)],
  ["cells: dates month first", (cell) => dayText(cell, (y, m, d) => `${m}/${d}/${y}`)],
  ["cells: dates with dots", (cell) => dayText(cell, (y, m, d) => `${d}.${m}.${y}`)],
  ["cells: dates in a row of digits", (cell) => dayText(cell, (y, m, d) => y + m + d)],
  ["cells: dates of two digits", (cell) => dayText(cell, (y, m, d) => `${d}-${m}-${y.slice(2)}`)],
];

export const cellMutations: readonly Mutation[] = [
  ...textNumbers.flatMap(([kind, write]) => [
    rewritten(kind, isNumber, write),
    rewritten(`${kind}, some`, isNumber, write, true),
  ]),
  ...textDays.flatMap(([kind, write]) => [
    rewritten(kind, isDay, write),
    rewritten(`${kind}, some`, isDay, write, true),
  ]),
  rewritten("cells: ids as numbers", (cell) => typeof cell === "string" && /^[1-9]\d*$/.test(cell), Number),
  rewritten(
    "cells: spaces around texts",
    (cell) => typeof cell === "string",
    (cell) => ` ${String(cell)}\u00a0`,
  ),
  rewritten(
    "cells: texts in capitals",
    (cell) => typeof cell === "string",
    (cell) => String(cell).toUpperCase(),
  ),
  rewritten("cells: error text", isNumber, () => "#N/A", true),
  rewritten("cells: a dash", isNumber, () => "-", true),
  ofSheet(
    "cells: a price below 0",
    "same meaning",
    (sheet, random) => {
      const column = columnOf(sheet, "Unit price");
      const row = pick(
        random,
        dataRows(sheet).filter((each) => typeof each[column] === "number"),
      );
      if (!row) return false;
      row[column] = -Number(row[column]);
      return true;
    },
    ["Prices"],
  ),
  blanked("cells: a needed one blank", "same meaning", needed),
  blanked("cells: a price blank", "same meaning", ["Unit price", "Flat fee", "Tiers", "Plan"]),
  blanked("cells: an optional one blank", "other meaning", optional),
  ofSheet(
    "cells: another quantity",
    "other meaning",
    (sheet, random) => {
      const row = pick(random, dataRows(sheet));
      if (!row) return false;
      row[columnOf(sheet, "Quantity")] = randomIndex(random, 5000) / 4;
      return true;
    },
    ["Usage"],
  ),
  ofSheet("cells: merged down", "same meaning", (sheet, random) => {
    const column = randomIndex(random, sheet.titles.length);
    const first = sheet.headerRow + 1;
    const twins = [...sheet.rows.keys()].filter((row) => {
      if (row < first || row + 1 >= sheet.rows.length) return false;
      const cell = sheet.rows[row]![column] ?? null;
      return cell !== null && JSON.stringify(cell) === JSON.stringify(sheet.rows[row + 1]![column] ?? null);
    });
    const row = pick(random, twins);
    if (row === undefined || column > 25 || sheet.merges.length > 0) return false;
    const letter = String.fromCharCode(65 + column);
    sheet.rows[row + 1]![column] = null;
    sheet.merges.push(`${letter}${String(row + 1)}:${letter}${String(row + 2)}`);
    return true;
  }),
];
