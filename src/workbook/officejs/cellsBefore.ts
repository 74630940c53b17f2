import { present } from "./answers";
import type { Batch } from "./batches";
import { MOST_BYTES } from "./batches";
import type { Extent } from "./extent";
import { retyped, type CellInput } from "../port/typed";

/** Everything of a cell's look that a clear of its formats takes away, and its link. */
const LOOKS: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    fill: { color: true, pattern: true },
    font: {
      name: true,
      size: true,
      color: true,
      bold: true,
      italic: true,
      underline: true,
      strikethrough: true,
    },
    borders: { style: true, weight: true, color: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    shrinkToFit: true,
    textOrientation: true,
    protection: true,
  },
};
/** Looks are heavy; larger areas keep values, formulas and number formats only, and their looks are not cleared. */
const MOST_CELLS_WITH_LOOKS = 40_000;
const INPUT_BYTES = 60;
const LOOK_BYTES = 650;
const LINK_BYTES = 700;

interface Link {
  readonly row: number;
  readonly column: number;
  readonly link: Excel.RangeHyperlink;
}

/** The cells of an area as they were. */
export interface CellsBefore extends Extent {
  readonly inputs: readonly (readonly CellInput[])[];
  readonly formats: readonly (readonly string[])[];
  /** Undefined where the area is too large for them, or Excel did not answer. */
  readonly looks: readonly Excel.SettableCellProperties[][] | undefined;
  readonly links: readonly Link[];
}

/** What Excel says, or null, or nothing. */
type Said<Value> = Value | null | undefined;

function linkOf(cell: Said<Excel.CellProperties>): Excel.RangeHyperlink | undefined {
  const link = present<Excel.RangeHyperlink>(cell?.hyperlink);
  return (link?.address ?? link?.documentReference) ? link : undefined;
}

/** A value that cleared cells do not have; what they have is left out, so that it stays automatic. */
const unless = <Value>(usual: Value, value: Said<Value>): Value | undefined =>
  value === usual ? undefined : (value ?? undefined);

function fontOf(
  font: Said<Excel.CellPropertiesFont>,
  hasLink: boolean,
): Excel.CellPropertiesFont | undefined {
  if (!font) return undefined;
  const { name, size, color, bold, italic, underline, strikethrough } = font;
  return present<Excel.CellPropertiesFont>({
    name,
    size,
    // A link that is put back brings Excel's own colour and line.
    color: hasLink ? color : unless("#000000", color),
    underline: hasLink ? underline : unless<typeof underline>("None", underline),
    bold: unless(false, bold),
    italic: unless(false, italic),
    strikethrough: unless(false, strikethrough),
  });
}

/** A neighbour's line is one with this cell's: a side without one is not set, or it would take the neighbour's. */
function bordersOf(borders: Said<Excel.CellBorderCollection>): Excel.CellBorderCollection {
  const sides = Object.entries((borders ?? {}) as Record<string, Said<Excel.CellBorder>>);
  return Object.fromEntries(sides.filter(([, line]) => line?.style && line.style !== "None"));
}

/** A cell without a fill says that it is white; without the pattern that is all that tells of it. */
function fillOf(fill: Said<Excel.CellPropertiesFill>): Said<Excel.CellPropertiesFill> {
  const isFilled = fill?.pattern ? fill.pattern !== "None" : fill?.color !== "#FFFFFF";
  return isFilled ? fill : undefined;
}

/** A cell's look as it is set on a cleared cell. */
function settable(cell: Said<Excel.CellProperties>): Excel.SettableCellProperties {
  const format: Excel.CellPropertiesFormat = cell?.format ?? {};
  const { fill, font, borders, protection } = format;
  const look = present<Excel.CellPropertiesFormat>({
    fill: fillOf(fill),
    font: fontOf(font, linkOf(cell) !== undefined),
    borders: bordersOf(borders),
    horizontalAlignment: unless<typeof format.horizontalAlignment>("General", format.horizontalAlignment),
    verticalAlignment: unless<typeof format.verticalAlignment>("Bottom", format.verticalAlignment),
    wrapText: unless(false, format.wrapText),
    indentLevel: unless(0, format.indentLevel),
    shrinkToFit: unless(false, format.shrinkToFit),
    textOrientation: unless(0, format.textOrientation),
    protection: protection?.locked === true && !protection.formulaHidden ? undefined : protection,
  });
  return look ? { format: look } : {};
}

interface Block {
  readonly first: number;
  readonly rows: number;
}

interface AskedBlock extends Block {
  readonly range: Excel.Range;
  readonly properties: OfficeExtension.ClientResult<Excel.CellProperties[][]> | undefined;
}

/** Blocks of rows of an area that fit one request or its answer. */
function blocksOf({ rows, columns }: Extent, bytesPerCell: number): Block[] {
  const size = Math.max(1, Math.floor(MOST_BYTES / (bytesPerCell * Math.max(1, columns))));
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => ({
    first: index * size,
    rows: Math.min(size, rows - index * size),
  }));
}

const blockRange = (sheet: Excel.Worksheet, { row, column, columns }: Extent, { first, rows }: Block) =>
  sheet.getRangeByIndexes(row + first, column, rows, columns);

/** Asks for the cells of an area; what is returned reads them once the batch was sent. */
export async function askCells(
  batch: Batch,
  sheet: Excel.Worksheet,
  area: Extent,
): Promise<() => CellsBefore> {
  const withLooks = area.rows * area.columns <= MOST_CELLS_WITH_LOOKS;
  const bytesPerCell = INPUT_BYTES + (withLooks ? LOOK_BYTES : 0);
  const blocks: AskedBlock[] = [];
  for (const block of blocksOf(area, bytesPerCell)) {
    await batch.reserve(block.rows * area.columns * bytesPerCell);
    const range = blockRange(sheet, area, block);
    range.load("formulas,values,numberFormat");
    blocks.push({ ...block, range, properties: withLooks ? range.getCellProperties(LOOKS) : undefined });
  }
  return () => {
    const inputs: CellInput[][] = [];
    const formats: string[][] = [];
    const looks: Excel.SettableCellProperties[][] = [];
    const links: Link[] = [];
    for (const { first, range, properties } of blocks) {
      const values = range.values as unknown[][];
      for (const [row, cells] of (range.formulas as unknown[][]).entries())
        inputs.push(cells.map((formula, column) => retyped(formula, values[row]![column])));
      formats.push(...(range.numberFormat as string[][]));
      for (const [row, cells] of (properties?.value ?? []).entries()) {
        looks.push(cells.map(settable));
        for (const [column, cell] of cells.entries()) {
          const link = linkOf(cell);
          if (link) links.push({ row: first + row, column, link });
        }
      }
    }
    // Where Excel did not answer them they are not cleared either.
    const areKnown = withLooks && looks.length === area.rows;
    return { ...area, inputs, formats, looks: areKnown ? looks : undefined, links };
  };
}

/** Puts the cells of an area back, whatever they hold now. */
export async function putBackCells(batch: Batch, sheet: Excel.Worksheet, before: CellsBefore): Promise<void> {
  const { row, column, inputs, formats, looks, links } = before;
  // Links first: one that names its text writes that text over what is in the cell.
  for (const { row: linkRow, column: linkColumn, link } of links) {
    await batch.reserve(LINK_BYTES);
    sheet.getRangeByIndexes(row + linkRow, column + linkColumn, 1, 1).hyperlink = link;
  }
  for (const block of blocksOf(before, INPUT_BYTES)) {
    const { first, rows } = block;
    const blockLooks = looks?.slice(first, first + rows);
    await batch.reserve(
      rows * before.columns * INPUT_BYTES + (blockLooks ? JSON.stringify(blockLooks).length : 0),
    );
    const range = blockRange(sheet, before, block);
    range.numberFormat = formats.slice(first, first + rows) as string[][];
    range.formulas = inputs.slice(first, first + rows) as CellInput[][];
    if (blockLooks) range.setCellProperties(blockLooks);
  }
}
