import type { PlannedImage } from "../../../core/api";
import { viewOf } from "../../bytes/bytes";

/** Width and height in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size in a picture's own header; undefined when it cannot be read. */
export function imageSize({ bytes, type }: Pick<PlannedImage, "bytes" | "type">): ImageSize | undefined {
  const file = viewOf(bytes);
  const size = type === "png" ? pngSize(file) : jpegSize(file);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

/** The picture scaled down into its box; never up, which would blur it. */
export function fittedSize(image: PlannedImage): ImageSize {
  const box = { width: image.maxWidth, height: image.maxHeight };
  const size = imageSize(image);
  if (size === undefined) return box;
  const scale = Math.min(1, box.width / size.width, box.height / size.height);
  return { width: size.width * scale, height: size.height * scale };
}

/** The letters IHDR, the first thing in a PNG. */
const PNG_HEADER = 0x49484452;

function pngSize(file: DataView): ImageSize | undefined {
  if (file.byteLength < 24 || file.getUint32(12) !== PNG_HEADER) return undefined;
  return { width: file.getUint32(16), height: file.getUint32(20) };
}

/** The markers from SOF0 to SOF15 that start a frame; C4, C8 and CC in their midst mean something else. */
function startsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegSize(file: DataView): ImageSize | undefined {
  let position = 2;
  while (position + 9 <= file.byteLength && file.getUint8(position) === 0xff) {
    const marker = file.getUint8(position + 1);
    if (startsFrame(marker)) {
      return { width: file.getUint16(position + 7), height: file.getUint16(position + 5) };
    }
    // A marker may be padded with any number of FF.
    position += marker === 0xff ? 1 : 2 + file.getUint16(position + 2);
  }
  return undefined;
}
