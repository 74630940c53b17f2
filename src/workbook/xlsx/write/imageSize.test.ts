import { fittedSize, imageSize } from "./imageSize";
import { png } from "../../../../test/support/testWorkbook";

const frame = (marker: string): string => `ff${marker}001108001e003c03012200021101031101`;
const jpeg = (...segments: string[]): Uint8Array => Buffer.from(`ffd8${segments.join("")}`, "hex");
const application = "ffe00006ffc0ffd8";

describe("the size of a picture", () => {
  it("is in the header of a PNG", () => {
    expect(imageSize({ bytes: png(400, 100), type: "png" })).toEqual({ width: 400, height: 100 });
  });

  it.each([
    ["baseline", jpeg(application, frame("c0"))],
    ["progressive", jpeg(frame("c2"))],
    ["with a Huffman table and padding before the frame", jpeg("ffc40004abcd", "ff", frame("c1"))],
  ])("is in the frame of a JPEG: %s", (_, bytes) => {
    expect(imageSize({ bytes, type: "jpeg" })).toEqual({ width: 60, height: 30 });
  });

  it.each([
    [png(1, 1), "jpeg"],
    [jpeg(frame("c0")), "png"],
    [jpeg(application), "jpeg"],
    [png(0, 1), "png"],
    [new Uint8Array(0), "png"],
  ] as const)("is unknown when the header does not tell it", (bytes, type) => {
    expect(imageSize({ bytes, type })).toBeUndefined();
  });

  it.each([
    [400, 100, { width: 200, height: 50 }],
    [100, 400, { width: 25, height: 100 }],
    [20, 10, { width: 20, height: 10 }],
    [0, 0, { width: 200, height: 100 }],
  ])("%i x %i fits into a box of 200 x 100", (width, height, expected) => {
    const image = { bytes: png(width, height), type: "png", row: 0, column: 0 } as const;
    expect(fittedSize({ ...image, maxWidth: 200, maxHeight: 100 })).toEqual(expected);
  });
});
