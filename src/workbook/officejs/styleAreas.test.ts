import type { CellStyle, PlannedRow } from "../../core/api";
import { styleAreas } from "./styleAreas";

const bold: CellStyle = { bold: true };
const formatted = (format: string): CellStyle => ({ format });
const row = (...styles: readonly (CellStyle | undefined)[]): PlannedRow =>
  styles.map((style) => ({ value: 1, ...(style && { style }) }));

describe("the looks of a block", () => {
  it("are few rectangles, joined with equal ones to their left", () => {
    const rows = [row(bold, { bold: true }), row(bold, bold), row(undefined, bold)];
    expect(styleAreas(rows)).toEqual([
      { row: 0, column: 0, rows: 2, columns: 1, style: bold },
      { row: 0, column: 1, rows: 3, columns: 1, style: bold },
    ]);
    expect(styleAreas(rows.slice(0, 2))).toEqual([{ row: 0, column: 0, rows: 2, columns: 2, style: bold }]);
  });

  it("take number formats that change from row to row in one call, and none where all are plain", () => {
    const rows = [
      row(formatted("0.0"), undefined),
      row(formatted("0.00")),
      row(undefined),
      row(formatted("0")),
    ];
    expect(styleAreas(rows)).toEqual([
      { row: 0, column: 0, rows: 4, columns: 1, style: {}, formats: ["0.0", "0.00", "General", "0"] },
    ]);
    expect(styleAreas([row({ ...bold, format: "0" }), row(bold), row(formatted("0"))])).toEqual([
      { row: 0, column: 0, rows: 2, columns: 1, style: bold, formats: ["0", "General"] },
      { row: 2, column: 0, rows: 1, columns: 1, style: formatted("0") },
    ]);
  });

  it("are one down a column of a table whose rows differ in what cannot be seen", () => {
    const top: CellStyle = { vertical: "top" };
    const wrapped: CellStyle = { vertical: "top", wrap: true };
    const rows = [
      row(bold, bold),
      row(undefined, formatted("0")),
      row(wrapped, { ...top, format: "0" }),
      [{ value: "one line" }, null],
      row(wrapped, { ...top, format: "0" }),
    ];
    expect(styleAreas(rows, 1)).toEqual([
      { row: 0, column: 0, rows: 1, columns: 2, style: bold },
      { row: 1, column: 0, rows: 4, columns: 1, style: wrapped },
      { row: 1, column: 1, rows: 4, columns: 1, style: { ...top, format: "0" } },
    ]);
    expect(styleAreas([row(bold), row(undefined), row(undefined)], 1)).toEqual([
      { row: 0, column: 0, rows: 1, columns: 1, style: bold },
    ]);
  });
});
