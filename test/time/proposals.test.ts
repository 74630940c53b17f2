import { billedServiceOf } from "../../src/core/documents/billedService";
import { billStep, type Step } from "../../scripts/workedExamples/billStep";
import { added, bookOf } from "./documents";

const number = "INV-2026-0001";

/** October was issued at 10.00 a call and 50.00 for a book; the prices of today are others. */
const bookAt = (unitPrice: number, fee: number) =>
  bookOf({
    Contracts: [
      ["Contract ID", "Customer ID", "Start date", "End date", "Tax code"],
      ["C1", "K1", "2026-10-01", "2026-10-31", "STD"],
    ],
    Prices: [
      ["Contract ID", "Price ID", "Product", "Pricing model", "Unit price", "Flat fee", "Tax code"],
      ["C1", "P1", "Calls", "per_unit", unitPrice, null, null],
      ["C1", "P2", "Book", "flat", null, fee, "LOW"],
    ],
    "Tax codes": [
      ["Tax code", "Rate"],
      ["STD", "20 %"],
      ["LOW", "5 %"],
    ],
    Usage: [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C1", "Calls", "2026-10-05", 100],
    ],
    Adjustments: [
      ["Contract ID", "Date", "Amount", "Description", "Reason code", "Tax code", "Invoice number"],
    ],
    Invoices: [
      [
        "Invoice number",
        "Status",
        "Type",
        "Customer ID",
        "Contract ID",
        "Period start",
        "Period end",
        "Invoice date",
        "Currency",
        "Subtotal",
        "Tax",
        "Total",
      ],
      [
        number,
        "Issued",
        "Invoice",
        "K1",
        "C1",
        "2026-10-01",
        "2026-10-31",
        "2026-10-31",
        "USD",
        1050,
        202.5,
        1252.5,
      ],
    ],
    "Invoice lines": [
      [
        "Invoice number",
        "Line",
        "Contract ID",
        "Price ID",
        "Product",
        "Kind",
        "Period start",
        "Period end",
        "Quantity",
        "Unit price",
        "Amount",
        "Tax code",
        "Tax rate",
      ],
      [number, 1, "C1", "P1", "Calls", "usage", "2026-10-01", "2026-10-31", 100, 10, 1000, "STD", "20 %"],
      [number, 2, "C1", "P2", "Book", "fixed", "2026-10-01", "2026-10-31", 1, 50, 50, "LOW", "5 %"],
    ],
  });

const november = "--period 2026-11 --as-of 2026-11-30 --number";

const proposalsOf = ({ run }: Step) =>
  run.reconciliation.findings.flatMap(({ proposal }) =>
    proposal ? [`${proposal.amount.toString()} ${proposal.taxCode} ${proposal.reasonCode}`] : [],
  );

test("a price that was changed after issue proposes a credit, which is not made by itself", async () => {
  const step = await billStep(bookAt(8, 50), november);
  expect(step.run.invoices).toEqual([]);
  expect(proposalsOf(step)).toEqual(["-200 STD PRICE"]);
  expect(step.run.reconciliation.findings.find(({ proposal }) => proposal)?.cause).toMatch(
    /; proposed: a credit of 200\.00 for INV-2026-0001, tax code STD, reason PRICE$/,
  );
});

test("one that was raised proposes an extra line", async () => {
  expect(proposalsOf(await billStep(bookAt(10, 60), november))).toEqual(["10 LOW PRICE"]);
});

test.each([
  ["credit", 8, 50],
  ["extra line", 11, 50],
  ["credit and extra line", 8, 60],
])(
  "with a proposed %s, written into Adjustments as it stands, what is owed is billed",
  async (_title, price, fee) => {
    const found = await billStep(bookAt(price, fee), november);
    const rows = found.run.reconciliation.findings.flatMap(({ proposal: row }) =>
      row
        ? [
            [
              "C1",
              "2026-11-30",
              row.amount.toNumber(),
              row.description,
              row.reasonCode,
              row.taxCode,
              row.invoiceNumber,
            ],
          ]
        : [],
    );
    expect(rows.length).toBeGreaterThan(0);
    const settled = await billStep(await added(found.bytes, "Adjustments", rows), november);
    expect(settled.run.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const { book } = (await billStep(settled.bytes, november)).run;
    const { of } = billedServiceOf(book.register, book.settings);
    const [contract] = book.catalog.contracts;
    const amounts = contract!.prices.map((candidate) =>
      of(contract!, candidate, candidate.service).amount.toString(),
    );
    expect(amounts).toEqual([String(fee), String(price * 100)]);
  },
);

test("no more is proposed than is left of the invoice", async () => {
  const credited = await added(bookAt(2, 50), "Adjustments", [
    ["C1", "2026-11-30", -500, "goodwill", "GOODWILL", "STD", number],
  ]);
  expect(proposalsOf(await billStep(credited, november))).toEqual(["-500 STD PRICE"]);
});
