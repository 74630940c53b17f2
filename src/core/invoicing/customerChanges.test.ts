import { billBook, bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { customerChanges } from "./customerChanges";
import { registerAfter } from "./registerChanges";

const past = (number: string, end: string, total: number | undefined, row: Row = {}): Row => ({
  "Invoice number": number,
  Status: "Issued",
  "Customer ID": "K1",
  "Contract ID": "C1",
  "Period start": `${end.slice(0, 7)}-01`,
  "Period end": end,
  Currency: "USD",
  Total: total,
  ...row,
});

function changes(invoices: readonly Row[], period = "2026-03") {
  const { invoices: drafts, book } = billBook(
    bookOf({
      Contracts: [
        contractRow(),
        contractRow({ "Contract ID": "C2", "Customer ID": "K2", "Customer name": "Beta" }),
      ],
      Prices: [priceRow({ "Flat fee": 100 }), { ...priceRow({ "Flat fee": 250 }), "Contract ID": "C2" }],
      Invoices: invoices,
    }),
    period,
  );
  const after = registerAfter(book.register, drafts, book.period, book.settings.at);
  return customerChanges(after, book.period, "USD").map(({ customerId, customerName, before, now }) => [
    customerId,
    customerName,
    before.toNumber(),
    now.toNumber(),
  ]);
}

describe("customerChanges", () => {
  it("compares all documents of the period with those of the period before, largest change first", () => {
    expect(changes([past("I-1", "2026-02-28", 80), past("I-0", "2026-01-31", 999)])).toEqual([
      ["K2", "Beta", 0, 250],
      ["K1", "Acme", 80, 100],
    ]);
  });

  it("keeps currencies apart, the default one first", () => {
    const euros = past("I-1", "2026-02-28", 9000, { Currency: "EUR" });
    expect(changes([euros])).toEqual([
      ["K2", "Beta", 0, 250],
      ["K1", "Acme", 0, 100],
      ["K1", "", 9000, 0],
    ]);
  });

  it("counts documents of the period that were issued before, and credit notes", () => {
    const issued = past("I-3", "2026-03-31", 100);
    const credit = past("CN-1", "2026-03-31", -40, { Type: "Credit note" });
    expect(changes([issued, credit])[1]).toEqual(["K1", "", 0, 60]);
  });

  it("leaves void documents out and adds up lines where the total is missing", () => {
    expect(changes([past("I-1", "2026-02-28", 80, { Status: "Void" })])[1]).toEqual(["K1", "Acme", 0, 100]);
    const noTotal = past("I-1", "2026-02-28", undefined, { Subtotal: 50, Tax: 10 });
    expect(changes([noTotal])[1]).toEqual(["K1", "Acme", 60, 100]);
  });

  it("takes a quarter for the period before a quarter", () => {
    const [first] = changes([past("I-1", "2025-11-30", 500)], "2026-Q1");
    expect(first).toEqual(["K2", "Beta", 0, 750]);
    expect(changes([past("I-1", "2025-11-30", 500)], "2026-Q1")[1]).toEqual(["K1", "Acme", 500, 300]);
  });
});
