import type { Work } from "../port";
import { Batch, MOST_BYTES, roundTrip } from "./batches";
import { endOf, extentOf, loadExtent } from "./extent";
import type { Target } from "./targets";
import { retyped, type CellInput } from "./values";

/** What of a cell's look is put back; a table that is written in place keeps its widths, page and frozen rows. */
const LOOKS: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, italic: true, color: true, size: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
  },
};
/** Looks are heavy; larger sheets keep values, formulas and number formats only. */
const MOST_CELLS_WITH_LOOKS = 40_000;
const BYTES_PER_CELL = 60;

/** A sheet as it was, enough to put it back. */
export interface BeforeImage {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly inputs: readonly (readonly CellInput[])[];
  readonly formats: readonly (readonly string[])[];
  readonly looks: Excel.SettableCellProperties[][];
  readonly tables: readonly {
    readonly name: string;
    readonly address: readonly [number, number, number, number];
  }[];
}

/** A cell without a fill reads as white, and would be painted white. */
function settable({ format }: Excel.CellProperties): Excel.SettableCellProperties {
  const fill = format?.fill?.pattern === "None" ? { pattern: "None" as const } : format?.fill;
  return { format: { ...format, ...(fill && { fill }) } };
}

type Block = { readonly first: number; readonly rows: number };

/** Blocks of rows whose cells fit one answer. */
function blocksOf(rows: number, columns: number): Block[] {
  const size = Math.max(1, Math.floor(MOST_BYTES / (BYTES_PER_CELL * Math.max(1, columns))));
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => ({
    first: index * size,
    rows: Math.min(size, rows - index * size),
  }));
}

async function captureSheet(context: Excel.RequestContext, target: Target, work: Work): Promise<BeforeImage> {
  const { name, sheet, rows, columns } = target;
  const withLooks = rows * columns <= MOST_CELLS_WITH_LOOKS;
  const inputs: CellInput[][] = [];
  const formats: string[][] = [];
  const looks: Excel.SettableCellProperties[][] = [];
  for (const { first, rows: count } of blocksOf(rows, columns)) {
    const range = sheet!.getRangeByIndexes(first, 0, count, columns);
    range.load("formulas,values,numberFormat");
    const properties = withLooks ? range.getCellProperties(LOOKS) : undefined;
    await roundTrip(context, work);
    const values = range.values as unknown[][];
    for (const [row, cells] of (range.formulas as unknown[][]).entries())
      inputs.push(cells.map((formula, column) => retyped(formula, values[row]![column])));
    formats.push(...(range.numberFormat as string[][]));
    if (properties) looks.push(...properties.value.map((row) => row.map(settable)));
  }
  const tables = target.tables.map((table) => ({
    name: table.name,
    address: [table.row, table.column, table.rows, table.columns] as const,
  }));
  return { name, rows, columns, inputs, formats, looks, tables };
}

/** The sheets that are there already, as they are. */
export async function captureBefore(
  context: Excel.RequestContext,
  targets: Iterable<Target>,
  work: Work,
): Promise<BeforeImage[]> {
  const images: BeforeImage[] = [];
  for (const target of targets) if (target.sheet) images.push(await captureSheet(context, target, work));
  return images;
}

async function restoreSheet(context: Excel.RequestContext, image: BeforeImage): Promise<void> {
  const { name, rows, columns, inputs, formats, looks, tables } = image;
  const { worksheets } = context.workbook;
  let sheet = worksheets.getItemOrNullObject(name);
  sheet.tables.load("items/name");
  const used = loadExtent(sheet.getUsedRangeOrNullObject(false));
  await roundTrip(context);
  if (sheet.isNullObject) sheet = worksheets.add(name);
  const batch = new Batch(context, {});
  const { rows: usedRows, columns: usedColumns } = endOf(extentOf(used));
  for (const { name: table, address } of tables) {
    const known = !sheet.isNullObject && sheet.tables.items.some((each) => each.name === table);
    if (known) sheet.tables.getItem(table).resize(sheet.getRangeByIndexes(...address));
  }
  // Tables that the write added go; their cells are cleared with the rest.
  for (const table of sheet.isNullObject ? [] : sheet.tables.items)
    if (!tables.some(({ name: before }) => before === table.name)) table.convertToRange();
  if (usedRows > 0) sheet.getRangeByIndexes(0, 0, usedRows, usedColumns).clear("Contents");
  if (usedRows > rows && rows > 0) {
    const added = sheet.getRangeByIndexes(rows, 0, usedRows - rows, usedColumns);
    // Not "All": drop-downs that reach below the rows of a table were there before.
    added.clear("Hyperlinks");
    added.clear("Formats");
  }
  for (const { first, rows: count } of blocksOf(rows, columns)) {
    await batch.reserve(count * columns * BYTES_PER_CELL);
    const range = sheet.getRangeByIndexes(first, 0, count, columns);
    range.numberFormat = formats.slice(first, first + count) as string[][];
    range.formulas = inputs.slice(first, first + count) as CellInput[][];
    if (looks.length > 0) range.setCellProperties(looks.slice(first, first + count));
  }
  await batch.send();
}

/** Puts sheets back and takes away those that were not there. Says which could not be. */
export async function restore(
  context: Excel.RequestContext,
  images: readonly BeforeImage[],
  created: readonly string[],
): Promise<string[]> {
  const left: string[] = [];
  const attempt = async (name: string, step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch {
      left.push(name);
    }
  };
  for (const name of created)
    await attempt(name, async () => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      await roundTrip(context);
      if (sheet.isNullObject) return;
      sheet.delete();
      await roundTrip(context);
    });
  for (const image of images) await attempt(image.name, () => restoreSheet(context, image));
  return left;
}
