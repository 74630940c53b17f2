import { CellKind, digitsOfCell, type Grid, type GridColumn } from "../grid/grid";
import type { BoundTable } from "./boundTable";

const named = new Set(["id", "text"]);

/** A column in which 101 shown as 00101 is the text 00101. */
function padded(grid: Grid, index: number, column: GridColumn): GridColumn {
  const kinds = Uint8Array.from(column.kinds);
  const values = Float64Array.from(column.values);
  const texts = [...column.texts];
  const known = new Map(texts.map((text, position): [string, number] => [text, position]));
  for (let row = 0; row < kinds.length; row++) {
    const digits = digitsOfCell(grid, row, index);
    const value = values[row]!;
    if (digits === undefined || kinds[row] !== CellKind.number || !Number.isInteger(value) || value < 0)
      continue;
    const text = String(value).padStart(digits, "0");
    let position = known.get(text);
    if (position === undefined) known.set(text, (position = texts.push(text) - 1));
    kinds[row] = CellKind.text;
    values[row] = position;
  }
  const { currencies, units } = column;
  return { kinds, values, texts, ...(currencies ? { currencies } : {}), ...(units ? { units } : {}) };
}

/** A table whose ids and names are as the sheet shows them: zeros of a number format belong to an id. */
export function withShownZeros(bound: BoundTable): BoundTable {
  const { grid, definition } = bound;
  const columns = new Set(
    [...bound.columnOf].flatMap(([field, index]) =>
      named.has(definition.columns[field]!.kind) && grid.columns[index]?.digits ? [index] : [],
    ),
  );
  if (columns.size === 0) return bound;
  const shown = grid.columns.map((column, index) =>
    columns.has(index) ? padded(grid, index, column) : column,
  );
  return { ...bound, grid: { ...grid, columns: shown } };
}
