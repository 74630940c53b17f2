import { bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { parseIsoDay } from "../calendar/day";
import { parsePeriod } from "../calendar/period";
import { calendarOfContract } from "./calendarOfContract";

const fee = (number: string, from: string, to: string, amount = 100, row: Row = {}): Row => ({
  "Invoice number": number,
  "Contract ID": "C1",
  Product: "Support",
  Kind: "fixed",
  "Period start": from,
  "Period end": to,
  Quantity: 1,
  "Unit price": amount,
  Amount: amount,
  ...row,
});

const support = priceRow({ Product: "Support", "Flat fee": 100 });

function calendar(tables: Readonly<Record<string, readonly Row[]>>, contract: Row = {}, asOf = "2026-04-30") {
  const book = bookOf({ Contracts: [contractRow(contract)], Prices: [support], ...tables });
  const result = calendarOfContract(book, "C1", { days: parsePeriod("2026")!, asOf: parseIsoDay(asOf) });
  if (!result.ok) throw new Error(result.reason);
  return {
    rows: result.rows.map(({ dayCount, expected, billed, credited, late, open, state }) =>
      [dayCount, ...[expected, billed, credited, late, open].map((amount) => amount.toFixed()), state].join(
        " ",
      ),
    ),
    open: result.total.open.toFixed(),
  };
}

describe("the calendar of a contract", () => {
  it("shows at once the month that nothing bills", () => {
    const tables = {
      "Invoice lines": [
        fee("I-1", "2026-01-01", "2026-01-31"),
        fee("I-2", "2026-02-01", "2026-02-28"),
        fee("I-4", "2026-04-01", "2026-04-30", 90),
      ],
    };
    const { rows, open } = calendar(tables);
    expect(rows.slice(0, 5)).toEqual([
      "31 100 100 0 0 0 billed",
      "28 100 100 0 0 0 billed",
      "31 100 0 0 0 100 missing",
      "30 100 90 0 0 10 under",
      "31 0 0 0 0 0 ahead",
    ]);
    expect(open).toBe("110");
  });

  it("expects a stub by its days, and a fee of a month that is billed ahead", () => {
    const tables = {
      "Invoice lines": [
        fee("I-1", "2026-03-22", "2026-03-31", 32.26),
        fee("I-2", "2026-05-01", "2026-05-31"),
      ],
    };
    // 100 × 10/31; April is due and not billed
    expect(calendar(tables, { "Start date": "2026-03-22" }).rows.slice(0, 3)).toEqual([
      "10 32.26 32.26 0 0 0 billed",
      "30 100 0 0 0 100 missing",
      "31 100 100 0 0 0 ahead",
    ]);
  });

  it("frees the days of an invoice that was credited in full, and counts a part as credited", () => {
    const document = (number: string, row: Row): Row => ({
      "Invoice number": number,
      Status: "Issued",
      Type: "Invoice",
      "Contract ID": "C1",
      ...row,
    });
    const credit = (number: string, corrects: string, amount: number) => [
      document(number, { Type: "Credit note", Corrects: corrects, "Reason code": "PRICE" }),
      fee(number, "2026-01-01", "2026-01-31", -amount, { Kind: "adjustment" }),
    ];
    const [whole, wholeLine] = credit("CN-1", "I-1", 100);
    const [part, partLine] = credit("CN-2", "I-2", 15);
    const tables = {
      Invoices: [document("I-1", {}), document("I-2", {}), whole!, part!],
      "Invoice lines": [
        fee("I-1", "2026-01-01", "2026-01-31"),
        fee("I-2", "2026-02-01", "2026-02-28"),
        wholeLine!,
        partLine!,
      ],
    };
    expect(calendar(tables, {}, "2026-02-28").rows.slice(0, 2)).toEqual([
      "31 100 100 100 0 100 missing",
      "28 100 100 15 0 15 under",
    ]);
  });

  it("counts usage that a later run billed as late", () => {
    const usage = (number: string, quantity: number, run: string): Row =>
      fee(number, "2026-01-01", "2026-01-31", 0, {
        Product: "calls",
        Kind: "usage",
        Quantity: quantity,
        "Unit price": 2,
        Amount: 2 * quantity,
        Run: run,
      });
    const tables = {
      Prices: [priceRow({ Product: "calls", "Pricing model": "per_unit", "Unit price": 2 })],
      Usage: [{ "Contract ID": "C1", Meter: "calls", Date: "2026-01-10", Quantity: 60 }],
      Invoices: [
        { "Invoice number": "I-1", "Period start": "2026-01-01", "Period end": "2026-01-31" },
        { "Invoice number": "I-2", "Period start": "2026-02-01", "Period end": "2026-02-28" },
      ],
      "Invoice lines": [usage("I-1", 50, "2026-01"), usage("I-2", 10, "2026-02")],
    };
    expect(calendar(tables).rows.slice(0, 2)).toEqual(["31 120 120 0 20 0 billed", "28 0 0 0 0 0 nothing"]);
  });

  it("shares a line over several months by what is owed for each", () => {
    const tables = { "Invoice lines": [fee("I-1", "2026-01-01", "2026-02-28", 200)] };
    expect(calendar(tables, {}, "2026-02-28").rows.slice(0, 2)).toEqual([
      "31 100 100 0 0 0 billed",
      "28 100 100 0 0 0 billed",
    ]);
  });

  it("shares a line that reaches beyond the calendar by its days", () => {
    const tables = { "Invoice lines": [fee("I-1", "2025-12-01", "2026-01-31", 200)] };
    // 200 × 31/62
    expect(calendar(tables, { "Start date": "2025-12-01" }, "2026-01-31").rows[0]).toBe(
      "31 100 100 0 0 0 billed",
    );
  });

  it("names a contract that is not there", () => {
    const book = bookOf({ Contracts: [contractRow()], Prices: [support] });
    const days = parsePeriod("2026")!;
    expect(calendarOfContract(book, "C9", { days, asOf: undefined })).toEqual({
      ok: false,
      reason: "there is no contract C9",
    });
  });
});
