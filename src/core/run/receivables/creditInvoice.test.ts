import fc from "fast-check";
import { sheet, workbook, type Cell } from "../../../../test/properties/support/sheets";
import { netOf } from "../../documents/documentKinds";
import { creditedBy } from "../../invoicing/credits/creditNote";
import { split } from "../../invoicing/taxParts";
import { Decimal, sum, zero } from "../../money/decimal";
import type { Ledger } from "../../receivables/ledger";
import { creditableLines, creditInvoice, registerWithNote, type CreditOptions } from "./creditInvoice";
import { openLedger } from "./reportBook";

type Line = readonly [amount: number, taxCode: string, rate: number];

const INVOICE = ["Invoice number", "Status", "Type", "Invoice date", "Currency", "Subtotal", "Tax", "Total"];
const LINE = ["Invoice number", "Line", "Price ID", "Product", "Amount", "Tax code", "Tax rate"];

/** The ledger of a book with one invoice of these lines and this tax. */
function ledgerOf(lines: readonly Line[], tax: number, notes: readonly (readonly Cell[])[] = []): Ledger {
  const net = sum(lines.map(([amount]) => new Decimal(amount)));
  const total = net.plus(tax).toNumber();
  const book = workbook([
    sheet("Invoices", [
      [...INVOICE, "Corrects"],
      ["INV-1", "Issued", "Invoice", "2026-10-31", "EUR", net.toNumber(), tax, total, undefined],
      ...notes,
    ]),
    sheet("Invoice lines", [
      LINE,
      ...lines.map(([amount, code, rate], index) => [
        ...["INV-1", index + 1, `P-${String(index + 1)}`, `Product ${String(index + 1)}`, amount, code, rate],
      ]),
    ]),
  ]);
  return openLedger(book, undefined)!.ledger;
}

const asked = (change: Partial<CreditOptions>): CreditOptions => ({
  number: "INV-1",
  line: undefined,
  amount: undefined,
  reasonCode: "PRICE",
  isRebill: false,
  by: "ann",
  approvedBy: undefined,
  when: { day: 46_000, time: 0 },
  runId: "RUN-1",
  ...change,
});

/** The ledger after a credit, and its note; a refused one leaves it as it was. */
function after(ledger: Ledger, change: Partial<CreditOptions>) {
  const result = creditInvoice(ledger, asked(change));
  if (!result.ok) return { ledger, note: undefined, reason: result.reason };
  const register = registerWithNote(result.run);
  return { ledger: { ...ledger, book: { ...ledger.book, register } }, note: result.run.note, reason: "" };
}

const leftByLine = (ledger: Ledger) =>
  creditableLines(ledger, ledger.book.register.invoices[0]!).lines.map(({ net }) => net.toNumber());

describe("a credit of an invoice", () => {
  it("takes of a line and of its discount alike", () => {
    const shares = split(new Decimal(45), [new Decimal(100), new Decimal(-10)], 2);
    expect(shares.map(Number)).toEqual([50, -5]);
    const { ledger } = after(
      ledgerOf(
        [
          [100, "VAT", 0.2],
          [-10, "VAT", 0.2],
        ],
        18,
      ),
      { amount: new Decimal(45) },
    );
    expect(leftByLine(ledger)).toEqual([50, -5]);
  });

  it("never takes more of a line than its tax code has left", () => {
    const ledger = ledgerOf(
      [
        [100, "VAT", 0.2],
        [-40, "VAT", 0.2],
        [50, "LOW", 0.1],
      ],
      17,
    );
    const { reason } = after(ledger, { line: 1, amount: new Decimal(60.01) });
    expect(reason).toContain("more than the EUR 60.00 that is left of line 1");
    expect(after(ledger, { line: 1 }).note && netOf(after(ledger, { line: 1 }).note!).toNumber()).toBe(-60);
  });

  it("takes notes that name no line off all lines of the invoice by what is left", () => {
    const note = ["CN-9", "Issued", "Credit note", "2026-10-31", "EUR", -30, -6, -36, "INV-1"];
    expect(
      leftByLine(
        ledgerOf(
          [
            [100, "VAT", 0.2],
            [50, "VAT", 0.2],
          ],
          30,
          [note],
        ),
      ),
    ).toEqual([80, 40]);
  });

  it("adds up to the invoice whatever it is credited in, line by line and code by code", () => {
    const cents = fc.integer({ min: 1, max: 9_999 });
    const line = fc.tuple(
      cents.map((amount) => amount / 100),
      fc.constantFrom<readonly [string, number]>(["VAT", 0.2], ["LOW", 0.0825]),
    );
    const credit = fc.record({ line: fc.option(fc.integer({ min: 1, max: 4 })), cents });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.array(credit, { maxLength: 6 }),
        fc.integer({ min: -1, max: 1 }),
        (drawn, credits, odd) => {
          const lines = drawn.map(([amount, [code, rate]]): Line => [amount, code, rate]);
          const exact = sum(lines.map(([amount, , rate]) => new Decimal(amount).times(rate)));
          // Other systems round their own way.
          const tax = Decimal.max(exact.toDecimalPlaces(2).plus(odd / 100), zero);
          let ledger = ledgerOf(lines, tax.toNumber());
          const notes = [];
          for (const { line: at, cents: amount } of [...credits, undefined].map(
            (requested) => requested ?? { line: null, cents: undefined },
          )) {
            const made = after(ledger, {
              line: at ?? undefined,
              amount: amount === undefined ? undefined : new Decimal(amount).dividedBy(100),
            });
            ledger = made.ledger;
            if (made.note) notes.push(creditedBy(made.note));
            const { left, lines: open } = creditableLines(ledger, ledger.book.register.invoices[0]!);
            expect(sum(open.map(({ net }) => net)).equals(left)).toBe(true);
            expect(open.every(({ net }) => !net.isNegative())).toBe(true);
            expect(notes.every((note) => !note.tax.isNegative())).toBe(true);
          }
          expect(
            sum(notes.map(({ net }) => net)).equals(
              sum(lines.map(([amount]) => amount).map((amount) => new Decimal(amount))),
            ),
          ).toBe(true);
          expect(sum(notes.map((note) => note.tax)).equals(tax)).toBe(true);
        },
      ),
      { numRuns: 80 },
    );
  });
});
