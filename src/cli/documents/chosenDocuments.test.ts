import { caseBytes, openCase } from "../../../test/intake/caseBook";
import { chosenBy } from "./chosenDocuments";

const titles = ["Invoice number", "Status", "Type", "Customer ID", "Contract ID", "Currency", "Total"];
const invoice = (number: string) => [number, "Issued", "Invoice", "C1", "K1", "EUR", 10];
const book = async () =>
  (await openCase(await caseBytes({ sheets: { Invoices: [titles, invoice("INV-1"), invoice("INV-2")] } })))
    .snapshot;

it("refuses a number or range that no document has, and a column that is none", async () => {
  const snapshot = await book();
  expect(() => chosenBy("INV-1, INV-9")(snapshot)).toThrow(/no document INV-9; nothing is written/);
  expect(() => chosenBy("INV-5..INV-9")(snapshot)).toThrow("INV-5..INV-9");
  expect(() => chosenBy("Colour=red")).toThrow("“Colour=red” names no column of Invoices");
});

it("lets known numbers, values that none has, and all pass", async () => {
  const snapshot = await book();
  expect(chosenBy("INV-1..INV-9, inv-2")(snapshot)).toBeDefined();
  expect(chosenBy("Currency=USD")(snapshot)).toBeDefined();
  expect(chosenBy(undefined)(snapshot)).toBeUndefined();
});
