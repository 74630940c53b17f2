import { randomIndex } from "../../../scripts/example/random";
import { ofSheet, pick, type Mutation } from "../mutation";
import { columnOf, dataRows, type Cell } from "../sheet";
import { isDay, isNumber, rewritten } from "./cells";

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const isText = (cell: Cell): cell is string => typeof cell === "string";
const isId = (cell: Cell): boolean => isText(cell) && /^[A-Z]+\d+$/.test(cell);

/** How people write a number that is more than a number. */
const numbers: readonly [string, (cell: number) => string][] = [
  ["about", (cell) => `ca. ${String(cell)}`],
  ["about, with a sign", (cell) => `~${String(cell)}`],
  ["with a footnote", (cell) => `${String(cell)}*`],
  ["with a remark", (cell) => `${String(cell)} (est.)`],
  ["in thousands", (cell) => `${String(cell / 1000)}k`],
  ["in thousands, in a word", (cell) => `${String(cell / 1000)} thousand`],
  ["in millions", (cell) => `${String(cell / 1_000_000)} mio`],
  ["with the letter O", (cell) => String(cell).replaceAll("0", "O")],
  ["as a sum", (cell) => `${String(cell)} + 5`],
  ["as a range", (cell) => `${String(cell)}-${String(cell + 10)}`],
  ["two in a cell", (cell) => `${String(cell)} / 12`],
  ["with words", (cell) => `${String(cell)} each`],
  ["as a power of ten", (cell) => cell.toExponential()],
];

/** How people write the days of a column otherwise. */
const days: readonly [string, (year: number, month: number, day: number) => Cell][] = [
  ["with the name of the month", (y, m, d) => `${String(d)} ${monthNames[m - 1]!} ${String(y)}`],
  ["without a year", (_, m, d) => `${String(d)} ${monthNames[m - 1]!}`],
  ["of a month", (y, m) => `${String(m)}/${String(y)}`],
  [
    "with a time",
    (y, m, d) => `${String(y)}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")} 14:30`,
  ],
  ["as two days", (_, m, d) => `${String(d)}.-${String(d + 1)}.${String(m)}.`],
  ["as a weekday", (_, m, d) => `Mon ${String(d)}/${String(m)}`],
  ["with a letter O", (y, m, d) => `${String(y)}-${String(m)}-${String(d)}`.replaceAll("0", "O")],
];

/** How an id comes out when somebody types it again. */
const ids: readonly [string, (cell: string) => string][] = [
  ["with a hyphen", (cell) => cell.replace(/(\d)/, "-$1")],
  ["with a space", (cell) => cell.replace(/(\d)/, " $1")],
  ["with a word before it", (cell) => `No. ${cell}`],
  ["with zeros", (cell) => cell.replace(/(\d)/, "0$1")],
  [
    "with a look-alike letter",
    (cell) => cell.replace("K", "\u041a").replace("S", "\u0405").replace("H", "\u041d"),
  ],
  ["with a name behind it", (cell) => `${cell} Alder`],
];

/** Rewrites one cell of the ids, or all of one sheet. */
function idMutation(kind: string, write: (cell: string) => string): Mutation {
  return ofSheet(kind, "same meaning", (sheet, random) => {
    const column = columnOf(sheet, "Contract ID");
    const rows = dataRows(sheet).filter((row) => isId(row[column] ?? null));
    const isAll = random() < 0.5;
    const chosen = isAll ? rows : rows.slice(0, 1 + randomIndex(random, rows.length));
    for (const row of chosen) row[column] = write(String(row[column]));
    return chosen.length > 0;
  });
}

/** Cells that somebody typed in a hurry: a run may read them, or say what they are; never another bill. */
export const slipMutations: readonly Mutation[] = [
  ...numbers.map(([kind, write]) =>
    rewritten(`slips: a number ${kind}`, isNumber, (cell) => write(Number(cell)), true),
  ),
  ...days.map(([kind, write]) =>
    rewritten(
      `slips: a date ${kind}`,
      isDay,
      (cell) =>
        isDay(cell) ? write(...(cell.day.split("-").map(Number) as [number, number, number])) : cell,
      true,
    ),
  ),
  ...ids.map(([kind, write]) => idMutation(`slips: an id ${kind}`, write)),
  ofSheet("slips: ditto marks", "same meaning", (sheet, random) => {
    const column = randomIndex(random, sheet.titles.length);
    const mark = pick(random, ['"', "''", "\u3003", "ditto", "do.", "idem", "s.o."])!;
    const rows = dataRows(sheet);
    const twins = rows.filter((row, index) => {
      const [cell, above] = [row[column] ?? null, rows[index - 1]?.[column] ?? null];
      return cell !== null && JSON.stringify(cell) === JSON.stringify(above);
    });
    // From the last one up, so that each still has what it repeats above it or a mark.
    for (const row of twins) row[column] = mark;
    return twins.length > 0;
  }),
  ofSheet("slips: what repeats is left out", "same meaning", (sheet) => {
    const column = columnOf(sheet, "Contract ID");
    const rows = dataRows(sheet);
    const twins = rows.filter((row, index) => {
      const cell = row[column] ?? null;
      return cell !== null && cell === (rows[index - 1]?.[column] ?? null);
    });
    for (const row of twins) row[column] = null;
    return twins.length > 0;
  }),
  ofSheet(
    "slips: a product in the singular",
    "same meaning",
    (sheet) => {
      const column = columnOf(sheet, sheet.table === "Usage" ? "Meter" : "Product");
      const rows = dataRows(sheet).filter(
        (row) => isText(row[column] ?? null) && /s$/.test(String(row[column])),
      );
      for (const row of rows) row[column] = String(row[column]).slice(0, -1);
      return rows.length > 0;
    },
    ["Prices", "Usage"],
  ),
  ofSheet(
    "slips: a model in other words",
    "same meaning",
    (sheet, random) => {
      const column = columnOf(sheet, "Pricing model");
      const row = pick(random, dataRows(sheet))!;
      row[column] = pick(random, ["unit price", "see contract", "per piece", "x"])!;
      return column >= 0;
    },
    ["Prices"],
  ),
];
