import type { Picture } from "../../../core/api";
import type { Steps } from "../../bytes/steps";
import { imageType } from "../imageType";
import type { PackageParts } from "../../opc/packageParts";
import type { SheetPart } from "./sheetList";

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
  const embedded = parts.read(drawing, (root) =>
    Array.from(root.descendants("blip"), (blip) => blip.prefixedAttribute("embed") ?? ""),
  );
  for (const id of embedded) {
    const image = relationships.get(id)?.part;
    if (image !== undefined && parts.archive.has(image)) images.push(yield* parts.archive.unpack(image));
  }
  return images;
}
