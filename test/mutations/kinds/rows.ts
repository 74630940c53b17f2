import { randomIndex } from "../../../scripts/example/random";
import { ofSheet, pick, type Mutation } from "../mutation";
import { columnOf, dataRows, type Cell, type Sheet } from "../sheet";

const words = ["Total", "Subtotal", "Sum", "Grand total", "Summe", "Zwischensumme", "Totale"];

/** A row in which a column has the sum of the rows from a first on, and the first column a word. */
function totalRow(sheet: Sheet, word: string, column: number, from: number, to: number): Cell[] {
  const sum = sheet.rows
    .slice(from, to)
    .reduce((total, row) => total + (typeof row[column] === "number" ? row[column] : 0), 0);
  const row: Cell[] = sheet.titles.map(() => null);
  row[column] = Number(sum.toFixed(6));
  const first = column === 0 ? 1 : 0;
  row[first] = word === "" ? null : word;
  return row;
}

const figures = ({ titles }: Sheet): number[] =>
  ["Quantity", "Unit price", "Flat fee"].flatMap((title) => {
    const column = titles.indexOf(title);
    return column < 0 ? [] : [column];
  });

function withTotal(
  kind: string,
  word: (random: () => number) => string,
  off: number,
  isLast: boolean,
): Mutation {
  return ofSheet(kind, "same meaning", (sheet, random) => {
    const column = pick(random, figures(sheet));
    const first = sheet.headerRow + 1;
    if (column === undefined || sheet.rows.length - first < 2) return false;
    const at = isLast ? sheet.rows.length : first + 2 + randomIndex(random, sheet.rows.length - first - 1);
    const row = totalRow(sheet, word(random), column, first, at);
    row[column] = Number(row[column]) + off;
    sheet.rows.splice(at, 0, row);
    return true;
  });
}

const notes: readonly Cell[][] = [
  ["Checked, J. Park"],
  [null, "see mail of 3 October"],
  ["* prices without tax"],
  ["Prepared 2026-11-02", null, "final"],
];

export const rowMutations: readonly Mutation[] = [
  withTotal("rows: total below", (random) => pick(random, words)!, 0, true),
  withTotal("rows: subtotal between", (random) => pick(random, words)!, 0, false),
  withTotal("rows: total without a word", () => "", 0, true),
  withTotal("rows: total that is wrong", (random) => pick(random, words)!, 7, true),
  ofSheet("rows: blank ones at the end", "harmless", (sheet, random) => {
    for (let count = randomIndex(random, 4); count >= 0; count--)
      sheet.rows.push(sheet.titles.map(() => null));
    return true;
  }),
  ofSheet("rows: blank ones between", "harmless", (sheet, random) => {
    const at = sheet.headerRow + 1 + randomIndex(random, sheet.rows.length - sheet.headerRow);
    sheet.rows.splice(at, 0, [], []);
    return true;
  }),
  ofSheet("rows: a note between or below", "same meaning", (sheet, random) => {
    const at = sheet.headerRow + 1 + randomIndex(random, sheet.rows.length - sheet.headerRow);
    sheet.rows.splice(at, 0, [...pick(random, notes)!]);
    return true;
  }),
  ofSheet("rows: header pushed down", "harmless", (sheet, random) => {
    const above: Cell[][] = [["Quay Storage Ltd"], [], ["October 2026", null, "confidential"], []];
    const count = 1 + randomIndex(random, above.length);
    sheet.rows.unshift(...above.slice(0, count));
    sheet.headerRow += count;
    return true;
  }),
  ofSheet("rows: header repeated", "same meaning", (sheet, random) => {
    const at = sheet.headerRow + 2 + randomIndex(random, sheet.rows.length - sheet.headerRow - 1);
    sheet.rows.splice(at, 0, [...sheet.rows[sheet.headerRow]!]);
    return true;
  }),
  ofSheet("rows: second header line of units", "same meaning", (sheet) => {
    const units: Readonly<Record<string, string>> = {
      Quantity: "kWh",
      "Unit price": "EUR",
      "Flat fee": "EUR",
    };
    const line = sheet.titles.map((title) => units[title] ?? null);
    if (line.every((unit) => unit === null)) return false;
    sheet.rows.splice(sheet.headerRow + 1, 0, line);
    return true;
  }),
  ofSheet(
    "rows: other order",
    "harmless",
    (sheet) => {
      const above = sheet.rows.slice(0, sheet.headerRow + 1);
      sheet.rows = [...above, ...dataRows(sheet).reverse()];
      return true;
    },
    ["Contracts", "Usage"],
  ),
  ofSheet(
    "rows: one twice",
    "other meaning",
    (sheet, random) => {
      const row = pick(random, dataRows(sheet))!;
      const isKeyed = columnOf(sheet, "Event ID") >= 0;
      if (isKeyed) return false;
      sheet.rows.push([...row]);
      return true;
    },
    ["Usage"],
  ),
  ofSheet("rows: one with an id or key twice", "same meaning", (sheet, random) => {
    if (sheet.table === "Usage" && columnOf(sheet, "Event ID") < 0) return false;
    const row = pick(random, dataRows(sheet));
    if (row) sheet.rows.push([...row]);
    return row !== undefined;
  }),
  ofSheet(
    "rows: one is gone",
    "other meaning",
    (sheet, random) => {
      sheet.rows.splice(sheet.headerRow + 1 + randomIndex(random, dataRows(sheet).length), 1);
      return true;
    },
    ["Usage"],
  ),
  ...(["hidden", "struck"] as const).map((way) =>
    ofSheet(
      `rows: one is ${way}`,
      "other meaning",
      (sheet, random) => {
        const row = pick(random, dataRows(sheet));
        if (!row) return false;
        sheet[way].push(row);
        return true;
      },
      ["Usage", "Prices"],
    ),
  ),
];
