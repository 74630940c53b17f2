import { agingOf, heldReasons, keyFigureReport, remindCustomers, statementsOf } from "../../src/core/api";
import { invoices, payments, owed, credited, paid, ledgerOf, type Book } from "./cashBook";

describe("reminders", () => {
  const levels = [
    "Level | Days | Minimum | Fee | Interest % | Language | Subject | Text",
    "1 | 10 | 20 | 0 | 0 | | first | {invoices}",
    "2 | 14 | 20 | 5 | 10 | | second | {interest}",
  ];
  const sent = "Reminder ID | Status | Date | Customer ID | Currency | Level | Invoices";
  const reminded = (book: Book, asOf: string) => {
    const { reminders, held } = remindCustomers(ledgerOf(book, asOf).ledger, undefined);
    return [
      ...reminders.map(
        ({ row }) =>
          `${row.level ?? ""} ${row.invoices ?? ""}: ${[row.overdue, row.unapplied, row.interest, row.amountDue].map((amount) => amount?.toFixed() ?? "").join(" ")}`,
      ),
      ...held.map(({ invoiceNumber, reason }) => `${heldReasons[reason]} ${invoiceNumber}`),
    ];
  };

  it.each<readonly [string, Book, readonly string[]]>([
    [
      "take cash off the highest level first",
      {
        Invoices: [invoices, owed("A", 100), owed("B", 50)],
        Payments: [payments, paid("P", 110)],
        Reminders: [sent, "REM-1 | Sent | 2026-02-10 | C1 | EUR | 1 | A"],
      },
      ["1 B: 50 10 0 40", "Below minimum A"],
    ],
    [
      "count all that is overdue for the minimum",
      {
        Invoices: [
          invoices,
          owed("A", 15),
          "B | Invoice | Issued | C1 | 2026-01-01 | 2026-02-25 | EUR | 6 |",
        ],
      },
      ["1 A: 15 0 0 15", "Waiting B"],
    ],
    [
      "leave what is disputed, promised or not to be reminded of out of it",
      {
        Invoices: [invoices, owed("A", 15), owed("B", 6)],
        Disputes: ["Invoice number | Opened | Reason code", "B | 2026-02-01 | PRICE"],
      },
      ["Disputed B", "Below minimum A"],
    ],
    [
      "wait for all invoices of a customer who promised",
      {
        Invoices: [invoices, owed("A", 100), owed("B", 60, "C2")],
        Promises: ["Customer ID | Made | Pay by", "C1 | 2026-03-01 | 2026-03-02"],
      },
      ["1 B: 60 0 0 60", "Promised A"],
    ],
    [
      "round interest invoice by invoice",
      {
        Invoices: [invoices, owed("A", 100.05), owed("B", 100.05)],
        Reminders: [sent, "REM-1 | Sent | 2026-02-10 | C1 | EUR | 1 | A; B"],
      },
      // 100.05 × 10 % × 30 / 365 = 0.8223 each.
      ["2 A; B: 200.1 0 1.64 206.74"],
    ],
  ])("%s", (_, book, expected) => {
    expect(reminded({ "Reminder levels": levels, ...book }, "2026-03-02")).toEqual(expected);
  });
});

describe("reports", () => {
  const book: Book = {
    Invoices: [
      invoices,
      owed("A", 100),
      "B | Invoice | Issued | C1 | 2026-02-10 | 2026-03-12 | EUR | 60 |",
      credited("CN", -10, "A"),
    ],
    Payments: [payments, paid("P", 50, "", "A"), paid("R", -5, "", "", "2026-02-20")],
  };

  it("a statement closes with the total of Aging, on any day", () => {
    for (const day of ["2026-01-01", "2026-01-02", "2026-01-20", "2026-02-15", "2026-03-31"]) {
      const { ledger } = ledgerOf(book, day);
      const closing = statementsOf(ledger, undefined, undefined).map((statement) =>
        statement.closing.toFixed(),
      );
      expect(closing).toEqual(agingOf(ledger).totals.map(({ total }) => total.toFixed()));
    }
  });

  it("key figures follow their formulas, worked out by hand", () => {
    const { keyFigures, rollForward } = keyFigureReport(ledgerOf(book, "2026-02-28").ledger);
    const shown = keyFigures.map((row) =>
      [
        row.opening,
        row.sales,
        row.collected,
        row.closing,
        row.dso,
        row.bestPossibleDso,
        row.add,
        row.countBackDso,
        row.cei,
        row.turnover,
      ].map((figure) => figure?.toFixed() ?? "none"),
    );
    expect(shown).toEqual([
      // 40 / 90 × 31; all is current; counted back within January; (0 + 90 − 40) / (0 + 90 − 40); 90 / 20.
      ["0", "90", "50", "40", "13.7778", "13.7778", "0", "13.7778", "100", "4.5"],
      // 105 / 60 × 28; 60 / 60 × 28; 28 and 45 / 90 × 31; (40 + 60 − 105) / (40 + 60 − 60) × 100; 60 / 72.5.
      ["40", "60", "-5", "105", "49", "28", "21", "43.5", "-12.5", "0.8276"],
    ]);
    expect(
      rollForward.map(({ gap, refunds, credits }) =>
        [gap, refunds, credits].map((amount) => amount.toFixed()),
      ),
    ).toEqual([
      ["0", "0", "10"],
      ["0", "5", "0"],
    ]);
  });

  it("counting back ends where the months are too short", () => {
    const late: Book = { Invoices: [invoices, owed("A", 100)], Payments: [payments, paid("R", -500)] };
    const { keyFigures } = keyFigureReport(ledgerOf(late, "2026-01-31").ledger);
    expect(keyFigures.map(({ countBackDso }) => countBackDso)).toEqual([undefined]);
  });
});
