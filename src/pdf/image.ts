import { unzlibSync } from "fflate";

/** A picture as a PDF holds it. */
export interface PdfImage {
  readonly width: number;
  readonly height: number;
  /** Entries of its stream: colours, bits, filter. */
  readonly entries: string;
  readonly data: Uint8Array;
  /** The data are bytes of pixels, to be packed; else they are packed already. */
  readonly isRaw: boolean;
  /** How dense each pixel is, a byte each. */
  readonly alpha?: Uint8Array;
}

/** A logo is no poster: larger pictures are not read. */
const MOST_PIXELS = 25_000_000;

const word = (bytes: Uint8Array, at: number) =>
  ((bytes[at] ?? 0) << 24) |
  ((bytes[at + 1] ?? 0) << 16) |
  ((bytes[at + 2] ?? 0) << 8) |
  (bytes[at + 3] ?? 0);
const half = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

interface PngChunks {
  readonly header: Uint8Array;
  readonly palette: Uint8Array | undefined;
  readonly data: Uint8Array;
}

function pngChunks(bytes: Uint8Array): PngChunks | undefined {
  const found = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = word(bytes, at) >>> 0;
    if (length > bytes.length - at - 12) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    found.set(name, [...(found.get(name) ?? []), bytes.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const [header] = found.get("IHDR") ?? [];
  const data = found.get("IDAT");
  return header && header.length >= 13 && data
    ? { header, palette: found.get("PLTE")?.[0], data: joined(data) }
    : undefined;
}

/** What a pixel adds to: the one before it, above it, both or whichever is nearest. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Rows of bytes without the filters that PNG puts on them. */
function unfiltered(packed: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = packed[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at >= channels ? (pixels[here - channels] ?? 0) : 0;
      const up = row > 0 ? (pixels[here - stride] ?? 0) : 0;
      const corner = row > 0 && at >= channels ? (pixels[here - stride - channels] ?? 0) : 0;
      pixels[here] = (packed[row * (stride + 1) + 1 + at] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return pixels;
}

/** Colours and density apart, as a PDF wants them. */
function withAlpha(data: Uint8Array, width: number, height: number, channels: 2 | 4): PdfImage | undefined {
  const packed = unzlibSync(data);
  if (packed.length < (width * channels + 1) * height) return undefined;
  const pixels = unfiltered(packed, width, height, channels);
  const colors = channels - 1;
  const color = new Uint8Array(width * height * colors);
  const alpha = new Uint8Array(width * height);
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    color.set(pixels.subarray(pixel * channels, pixel * channels + colors), pixel * colors);
    alpha[pixel] = pixels[pixel * channels + colors] ?? 0;
  }
  const space = colors === 1 ? "/DeviceGray" : "/DeviceRGB";
  return {
    width,
    height,
    entries: `/ColorSpace ${space} /BitsPerComponent 8`,
    data: color,
    isRaw: true,
    alpha,
  };
}

function readPng(bytes: Uint8Array): PdfImage | undefined {
  const chunks = pngChunks(bytes);
  if (!chunks) return undefined;
  const { header, palette, data } = chunks;
  const [width, height] = [word(header, 0) >>> 0, word(header, 4) >>> 0];
  const [bits = 0, kind = 0] = header.subarray(8, 10);
  const isInterlaced = header[12] !== 0;
  if (width === 0 || height === 0 || width * height > MOST_PIXELS || isInterlaced) return undefined;
  if (kind === 4 || kind === 6)
    return bits === 8 ? withAlpha(data, width, height, kind === 4 ? 2 : 4) : undefined;
  const colors = kind === 2 ? 3 : 1;
  const hex = [...(palette ?? [])].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const indexed = `[/Indexed /DeviceRGB ${String((palette?.length ?? 3) / 3 - 1)} <${hex}>]`;
  const space = kind === 3 ? indexed : kind === 2 ? "/DeviceRGB" : "/DeviceGray";
  const parms = `/DecodeParms << /Predictor 15 /Colors ${String(colors)} /BitsPerComponent ${String(bits)} /Columns ${String(width)} >>`;
  const entries = `/ColorSpace ${space} /BitsPerComponent ${String(bits)} /Filter /FlateDecode ${parms}`;
  return { width, height, entries, data, isRaw: false };
}

/** The frame of a JPEG says how large it is and how many colours it has; CMYK has no place beside sRGB. */
function readJpeg(bytes: Uint8Array): PdfImage | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width, colors] = [half(bytes, at + 5), half(bytes, at + 7), bytes[at + 9] ?? 0];
      if (width === 0 || height === 0 || (colors !== 1 && colors !== 3)) return undefined;
      const space = colors === 1 ? "/DeviceGray" : "/DeviceRGB";
      const entries = `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`;
      return { width, height, entries, data: bytes, isRaw: false };
    }
    at += 2 + half(bytes, at + 2);
  }
  return undefined;
}

/** A PNG or JPEG as a PDF holds it; undefined where it is broken, or of a kind that is not read. */
export function readImage(bytes: Uint8Array, type: "png" | "jpeg"): PdfImage | undefined {
  try {
    return type === "png" ? readPng(bytes) : readJpeg(bytes);
  } catch {
    // Its bytes cannot be unpacked.
    return undefined;
  }
}
