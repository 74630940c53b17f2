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
import { openBook, readCells, readTables } from "../support/workbookReading";

interface AgingJson {
  readonly asOf: string;
  readonly aging: readonly Readonly<Record<string, string | number>>[];
  readonly detail: readonly Readonly<Record<string, string | number | null>>[];
  readonly totals: readonly {
    readonly currency: string;
    readonly bands: number;
    readonly unapplied: number;
    readonly credits: number;
    readonly disputed: number;
    readonly total: number;
  }[];
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly sheet: string;
    readonly cell: string;
  }[];
  readonly output: string;
}

const aging = (tables: Tables, ...options: readonly string[]) =>
  runOn<AgingJson>(tables, "aging", ...options);

/** The cells of the one customer's row that are not 0. */
const filled = (row: Readonly<Record<string, string | number>> | undefined) =>
  Object.fromEntries(
    Object.entries(row ?? {}).filter(([, value]) => typeof value === "number" && value !== 0),
  );

const due = (date: string): RowInput => ({ "Due date": date });

const october: Tables = {
  Invoices: [
    invoice("A-1", "C1", "2026-09-01", 1000, due("2026-10-01")),
    invoice("A-2", "C1", "2026-08-01", 500, due("2026-08-31")),
    invoice("B-1", "C2", "2026-10-01", 70, due("2026-10-31")),
    creditNote("CN-1", "C1", "2026-10-02", -30),
  ],
  Payments: [payment("P1", "2026-10-10", 250, { "Customer ID": "C1" }), payment("P2", "2026-10-11", 9)],
  Disputes: [
    {
      "Invoice number": "A-2",
      Opened: "2026-10-01",
      "Reason code": "PRICE",
      Amount: 200,
      Closed: "2026-11-05",
    },
  ],
};

describe("aging", () => {
  it("puts what is open into bands; cash and credits stand apart and the total ties", async () => {
    const { status, json } = await aging(october, "--as-of", "2026-10-31");
    expect(status).toBe(0);
    expect(json.asOf).toBe("2026-10-31");
    expect(json.aging.map((row) => [row.customerId, row.customerName, filled(row)])).toEqual([
      ["", "(unknown)", { unapplied: 9, total: -9 }],
      [
        "C1",
        "Name of C1",
        { "1-30": 1000, "61-90": 500, unapplied: 250, credits: 30, disputed: 200, total: 1220 },
      ],
      ["C2", "Name of C2", { current: 70, total: 70 }],
    ]);
    expect(json.totals).toEqual([
      { currency: "EUR", bands: 1570, unapplied: 259, credits: 30, disputed: 200, total: 1281 },
    ]);
    expect(json.detail.map(({ document, type, days, open }) => [document, type, days, open])).toEqual([
      ["P2", "Payment", null, -9],
      ["A-2", "Invoice", 61, 500],
      ["A-1", "Invoice", 30, 1000],
      ["CN-1", "Credit note", null, -30],
      ["P1", "Payment", null, -250],
      ["B-1", "Invoice", 0, 70],
    ]);
  });

  it("writes sheets whose figures are sums of Aging detail", async () => {
    const { json, folder } = await aging(october, "--as-of", "2026-10-31", "--out", "aging.xlsx");
    const path = join(folder, json.output);
    const tables = await readTables(path);
    expect(Object.keys(tables)).toEqual(["Aging", "Aging detail"]);
    expect(tables.Aging!.headers.slice(0, 12)).toEqual([
      ..."Customer ID,Customer name,Currency,Current,1-30,31-60,61-90,91+,Unapplied,Credits,Disputed,Total".split(
        ",",
      ),
    ]);
    expect(tables["Aging detail"]!.headers).toEqual(
      "Customer ID,Customer name,Currency,Document,Type,Date,Due date,Days,Band,Amount,Open,Disputed".split(
        ",",
      ),
    );
    expect(tables.Aging!.rows.at(-1)).toMatchObject({ "Customer ID": "Total", Currency: "EUR", Total: 1281 });
    const cells = await readCells(path, "Aging");
    expect(cells.E3).toBe(
      `=ROUND(SUMIFS('Aging detail'!$K$3:$K$6,'Aging detail'!$H$3:$H$6,">=1",'Aging detail'!$H$3:$H$6,"<=30"),2) → 1000`,
    );
    expect(cells.L3).toBe("=ROUND(SUM($D3:$H3)-$I3-$J3,2) → 1220");
    expect(Object.values(cells)).toContain("2026-10-31");
    expect((await openBook(path)).getWorksheet("Aging")!.getTables()).toHaveLength(1);
  });

  it("follows dated rows and never a stored Paid", async () => {
    const tables: Tables = {
      Invoices: [
        invoice("A-1", "C1", "2026-09-01", 100, { ...due("2026-10-01"), Paid: 100, Status: "Paid" }),
      ],
      Payments: [payment("P1", "2026-10-10", 60, { "Customer ID": "C1" })],
      Applications: [posted("APP-1", "P1", "A-1", "2026-10-20", 60)],
    };
    const open = async (day: string) => filled((await aging(tables, "--as-of", day)).json.aging[0]);
    expect(await open("2026-10-09")).toEqual({ "1-30": 100, total: 100 });
    expect(await open("2026-10-15")).toEqual({ "1-30": 100, unapplied: 60, total: 40 });
    expect(await open("2026-10-20")).toEqual({ "1-30": 40, total: 40 });
    const { json } = await aging(tables);
    expect([json.asOf, json.issues.map(({ code, severity }) => [code, severity])]).toEqual([
      "2026-10-20",
      [["PAID_NOT_APPLIED", "warning"]],
    ]);
  });

  it("takes payments and credit notes that name their invoice as decided, credit notes first and up to what is open", async () => {
    const tables: Tables = {
      Invoices: [
        invoice("A-1", "C1", "2026-09-01", 100, due("2026-10-01")),
        creditNote("CN-1", "C1", "2026-09-10", 40, { Corrects: "A-1" }),
      ],
      Payments: [
        payment("P1", "2026-09-10", 80, { "Invoice number": "a 1" }),
        payment("P2", "2026-09-20", -10, { "Invoice number": "A-1" }),
      ],
    };
    const { json } = await aging(tables, "--as-of", "2026-09-15");
    expect(filled(json.aging[0])).toEqual({ unapplied: 20, total: -20 });
    expect(json.issues.map(({ code }) => code)).toEqual(["SIGN"]);
    expect(filled((await aging(tables)).json.aging[0])).toEqual({ current: 10, unapplied: 20, total: -10 });
  });

  it("lets posted rows alone say where a payment went, from their day on", async () => {
    const tables: Tables = {
      Invoices: [invoice("A-1", "C1", "2026-09-01", 100), invoice("A-2", "C1", "2026-09-02", 100)],
      Payments: [payment("P1", "2026-09-10", 100, { "Invoice number": "A-1" })],
      Applications: [posted("APP-1", "P1", "A-2", "2026-09-20", 100)],
    };
    const open = async (day: string) =>
      (await aging(tables, "--as-of", day)).json.detail.map(({ document }) => document);
    expect(await open("2026-09-15")).toEqual(["A-2"]);
    expect(await open("2026-09-20")).toEqual(["A-1"]);
  });

  it("ages from the invoice date by --basis or Settings, and bands follow Aging limits", async () => {
    const tables: Tables = {
      Settings: settings({ "Aging limits": "15, 45" }),
      Invoices: [invoice("A-1", "C1", "2026-09-01", 100, due("2026-10-01"))],
    };
    expect(filled((await aging(tables, "--as-of", "2026-10-31")).json.aging[0])).toEqual({
      "16-45": 100,
      total: 100,
    });
    const byInvoice = await aging(tables, "--as-of", "2026-10-31", "--basis", "invoice");
    expect(filled(byInvoice.json.aging[0])).toEqual({ "46+": 100, total: 100 });
    const bySetting = { ...tables, Settings: settings({ "Aging basis": "Invoice date" }) };
    expect(filled((await aging(bySetting, "--as-of", "2026-10-31")).json.aging[0])).toEqual({
      "31-60": 100,
      total: 100,
    });
  });

  it("takes a missing due date from terms, else ages from the invoice date and says so", async () => {
    const tables: Tables = {
      Customers: [{ "Customer ID": "C1", "Customer name": "Heron", "Payment terms": "Net 30" }],
      Invoices: [invoice("A-1", "C1", "2026-09-01", 1), invoice("A-2", "C2", "2026-09-01", 2)],
    };
    const { json, status } = await aging(tables, "--as-of", "2026-10-01");
    expect(json.detail.map(({ document, dueDate, days }) => [document, dueDate, days])).toEqual([
      ["A-1", "2026-10-01", 0],
      ["A-2", "2026-09-01", 30],
    ]);
    expect([status, json.issues.map(({ code, cell }) => [code, cell])]).toEqual([
      0,
      [["MISSING_DUE_DATE", "G3"]],
    ]);
  });

  it.each<[code: string, row: RowInput, rest?: readonly RowInput[]]>([
    ["UNKNOWN_PAYMENT", posted("X", "P9", "A-1", "2026-10-01", 5)],
    ["UNKNOWN_INVOICE", posted("X", "P1", "A-9", "2026-10-01", 5)],
    ["OTHER_CUSTOMER", posted("X", "P1", "B-1", "2026-10-01", 5)],
    ["CURRENCY_MISMATCH", posted("X", "P1", "U-1", "2026-10-01", 5)],
    ["OVER_APPLIED", posted("X", "P1", "A-1", "2026-10-01", 100.01)],
    ["OVER_APPLIED", posted("X", "P1", "A-2", "2026-10-01", 50)],
    ["BAD_REVERSAL", posted("X", "P1", "A-1", "2026-10-01", -5, { Reverses: "APP-7" })],
    ["BAD_REVERSAL", posted("X", "P1", "A-1", "2026-10-01", -5)],
    [
      "BAD_REVERSAL",
      posted("X", "P1", "A-1", "2026-10-01", -4, { Reverses: "APP-1" }),
      [posted("APP-1", "P1", "A-1", "2026-10-01", 5)],
    ],
    ["REASON_MISSING", posted("X", "P1", "A-1", "2026-10-01", 5, { Kind: "Write-off" })],
  ])("reports %s and does not count the row %#", async (code, row, rest = []) => {
    const tables: Tables = {
      Invoices: [
        invoice("A-1", "C1", "2026-09-01", 200, due("2026-10-01")),
        invoice("A-2", "C1", "2026-09-01", 40, due("2026-10-01")),
        invoice("B-1", "C2", "2026-09-01", 200, due("2026-10-01")),
        invoice("U-1", "C1", "2026-09-01", 200, { ...due("2026-10-01"), Currency: "USD" }),
      ],
      Payments: [payment("P1", "2026-10-01", 100, { "Customer ID": "C1" })],
      Applications: [...rest, row],
    };
    const { json, status } = await aging(tables, "--as-of", "2026-10-31");
    expect([status, json.issues.map((issue) => [issue.code, issue.severity, issue.sheet])]).toEqual([
      1,
      [[code, "error", "Applications"]],
    ]);
    const applied = rest.length > 0 ? 5 : 0;
    expect(json.totals.find(({ currency }) => currency === "EUR")).toMatchObject({
      bands: 440 - applied,
      unapplied: 100 - applied,
    });
  });

  it("counts a Payment ID twice with equal content once, else not at all", async () => {
    const twice = (amount: number): Tables => ({
      Payments: [payment("P1", "2026-10-01", 5), payment("P1", "2026-10-01", amount)],
    });
    const equal = await aging(twice(5));
    expect([equal.status, equal.json.totals[0]?.unapplied, equal.json.issues[0]]).toMatchObject([
      0,
      5,
      { code: "DUPLICATE_ID", severity: "info" },
    ]);
    const other = await aging(twice(6));
    expect([other.status, other.json.issues.map(({ code, severity }) => [code, severity])]).toEqual([
      1,
      [["DUPLICATE_ID", "error"]],
    ]);
    const beside = await aging({ Payments: [...twice(6).Payments!, payment("P2", "2026-10-01", 1)] });
    expect([beside.status, beside.json.totals[0]?.unapplied, beside.json.issues[0]]).toMatchObject([
      1,
      1,
      { code: "DUPLICATE_ID", severity: "error" },
    ]);
  });

  it("leaves drafts and void documents out and refuses a workbook without any day", async () => {
    const tables: Tables = {
      Invoices: [
        invoice("A-1", "C1", "2026-09-01", 1, { Status: "Draft" }),
        invoice("A-2", "C1", "2026-09-01", 1, { Status: "Void" }),
      ],
    };
    const { status, stderr } = await aging(tables);
    expect([status, stderr.trim().split("\n").length]).toEqual([2, 1]);
    expect((await aging(tables, "--as-of", "2026-10-01")).json.aging).toEqual([]);
  });
});

it("is known as ours in a workbook that is billed or aged again", async () => {
  const { json, folder } = await aging(october, "--out", "aging.xlsx");
  const again = await runAgain<{ readonly notRead: readonly unknown[] }>(join(folder, json.output), "check");
  expect(again.json.notRead).toEqual([]);
});
