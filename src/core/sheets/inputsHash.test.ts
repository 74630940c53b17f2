import { createHash } from "node:crypto";
import { CellKind, type Grid, type GridColumn } from "../grid/grid";
import { inputsHash } from "./inputsHash";

const { text, number, error, blank } = CellKind;

const column = (kinds: number[], values: Int32Array | Float64Array, texts: string[]): GridColumn => ({
  kinds: Uint8Array.from(kinds),
  values,
  texts,
});

const sheet = (...columns: GridColumn[]): Grid => ({ sheet: "Usage", rowCount: 4, columns });

function sha256(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

/** What workbooks that were sealed with earlier versions have: kinds, doubles, texts in the order of first use. */
const sealed = sha256([
  JSON.stringify(["Usage", 4, 1]),
  Uint8Array.of(text, error, number, text),
  new Uint8Array(Float64Array.of(0, 1, 7.5, 0).buffer),
  JSON.stringify(["é", "#N/A"]),
]);

const inOrder = column([text, error, number, text], Float64Array.of(0, 1, 7.5, 0), ["é", "#N/A"]);

describe("the hash of the inputs", () => {
  it("is that of the cells' kinds, values and texts", () => {
    expect(inputsHash([sheet(inOrder)], sha256)).toBe(sealed);
  });

  it.each([
    ["in another order", column([text, error, number, text], Float64Array.of(1, 0, 7.5, 1), ["#N/A", "é"])],
    [
      "with one that no cell has at the end",
      column([text, error, number, text], Float64Array.of(0, 1, 7.5, 0), ["é", "#N/A", "x"]),
    ],
    [
      "with one that no cell has at the start",
      column([text, error, number, text], Float64Array.of(1, 2, 7.5, 1), ["x", "é", "#N/A"]),
    ],
  ])("does not change with the texts %s", (_, other) => {
    expect(inputsHash([sheet(other)], sha256)).toBe(sealed);
  });

  it("is the same for whole numbers in 32 bits, with texts in order and not", () => {
    const kinds = [text, number, text, blank];
    const wide = inputsHash([sheet(column(kinds, Float64Array.of(0, 5, 1, 0), ["a", "b"]))], sha256);
    expect(inputsHash([sheet(column(kinds, Int32Array.of(0, 5, 1, 0), ["a", "b"]))], sha256)).toBe(wide);
    expect(inputsHash([sheet(column(kinds, Int32Array.of(1, 5, 0, 0), ["b", "a"]))], sha256)).toBe(wide);
  });

  it("is another for texts that change their cells, and for more texts than go into a piece", () => {
    const texts = Array.from({ length: 2500 }, (_, index) => `id ${index}`);
    const rows = (order: readonly number[]): Grid =>
      sheet(
        column(
          order.map(() => text),
          Int32Array.from(order),
          texts,
        ),
      );
    const order = texts.map((_, index) => index);
    const swapped = [order[1]!, order[0]!, ...order.slice(2)];
    const expected = sha256([
      JSON.stringify(["Usage", 4, 1]),
      new Uint8Array(2500).fill(text),
      new Uint8Array(Float64Array.from(order).buffer),
      JSON.stringify(texts),
    ]);
    expect(inputsHash([rows(order)], sha256)).toBe(expected);
    expect(inputsHash([rows(swapped)], sha256)).not.toBe(expected);
  });
});
