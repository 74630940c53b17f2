import type { BeforeImage } from "./beforeImage";
import { Batch, roundTrip } from "./batches";
import { putBackCells } from "./cellsBefore";
import { askDrawn, putBackCharts } from "./chartsBefore";
import { endOf, extentOf, loadExtent } from "./extent";
import { askShapes, plannedPictures, putBackPictures, shapeName } from "./pictures";
import { putBackSetup } from "./sheetSetup";
import { putBackValidations } from "./validations";
import { plainLook } from "./plainLook";

const CALLS_BYTES = 5000;

/** A sheet that is there now. */
interface SheetNow {
  readonly id: string;
  readonly name: string;
}

/** Tells what a write has made, which goes. */
export interface Created {
  readonly sheet: (sheet: SheetNow) => boolean;
  /** By its name; asked of charts that were not there before. */
  readonly chart: (name: string) => boolean;
}

interface ExistingSheet {
  readonly image: BeforeImage;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly shapes: Excel.ShapeCollection;
  readonly charts: Excel.ChartCollection | undefined;
}

/** The tables as they were; what else the write made a table of goes back to cells. */
function putBackTables({ image: { tables }, sheet }: ExistingSheet): void {
  for (const now of sheet.tables.items) {
    const before = tables.find(({ name }) => name === now.name);
    if (before) now.resize(sheet.getRangeByIndexes(before.row, before.column, before.rows, before.columns));
    else now.convertToRange();
  }
}

/** Takes away what a write has put on a sheet, in the cells and around them; looks only where they are known. */
function clearWritten({ image: { change, cells, setup }, sheet, used }: ExistingSheet): void {
  const [before] = cells;
  const now = endOf(extentOf(used));
  const whole = {
    row: 0,
    column: 0,
    rows: Math.max(now.rows, before?.rows ?? 0),
    columns: Math.max(now.columns, before?.columns ?? 0),
    looks: before ? before.looks : [],
  };
  for (const { row, column, rows, columns, looks } of change === "touched" ? cells : [whole]) {
    if (rows === 0 || columns === 0) continue;
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    if (setup) range.unmerge();
    range.clear("Contents");
    range.clear("Hyperlinks");
    if (looks) plainLook(range);
  }
}

/** Pictures that the write took away, and without those that it brought. */
async function putBackShapes(batch: Batch, { image, sheet, shapes }: ExistingSheet): Promise<void> {
  if (image.change === "touched") return;
  const now = plannedPictures(shapes);
  const brought = now.filter((shape) => !image.pictureNames.includes(shapeName(shape)));
  for (const shape of brought) shape.delete();
  const missing = image.pictures.filter(({ properties }) =>
    now.every((shape) => shapeName(shape) !== properties.name),
  );
  await putBackPictures(batch, sheet, missing, shapes.items.length - brought.length);
}

async function putBackExisting(batch: Batch, existing: ExistingSheet, created: Created): Promise<void> {
  const { image, sheet, charts } = existing;
  await batch.reserve(CALLS_BYTES);
  putBackTables(existing);
  clearWritten(existing);
  for (const cells of image.cells) await putBackCells(batch, sheet, cells);
  if (image.setup) putBackSetup(sheet, image.setup);
  await putBackShapes(batch, existing);
  if (charts && image.charts) putBackCharts(charts, image.charts, created.chart);
}

/** A removed sheet made anew; what an earlier attempt has made of it goes. */
async function putBackRemoved(
  batch: Batch,
  worksheets: Excel.WorksheetCollection,
  image: BeforeImage,
): Promise<void> {
  await batch.reserve(CALLS_BYTES);
  worksheets.items.find(({ name }) => name === image.name)?.delete();
  const sheet = worksheets.add(image.name);
  for (const cells of image.cells) await putBackCells(batch, sheet, cells);
  if (image.setup) putBackSetup(sheet, image.setup);
  if (image.removed) {
    putBackValidations(sheet, image.removed.validations);
    if (image.removed.position !== undefined) sheet.position = image.removed.position;
  }
  await putBackPictures(batch, sheet, image.pictures, 0);
}

async function restoreAll(
  context: Excel.RequestContext,
  images: readonly BeforeImage[],
  created: Created,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await roundTrip(context);
  const batch = new Batch(context, {});
  const existing: ExistingSheet[] = [];
  for (const image of images) {
    const sheet = worksheets.items.find(({ id }) => id === image.id);
    // A sheet that was to be removed and still there is as it was.
    if (!sheet || image.change === "removed") continue;
    sheet.tables.load("items/name");
    const used = loadExtent(sheet.getUsedRangeOrNullObject(false));
    const charts = image.charts && askDrawn(sheet);
    existing.push({ image, sheet, used, shapes: askShapes(sheet), charts });
  }
  for (const sheet of worksheets.items) if (created.sheet(sheet)) sheet.delete();
  await batch.send();
  for (const existingSheet of existing) await putBackExisting(batch, existingSheet, created);
  const gone = images.filter(({ id }) => worksheets.items.every((sheet) => sheet.id !== id));
  // In the order of the tabs, so that each finds those before it in their places.
  const position = ({ removed }: BeforeImage) => removed?.position ?? Number.MAX_SAFE_INTEGER;
  for (const image of gone.sort((a, b) => position(a) - position(b)))
    await putBackRemoved(batch, worksheets, image);
  await batch.send();
}

/** Puts sheets back and takes away those that a write has made. Says which could not be. */
export async function restore(
  context: Excel.RequestContext,
  images: readonly BeforeImage[],
  created: Created,
): Promise<string[]> {
  try {
    await restoreAll(context, images, created);
    return [];
  } catch {
    return restoreOneByOne(context, images, created);
  }
}

/** One sheet that cannot be put back must not keep the others from it. */
async function restoreOneByOne(
  context: Excel.RequestContext,
  images: readonly BeforeImage[],
  created: Created,
): Promise<string[]> {
  const left: string[] = [];
  const attempt = async (
    name: string,
    attempted: readonly BeforeImage[],
    toDelete: Created,
  ): Promise<void> => {
    try {
      await restoreAll(context, attempted, toDelete);
    } catch {
      left.push(name);
    }
  };
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await roundTrip(context);
  const made = worksheets.items.filter(created.sheet).map(({ id, name }) => ({ id, name }));
  for (const { id, name } of made) await attempt(name, [], { ...created, sheet: (sheet) => sheet.id === id });
  for (const image of images) await attempt(image.name, [image], { ...created, sheet: () => false });
  return left;
}
