import { largest } from "../../core/api";
import type { Work } from "../port/port";
import { answered } from "./answers";
import { Batch } from "./batches";
import { askCells, type CellsBefore } from "./cellsBefore";
import { chartsBefore, type ChartsBefore } from "./chartsBefore";
import type { Extent } from "./extent";
import {
  askPictures,
  isPicture,
  plannedPictures,
  replacedPictures,
  shapeName,
  type PictureBefore,
} from "./pictures";
import { askSetup, type SheetSetup } from "./sheetSetup";
import { plannedExtent, type Change, type Target, type Targets } from "./target";
import { askValidated, readValidations, type ValidationBefore } from "./validations";

/** What a sheet had that goes with it when it is removed. */
interface RemovedSheet {
  /** Undefined where Excel does not say; it is then the last. */
  readonly position: number | undefined;
  readonly validations: readonly ValidationBefore[];
}

/** A sheet as it was, as far as a plan changes it. */
export interface BeforeImage {
  readonly name: string;
  readonly id: string;
  readonly change: Change["kind"];
  readonly cells: readonly CellsBefore[];
  readonly tables: readonly (Extent & { readonly name: string })[];
  /** Undefined where the plan leaves it alone. */
  readonly setup: SheetSetup | undefined;
  /** Names of the pictures that a planned sheet brought. */
  readonly pictureNames: readonly string[];
  /** Pictures that the plan takes away. */
  readonly pictures: readonly PictureBefore[];
  /** Undefined where the plan draws none. */
  readonly charts: ChartsBefore | undefined;
  readonly removed: RemovedSheet | undefined;
}

/** The sheets before a plan, and which there were at all. */
export interface BookBefore {
  readonly images: readonly BeforeImage[];
  readonly sheetIds: ReadonlySet<string>;
}

const SETUP_BYTES = 3000;
const LINE_BYTES = 80;

interface Asked {
  readonly target: Target & { readonly sheet: Excel.Worksheet };
  readonly cells: readonly (() => CellsBefore)[];
  readonly setup: (() => SheetSetup) | undefined;
  readonly pictures: () => PictureBefore[];
  readonly validated: Excel.RangeAreas | undefined;
}

const from = (rows: number, columns: number): Extent => ({ row: 0, column: 0, rows, columns });

/** Rows and columns whose sizes a plan may change. */
function sizedArea({ change, rows, columns }: Target): Extent {
  if (change.kind !== "written") return from(rows, columns);
  const planned = plannedExtent(change.planned);
  const { widths, heights } = change.planned;
  const heightened = Math.max(0, largest(heights?.keys() ?? []) + 1);
  return from(Math.max(rows, planned.rows, heightened), Math.max(columns, planned.columns, widths.length));
}

/** Pictures of a sheet that the plan takes away. */
function lostPictures({ change, shapes }: Target): Excel.Shape[] {
  if (!shapes || change.kind === "touched") return [];
  if (change.kind === "written") return replacedPictures(shapes, change.planned.image);
  return shapes.items.filter(isPicture);
}

async function ask(batch: Batch, target: Target & { readonly sheet: Excel.Worksheet }): Promise<Asked> {
  const { sheet, change, rows, columns } = target;
  const isRemoved = change.kind === "removed";
  const sized = sizedArea(target);
  const isWhole = change.kind !== "touched";
  // An existing table keeps its widths, page and panes when it is written again.
  const hasSetup = isRemoved || (change.kind === "written" && change.planned.table === undefined);
  if (isWhole) await batch.reserve(SETUP_BYTES + (sized.rows + sized.columns) * LINE_BYTES);
  const areas = change.kind === "touched" ? change.areas : rows > 0 ? [from(rows, columns)] : [];
  const cells: (() => CellsBefore)[] = [];
  for (const area of areas) cells.push(await askCells(batch, sheet, area));
  return {
    target,
    cells,
    setup: hasSetup ? askSetup(sheet, sized, isRemoved) : undefined,
    pictures: askPictures(lostPictures(target)),
    validated: isRemoved ? askValidated(sheet) : undefined,
  };
}

/** The sheets that are there already, as they are. */
export async function captureBefore(
  context: Excel.RequestContext,
  targets: Targets,
  work: Work,
  office: Office.Context,
): Promise<BookBefore> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id");
  const batch = new Batch(context, work);
  const asked: Asked[] = [];
  for (const { sheet, ...target } of targets.values())
    if (sheet) asked.push(await ask(batch, { ...target, sheet }));
  await batch.send();
  const images: BeforeImage[] = [];
  for (const { target, cells, setup, pictures, validated } of asked) {
    const { name, sheet, change, tables } = target;
    images.push({
      name,
      id: sheet.id,
      change: change.kind,
      cells: cells.map((read) => read()),
      tables: tables.map(({ name: table, row, column, rows, columns }) => ({
        name: table,
        row,
        column,
        rows,
        columns,
      })),
      setup: setup?.(),
      pictureNames: plannedPictures(target.shapes).map(shapeName),
      pictures: pictures(),
      charts: target.charts && (await chartsBefore(context, target.charts, office)),
      removed: validated && {
        position: answered(sheet, "position"),
        validations: await readValidations(context, sheet, validated),
      },
    });
  }
  return { images, sheetIds: new Set(worksheets.items.map(({ id }) => id)) };
}
