import { readFileSync } from "node:fs";
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
import { readCells, readTables } from "../support/workbookReading";

type Row = Readonly<Record<string, string | number | null>>;

const due = (date: string): RowInput => ({ "Due date": date });

describe("statement", () => {
  const book: Tables = {
    Invoices: [
      invoice("A-1", "C1", "2026-01-10", 100, due("2026-02-10")),
      invoice("A-2", "C1", "2026-02-05", 50, due("2026-03-05")),
      creditNote("CN-1", "C1", "2026-02-06", -20),
      invoice("B-1", "C2", "2026-02-05", 1, due("2026-03-05")),
    ],
    Payments: [
      payment("P1", "2026-02-10", 98, { "Customer ID": "C1", Reference: "thanks" }),
      payment("P2", "2026-02-20", -5, { "Customer ID": "C1" }),
    ],
    Applications: [
      posted("APP-1", "P1", "A-1", "2026-02-11", 98),
      posted("APP-2", "P1", "A-1", "2026-02-11", 2, { Kind: "Write-off", "Reason code": "SMALL" }),
    ],
  };
  interface Json {
    readonly statements: readonly {
      readonly customerId: string;
      readonly from: string;
      readonly to: string;
      readonly opening: number;
      readonly closing: number;
      readonly rows: readonly Row[];
    }[];
    readonly output: string;
  }

  it("goes from the opening balance to the total of Aging, payments on their day", async () => {
    const { json, folder } = await runOn<Json>(
      book,
      "statement",
      "--customer",
      "C1",
      "--from",
      "2026-02-01",
      "--out",
      "s.xlsx",
    );
    expect(json.statements).toMatchObject([
      { customerId: "C1", from: "2026-02-01", to: "2026-02-20", opening: 100, closing: 35 },
    ]);
    expect(
      json.statements[0]!.rows.map(({ date, type, document, debit, credit, balance }) => [
        date,
        type,
        document,
        debit,
        credit,
        balance,
      ]),
    ).toEqual([
      ["2026-02-01", "Opening balance", "", null, null, 100],
      ["2026-02-05", "Invoice", "A-2", 50, null, 150],
      ["2026-02-06", "Credit note", "CN-1", null, 20, 130],
      ["2026-02-10", "Payment", "P1", null, 98, 32],
      ["2026-02-11", "Write-off", "A-1", null, 2, 30],
      ["2026-02-20", "Refund", "P2", 5, null, 35],
      ["2026-02-20", "Closing balance", "", null, null, 35],
    ]);
    const aging = await runAgain<{ readonly aging: readonly Row[] }>(join(folder, "book.xlsx"), "aging");
    expect(aging.json.aging.map(({ customerId, total }) => [customerId, total])).toEqual([
      ["C1", 35],
      ["C2", 1],
    ]);
    const cells = await readCells(join(folder, json.output), "Statement");
    expect([cells.J2, cells.J3]).toEqual(["100", "=ROUND($J2+$H3-$I3,2) → 150"]);
  });

  it("refuses a customer that there is not", async () => {
    expect((await runOn(book, "statement", "--customer", "C9")).status).toBe(2);
  });
});

describe("kpis", () => {
  interface Json {
    readonly keyFigures: readonly Row[];
    readonly rollForward: readonly Row[];
    readonly topDebtors: readonly Row[];
    readonly revenue: readonly Row[];
    readonly output: string;
  }
  const book: Tables = {
    Prices: [
      {
        "Contract ID": "K",
        "Price ID": "P-1",
        Product: "Calls",
        "Pricing model": "per_unit",
        "Unit price": 5,
        "Unit cost": 2,
      },
    ],
    Invoices: [
      invoice("A-1", "C1", "2026-01-10", 1500, due("2026-02-09")),
      invoice("A-2", "C1", "2026-02-05", 900, due("2026-03-07")),
      creditNote("CN-1", "C1", "2026-02-06", -100, { Corrects: "A-2" }),
    ],
    "Invoice lines": [
      { "Invoice number": "A-1", Line: 1, Product: "Calls", "Price ID": "P-1", Quantity: 300, Amount: 1500 },
    ],
    Payments: [payment("P1", "2026-02-20", 600, { "Invoice number": "A-1" })],
    Applications: [posted("APP-1", "P1", "A-1", "2026-02-20", 600, { Confidence: "high" })],
    Disputes: [{ "Invoice number": "A-2", Opened: "2026-02-10", "Reason code": "PRICE" }],
  };

  it("come month by month from what is dated, with nothing to divide by as null", async () => {
    const { json } = await runOn<Json>(book, "kpis", "--as-of", "2026-03-31");
    const [january, february, march] = json.keyFigures;
    expect(january).toMatchObject({
      month: "2026-01",
      days: 31,
      opening: 0,
      sales: 1500,
      closing: 1500,
      current: 1500,
      dso: 31,
      cei: null,
      autoMatchShare: null,
    });
    expect(february).toMatchObject({
      opening: 1500,
      sales: 800,
      collected: 600,
      closing: 1700,
      current: 800,
      pastDue: 900,
      dso: 59.5,
      bestPossibleDso: 28,
      add: 31.5,
      countBackDso: 46.6,
      cei: 40,
      turnover: 0.5,
      pastDueShare: 52.9412,
      weightedDays: 19,
      unappliedShare: 0,
      disputeShare: 100,
      firstPassShare: 0,
      autoMatchShare: 100,
    });
    expect(march).toMatchObject({ sales: 0, dso: null, turnover: 0, disputeShare: null });
    expect(json.rollForward.map(({ closing, agingTotal, gap }) => [closing, agingTotal, gap])).toEqual([
      [1500, 1500, 0],
      [1700, 1700, 0],
      [1700, 1700, 0],
    ]);
    expect(json.topDebtors).toEqual([
      { customerId: "C1", customerName: "Name of C1", currency: "EUR", total: 1700, pastDue: 1700 },
    ]);
    expect(json.revenue).toMatchObject([
      { product: "", revenue: 800, cost: null, margin: null },
      { product: "Calls", revenue: 1500, cost: 600, margin: 900 },
    ]);
  });

  it("are formulas in the workbook, and errors where there is nothing to divide by", async () => {
    const { json, folder } = await runOn<Json>(book, "kpis", "--as-of", "2026-03-31", "--out", "k.xlsx");
    const cells = await readCells(join(folder, json.output), "Key figures");
    expect(cells.J3).toBe("=ROUND($G3/$E3*$C3,4) → 59.5");
    expect(cells.M3).toBe("=ROUND(SUM($C3:$C3)+($G3-SUM($E3:$E3))/$E2*$C2,4) → 46.6");
    expect(cells.J4).toBe("=ROUND($G4/$E4*$C4,4) → #DIV/0!");
    expect(Object.keys(await readTables(join(folder, json.output)))).toEqual([
      "Key figures",
      "Roll-forward",
      "Top debtors",
      "Revenue",
    ]);
  });
});

describe("remind", () => {
  interface Json {
    readonly reminders: readonly (Row & { readonly items: readonly Row[] })[];
    readonly held: readonly Row[];
    readonly output: string;
  }
  const levels: RowInput[] = [
    {
      Level: 1,
      Days: 10,
      Minimum: 20,
      Fee: 2.5,
      "Interest %": 10,
      Language: undefined,
      Subject: "{invoices}",
      Text: "Dear {customer}: {overdue}, {interest}, {amount}, {level}, {due}, {days}, {date}, {company}, {bank} {x}",
    },
    {
      Level: 1,
      Days: 10,
      Minimum: 20,
      Fee: 2.5,
      "Interest %": 10,
      Language: "de",
      Subject: "Mahnung",
      Text: "{amount}",
    },
    {
      Level: 2,
      Days: 14,
      Minimum: 20,
      Fee: 10,
      "Interest %": 10,
      Language: undefined,
      Subject: "Again",
      Text: "!",
    },
  ];
  const book: Tables = {
    Settings: settings({ "Company name": "Harbour", "Bank details": "{amount}" }),
    "Reminder levels": levels,
    Customers: [
      { "Customer ID": "C1", "Customer name": "Heron", Email: "a@b.example", Reminders: undefined },
      { "Customer ID": "C2", "Customer name": "Kite", Email: undefined, Reminders: "No" },
    ],
    Invoices: [
      invoice("A-1", "C1", "2026-01-01", 365, due("2026-01-31")),
      invoice("A-2", "C1", "2026-01-01", 100, due("2026-02-25")),
      invoice("A-3", "C1", "2026-01-01", 50, due("2026-01-31")),
      invoice("A-4", "C1", "2026-01-01", 60, due("2026-01-31")),
      invoice("B-1", "C2", "2026-01-01", 70, due("2026-01-31")),
      invoice("D-1", "C4", "2026-01-01", 15, due("2026-01-31")),
    ],
    Payments: [payment("P1", "2026-02-01", 65, { "Customer ID": "C1" })],
    Disputes: [
      { "Invoice number": "A-3", Opened: "2026-02-01", "Reason code": "PRICE", Closed: "2026-03-05" },
    ],
    Promises: [{ "Invoice number": "A-4", Made: "2026-02-20", "Pay by": "2026-03-02" }],
  };
  const day = ["--as-of", "2026-03-02"];

  it("has a row a customer and level, with interest an invoice and cash taken off", async () => {
    const { json, folder } = await runOn<Json>(book, "remind", ...day, "--csv", "merge.csv");
    expect(json.reminders).toHaveLength(1);
    expect(json.reminders[0]).toMatchObject({
      status: "Proposed",
      date: "2026-03-02",
      customerId: "C1",
      level: 1,
      invoices: "A-1",
      overdue: 365,
      unapplied: 65,
      fee: 2.5,
      interest: 3,
      amountDue: 305.5,
      subject: "A-1",
      text: "Dear Heron: EUR 365.00, EUR 3.00, EUR 305.50, 1, 2026-01-31, 30, 2026-03-02, Harbour, {amount} {x}",
      items: [{ invoiceNumber: "A-1", days: 30, open: 365, interest: 3 }],
    });
    expect(json.reminders[0]!.link).toMatch(/^mailto:a@b\.example\?subject=A-1&body=Dear%20Heron/);
    expect(Object.fromEntries(json.held.map(({ invoiceNumber, reason }) => [invoiceNumber, reason]))).toEqual(
      {
        "A-2": "Waiting",
        "A-3": "Disputed",
        "A-4": "Promised",
        "B-1": "No reminders",
        "D-1": "Below minimum",
      },
    );
    expect(json.output).toBe("");
    const [header, record] = readFileSync(join(folder, "merge.csv"), "utf8").split("\r\n");
    expect(header).toMatch(/^"Reminder ID","Status","Date"/);
    expect(record).toMatch(/^"REM-1","Proposed",2026-03-02,"C1","Heron"/);
  });

  it("keeps what was sent, waits for the next level, and repeats the last one", async () => {
    const first = await runOn<Json>(book, "remind", ...day, "--accept");
    const path = join(first.folder, first.json.output);
    const tables = await readTables(path);
    expect(tables.Reminders!.rows[0]).toMatchObject({
      Status: "Sent",
      "Run ID": "RUN-1",
      "Amount due": 305.5,
    });
    expect(tables["Run log"]!.rows).toMatchObject([{ Action: "remind" }]);
    const again = await runAgain<Json>(path, "remind", ...day, "--accept", "--out", "again.xlsx");
    expect(again.json.reminders).toEqual([]);
    expect(await readTables(join(again.folder, "again.xlsx"))).toEqual(tables);
    const levelsOf = async (file: string, on: string, ...more: readonly string[]) =>
      (await runAgain<Json>(file, "remind", "--as-of", on, ...more)).json.reminders.map(
        ({ level, invoices }) => [level, invoices],
      );
    // A-2 reaches level 1 on its own day; are free again by then.
    expect(await levelsOf(path, "2026-03-15")).toEqual([[1, "A-2; A-3; A-4"]]);
    expect(await levelsOf(path, "2026-03-16", "--accept", "--out", "second.xlsx")).toEqual([
      [1, "A-2; A-3; A-4"],
      [2, "A-1"],
    ]);
    expect(await levelsOf(join(again.folder, "second.xlsx"), "2026-03-29")).toEqual([]);
    expect(await levelsOf(join(again.folder, "second.xlsx"), "2026-03-30")).toEqual([
      [2, "A-1; A-2; A-3; A-4"],
    ]);
  });

  it("takes the text in the customer's language", async () => {
    const german = {
      ...book,
      Customers: [{ "Customer ID": "C1", "Customer name": "Heron", Language: "de" }],
    };
    const { json } = await runOn<Json>(german, "remind", ...day);
    expect(json.reminders[0]).toMatchObject({
      customerId: "C1",
      language: "de",
      subject: "Mahnung",
      text: "EUR 305,50",
      link: "",
    });
  });
});

describe("invoice to cash", () => {
  it("finds what was paid short, paid twice and not applied", async () => {
    const book: Tables = {
      Contracts: [
        {
          "Contract ID": "K",
          "Customer ID": "C1",
          "Customer name": "Heron",
          "Start date": "2026-01-01",
          Currency: "EUR",
        },
      ],
      Prices: [{ "Contract ID": "K", Product: "Fee", "Pricing model": "flat", "Flat fee": 1 }],
      Invoices: [
        invoice("A-1", "C1", "2026-01-10", 100, due("2026-02-10")),
        invoice("A-2", "C1", "2026-01-10", 80, due("2026-02-10")),
      ],
      Payments: [
        payment("P1", "2026-01-20", 100, { "Invoice number": "A-1" }),
        payment("P2", "2026-01-21", 100, { "Invoice number": "A-1" }),
        payment("P3", "2026-01-22", 30, { "Invoice number": "A-2" }),
        payment("P4", "2026-01-23", 7),
      ],
    };
    const { json } = await runOn<{
      readonly reconciliation: { readonly findings: readonly Row[]; readonly totals: readonly Row[] };
    }>(book, "bill", "--period", "2026-01");
    const cash = json.reconciliation.findings.filter(({ check }) => check === "Invoice to cash");
    expect(
      cash
        .map(({ code, expected, found, difference, period }) => [code, expected, found, difference, period])
        .sort(),
    ).toEqual([
      ["DUPLICATE_PAYMENT", 0, 100, -100, "2026-01"],
      ["SHORT_PAYMENT", 80, 30, 50, "2026-01"],
      ["UNAPPLIED_CASH", 0, 7, -7, "2026-01"],
    ]);
    expect(json.reconciliation.totals.find(({ check }) => check === "Invoice to cash")).toMatchObject({
      underBilled: 50,
      overBilled: 107,
    });
  });
});
