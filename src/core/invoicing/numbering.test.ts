import { dayOf } from "../calendar/day";
import { DocumentNumbers, numberOrder } from "./numbering";

const october = dayOf(2026, 10, 31);
const patterns = (invoiceNumberPattern: string, creditNoteNumberPattern: string, nextNumber = 1) => ({
  invoiceNumberPattern,
  creditNoteNumberPattern,
  nextNumber,
});

/** The numbers that invoices (i) and credit notes (c) get one after the other. */
function taken(settings: ReturnType<typeof patterns>, types: string, used: readonly string[] = []) {
  const numbers = new DocumentNumbers(settings, used);
  return [...types].map((type) => numbers.take(type === "i" ? "invoice" : "credit_note", october)).join(" ");
}

describe("numbers of documents", () => {
  it.each<readonly [string, ReturnType<typeof patterns>, string, readonly string[], string]>([
    ["are two series of two patterns", patterns("I-{000}", "C-{000}"), "icic", [], "I-001 C-001 I-002 C-002"],
    [
      "are one series of one pattern",
      patterns("D-{YYYY}-{0000}", "D-{YYYY}-{0000}"),
      "icci",
      ["D-2026-0004", "D-2025-0009"],
      "D-2026-0005 D-2026-0006 D-2026-0007 D-2026-0008",
    ],
    ["are one series whatever the digits", patterns("D{0000}", "D{00}"), "icic", [], "D0001 D02 D0003 D04"],
    [
      "of the day are one series",
      patterns("{YYYY}-{00}", "20{YY}-{00}"),
      "ci",
      ["2026-07"],
      "2026-08 2026-09",
    ],
    ["of one series begin with Next number", patterns("D{00}", "D{00}", 40), "cic", [], "D40 D41 D42"],
    ["of two begin with it for invoices", patterns("I{00}", "C{00}", 40), "ci", [], "C01 I40"],
    [
      "are not given twice where patterns meet",
      patterns("D{000}", "D1{00}", 101),
      "icc",
      [],
      "D101 D102 D103",
    ],
  ])("%s", (_name, settings, types, used, expected) => {
    expect(taken(settings, types, used)).toBe(expected);
  });

  it("come by date, contract and currency", () => {
    const rows = [
      { invoiceDate: 2, contractId: "A", currency: "EUR" },
      { invoiceDate: 1, contractId: "B", currency: "USD" },
      { invoiceDate: 1, contractId: "B", currency: "EUR" },
      { invoiceDate: 1, contractId: undefined, currency: undefined },
    ];
    expect([...rows].sort(numberOrder).map((row) => rows.indexOf(row))).toEqual([3, 2, 1, 0]);
  });
});
