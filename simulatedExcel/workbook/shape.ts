/** A picture or another thing on a sheet; the rest of its properties are stored as they come. */
export interface Shape {
  readonly id: string;
  readonly type: string;
  /** By the names in requests: Name, Left, Top, Width, Height, AltTextDescription... */
  readonly properties: Map<string, unknown>;
  readonly image?: string;
}

const POINTS_PER_PIXEL = 0.75;

/** The size of a PNG or JPEG in points; undefined for anything else. */
export function imageSize(base64: string): { width: number; height: number } | undefined {
  const text = base64.replace(/^data:[^,]*,/, "");
  if (!/^[A-Za-z0-9+/]+=*$/.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const pixels = pngSize(view) ?? jpegSize(view);
  return pixels && { width: pixels[0] * POINTS_PER_PIXEL, height: pixels[1] * POINTS_PER_PIXEL };
}

function pngSize(view: DataView): [number, number] | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return undefined;
  return [view.getUint32(16), view.getUint32(20)];
}

function jpegSize(view: DataView): [number, number] | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let offset = 2;
  while (offset + 9 < view.byteLength) {
    const marker = view.getUint16(offset);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return [view.getUint16(offset + 7), view.getUint16(offset + 5)];
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}
