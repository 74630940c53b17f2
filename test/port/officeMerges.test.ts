import { Workbook } from "exceljs";
import { billPeriod } from "../../src/core/api";
import { readFile } from "./officeBooks";
import { freshOfficePerTest } from "./openedOffice";

const open = freshOfficePerTest();

/** Usage in which every second contract id stands for two rows, in a cell that is merged over both. */
async function mergedBook(pairs: number): Promise<Uint8Array> {
  const book = new Workbook();
  const add = (name: string, rows: readonly (readonly (string | number | Date)[])[]) => {
    const sheet = book.addWorksheet(name);
    sheet.addRows(rows.map((row) => [...row]));
    return sheet;
  };
  const [start, day] = [new Date(Date.UTC(2026, 0, 1)), new Date(Date.UTC(2026, 9, 5))];
  const ids = Array.from({ length: pairs }, (_, index) => `C-${String(index)}`);
  add("Contracts", [
    ["Contract ID", "Customer ID", "Start date"],
    ...ids.map((id) => [id, `A-${id}`, start]),
  ]);
  add("Prices", [
    ["Contract ID", "Product", "Pricing model", "Unit price"],
    ...ids.map((id) => [id, "Calls", "per_unit", 2]),
  ]);
  const usage = add("Usage, October", [
    ["Contract ID", "Meter", "Date", "Quantity"],
    ...ids.flatMap((id) => [[id, "Calls", day, 1] as const, ["", "Calls", day, 10] as const]),
  ]);
  for (let pair = 0; pair < pairs; pair++) usage.mergeCells(2 + 2 * pair, 1, 3 + 2 * pair, 1);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("merged cells in Excel", () => {
  it.each([3, 700])("are the same %i areas as in the file, and bill the same", async (pairs) => {
    const bytes = await mergedBook(pairs);
    const { snapshot } = await open(bytes);
    const file = await readFile(bytes);
    expect(snapshot.merges).toHaveLength(pairs);
    expect(snapshot.merges).toEqual(file.merges);
    const result = billPeriod(snapshot, { period: undefined, asOf: undefined, giveNumbers: false });
    if (!result.ok) throw new Error(result.reason);
    expect(result.run.invoices.map(({ total }) => total.toString())).toEqual(
      snapshot.merges!.map(() => "22"),
    );
  });
});
