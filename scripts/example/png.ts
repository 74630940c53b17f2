import { crc32, deflateSync } from "node:zlib";

/** Red, green, blue and opacity, each 0 to 255. */
export type Pixel = readonly [number, number, number, number];

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A PNG file of the size, one call of `pixelAt` per pixel. */
export function encodePng(
  width: number,
  height: number,
  pixelAt: (x: number, y: number) => Pixel,
): Uint8Array {
  const stride = 1 + 4 * width;
  const data = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    // The first byte of a row is its filter; 0 is none.
    for (let x = 0; x < width; x++) data.set(pixelAt(x, y), y * stride + 1 + 4 * x);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a channel, colour type 6: red, green, blue, opacity.
  header.set([8, 6], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(data, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const result = Buffer.alloc(12 + content.length);
  result.writeUInt32BE(content.length, 0);
  result.write(type, 4, "latin1");
  result.set(content, 8);
  result.writeUInt32BE(crc32(result.subarray(4, 8 + content.length)), 8 + content.length);
  return result;
}
