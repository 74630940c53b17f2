import { readFileSync, realpathSync } from "node:fs";
import * as nodeModule from "node:module";
import { readTrueType } from "../../pdf/trueType";
import type { PdfFonts } from "../../pdf/taggedPdf";

const FONTS = "@expo-google-fonts/noto-sans";

/** The fonts of PDFs, read when the first one is made. */
export function pdfFonts(): PdfFonts {
  // Beside the program that runs: the bundle has no place of its own to look from.
  const { resolve } = nodeModule.createRequire(realpathSync(process.argv[1] ?? process.execPath));
  const font = (path: string) => readTrueType(readFileSync(resolve(`${FONTS}/${path}`)));
  return {
    regular: font("400Regular/NotoSans_400Regular.ttf"),
    bold: font("700Bold/NotoSans_700Bold.ttf"),
  };
}
