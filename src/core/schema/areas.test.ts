import { emptySnapshot } from "../grid/grid";
import { GridBuilder } from "../grid/gridBuilder";
import { areasNamed } from "./areas";

test("a table that says that it goes on to column XFD ends with the cells of its sheet", () => {
  const builder = new GridBuilder("Sheet1");
  for (const [column, title] of ["Contract ID", "Meter", "Quantity"].entries())
    builder.text(0, column, title);
  const grid = builder.build();
  const table = { name: "Usage", sheet: "Sheet1", firstRow: 0, firstColumn: 0, lastColumn: 16_383 };
  const snapshot = { ...emptySnapshot, grids: [grid], tables: [{ ...table, lastRow: 1_048_575 }] };
  const [area] = areasNamed(new Set(["usage"]), snapshot);
  // Rows below the cells belong to the table: what is added to it goes there.
  expect(area).toMatchObject({ grid, firstColumn: 0, lastColumn: 2, lastRow: 1_048_575 });
});
