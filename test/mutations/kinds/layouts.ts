import { randomIndex } from "../../../scripts/example/random";
import { ofSheet, pick, type Mutation } from "../mutation";
import { dataRows, type Cell } from "../sheet";

/** Rows and tables put elsewhere, as people lay out a book for reading. */
export const layoutMutations: readonly Mutation[] = [
  ofSheet("layouts: headings of groups", "same meaning", (sheet, random) => {
    const column = randomIndex(random, Math.min(2, sheet.titles.length));
    const rows: Cell[][] = [];
    let last: Cell | undefined;
    for (const row of dataRows(sheet)) {
      const cell = row[column] ?? null;
      if (JSON.stringify(cell) !== JSON.stringify(last)) rows.push([`Group ${String(cell)}`]);
      rows.push(row);
      last = cell;
    }
    sheet.rows = [...sheet.rows.slice(0, sheet.headerRow + 1), ...rows];
    return rows.length > 0;
  }),
  ofSheet(
    "layouts: usage in two sheets",
    "same meaning",
    (sheet, random, sheets) => {
      const rows = dataRows(sheet);
      const name = pick(random, ["Usage 2", "Usage (2)", "Usage part 2", "More usage", "Usage cont."])!;
      if (rows.length < 2 || sheet.merges.length > 0 || sheets.some((other) => other.name === name))
        return false;
      const head = sheet.rows.slice(0, sheet.headerRow + 1);
      const middle = Math.ceil(rows.length / 2);
      sheet.rows = [...head, ...rows.slice(0, middle)];
      sheets.push({ ...sheet, name, rows: [...head.map((row) => [...row]), ...rows.slice(middle)] });
      return true;
    },
    ["Usage"],
  ),
  ofSheet(
    "layouts: one table below another",
    "same meaning",
    (sheet, random, sheets) => {
      const below = pick(
        random,
        sheets.filter((other) => other !== sheet && other.table !== undefined && other.merges.length === 0),
      );
      if (!below) return false;
      const gap: Cell[][] = Array.from({ length: randomIndex(random, 3) }, () => []);
      sheet.rows = [...sheet.rows, ...gap, ...below.rows];
      sheets.splice(sheets.indexOf(below), 1);
      return true;
    },
    ["Contracts", "Prices", "Usage", "Settings"],
  ),
  ofSheet("layouts: one table beside another", "same meaning", (sheet, random, sheets) => {
    const beside = pick(
      random,
      sheets.filter((other) => other !== sheet && other.table !== undefined && other.merges.length === 0),
    );
    if (!beside) return false;
    const width = sheet.titles.length + 1;
    const rows = Math.max(sheet.rows.length, beside.rows.length);
    sheet.rows = Array.from({ length: rows }, (_, index) => {
      const left = sheet.rows[index] ?? [];
      const gap: Cell[] = Array.from({ length: width - left.length }, () => null);
      return [...left, ...gap, ...(beside.rows[index] ?? [])];
    });
    sheets.splice(sheets.indexOf(beside), 1);
    return true;
  }),
];
