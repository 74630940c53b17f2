import { join } from "node:path";
import { ratebook } from "../support/commandLine";
import { credit, line, october, onOutput, tablesOf } from "../support/creditBook";
import { invoice, runAgain, type JsonRun, type Tables } from "../support/receivablesBook";
import { settings } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";

const limit = (amount: number): Tables => ({ Settings: settings({ "Approval limit": amount }) });

/** A contract of 100.00 a month, billed at 90.00 in October. */
const billed: Tables = {
  Contracts: [
    { "Contract ID": "CT-1", "Customer ID": "C1", Start: "2026-01-01", Currency: "EUR" },
    { "Contract ID": "CT-2", "Customer ID": "C2", Start: "2026-01-01", Currency: "EUR" },
  ],
  Prices: [
    {
      "Contract ID": "CT-1",
      "Price ID": "P-1",
      Product: "Product 1",
      Model: "flat",
      "Flat fee": 100,
      Timing: "arrears",
    },
    {
      "Contract ID": "CT-2",
      "Price ID": "P-1",
      Product: "Product 1",
      Model: "flat",
      "Flat fee": 70,
      Timing: "arrears",
    },
  ],
  Invoices: [
    invoice("INV-1", "C1", "2026-10-31", 90, {
      "Contract ID": "CT-1",
      "Period start": "2026-10-01",
      "Period end": "2026-10-31",
      Subtotal: 90,
      Tax: 0,
    }),
  ],
  "Invoice lines": [line("INV-1", 1, 90, { "Tax code": undefined, "Tax rate": undefined })],
};

describe("approval of a credit", () => {
  it("is not needed up to the limit, whoever names whom", async () => {
    const { status, json } = await credit(
      { ...october, ...limit(120) },
      "INV-1",
      "--line",
      "1",
      "--reason",
      "PRICE",
    );
    expect([status, json.credit.status]).toEqual([0, "Issued"]);
  });

  it("above the limit leaves the note In review under a DRAFT key until somebody gives it", async () => {
    const options = ["INV-1", "--line", "1", "--reason", "PRICE", "--by", "Ann"];
    const run = await credit({ ...october, ...limit(119.99) }, ...options);
    expect(run.status).toBe(1);
    expect(run.json.credit).toEqual({
      creditNote: "DRAFT-CREDIT-INV-1-1",
      corrects: "INV-1",
      status: "In review",
      net: 100,
      tax: 20,
      total: 120,
      left: { net: 80, tax: 12.7 },
    });
    expect(run.json.issues).toMatchObject([
      { code: "APPROVAL_NEEDED", severity: "error", sheet: "Invoices" },
    ]);
    expect((await tablesOf(run)).Invoices!.rows.at(-1)).toMatchObject({
      Status: "In review",
      "Prepared by": "Ann",
    });
    // What waits is taken: it cannot be credited a second time.
    const second = await onOutput(run, "INV-1", "--amount", "80.01", "--reason", "PRICE");
    expect([second.status, second.stderr]).toEqual([2, expect.stringContaining("EUR 80.00 that is left")]);
    const self = await onOutput(run, "DRAFT-CREDIT-INV-1-1", "--approved-by", "ann");
    expect([self.status, self.json.credit.status]).toEqual([1, "In review"]);
    expect(self.json.issues).toMatchObject([{ code: "SELF_APPROVAL", severity: "error" }]);
    const given = await onOutput(self, "DRAFT-CREDIT-INV-1-1", "--approved-by", "Bob");
    expect(given.status).toBe(0);
    expect(given.json.credit).toEqual({ ...run.json.credit, creditNote: "CN-2026-0001", status: "Issued" });
    const { Invoices, "Invoice lines": lines } = await tablesOf(given);
    expect(Invoices!.rows.slice(2)).toEqual([
      expect.objectContaining({
        "Invoice number": "CN-2026-0001",
        Status: "Issued",
        "Prepared by": "Ann",
        "Approved by": "Bob",
        Total: -120,
      }),
    ]);
    expect(lines!.rows.slice(4).map((row) => row["Invoice number"])).toEqual(["CN-2026-0001"]);
  });

  it("is no approval by the person who makes it", async () => {
    const people = ["--by", "Ann", "--approved-by", " ANN"];
    const { status, json } = await credit(
      { ...october, ...limit(1) },
      "INV-1",
      "--reason",
      "PRICE",
      ...people,
    );
    expect([status, json.credit.status]).toEqual([1, "In review"]);
    expect(json.issues).toMatchObject([{ code: "SELF_APPROVAL" }]);
  });

  it("is given at once by another person", async () => {
    const people = ["--by", "Ann", "--approved-by", "Bob"];
    const run = await credit({ ...october, ...limit(1) }, "INV-1", "--reason", "PRICE", ...people);
    expect([run.status, run.json.credit.status, run.json.issues]).toEqual([0, "Issued", []]);
    expect((await tablesOf(run)).Invoices!.rows.at(-1)).toMatchObject({ "Approved by": "Bob" });
  });

  it("waits through a billing run, which replaces its own drafts alone and finds the invoice still standing", async () => {
    interface BillJson {
      readonly reconciliation: { readonly findings: readonly { readonly code: string }[] };
      readonly output: string;
    }
    const options = ["--period", "2026-10", "--out", "again.xlsx"];
    const calls = { "Contract ID": "CT-1", "Price ID": "P-2", Product: "Calls" };
    const tables: Tables = {
      ...billed,
      ...limit(1),
      Prices: [...billed.Prices!, { ...calls, Model: "per_unit", "Unit price": 2, Meter: "Calls" }],
      Usage: [{ "Contract ID": "CT-1", Meter: "Calls", Date: "2026-10-05", Quantity: 5 }],
      "Invoice lines": [
        ...billed["Invoice lines"]!,
        line("INV-1", 2, 10, { ...calls, Kind: "usage", Quantity: 5, "Tax code": undefined }),
      ],
    };
    const run = await credit(tables, "INV-1", "--reason", "PRICE");
    const again = await runAgain<BillJson>(join(run.folder, run.json.output), "bill", ...options);
    const { rows } = (await readTables(join(again.folder, again.json.output))).Invoices!;
    expect(rows.map((row) => [row["Invoice number"], row.Status])).toEqual([
      ["INV-1", "Issued"],
      ["DRAFT-CREDIT-INV-1-1", "In review"],
      ["DRAFT-CT-2-2026-10-EUR", "Draft"],
    ]);
    const without = await runAgain<BillJson>(join(run.folder, "book.xlsx"), "bill", ...options);
    const codes = ({ json }: JsonRun<BillJson>) => json.reconciliation.findings.map(({ code }) => code);
    expect(codes(again)).toEqual(codes(without));
  });
});

describe("cancel and rebill", () => {
  it("credits all that is left and bills contract and period again in the same output, as a draft", async () => {
    const run = await credit(billed, "INV-1", "--rebill", "--as-of", "2026-11-05");
    expect(run.status).toBe(0);
    expect(run.json.credit).toMatchObject({ creditNote: "CN-2026-0001", net: 90, left: { net: 0, tax: 0 } });
    const { Invoices, "Invoice lines": lines } = await tablesOf(run);
    expect(
      Invoices!.rows.map((row) => [row["Invoice number"], row.Status, row["Reason code"], row.Total]),
    ).toEqual([
      ["INV-1", "Issued", null, 90],
      ["CN-2026-0001", "Issued", "REBILL", -90],
      ["DRAFT-CT-1-2026-10-EUR", "Draft", null, 100],
    ]);
    expect(lines!.rows.map((row) => [row["Invoice number"], row.Amount])).toEqual([
      ["INV-1", 90],
      ["CN-2026-0001", -90],
      ["DRAFT-CT-1-2026-10-EUR", 100],
    ]);
    // A billing run of the period finds the same draft, and nothing to add to it.
    const out = join(run.folder, "again.xlsx");
    await ratebook(
      ["bill", join(run.folder, run.json.output), "--period", "2026-10", "--out", out],
      run.folder,
    );
    const again = (await readTables(out)).Invoices!.rows;
    expect(again.map((row) => [row["Invoice number"], row.Total])).toEqual([
      ["INV-1", 90],
      ["CN-2026-0001", -90],
      ["DRAFT-CT-1-2026-10-EUR", 100],
      ["DRAFT-CT-2-2026-10-EUR", 70],
    ]);
  });

  it("above the limit bills again once it is approved", async () => {
    const run = await credit({ ...billed, ...limit(50) }, "INV-1", "--rebill", "--by", "Ann");
    expect([run.status, run.json.credit.status]).toEqual([1, "In review"]);
    expect((await tablesOf(run)).Invoices!.rows).toHaveLength(2);
    const given = await onOutput(run, run.json.credit.creditNote, "--approved-by", "Bob");
    expect((await tablesOf(given)).Invoices!.rows.map((row) => row["Invoice number"])).toEqual([
      "INV-1",
      "CN-2026-0001",
      "DRAFT-CT-1-2026-10-EUR",
    ]);
  });

  it("is refused where the contract is not known", async () => {
    const { status, stderr } = await credit(october, "INV-1", "--rebill");
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("none of its contracts stands in Contracts"),
    ]);
  });
});
