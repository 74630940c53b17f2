import { isSettingsSheet, type Picture } from "../../core/api";
import { imageType } from "../xlsx/imageType";
import { answered } from "./answers";
import { bytesOf } from "./base64";
import { isPicture } from "./pictures";

/** A logo is small; a photograph on the Settings sheet would make every read and every invoice heavy. */
const MOST_SQUARE_POINTS = 500_000;
const MOST_BYTES = 1_000_000;

/** Asks for the shapes of the sheets that hold settings. */
export function askLogo(sheets: readonly Excel.Worksheet[]): Map<string, Excel.ShapeCollection> {
  return new Map(
    sheets
      .filter(({ name }) => isSettingsSheet(name))
      .map((sheet) => [sheet.name, sheet.shapes.load("items/type,items/width,items/height")]),
  );
}

function isSmall(shape: Excel.Shape): boolean {
  const [width, height] = [answered(shape, "width"), answered(shape, "height")];
  return width !== undefined && height !== undefined && width * height <= MOST_SQUARE_POINTS;
}

/** Asks for the first picture among shapes; what is returned reads it once that was sent. */
export function findLogo(
  shapes: ReadonlyMap<string, Excel.ShapeCollection>,
): (() => Picture | undefined) | undefined {
  for (const [sheet, { items }] of shapes) {
    const shape = items.find((candidate) => isPicture(candidate) && isSmall(candidate));
    if (!shape) continue;
    const image = shape.getAsImage("PNG");
    return () => {
      const bytes = bytesOf(image.value);
      const type = imageType(bytes);
      return type && bytes.length <= MOST_BYTES ? { sheet, bytes, type } : undefined;
    };
  }
  return undefined;
}
