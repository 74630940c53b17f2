import type { PlannedImage, PlannedSheet } from "../../core/api";
import { fittedSize } from "../xlsx/write/imageSize";
import { isPlannedPicture, pictureName } from "../xlsx/pictureName";
import { answered, answeredOf } from "./answers";
import { base64Of } from "./base64";
import type { Batch } from "./batches";
import { pointsOf } from "./points";

/** What of a picture is put back beside the picture itself, in the order in which it is set. */
const PROPERTIES = [
  "name",
  "left",
  "top",
  "width",
  "height",
  "rotation",
  "lockAspectRatio",
  "altTextTitle",
  "altTextDescription",
  "placement",
  "visible",
] as const;

/** A picture that was on a sheet. */
export interface PictureBefore {
  readonly properties: Excel.Interfaces.ShapeUpdateData;
  readonly base64: string;
  /** How many shapes of the sheet lay below it; where Excel does not say, all. */
  readonly above: number;
}

const POINTS_PER_PIXEL = 0.75;

/** Asks which shapes there are on a sheet. */
export function askShapes(sheet: Excel.Worksheet): Excel.ShapeCollection {
  return sheet.shapes.load(
    ["type", "zOrderPosition", ...PROPERTIES].map((name) => `items/${name}`).join(","),
  );
}

export const isPicture = (shape: Excel.Shape): boolean => answered(shape, "type") === "Image";

/** The name of a shape; "" where Excel does not say. */
export const shapeName = (shape: Excel.Shape): string => answered(shape, "name") ?? "";

/** Pictures of a sheet that a planned sheet brought, not those that somebody put there. */
export function plannedPictures(shapes: Excel.ShapeCollection | undefined): Excel.Shape[] {
  return (shapes?.items ?? []).filter((shape) => isPicture(shape) && isPlannedPicture(shapeName(shape)));
}

/** Pictures that an earlier run put on a sheet and that are not the one that is planned now. */
export function replacedPictures(shapes: Excel.ShapeCollection, image: PlannedSheet["image"]): Excel.Shape[] {
  const planned = image && pictureName(image.bytes);
  return plannedPictures(shapes).filter((shape) => shapeName(shape) !== planned);
}

/** Asks for pictures themselves; what is returned reads them once that was sent. */
export function askPictures(shapes: readonly Excel.Shape[]): () => PictureBefore[] {
  const images = shapes.map((shape) => ({ shape, image: shape.getAsImage("PNG") }));
  return () =>
    images.map(({ shape, image }) => ({
      properties: answeredOf(shape, PROPERTIES),
      base64: image.value,
      above: answered(shape, "zOrderPosition") ?? Number.MAX_SAFE_INTEGER,
    }));
}

/** Puts pictures back that are not there any more, each above as many of the sheet's shapes as before. */
export async function putBackPictures(
  batch: Batch,
  sheet: Excel.Worksheet,
  pictures: readonly PictureBefore[],
  others: number,
): Promise<void> {
  const fromBelow = [...pictures].sort((a, b) => a.above - b.above);
  for (const [count, { base64, properties, above }] of fromBelow.entries()) {
    await batch.reserve(base64.length);
    const shape = sheet.shapes.addImage(base64);
    // Width and height are set one by one, each as it was.
    shape.lockAspectRatio = false;
    shape.set(properties);
    for (let below = others + count; below > above; below--) shape.setZOrder("SendBackward");
  }
}

function addPicture(sheet: Excel.Worksheet, image: PlannedImage, widths: readonly number[]): void {
  const shape = sheet.shapes.addImage(base64Of(image.bytes));
  const { width, height } = fittedSize(image);
  shape.name = pictureName(image.bytes);
  shape.lockAspectRatio = false;
  shape.width = width * POINTS_PER_PIXEL;
  shape.height = height * POINTS_PER_PIXEL;
  shape.lockAspectRatio = true;
  shape.left = widths.slice(0, image.column).reduce((all, columnWidth) => all + pointsOf(columnWidth), 0);
  shape.top = 0;
}

/** The planned picture in place of one of an earlier run; the same one stays as it is. */
export async function setPicture(
  batch: Batch,
  sheet: Excel.Worksheet,
  { image, widths }: PlannedSheet,
  shapes: Excel.ShapeCollection,
): Promise<void> {
  for (const shape of replacedPictures(shapes, image)) shape.delete();
  if (!image || shapes.items.some((shape) => shapeName(shape) === pictureName(image.bytes))) return;
  await batch.reserve((image.bytes.length * 4) / 3);
  addPicture(sheet, image, widths);
}
