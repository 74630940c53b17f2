import type { Picture } from "../../../core/api";
import type { Steps } from "../../bytes/steps";
import { imageType } from "../imageType";
import type { PackageParts } from "../../opc/packageParts";
import type { SheetPart } from "./sheetList";
import { parseXml } from "../../xml/xml";

/** The PNG and JPEG pictures on a sheet: sheet -> drawing -> image part. */
export function* readPictures(parts: PackageParts, sheet: SheetPart): Steps<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const drawing of parts.relatedParts(sheet.partName, "/drawing")) {
    for (const bytes of yield* readImages(parts, drawing)) {
      const type = imageType(bytes);
      if (type !== undefined) pictures.push({ sheet: sheet.name, bytes, type });
    }
  }
  return pictures;
}

function* readImages(parts: PackageParts, drawing: string): Steps<Uint8Array[]> {
  const relationships = parts.relationships(drawing);
  const images: Uint8Array[] = [];
  for (const blip of parseXml(parts.archive.text(drawing)).descendants("blip")) {
    const image = relationships.get(blip.prefixedAttribute("embed") ?? "")?.part;
    if (image !== undefined && parts.archive.has(image)) images.push(yield* parts.archive.unpack(image));
  }
  return images;
}
