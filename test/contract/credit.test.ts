import { join } from "node:path";
import { creditNote, invoice, payment, runAgain, type Tables } from "../support/receivablesBook";
import { credit, line, october, onOutput, tablesOf, type CreditJson } from "../support/creditBook";
import { settings } from "../support/workbookFixture";
import { readCells, readTables } from "../support/workbookReading";

describe("credit", () => {
  it("takes all that is left of an invoice where no amount is named", async () => {
    const run = await credit(october, "INV-1", "--reason", "PRICE", "--as-of", "2026-11-05");
    expect(run.status).toBe(0);
    expect(run.json).toEqual({
      asOf: "2026-11-05",
      credit: {
        creditNote: "CN-2026-0001",
        corrects: "INV-1",
        status: "Issued",
        net: 180,
        tax: 32.7,
        total: 212.7,
        left: { net: 0, tax: 0 },
      },
      issues: [],
      output: join("out", "book-credit.xlsx"),
    });
    const again = await onOutput(run, "INV-1", "--reason", "PRICE");
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("INV-1: nothing is left to credit: EUR 0.00");
  });

  it("shares an amount over lines by what is left of them, the largest remainder first", async () => {
    const first = await credit(october, "INV-1", "--amount", "100.01", "--reason", "PRICE");
    expect(first.json.credit).toMatchObject({ net: 100.01, tax: 18.17, left: { net: 79.99, tax: 14.53 } });
    const lines = (await tablesOf(first))["Invoice lines"]!.rows.slice(-3);
    // 55.5611, 27.7806 and 16.6683.
    expect(lines.map((row) => [row.Amount, row["Tax code"], row["Tax rate"]])).toEqual([
      [-55.56, "VAT20", 0.2],
      [-27.78, "VAT20", 0.2],
      [-16.67, "VAT9", 0.09],
    ]);
    const rest = await onOutput(first, "INV-1", "--reason", "PRICE");
    expect(rest.json.credit).toMatchObject({
      creditNote: "CN-2026-0002",
      net: 79.99,
      tax: 14.53,
      left: { net: 0, tax: 0 },
    });
    const restLines = (await tablesOf(rest))["Invoice lines"]!.rows.slice(-3);
    expect(restLines.map((row) => row.Amount)).toEqual([-44.44, -22.22, -13.33]);
  });

  it("credits one line, in part and then the rest of it", async () => {
    const part = await credit(october, "INV-1", "--line", "2", "--amount", "20", "--reason", "PRICE");
    expect(part.json.credit).toMatchObject({ net: 20, tax: 4, total: 24, left: { net: 160, tax: 28.7 } });
    const rest = await onOutput(part, "INV-1", "--line", "2", "--reason", "PRICE");
    expect(rest.json.credit).toMatchObject({ net: 30, tax: 6, left: { net: 130, tax: 22.7 } });
    const none = await onOutput(rest, "INV-1", "--line", "2", "--reason", "PRICE");
    expect([none.status, none.stderr]).toEqual([
      2,
      expect.stringContaining("INV-1: nothing is left to credit of line 2: EUR 0.00"),
    ]);
    const unknown = await onOutput(rest, "INV-1", "--line", "9", "--reason", "PRICE");
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining("its lines are 1, 2, 3")]);
  });

  it("lets the credit that takes the last net of a code take the rest of its tax", async () => {
    const yen: Tables = {
      Invoices: [invoice("J-1", "C1", "2026-10-31", 17, { Currency: "JPY", Subtotal: 15, Tax: 2 })],
      "Invoice lines": [line("J-1", 1, 15, { "Tax code": "CT", "Tax rate": 0.1 })],
    };
    const options = ["J-1", "--amount", "5", "--reason", "PRICE"];
    const first = await credit(yen, ...options);
    const second = await onOutput(first, ...options);
    const third = await onOutput(second, ...options);
    expect([first, second, third].map(({ json }) => [json.credit.tax, json.credit.left.tax])).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    const { rows } = (await tablesOf(third)).Invoices!;
    expect(rows.map((row) => row.Tax)).toEqual([2, -1, -1, 0]);
  });

  it("refuses more than is left, with the amount left, and writes nothing", async () => {
    const tables: Tables = {
      ...october,
      Invoices: [
        ...october.Invoices!,
        creditNote("CN-9", "C1", "2026-11-03", -60, { Subtotal: -50, Tax: -10, Corrects: "INV-1" }),
      ],
      "Invoice lines": [...october["Invoice lines"]!, line("CN-9", 1, -50, { Kind: "adjustment" })],
    };
    const all = await credit(tables, "INV-1", "--amount", "130.01", "--reason", "PRICE");
    expect(all.status).toBe(2);
    expect(all.stderr).toContain("EUR 130.01 is more than the EUR 130.00 that is left");
    expect(all.json).toEqual({});
    // CN-9 names the price of line 1.
    const one = await runAgain<CreditJson>(
      join(all.folder, "book.xlsx"),
      "credit",
      "INV-1",
      "--line",
      "1",
      "--amount",
      "50.01",
      "--reason",
      "PRICE",
    );
    expect(one.stderr).toContain("EUR 50.01 is more than the EUR 50.00 that is left of line 1");
    await expect(readTables(join(all.folder, "out", "book-credit.xlsx"))).rejects.toThrow();
  });

  it("takes amounts above 0 alone, and rounds them to the currency", async () => {
    for (const amount of ["0", "-5", "1,000", "ten", "0.001"]) {
      const { status, stderr } = await credit(october, "INV-1", `--amount=${amount}`, "--reason", "PRICE");
      expect([amount, status, stderr.trimEnd().split("\n").length]).toEqual([amount, 2, 1]);
    }
    const { json } = await credit(october, "INV-2", "--amount", "10.005", "--reason", "PRICE");
    expect(json.credit).toMatchObject({ net: 10.01, tax: 2, total: 12.01 });
  });

  it("needs a reason, and an issued invoice of that day", async () => {
    const tables: Tables = {
      Invoices: [
        ...october.Invoices!,
        invoice("DRAFT-CT-1-2026-11-EUR", "C1", "2026-11-30", 50, { Status: "Draft" }),
        invoice("V-1", "C1", "2026-10-30", 50, { Status: "Void" }),
        creditNote("CN-9", "C1", "2026-11-03", -10),
      ],
    };
    const reason = ["--reason", "PRICE"];
    const said = async (...options: readonly string[]) => {
      const { status, stderr } = await credit(tables, ...options);
      expect(status).toBe(2);
      return stderr;
    };
    expect(await said("INV-1")).toContain("INV-1: a credit needs a reason code");
    expect(await said("INV-1", "--reason", " ")).toContain("INV-1: a credit needs a reason code");
    expect(await said("inv-01", ...reason)).toContain("is “INV-1” meant?");
    expect(await said("DRAFT-CT-1-2026-11-EUR", ...reason)).toContain("its status is Draft");
    expect(await said("V-1", ...reason)).toContain("its status is Void");
    expect(await said("CN-9", ...reason)).toContain("it is a credit note");
    expect(await said("INV-1", ...reason, "--as-of", "2026-10-30")).toContain("it is dated 2026-10-31");
    expect(await said("INV-1", "--rebill", "--amount", "5")).toContain("--rebill");
    expect(await said("INV-1", "--rebill", ...reason)).toContain("--rebill");
  });

  it("writes the note with a number of its own, lines of Kind adjustment, totals as formulas and the log", async () => {
    const run = await credit(
      { ...october, Settings: settings({ "Credit note number pattern": "G-{YY}-{000}" }) },
      ...["INV-1", "--line", "1", "--reason", "PRICE", "--by", "ann", "--as-of", "2026-11-05"],
    );
    const { Invoices, "Invoice lines": lines, "Run log": log } = await tablesOf(run);
    expect(Invoices!.rows.slice(0, 2).map((row) => row["Invoice number"])).toEqual(["INV-1", "INV-2"]);
    expect(Invoices!.rows.at(-1)).toMatchObject({
      "Invoice number": "G-26-001",
      Status: "Issued",
      Type: "Credit note",
      "Customer ID": "C1",
      "Contract ID": "CT-1",
      "Invoice date": "2026-11-05",
      Currency: "EUR",
      Subtotal: -100,
      Tax: -20,
      Total: -120,
      Corrects: "INV-1",
      "Reason code": "PRICE",
      "Prepared by": "ann",
      "Run ID": "RUN-1",
    });
    expect(lines!.rows.slice(4)).toEqual([
      expect.objectContaining({
        "Invoice number": "G-26-001",
        Line: 1,
        "Price ID": "P-1",
        Kind: "adjustment",
        Amount: -100,
        "Tax code": "VAT20",
        "Tax rate": 0.2,
        "Period start": "2026-10-01",
        "Period end": "2026-10-31",
      }),
    ]);
    const cells = await readCells(join(run.folder, run.json.output), "Invoices");
    expect(Object.values(cells).filter((cell) => /^=ROUND.*→ -120$/.test(cell))).toHaveLength(2);
    expect(log!.rows).toEqual([
      expect.objectContaining({
        Action: "credit",
        Who: "ann",
        Parameters: "as of 2026-11-05; G-26-001 corrects INV-1; reason PRICE",
        Total: "EUR −120.00",
      }),
    ]);
  });

  it("goes against its invoice, and an excess stays open", async () => {
    const paid = { ...october, Payments: [payment("P1", "2026-11-01", 150, { "Invoice number": "INV-1" })] };
    const run = await credit(paid, "INV-1", "--reason", "PRICE");
    const { json } = await runAgain<{ totals: readonly unknown[] }>(
      join(run.folder, run.json.output),
      "aging",
    );
    // INV-2 is open; of the credit of 212.70 62.70 went against what was left of INV-1.
    expect(json.totals).toEqual([
      { currency: "EUR", bands: 60, unapplied: 0, credits: 150, disputed: 0, total: -90 },
    ]);
  });

  it("credits invoices of other systems that have no lines by the tax that they state", async () => {
    const tables: Tables = {
      Invoices: [invoice("X-1", "C1", "2026-10-31", 120, { Subtotal: 100, Tax: 20 })],
    };
    const run = await credit(tables, "X-1", "--amount", "40", "--reason", "PRICE");
    expect(run.json.credit).toMatchObject({ net: 40, tax: 8, total: 48, left: { net: 60, tax: 12 } });
    const rest = await onOutput(run, "X-1", "--reason", "PRICE");
    expect(rest.json.credit).toMatchObject({ net: 60, tax: 12, left: { net: 0, tax: 0 } });
    expect((await tablesOf(rest)).Invoices!.rows.map((row) => row.Total)).toEqual([120, -48, -72]);
  });
});
