import { makeEInvoices, openLedger, parseIsoDay, printDocuments } from "../../src/core/api";
import { correctionsOf } from "../../src/core/documents/corrections";
import { figuresAsPriced } from "../../src/core/documents/figuresAsPriced";
import { findProfile } from "../../src/core/eInvoice/profiles/registry";
import { revenueOf } from "../../src/core/receivables/reports/revenue";
import { readInputs } from "../../src/core/run/prepareBook";
import { casesBook, type Changes } from "./casesBook";

const NOTE = "CN-2026-0001";
const FIGURES = ["Subtotal", "Tax", "Total", "Amount", "Unit price", "Flat fee"];

/** Figures of the credit note with the other sign, as many systems write them. */
const turned: Changes[string] = (rows) =>
  rows.map((row) => {
    if (row["Invoice number"] !== NOTE) return row;
    const figures = FIGURES.filter((title) => typeof row[title] === "number");
    return { ...row, ...Object.fromEntries(figures.map((title) => [title, -Number(row[title])])) };
  });
const withIban: Changes = {
  Settings: (rows) => [...rows, { Key: "Payment link", Value: "https://pay.example/{number}/{amount}" }],
};
const below = casesBook(withIban);
const books = {
  lines: casesBook({ ...withIban, "Invoice lines": turned }),
  sums: casesBook({ ...withIban, Invoices: turned }),
  "lines and sums": casesBook({ ...withIban, Invoices: turned, "Invoice lines": turned }),
};

describe.each(Object.entries(books))("a credit note with %s above 0", (_what, above) => {
  it("is printed as one below 0, and asks for no payment", () => {
    const printed = (book: typeof below) => {
      const { files } = printDocuments(book, { withDrafts: false, holds: undefined });
      return files.find(({ document }) => document.invoiceNumber === NOTE)!.printed;
    };
    expect(printed(above)).toEqual(printed(below));
    const { payment, link, qr, bill } = printed(above);
    expect({ payment, link, qr, bill }).toEqual({ payment: [], link: "", qr: undefined, bill: undefined });
  });

  it.each(["en16931", "peppol-bis-3", "xrechnung-3.0"])("is the same e-invoice in %s", (id) => {
    const profile = findProfile(id)!;
    const xml = (book: typeof below) => {
      const options = { profile, syntax: profile.syntaxes[0], isInPdf: false, holds: () => true };
      const { files } = makeEInvoices(book, options);
      return files.find(({ name }) => name === `${NOTE}.xml`)?.xml;
    };
    expect(xml(above)).toBeDefined();
    expect(xml(above)).toBe(xml(below));
  });

  it("takes back as much of what was billed, and as much revenue", () => {
    const takenBack = (book: typeof below) => {
      const { register, settings } = readInputs(book, () => undefined);
      const corrections = correctionsOf(register, settings, figuresAsPriced(register, settings));
      return [
        [...corrections.cancelled],
        ...[corrections.ofLine, corrections.conceded].map((amounts) =>
          [...amounts].map(([{ invoiceNumber, line }, amount]) => [invoiceNumber, line, amount.toFixed()]),
        ),
      ];
    };
    expect(takenBack(above)).toEqual(takenBack(below));
    expect(takenBack(below).flat().length).toBeGreaterThan(0);
    const revenue = (book: typeof below) =>
      revenueOf(openLedger(book, parseIsoDay("2026-12-31"))!.ledger).map((row) => JSON.stringify(row));
    expect(revenue(above)).toEqual(revenue(below));
  });
});
