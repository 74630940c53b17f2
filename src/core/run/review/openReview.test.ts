import { sheet, workbook } from "../../../../test/properties/support/sheets";
import { openReview } from "./openReview";

it("opens a workbook of which nobody can tell which month to bill", () => {
  const usage = ["2026-10-03", "2026-10-04", "2029-10-03"].map((day) => ["K1", "calls", day, 1]);
  const book = workbook([
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start", "Currency"],
      ["K1", "C1", "2026-01-01", "EUR"],
    ]),
    sheet("Prices", [
      ["Contract ID", "Price ID", "Product", "Model", "Meter", "Unit price"],
      ["K1", "P1", "Calls", "per_unit", "calls", 1],
    ]),
    sheet("Usage", [["Contract ID", "Meter", "Date", "Quantity"], ...usage]),
  ]);
  expect(openReview(book, () => "0".repeat(64)).metered?.usage.rowCount).toBe(3);
});
