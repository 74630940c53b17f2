import { agingOf, formatDay, withoutMended } from "../../src/core/api";
import {
  invoices,
  payments,
  applications,
  owed,
  credited,
  paid,
  ledgerOf,
  codes,
  open,
  run,
  type Book,
} from "./cashBook";

describe("tables that are read", () => {
  it.each<readonly [string, Book, readonly string[]]>([
    [
      "documents Issued, Part paid and Paid are receivables, and blank is Issued; others are none",
      {
        Invoices: [
          invoices,
          ...["", "Issued", "Part paid", "Paid", "Draft", "In review", "Approved", "Void"].map(
            (status, index) => `A-${index} | Invoice | ${status} | C1 | 2026-01-01 | | EUR | 1 |`,
          ),
        ],
      },
      ["A-0 1", "A-1 1", "A-2 1", "A-3 1"],
    ],
    [
      "a row of Applications without a Status is posted, without a Kind it is cash",
      {
        Invoices: [invoices, owed("A", 100)],
        Payments: [payments, paid("P", 30)],
        Applications: [applications, "X | | P | A | 2026-01-21 | | 30 | |"],
      },
      ["A 70"],
    ],
    [
      "rows Proposed and Review do not count",
      {
        Invoices: [invoices, owed("A", 100)],
        Payments: [payments, paid("P", 30)],
        Applications: [
          applications,
          "X | Proposed | P | A | 2026-01-21 | Cash | 10 | |",
          "Y | Review | P | A | 2026-01-21 | Cash | 10 | |",
        ],
      },
      ["A 100", "P -30"],
    ],
    [
      "Invoice number holds several, between commas or semicolons",
      {
        Invoices: [invoices, owed("A", 10), owed("B", 20), owed("C", 5)],
        Payments: [payments, paid("P", 32, "", "A, B;C")],
      },
      ["C 3"],
    ],
    [
      "what a document was paid by rows of every kind, whatever its stored Paid",
      {
        Invoices: [`${invoices} | Paid`, `${owed("A", 100)} | 100`],
        Payments: [payments, paid("P", 90)],
        Applications: [
          applications,
          "X | Posted | P | A | 2026-01-21 | Cash | 90 | |",
          "Y | Posted | P | A | 2026-01-21 | Write-off | 4 | SMALL |",
        ],
      },
      ["A 6"],
    ],
  ])("%s", (_, book, expected) => {
    expect(open(book)).toEqual(expected);
  });

  it("a payment without a currency is in its customer's, else in that of Settings", () => {
    const book: Book = {
      Settings: ["Key | Value", "Currency | CHF"],
      Customers: ["Customer ID | Customer name | Currency", "C1 | Heron | USD", "C2 | Kite |"],
      Payments: [payments, "P1 | C1 | 2026-01-01 | 1 | | | |", "P2 | C2 | 2026-01-01 | 1 | | | |"],
    };
    expect(ledgerOf(book).ledger.payments.map(({ currency }) => currency)).toEqual(["USD", "CHF"]);
  });

  it.each<readonly [string, Book, readonly string[]]>([
    [
      "Paid above the dated rows",
      { Invoices: [`${invoices} | Paid`, `${owed("A", 100)} | 100`] },
      ["PAID_NOT_APPLIED warning"],
    ],
    [
      "a credit note with a positive Total, which is read as negative",
      { Invoices: [invoices, credited("CN", 5)] },
      ["SIGN warning"],
    ],
    [
      "a write-off without a reason",
      {
        Invoices: [invoices, owed("A", 100)],
        Payments: [payments, paid("P", 90)],
        Applications: [applications, "X | Posted | P | A | 2026-01-21 | Write-off | 4 | |"],
      },
      ["REASON_MISSING error"],
    ],
  ])("tells %s", (_, book, expected) => {
    expect(codes(book)).toEqual(expected);
  });

  it("a dispute is of what is open where it names no amount, and lasts until the day before Closed", () => {
    const book: Book = {
      Invoices: [invoices, owed("A", 100), owed("B", 50)],
      Disputes: [
        "Invoice number | Opened | Reason code | Amount | Closed",
        "A | 2026-02-01 | PRICE | | 2026-02-10",
        "B | 2026-02-01 | PRICE | 20 |",
      ],
    };
    const disputed = (day: string) =>
      agingOf(ledgerOf(book, day).ledger).totals.map((total) => total.disputed.toFixed());
    expect(["2026-01-31", "2026-02-01", "2026-02-09", "2026-02-10"].map(disputed)).toEqual([
      ["0"],
      ["120"],
      ["120"],
      ["20"],
    ]);
  });

  it("money of nobody is of (unknown)", () => {
    const { customers } = agingOf(
      ledgerOf({ Payments: [payments, "P | | 2026-01-01 | 5 | EUR | | |"] }).ledger,
    );
    expect(
      customers.map(({ customerId, customerName, unapplied }) => [
        customerId,
        customerName,
        unapplied.toFixed(),
      ]),
    ).toEqual([["", "(unknown)", "5"]]);
  });

  it("the day is the last one in Invoices, Payments and Applications, and later rows wait", () => {
    const book: Book = {
      Invoices: [invoices, owed("A", 100)],
      Payments: [payments, paid("P", 30), paid("Q", 5, "", "", "2026-02-05")],
      Applications: [applications, "X | Posted | P | A | 2026-02-20 | Cash | 30 | |"],
    };
    expect(formatDay(ledgerOf(book).ledger.asOf)).toBe("2026-02-20");
    expect(open(book, "2026-02-04")).toEqual(["A 100", "P -30"]);
  });
});

it("a run does not warn of a Paid that it writes itself, but of one that another system left", () => {
  const columns =
    "Invoice number | Type | Status | Customer ID | Invoice date | Due date | Currency | Total | Paid";
  const paidOff = (number: string) =>
    `${number} | Invoice | Paid | C1 | 2026-01-01 | 2026-01-31 | EUR | 100 | 100`;
  const book: Book = {
    Invoices: [columns, paidOff("A"), paidOff("B")],
    Payments: [payments, paid("P", 100, "A"), paid("R", -100, "", "A", "2026-01-25")],
    Applications: [applications, "X | Posted | P | A | 2026-01-20 | Cash | 100 | |"],
  };
  const { issues } = ledgerOf(book);
  const { ledger } = run(book, { accept: "high" });
  const rows = (of: typeof issues) => of.map(({ code, at }) => `${code} ${String(at.row + 1)}`);
  expect(rows(issues)).toEqual(["PAID_NOT_APPLIED 2", "PAID_NOT_APPLIED 3"]);
  expect(rows(withoutMended(issues, ledger))).toEqual(["PAID_NOT_APPLIED 3"]);
});
