import { columnName } from "../../src/core/api";

const LETTERS = 26;

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The addresses of a reference such as A1:B9, row by row; a single cell is a range of one. */
export function addressesOf(reference: string): string[][] {
  const corners = reference.split(":").map((address) => {
    const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    if (row === "") throw new Error(`${reference} is no reference to cells`);
    return { column: columnIndex(letters), row: Number(row) };
  });
  const [from, to = from] = corners as [(typeof corners)[0], (typeof corners)[0]?];
  return Array.from({ length: to.row - from.row + 1 }, (_, row) =>
    Array.from(
      { length: to.column - from.column + 1 },
      (_, column) => `${columnName(from.column + column)}${String(from.row + row)}`,
    ),
  );
}
