import qrcode from "qrcode-generator";
import { PAGE } from "./taggedPdf";

/** The dark squares of a code of level M, as shapes at a point from the top left. */
export function qrShapes(payload: string, left: number, top: number, size: number): string[] {
  const code = qrcode(0, "M");
  // The package takes a sign for a byte: the bytes are those of UTF-8.
  code.addData(String.fromCharCode(...new TextEncoder().encode(payload)), "Byte");
  code.make();
  const count = code.getModuleCount();
  const side = size / count;
  const shapes: string[] = [];
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column))
        shapes.push(
          `${(left + column * side).toFixed(2)} ${(PAGE.height - top - (row + 1) * side).toFixed(2)} ${side.toFixed(2)} ${side.toFixed(2)} re`,
        );
  return shapes;
}
