import type { CellRef } from "../grid/grid";
import type { ReviewFinding } from "./finding";

/** The cell of a finding; the first of its sheet where it names none. */
export function cellOfFinding({ sheet, cell }: Pick<ReviewFinding, "sheet" | "cell">): CellRef {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell);
  if (!match) return { sheet, row: 0, column: 0 };
  const column = [...match[1]!].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, row: Number(match[2]) - 1, column };
}
