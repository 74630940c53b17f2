import { printDocuments } from "../../src/core/api";
import { unheard } from "../../src/core/issues/issue";
import { readReceivables } from "../../src/core/receivables/readReceivables";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { bookOf } from "../time/documents";
import { billOver, netsOver } from "./billOver";

/** What is agreed with children stands on the invoice of the parent that pays, and is theirs all the same. */
type Book = Parameters<typeof bookOf>[0];

const family: Book = {
  Customers: [
    ["Customer ID", "Customer name", "Parent", "Bill to"],
    ["P", "Parent", "", ""],
    ["K1", "North: Ltd", "P", "Parent"],
    ["K2", "South", "P", "Parent"],
  ],
  Contracts: [
    ["Contract ID", "Customer ID", "Start date", "Currency", "Billing frequency"],
    ["C1", "K1", "2026-01-01", "USD", "Quarterly"],
    ["C2", "K2", "2026-01-01", "USD", "Monthly"],
  ],
  Prices: [
    ["Contract ID", "Product", "Pricing model", "Flat fee"],
    ["C1", "A", "flat", 100],
    ["C2", "A", "flat", 10],
  ],
  Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
};
const adjustments = (...rows: Book[string]): Book[string] => [
  ["Adjustment ID", "Contract ID", "Date", "Amount", "Description", "Reason code"],
  ...rows,
];

describe("adjustments of a child that its parent pays for", () => {
  it("are billed once, and are known on the parent's invoice", async () => {
    const book = {
      ...family,
      Adjustments: adjustments(
        ["X1", "C1", "2026-02-05", -5, "Sorry", "GOODWILL"],
        ["", "C1", "2026-02-06", 7, "Extra", "EXTRA"],
      ),
    };
    // In February C1 has no fee of its own: nothing but the adjustments says that it was billed.
    const nets = await netsOver(bookOf(book), ["2026-02", "2026-02", "2026-03"], ({ run }) => {
      expect(run.issues.filter(({ code }) => code === "ADJUSTMENT_NOT_BILLED")).toEqual([]);
    });
    expect(nets).toBe("12.00 none 10.00");
  });

  it("a deposit pays the lines of its own contract, and waits for an invoice that has some", async () => {
    const book = { ...family, Adjustments: adjustments(["X1", "C1", "2026-01-05", 130, "Ahead", "DEPOSIT"]) };
    const periods = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-07"];
    // April: 100 of the 130 pay C1's fee, and not C2's. July: the last 30.
    expect(await netsOver(bookOf(book), periods)).toBe("240.00 10.00 10.00 10.00 10.00 80.00");
  });
});

it("a grant that pays totals pays what its own contracts come to, on an invoice of several", async () => {
  const book = bookOf({
    ...family,
    Settings: [
      ["Key", "Value"],
      ["Grants", "After tax"],
      ["Tax code", "VAT"],
    ],
    "Tax codes": [
      ["Tax code", "Rate"],
      ["VAT", 0.2],
    ],
    Grants: [
      ["Grant ID", "Contract ID", "Amount", "From"],
      ["G1", "C2", 20, "2026-01-01"],
    ],
  });
  const steps = await billOver(book, ["2026-01", "2026-02"]);
  const totals = steps.map(({ run }) => run.invoices.map(({ total }) => total.toFixed(2)).join("+"));
  // 120 + 12 less the 12 of C2, then 12 less the 8 that are left.
  expect(totals.join(" ")).toBe("120.00 4.00");
});

it.each(["Before tax", "After tax"])(
  "a grant finer than the currency pays whole cents: %s",
  async (grants) => {
    const book = bookOf({
      ...family,
      Settings: [
        ["Key", "Value"],
        ["Grants", grants],
      ],
      Grants: [
        ["Grant ID", "Contract ID", "Amount", "From"],
        ["G1", "C1", 20.008, "2026-01-01"],
      ],
    });
    const steps = await billOver(book, ["2026-01", "2026-02"]);
    const totals = steps.map(({ run }) => run.invoices.map(({ total }) => total.toString()).join("+"));
    // 20.00 of 110.00, and the 0.008 that is left pays nothing of 10.00.
    expect(totals.join(" ")).toBe("90 10");
  },
);

describe("the terms of a parent that pays", () => {
  const withTerms = (terms: string, ofContract = "2/10 Net 10"): Book => ({
    ...family,
    Customers: [
      ["Customer ID", "Customer name", "Parent", "Bill to", "Payment terms"],
      ["P", "Parent", "", "", terms],
      ["K1", "North: Ltd", "P", "Parent", ""],
    ],
    Contracts: [
      ["Contract ID", "Customer ID", "Start date", "Currency", "Payment terms"],
      ["C1", "K1", "2026-01-01", "USD", ofContract],
    ],
    Prices: family.Prices!.slice(0, 2),
  });

  it("are the document's: where it is due, what is printed, what is taken off and its parts", async () => {
    const steps = await billOver(bookOf(withTerms("30% now, 70% Net 60")), ["2026-01"]);
    const reading = await readWorkbook(steps[0]!.bytes);
    if (!reading.ok) throw new Error(reading.failure.message);
    const { snapshot } = reading;
    const { files } = printDocuments(snapshot, { withDrafts: true });
    const printed = files.flatMap(({ printed: { facts } }) => facts.filter(({ key }) => key === "terms"));
    expect(printed.map(({ text }) => text)).toEqual(["30% now, 70% Net 60"]);
    const [document] = readReceivables(snapshot, unheard).documents;
    expect(document?.terms?.discounts).toEqual([]);
    // 31 January and 60 days.
    expect(document && document.due - document.date).toBe(60);
    const parts = snapshot.grids.find(({ sheet }) => sheet === "Instalments");
    expect(parts?.rowCount).toBe(3);
  });

  it("hold what it pays for where nobody understands them", async () => {
    const [step] = await billOver(bookOf(withTerms("soon")), ["2026-01"]);
    const errors = step!.run.issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, at, holds }) => [code, at.sheet, holds])).toEqual([
      ["UNKNOWN_TERMS", "Customers", ["C1"]],
    ]);
    expect(step!.run.invoices).toEqual([]);
  });
});
