import type { GridColumn, Snapshot } from "../../core/api";

/**
 * A copy of a workbook to hand over whole, and the buffers to hand over with it. The page keeps its own: it is what a
 * plan is applied to (`apply(plan, before)`), and what a new worker is started with when one was cancelled. Columns
 * are cut to what they use, since a clone would copy all of a buffer for a part of it; texts are handed over as an
 * array, which is all that a clone knows.
 */
export function copySnapshot(snapshot: Snapshot): {
  readonly copy: Snapshot;
  readonly buffers: ArrayBuffer[];
} {
  const buffers: ArrayBuffer[] = [];
  const cut = <Values extends Uint8Array | Float64Array>(values: Values): Values => {
    const own = values.slice();
    buffers.push(own.buffer);
    return own as Values;
  };
  const cutMarks = (name: "currencies" | "units" | "digits", shown: GridColumn["units"]) =>
    shown ? { [name]: { ...shown, of: cut(shown.of) } } : {};
  const columnOf = ({ kinds, values, texts, currencies, units, digits, struck }: GridColumn): GridColumn => ({
    kinds: cut(kinds),
    values: cut(values),
    texts: [...texts],
    ...cutMarks("currencies", currencies),
    ...cutMarks("units", units),
    ...cutMarks("digits", digits),
    ...(struck ? { struck: cut(struck) } : {}),
  });
  const grids = snapshot.grids.map((grid) => ({ ...grid, columns: grid.columns.map(columnOf) }));
  return { copy: { ...snapshot, grids }, buffers };
}
