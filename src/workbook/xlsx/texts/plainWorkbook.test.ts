import ExcelJS from "exceljs";
import { viewCell } from "../../../core/schema/viewCell";
import { readWorkbook } from "../read/readWorkbook";
import { plainWorkbook } from "./plainWorkbook";

async function bookBytes(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Invoices");
  sheet.addRow(["Invoice number", "Total", "Note"]);
  sheet.addRow(["INV-1", { formula: "1+2", result: 3 }, "=plain text"]);
  sheet.addRow([
    "INV-2",
    { formula: "Rate*2", result: 8 },
    { formula: "_xldudf_BILLING_ROUND(1)", result: 1 },
  ]);
  sheet.addRow([
    "INV-3",
    { formula: "[1]Other!A1", result: 5 },
    { formula: "_xldudf_OTHER_F(1)", result: 2 },
  ]);
  workbook.definedNames.add("Invoices!$B$2", "Rate");
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

it("keeps cells, values and native formulas, and makes values of all that only the workbook knows", async () => {
  const read = await readWorkbook(await bookBytes(), { withFormulas: true });
  if (!read.ok) throw new Error(read.failure.message);
  const again = await readWorkbook(plainWorkbook(read.package, read.snapshot), { withFormulas: true });
  if (!again.ok) throw new Error(again.failure.message);
  const [grid] = again.snapshot.grids;
  const texts = [1, 2, 3].map((row) =>
    [0, 1, 2].map((column) => {
      const { text, number } = viewCell(grid!, row, column);
      return text === "" ? number : text;
    }),
  );
  expect(texts).toEqual([
    ["INV-1", 3, "=plain text"],
    ["INV-2", 8, 1],
    ["INV-3", 5, 2],
  ]);
  const formulas = [...again.formulas.values()].flatMap((cells) => [...cells.values()]);
  expect(formulas.map(({ text }) => text)).toEqual(["1+2"]);
});
