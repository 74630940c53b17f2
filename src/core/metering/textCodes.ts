import { nameKey } from "../base/name";
import { CellKind, type Grid } from "../grid/grid";
import { viewCell } from "../schema/bind";
import { shownText } from "../schema/column";

/** Names of a column as small numbers; names that differ only in case and spacing get the same one. */
export interface TextCodes {
  /** By code, as first written. */
  readonly names: readonly string[];
  /** The code of a row's name, undefined for a blank or an error. */
  readonly codeAt: (row: number) => number | undefined;
}

/** Codes for the texts of a column; each distinct text is looked at once, whatever the number of rows. */
export function textCodes(grid: Grid, columnIndex: number): TextCodes {
  const names: string[] = [];
  const codeOfKey = new Map<string, number>();
  const column = grid.columns[columnIndex];
  const codeOfText = new Int32Array(column?.texts.length ?? 0).fill(-1);
  const codeFor = (name: string): number => {
    const key = nameKey(name);
    let code = codeOfKey.get(key);
    if (code === undefined) {
      code = names.push(name) - 1;
      codeOfKey.set(key, code);
    }
    return code;
  };
  const codeAt = (row: number): number | undefined => {
    if (!column) return undefined;
    if (column.kinds[row] === CellKind.text) {
      const index = column.values[row]!;
      let code = codeOfText[index]!;
      if (code === -1) {
        const name = column.texts.at(index)!.trim();
        code = codeOfText[index] = name === "" ? -2 : codeFor(name);
      }
      return code === -2 ? undefined : code;
    }
    const cell = viewCell(grid, row, columnIndex);
    const name = cell.kind === CellKind.error ? "" : shownText(cell);
    return name === "" ? undefined : codeFor(name);
  };
  return { names, codeAt };
}
