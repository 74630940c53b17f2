import { zlibSync } from "fflate";
import { readImage } from "./image";

const word = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const chunk = (name: string, data: readonly number[] | Uint8Array) => [
  ...word(data.length),
  ...[...name].map((sign) => sign.charCodeAt(0)),
  ...data,
  ...word(0),
];

/** A PNG of rows that begin with their filter. */
function png(width: number, height: number, kind: number, rows: readonly (readonly number[])[], bits = 8) {
  return new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", [...word(width), ...word(height), bits, kind, 0, 0, 0]),
    ...(kind === 3 ? chunk("PLTE", [255, 0, 0, 0, 0, 255]) : []),
    ...chunk("IDAT", zlibSync(new Uint8Array(rows.flat()))),
    ...chunk("IEND", []),
  ]);
}

it("takes colours and density of a PNG apart, whatever filters its rows have", () => {
  const rows = [
    [1, 10, 20, 30, 255, 5, 5, 5, 0],
    [2, 1, 1, 1, 0, 1, 1, 1, 0],
    [4, 1, 0, 0, 0, 0, 0, 1, 0],
  ];
  const image = readImage(png(2, 3, 6, rows), "png");
  expect([image?.width, image?.height, image?.isRaw]).toEqual([2, 3, true]);
  expect([...(image?.data ?? [])]).toEqual([
    ...[10, 20, 30, 15, 25, 35],
    ...[11, 21, 31, 16, 26, 36],
    ...[12, 21, 31, 16, 26, 37],
  ]);
  expect([...(image?.alpha ?? [])]).toEqual([255, 255, 255, 255, 255, 255]);
});

it("leaves a PNG without density packed as it is, a palette with its colours", () => {
  const image = readImage(png(2, 1, 3, [[0, 0, 1]]), "png");
  expect(image?.isRaw).toBe(false);
  expect(image?.entries).toContain("/Indexed /DeviceRGB 1 <ff00000000ff>");
});

it("reads the size of a JPEG from its frame, and none of four colours", () => {
  const jpeg = (colors: number) =>
    new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 7, 0, 9, colors, 0, 0, 0]);
  const image = readImage(jpeg(3), "jpeg");
  expect([image?.width, image?.height]).toEqual([9, 7]);
  expect(readImage(jpeg(4), "jpeg")).toBeUndefined();
});

it("reads nothing of what is broken, cut off or larger than any logo", () => {
  const whole = png(2, 1, 6, [[0, 1, 2, 3, 4, 5, 6, 7, 8]]);
  const torn = whole.slice();
  torn.fill(0, 45, 60);
  expect(readImage(whole.subarray(0, 40), "png")).toBeUndefined();
  expect(readImage(torn, "png")).toBeUndefined();
  expect(readImage(png(100_000, 100_000, 6, []), "png")).toBeUndefined();
  expect(readImage(new Uint8Array([1, 2, 3]), "jpeg")).toBeUndefined();
});
