import { outputSheets } from "./registry";
import { excelTableName } from "./outputSheet";
import { reportTables } from "./receivables/registry";
import { reviewTables } from "./review/registry";

it("names Excel tables by what Excel takes: letters and digits, beginning with a letter", () => {
  const titles = [...outputSheets.map(({ table }) => table), ...reportTables, ...reviewTables].map(
    ({ title }) => title,
  );
  expect(titles.length).toBeGreaterThan(8);
  for (const title of titles) expect(excelTableName(title)).toMatch(/^[A-Z][A-Za-z0-9]*$/);
  expect(excelTableName("Invoice lines")).toBe("InvoiceLines");
  expect(excelTableName("Roll-forward")).toBe("RollForward");
});
