import { CellKind, emptySnapshot, GridBuilder, type Grid, type Snapshot } from "../../core/api";
import { packSnapshot, unpackSnapshot } from "./packedSnapshot";

/** A workbook as a worker gets it, and how many buffers were handed over. */
function handedOver(grid: Grid): { readonly received: Snapshot; readonly buffers: number } {
  const { packed, buffers } = packSnapshot({ ...emptySnapshot, grids: [grid] });
  return {
    received: unpackSnapshot(structuredClone(packed, { transfer: buffers })),
    buffers: buffers.length,
  };
}

/** A sheet with its texts as arrays, whichever way they are kept. */
const plain = (grid: Grid | undefined) => ({
  ...grid,
  columns: grid?.columns.map((column) => ({ ...column, texts: [...column.texts] })),
});
const textsOf = (grid: Grid | undefined) => grid?.columns.map(({ texts }) => [...texts]);

test("a workbook that is handed over has all that columns say, in buffers of its own", () => {
  const builder = new GridBuilder("Usage");
  builder.text(0, 0, "Meter ID");
  builder.text(1, 1, "Zähler €");
  builder.number(1, 0, 101);
  builder.digits(1, 0, 5);
  builder.number(2, 0, 12.5, CellKind.number, "€", "kWh");
  builder.strike(2, 0);
  builder.hideRow(1);
  const grid = builder.build();
  const { received, buffers } = handedOver(grid);
  expect({ ...received, grids: [] }).toEqual(emptySnapshot);
  expect(plain(received.grids[0])).toEqual(plain(grid));
  // Four of each column, and of the first one what is struck out and the marks of money, unit and digits.
  expect(buffers).toBe(12);
  expect(textsOf(grid)).toEqual([["Meter ID"], ["Zähler €"]]);
});

test("a table of texts behind several columns is handed over once, and its texts stay where they are", () => {
  const builder = new GridBuilder("Usage");
  const table = ["Compute", "Storage"];
  builder.codedText(0, 0, 1, table);
  builder.codedText(0, 1, 0, table);
  builder.codedText(1, 1, 1, table);
  const { received, buffers } = handedOver(builder.build());
  expect(textsOf(received.grids[0])).toEqual([["Storage"], ["Compute", "Storage"]]);
  // Kinds, values and picked texts of two columns; an array of strings has no buffer.
  expect(buffers).toBe(6);
});
