import {
  TextsPacker,
  TextsUnpacker,
  type Grid,
  type GridColumn,
  type PackedTexts,
  type Snapshot,
} from "../../core/api";

/** A column as it crosses to the worker. */
type PackedColumn = Omit<GridColumn, "texts"> & { readonly texts: PackedTexts };
type PackedGrid = Omit<Grid, "columns"> & { readonly columns: readonly PackedColumn[] };

/** A workbook as it crosses to the worker: its texts as they are kept, so that none is made on the way. */
export type PackedSnapshot = Omit<Snapshot, "grids"> & { readonly packedGrids: readonly PackedGrid[] };

/**
 * A copy of a workbook to hand over whole, and the buffers to hand over with it. The page keeps its own: it is what a
 * plan is applied to (`apply(plan, before)`), and what a new worker is started with when one was cancelled. Columns
 * are cut to what they use, since a clone would copy all of a buffer for a part of it.
 */
export function packSnapshot({ grids, ...rest }: Snapshot): {
  readonly packed: PackedSnapshot;
  readonly buffers: ArrayBuffer[];
} {
  const buffers: ArrayBuffer[] = [];
  const packer = new TextsPacker(buffers);
  const cut = <Values extends Uint8Array | GridColumn["values"]>(values: Values): Values => {
    const own = values.slice();
    buffers.push(own.buffer);
    return own as Values;
  };
  const cutMarks = (name: "currencies" | "units" | "digits", shown: GridColumn["units"]) =>
    shown ? { [name]: { ...shown, of: cut(shown.of) } } : {};
  const columnOf = ({
    kinds,
    values,
    texts,
    currencies,
    units,
    digits,
    struck,
  }: GridColumn): PackedColumn => ({
    kinds: cut(kinds),
    values: cut(values),
    texts: packer.pack(texts),
    ...cutMarks("currencies", currencies),
    ...cutMarks("units", units),
    ...cutMarks("digits", digits),
    ...(struck ? { struck: cut(struck) } : {}),
  });
  const packedGrids = grids.map((grid) => ({ ...grid, columns: grid.columns.map(columnOf) }));
  return { packed: { ...rest, packedGrids }, buffers };
}

/** The workbook again, on the other side. */
export function unpackSnapshot({ packedGrids, ...rest }: PackedSnapshot): Snapshot {
  const unpacker = new TextsUnpacker();
  const columnOf = (column: PackedColumn): GridColumn => ({
    ...column,
    texts: unpacker.unpack(column.texts),
  });
  const grids = packedGrids.map((grid) => ({ ...grid, columns: grid.columns.map(columnOf) }));
  return { ...rest, grids };
}

export const isPackedSnapshot = (given: unknown): given is PackedSnapshot =>
  typeof given === "object" && given !== null && "packedGrids" in given;
