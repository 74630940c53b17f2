import { formatDay } from "../../src/core/api";
import { parseIsoDay } from "../../src/core/calendar/day";
import {
  invoices,
  payments,
  applications,
  owed,
  credited,
  paid,
  codes,
  run,
  proposals,
  open,
  type Book,
} from "./cashBook";

describe("cash is applied", () => {
  const tolerance: Book = { Settings: ["Key | Value", "Payment tolerance | 5"] };
  const discount: Book = {
    Customers: ["Customer ID | Customer name | Payment terms", "C1 | Heron | 2/10 Net 30"],
  };

  it.each<readonly [string, Book, readonly string[]]>([
    [
      "to the exact one before one within the tolerance",
      {
        ...tolerance,
        Invoices: [invoices, owed("A", 102), owed("B", 100)],
        Payments: [payments, paid("P", 100)],
      },
      ["amount medium exact cash B 100"],
    ],
    [
      "to no set among more than 12 open items",
      {
        Invoices: [
          invoices,
          ...Array.from({ length: 13 }, (_, index) =>
            owed(`A-${String(index).padStart(2, "0")}`, 1000 + 2 ** index),
          ),
        ],
        Payments: [payments, paid("P", 2003)],
      },
      [
        `review ${Array.from({ length: 12 }, (_, index) => `A-${String(index).padStart(2, "0")}`).join("; ")}`,
      ],
    ],
    [
      "to the one set among 12",
      {
        Invoices: [
          invoices,
          ...Array.from({ length: 12 }, (_, index) =>
            owed(`A-${String(index).padStart(2, "0")}`, 1000 + 2 ** index),
          ),
        ],
        Payments: [payments, paid("P", 2003)],
      },
      ["combination medium exact cash A-00 1001", "combination medium exact cash A-01 1002"],
    ],
    [
      "with a tolerance of the payment, not of each invoice in it",
      {
        ...tolerance,
        Invoices: [invoices, owed("A", 100), owed("B", 100)],
        Payments: [payments, paid("P", 192, "A B")],
      },
      ["references medium short cash A 100", "references medium short cash B 92"],
    ],
    [
      "by a text that names a settled document to nothing",
      {
        Invoices: [invoices, owed("A-1", 100), owed("A-2", 7)],
        Payments: [payments, paid("P", 100, "", "A-1"), paid("Q", 60, "A-1", "", "2026-01-21")],
      },
      ["given high exact cash A-1 100", "review A-1"],
    ],
    [
      "with credits first, and the last items bear the discount",
      {
        ...discount,
        Invoices: [invoices, owed("A", 100), owed("B", 100), credited("CN", -20)],
        Payments: [payments, paid("P", 176, "A B CN", "", "2026-01-11")],
      },
      [
        "references high discount credit A 20",
        "references high discount cash A 78",
        "references high discount cash B 98",
        "references high discount discount B 2",
        "references high discount discount A 2",
      ],
    ],
    [
      "with a discount up to the last day and the days of grace",
      {
        ...discount,
        Settings: ["Key | Value", "Discount grace days | 3"],
        Invoices: [invoices, owed("A", 100)],
        Payments: [payments, paid("P", 98, "A", "", "2026-01-14")],
      },
      ["reference high discount cash A 98", "reference high discount discount A 2"],
    ],
    [
      "with the step of the discount that its day earns",
      {
        Customers: ["Customer ID | Customer name | Payment terms", "C1 | Heron | 3/5, 2/20, Net 30"],
        Invoices: [invoices, owed("A", 100), owed("B", 100)],
        Payments: [payments, paid("P", 97, "A", "", "2026-01-06"), paid("Q", 98, "B", "", "2026-01-21")],
      },
      [
        "reference high discount cash A 97",
        "reference high discount discount A 3",
        "reference high discount cash B 98",
        "reference high discount discount B 2",
      ],
    ],
    [
      "with no discount on a part, however early",
      {
        ...discount,
        Invoices: [invoices, owed("A", 100)],
        Payments: [payments, paid("P", 49, "A", "", "2026-01-02")],
      },
      ["reference medium short cash A 49"],
    ],
    [
      "with no discount after them",
      {
        ...discount,
        Settings: ["Key | Value", "Discount grace days | 3"],
        Invoices: [invoices, owed("A", 100)],
        Payments: [payments, paid("P", 98, "A", "", "2026-01-15")],
      },
      ["reference medium short cash A 98"],
    ],
    [
      "by a refund that names its invoice: it reopens what was paid",
      {
        Invoices: [invoices, owed("A", 100)],
        Payments: [payments, paid("P", 100, "", "A"), paid("R", -40, "", "A", "2026-01-25")],
      },
      ["given high exact cash A 100", "given high exact cash A -40"],
    ],
  ])("%s", (_, book, expected) => {
    expect(proposals(book)).toEqual(expected);
  });

  it.each<readonly [string, string, readonly string[]]>([
    [
      "Contracts",
      "3/10 Net 30",
      ["reference high discount cash A 97", "reference high discount discount A 3"],
    ],
    ["Customers", "", ["reference medium short cash A 97"]],
  ])("with the discount of %s first", (_, ofContract, expected) => {
    const book: Book = {
      Customers: ["Customer ID | Customer name | Payment terms", "C1 | Heron | 2/10 Net 30"],
      Contracts: [
        "Contract ID | Customer ID | Start date | Payment terms",
        `K | C1 | 2026-01-01 | ${ofContract}`,
      ],
      Invoices: [`${invoices} | Contract ID`, `${owed("A", 100)} | K`],
      Payments: [payments, paid("P", 97, "A", "", "2026-01-11")],
    };
    expect(proposals(book)).toEqual(expected);
  });

  it("until once one has a posted row: its rows alone count", () => {
    const book: Book = {
      Invoices: [invoices, owed("A", 100), owed("B", 100), credited("CN", -30, "A")],
      Payments: [payments, paid("P", 50, "", "A")],
      Applications: [applications, "X | Posted | CN | B | 2026-01-25 | Credit | 10 | |"],
    };
    expect(open(book, "2026-01-24")).toEqual(["A 20", "B 100"]);
    expect(open(book, "2026-01-25").sort()).toEqual(["A 50", "B 90", "CN -20"]);
  });

  it("and taken back with discount and write-off of that invoice; credits stay, and the pair is looked at", () => {
    const book: Book = {
      Customers: discount.Customers!,
      ...tolerance,
      Invoices: [invoices, owed("A", 100), credited("CN", -20)],
      Payments: [payments, paid("P", 76, "A CN", "", "2026-01-11")],
    };
    const accepted = run(book, { accept: "high" });
    expect(accepted.applications.map(({ kind, amount }) => `${kind ?? ""} ${amount.toFixed()}`)).toEqual([
      "credit 20",
      "cash 76",
      "discount 2",
      "write_off 2",
    ]);
    const rows = accepted.applications.map(
      ({ applicationId = "", paymentId, invoiceNumber, date, kind, amount, reasonCode = "" }) =>
        `${applicationId} | Posted | ${paymentId} | ${invoiceNumber} | ${formatDay(date)} | ${kind === "write_off" ? "Write-off" : kind} | ${amount.toFixed()} | ${reasonCode} |`,
    );
    const back = run(
      { ...book, Applications: [applications, ...rows] },
      { reverse: ["P"], accept: "medium" },
    );
    expect(
      back.applications.map(
        ({ kind, amount, reverses }) => `${kind ?? ""} ${amount.toFixed()} ${reverses ?? ""}`,
      ),
    ).toEqual(["cash -76 APP-2", "discount -2 APP-3", "write_off -2 APP-4"]);
    expect(back.proposals.map(({ status, candidates }) => [status, candidates])).toEqual([["review", "A"]]);
  });

  it("and never in the place of a posted row that it would push out", () => {
    const book: Book = {
      Invoices: [invoices, owed("A", 100)],
      Payments: [payments, paid("P", 100, "A"), paid("Q", 100, "", "A", "2026-01-10")],
      Applications: [applications, "APP-1 | Posted | P | A | 2026-01-31 | Cash | 100 | |"],
    };
    expect(codes(book)).toEqual(["OVER_APPLIED error"]);
    const { applications: posted, proposals: left } = run(book, {
      accept: "medium",
      asOf: parseIsoDay("2026-01-31")!,
    });
    expect(posted).toEqual([]);
    expect(
      left.map(({ status, paymentId, candidates, amount }) => [
        status,
        paymentId,
        candidates,
        amount.toFixed(),
      ]),
    ).toEqual([
      ["review", "Q", "A", "100"],
      ["review", "P", "A", "100"],
    ]);
  });
});
