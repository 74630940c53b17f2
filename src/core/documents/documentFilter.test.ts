import { chosenDocuments, parseDocumentFilter } from "./documentFilter";
import type { RegisteredInvoice } from "./register";

const document = (invoiceNumber: string, more: Partial<RegisteredInvoice> = {}) =>
  ({ invoiceNumber, status: "issued", invoiceDate: 46_300, currency: "EUR", ...more }) as RegisteredInvoice;

const documents = [
  document("INV-12"),
  document("INV-9", { currency: "USD" }),
  document("INV-10", { invoiceDate: 46_299, status: "paid" }),
  document("INV-11", { status: "void" }),
  document("INV-13", { status: "approved" }),
];

function chosen(text: string, withDrafts = false): string[] {
  const filter = parseDocumentFilter(text);
  if (!filter.ok) throw new Error(filter.reason);
  return chosenDocuments(documents, filter.holds, withDrafts).map(({ invoiceNumber }) => invoiceNumber);
}

it.each([
  ["", ["INV-10", "INV-12", "INV-9"]],
  ["INV-9..INV-12", ["INV-10", "INV-12", "INV-9"]],
  ["INV-9..INV-10, inv-12", ["INV-10", "INV-12", "INV-9"]],
  ["INV-9..INV-12, Currency=eur", ["INV-10", "INV-12"]],
  ["Currency=USD, Currency=EUR, Status=Paid", ["INV-10"]],
  ["Invoice date=2026-10-04", ["INV-10"]],
  ["INV-11, INV-13", []],
])("%s leaves %j", (text, expected) => expect(chosen(text)).toEqual(expected));

it("takes documents on their way on request, and void ones never", () => {
  expect(chosen("INV-11, INV-13", true)).toEqual(["INV-13"]);
});

it("names the part whose column is not known", () => {
  expect(parseDocumentFilter("INV-1, Colour=red")).toEqual({
    ok: false,
    reason: "“Colour=red” names no column of Invoices; write numbers, A..B or Column=value between commas",
  });
});

it.each([
  ["INV-12, inv-9", undefined],
  ["INV-12, INV-99", "INV-99"],
  ["INV-1..INV-8", "INV-1..INV-8"],
  ["INV-11", undefined],
  ["Currency=CHF", undefined],
])("%s names the unknown document %s", (text, expected) => {
  const filter = parseDocumentFilter(text);
  expect(filter.ok && filter.unknownAmong(documents)).toBe(expected);
});
