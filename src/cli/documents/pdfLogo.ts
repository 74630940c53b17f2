import { bookLogo, type Snapshot } from "../../core/api";
import { readImage, type PdfImage } from "../../pdf/image";
import { printNotice } from "../fault";
import { logoFor } from "../logo";

/** The logo of PDFs: the picture on Settings, else the file that it names; what cannot be read is said and left out. */
export async function pdfLogo(snapshot: Snapshot, bookPath: string): Promise<PdfImage | undefined> {
  const { picture, file } = bookLogo(snapshot);
  const found = picture ?? (await logoFor(file, bookPath, false));
  if (!found) return undefined;
  const image = readImage(found.bytes, found.type);
  if (!image)
    printNotice("the logo is no plain PNG or JPEG (interlaced, 16 bit or CMYK); PDFs are written without it");
  return image;
}
