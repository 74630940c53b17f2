import { join } from "node:path";
import {
  creditNote,
  invoice,
  payment,
  posted,
  runAgain,
  runOn,
  type Tables,
} from "../support/receivablesBook";
import { settings, type RowInput } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";

type Row = Readonly<Record<string, string | number | null>>;
interface PaymentsJson {
  readonly asOf: string;
  readonly payments: readonly Row[];
  readonly proposals: readonly Row[];
  readonly applications: readonly Row[];
  readonly totals: readonly Row[];
  readonly issues: readonly { readonly code: string }[];
  readonly output: string;
}

const payments = (tables: Tables, ...options: readonly string[]) =>
  runOn<PaymentsJson>(tables, "payments", ...options);

const due = (date: string): RowInput => ({ "Due date": date });

/** One customer's open invoices by number and amount, due in the order given. */
function open(...items: readonly (readonly [number: string, amount: number])[]): RowInput[] {
  return items.map(([number, amount], index) =>
    amount < 0
      ? creditNote(number, "C1", "2026-01-05", amount)
      : invoice(number, "C1", "2026-01-01", amount, due(`2026-02-0${String(index + 1)}`)),
  );
}

const received = (amount: number, row: RowInput = {}): RowInput[] => [
  payment("P1", "2026-01-20", amount, { "Customer ID": "C1", ...row }),
];

const short = ({ rule, confidence, treatment, kind, invoiceNumber, amount }: Row) =>
  [rule, confidence, treatment, kind, invoiceNumber, amount].join(" ");
const shown = async (tables: Tables, ...options: readonly string[]) =>
  (await payments(tables, ...options)).json.proposals.map((row) =>
    row.status === "Review" ? `Review ${String(row.candidates)}` : short(row),
  );

const terms = {
  Customers: [{ "Customer ID": "C1", "Customer name": "Heron", "Payment terms": "2/10 Net 30" }],
};
const tolerant = { Settings: settings({ "Payment tolerance": 5 }) };

describe("the rules of payments", () => {
  it.each<[title: string, tables: Tables, proposals: readonly string[], options?: readonly string[]]>([
    [
      "given before everything else",
      {
        Invoices: open(["A-1", 100], ["A-2", 100]),
        Payments: received(100, { "Invoice number": "A-2", Reference: "A-1" }),
      },
      ["given high Exact Cash A-2 100"],
    ],
    [
      "a number however it is written, also where the amount is that of another",
      {
        Invoices: open(["INV-1001", 500], ["INV-1002", 500]),
        Payments: received(500, { Reference: "payment inv 01002 thank you" }),
      },
      ["reference high Exact Cash INV-1002 500"],
    ],
    [
      "no number within a longer one",
      {
        Invoices: open(["INV-1", 50], ["INV-10", 70], ["INV-3", 9]),
        Payments: received(70, { Reference: "INV-10" }),
      },
      ["reference high Exact Cash INV-10 70"],
    ],
    [
      "several numbers, oldest first and the rest left open",
      { Invoices: open(["A-1", 100], ["A-2", 100]), Payments: received(150, { Reference: "A-2, A-1" }) },
      ["references medium Short Cash A-1 100", "references medium Short Cash A-2 50"],
    ],
    [
      "a number of another customer, to be looked at",
      {
        Invoices: [...open(["A-1", 100]), invoice("B-1", "C2", "2026-01-01", 100)],
        Payments: received(100, { Reference: "B-1" }),
      },
      ["Review B-1; A-1"],
    ],
    [
      "the one amount",
      { Invoices: open(["A", 100], ["B", 60], ["C", 40]), Payments: received(100) },
      ["amount medium Exact Cash A 100"],
    ],
    [
      "equal amounts, to be looked at",
      { Invoices: open(["A", 50], ["B", 50]), Payments: received(50) },
      ["Review A; B"],
    ],
    [
      "the account with its credits",
      { Invoices: open(["A", 60], ["B", 60], ["CN", -20]), Payments: received(100) },
      [
        "account medium Exact Credit A 20",
        "account medium Exact Cash A 40",
        "account medium Exact Cash B 60",
      ],
    ],
    [
      "all that was past due on the payment's day",
      {
        Invoices: open(["A", 60], ["B", 30], ["C", 7]),
        Payments: [payment("P1", "2026-02-03", 90, { "Customer ID": "C1" })],
      },
      ["account medium Exact Cash A 60", "account medium Exact Cash B 30"],
    ],
    [
      "the one set, exact to the cent",
      { Invoices: open(["A", 0.1], ["B", 0.2], ["C", 0.7]), Payments: received(0.3) },
      ["combination medium Exact Cash A 0.1", "combination medium Exact Cash B 0.2"],
    ],
    [
      "several sets, to be looked at",
      { Invoices: open(["A", 50], ["B", 50], ["C", 30], ["D", 20]), Payments: received(100) },
      ["Review A + B; A + C + D; B + C + D"],
    ],
    [
      "the oldest only where it is asked for",
      { Invoices: open(["A", 300], ["B", 200]), Payments: received(350) },
      ["oldest medium Short Cash A 300", "oldest medium Short Cash B 50"],
      ["--rule", "oldest"],
    ],
    ["nothing else", { Invoices: open(["A", 300], ["B", 200]), Payments: received(350) }, ["Review A; B"]],
    [
      "nobody's money",
      { Invoices: open(["A", 300]), Payments: [payment("P1", "2026-01-20", 300)] },
      ["Review A"],
    ],
    [
      "a payer by name",
      {
        ...terms,
        Invoices: open(["A", 300]),
        Payments: [payment("P1", "2026-01-20", 300, { Payer: "HERON" })],
      },
      ["amount medium Exact Cash A 300"],
    ],
    [
      "no other currency",
      { Invoices: open(["A", 300]), Payments: received(300, { Currency: "USD", Reference: "A" }) },
      ["Review A"],
    ],
    [
      "a discount, at most what was kept back",
      {
        ...terms,
        Invoices: open(["A", 1000]),
        Payments: [payment("P1", "2026-01-11", 985, { Reference: "A", "Customer ID": "C1" })],
      },
      ["reference high Discount Cash A 985", "reference high Discount Discount A 15"],
    ],
    [
      "no discount a day late",
      {
        ...terms,
        Invoices: open(["A", 1000]),
        Payments: [payment("P1", "2026-01-12", 980, { Reference: "A", "Customer ID": "C1" })],
      },
      ["reference medium Short Cash A 980"],
    ],
    [
      "discount and beyond it the tolerance",
      {
        ...terms,
        ...tolerant,
        Invoices: open(["A", 1000]),
        Payments: [payment("P1", "2026-01-11", 975, { Reference: "A", "Customer ID": "C1" })],
      },
      [
        "reference high Discount Cash A 975",
        "reference high Discount Discount A 20",
        "reference high Discount Write-off A 5",
      ],
    ],
    [
      "an excess within the tolerance",
      { ...tolerant, Invoices: open(["A", 1000]), Payments: received(1005, { Reference: "A" }) },
      ["reference high Over Cash A 1000"],
    ],
    [
      "an excess written off",
      {
        Settings: settings({ "Payment tolerance": 5, Overpayment: "Write off" }),
        Invoices: open(["A", 1000]),
        Payments: received(1005, { Reference: "A" }),
      },
      ["reference high Write-off Cash A 1005", "reference high Write-off Write-off A -5"],
    ],
    [
      "the smaller of two tolerances",
      {
        Settings: settings({ "Payment tolerance": 5, "Payment tolerance percent": "0.1 %" }),
        Invoices: open(["A", 1000]),
        Payments: received(998, { Reference: "A" }),
      },
      ["reference medium Short Cash A 998"],
    ],
  ])("match %s", async (_, tables, proposals, options = []) => {
    expect(await shown(tables, ...options)).toEqual(proposals);
  });
});

describe("posting", () => {
  const book: Tables = {
    ...tolerant,
    Invoices: open(["A-1", 100], ["A-2", 60], ["A-3", 40]),
    Payments: [
      ...received(97, { Reference: "A-1" }),
      payment("P2", "2026-01-21", 60, { "Customer ID": "C1" }),
    ],
  };

  it("posts nothing that is not accepted, and Invoices follow what is", async () => {
    const proposed = await payments(book);
    expect(proposed.json.applications).toEqual([]);
    expect((await readTables(join(proposed.folder, proposed.json.output))).Invoices!.rows[0]).toMatchObject({
      Status: "Issued",
    });
    const { json, folder } = await payments(book, "--accept", "high", "--by", "Ann");
    expect(json.applications.map(short)).toEqual([
      "reference high Write-off Cash A-1 97",
      "reference high Write-off Write-off A-1 3",
    ]);
    expect(json.proposals.map(short)).toEqual(["amount medium Exact Cash A-2 60"]);
    expect(
      json.payments.map(({ paymentId, received: all, applied, unapplied }) => [
        paymentId,
        all,
        applied,
        unapplied,
      ]),
    ).toEqual([
      ["P1", 97, 97, 0],
      ["P2", 60, 0, 60],
    ]);
    expect(json.totals).toEqual([
      { currency: "EUR", received: 157, applied: 97, unapplied: 60, discount: 0, writtenOff: 3 },
    ]);
    const tables = await readTables(join(folder, json.output));
    expect(tables.Invoices!.rows.map(({ Status, Paid, Balance }) => [Status, Paid, Balance])).toEqual([
      ["Paid", 100, 0],
      ["Issued", null, null],
      ["Issued", null, null],
    ]);
    expect(tables.Applications!.rows[1]).toMatchObject({
      "Reason code": "TOLERANCE",
      "Posted by": "Ann",
      "Run ID": "RUN-1",
    });
    expect(tables["Run log"]!.rows).toMatchObject([{ Action: "payments" }]);
  });

  it("writes nothing new in a second run", async () => {
    const first = await payments(book, "--accept", "medium");
    const path = join(first.folder, first.json.output);
    const second = await runAgain<PaymentsJson>(
      path,
      "payments",
      "--accept",
      "medium",
      "--out",
      "again.xlsx",
    );
    expect(second.json.applications).toEqual([]);
    expect(await readTables(join(second.folder, "again.xlsx"))).toEqual(await readTables(path));
  });

  it("takes an application back with its write-off, once, and then leaves the pair to a person", async () => {
    const first = await payments(book, "--accept", "high");
    const path = join(first.folder, first.json.output);
    const back = await runAgain<PaymentsJson>(path, "payments", "--reverse", "APP-1", "--out", "back.xlsx");
    expect(back.json.applications.map(({ reverses, kind, amount }) => [reverses, kind, amount])).toEqual([
      ["APP-1", "Cash", -97],
      ["APP-2", "Write-off", -3],
    ]);
    expect(
      back.json.proposals.map(({ status, paymentId, candidates }) => [status, paymentId, candidates]),
    ).toEqual([
      ["Review", "P1", "A-1"],
      ["Proposed", "P2", ""],
    ]);
    const { Invoices: rows } = await readTables(join(back.folder, "back.xlsx"));
    expect(rows!.rows[0]).toMatchObject({ Status: "Issued", Paid: 0, Balance: 100 });
    for (const id of ["APP-1", "P1", "APP-9"]) {
      const again = await runAgain<PaymentsJson>(join(back.folder, "back.xlsx"), "payments", "--reverse", id);
      expect([again.status, again.stderr.trim().split("\n")]).toEqual([2, [expect.stringContaining(id)]]);
    }
  });

  it("posts a row that a person set to Posted, and replaces the others", async () => {
    const typed: Tables = {
      Invoices: open(["A-1", 100]),
      Payments: received(60),
      Applications: [
        posted("APP-1", "P1", "A-1", "2026-01-20", 60),
        posted("APP-2", "P1", "A-1", "2026-01-20", 7, { Status: "Proposed" }),
      ],
    };
    const { json, folder } = await payments(typed);
    const tables = await readTables(join(folder, json.output));
    expect(tables.Applications!.rows.map((row) => row["Application ID"])).toEqual(["APP-1"]);
    expect(tables.Invoices!.rows[0]).toMatchObject({ Status: "Part paid", Paid: 60, Balance: 40 });
  });

  it("dates rows by --as-of, else by the later of payment and invoice, and gives payments without an id one", async () => {
    const tables: Tables = {
      Invoices: open(["A-1", 100]),
      Payments: [payment(undefined, "2026-01-20", 100, { Reference: "A-1" })],
    };
    const byDay = await payments(tables, "--accept", "high", "--as-of", "2026-02-15");
    expect(byDay.json.applications.map(({ date, paymentId }) => [date, paymentId])).toEqual([
      ["2026-02-15", "PAY-1"],
    ]);
    const byPayment = await payments(tables, "--accept", "high");
    expect(byPayment.json.applications.map(({ date }) => date)).toEqual(["2026-01-20"]);
    const { Payments: rows } = await readTables(join(byPayment.folder, byPayment.json.output));
    expect(rows!.rows[0]).toMatchObject({ "Payment ID": "PAY-1" });
  });
});
