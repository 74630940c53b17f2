import { CellKind, emptySnapshot, GridBuilder } from "../../core/api";
import { copySnapshot } from "./copySnapshot";

test("a copy to hand over has all that columns say, in buffers of its own", () => {
  const builder = new GridBuilder("Usage");
  builder.text(0, 0, "Meter ID");
  builder.number(1, 0, 101);
  builder.digits(1, 0, 5);
  builder.number(2, 0, 12.5, CellKind.number, "€", "kWh");
  builder.strike(2, 0);
  builder.hideRow(1);
  const snapshot = { ...emptySnapshot, grids: [builder.build()] };
  const { copy, buffers } = copySnapshot(snapshot);
  // Handed over as a worker gets it.
  const [grid] = structuredClone(copy, { transfer: buffers }).grids;
  const [column] = snapshot.grids[0]!.columns;
  expect(grid).toEqual({
    ...snapshot.grids[0],
    columns: [{ ...column, texts: ["Meter ID"] }],
  });
  // Of kinds, values, what is struck out, and the marks of money, unit and digits.
  expect(buffers).toHaveLength(6);
  expect([...column!.texts]).toEqual(["Meter ID"]);
});
