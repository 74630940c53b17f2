import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contract, price, usage, writeBook, type BookInput } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";
import { newFolder, ratebook, ratebookProcess, type Ran } from "../support/commandLine";
import type { BillJson } from "../support/workbookRun";

const good: BookInput = {
  Contracts: [contract("A"), contract("B")],
  Prices: ["A", "B"].map((id) => price(id, "per_unit", { "Unit price": 1.5 })),
  Usage: [
    usage("A", 10, { "Event ID": "E-1", Region: "EU" }),
    usage("B", 4, { "Event ID": "E-2", Region: "US" }),
  ],
};

async function bookIn(folder: string, book: BookInput = good): Promise<string> {
  const path = join(folder, "book.xlsx");
  await writeBook(path, book);
  return path;
}

function expectRefusal(ran: Ran, folder: string): void {
  expect(ran.status).toBe(2);
  expect(ran.stdout).toBe("");
  expect(ran.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(join(folder, "out.xlsx"))).toBe(false);
  expect(existsSync(join(folder, "out"))).toBe(false);
}

describe("files that are refused", () => {
  let folder: string;
  let bytes: Buffer;
  beforeAll(async () => {
    folder = newFolder();
    bytes = readFileSync(await bookIn(folder));
  });

  const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const files: Readonly<Record<string, readonly [() => Buffer, RegExp]>> = {
    "a CSV file by another name": [
      () => Buffer.from("Contract ID,Meter\nA,Calls\n"),
      /csv|workbook|xlsx|zip/i,
    ],
    "an encrypted workbook": [() => Buffer.concat([OLE, Buffer.alloc(2048)]), /password|encrypt|xls/i],
    "a truncated workbook": [
      () => bytes.subarray(0, Math.floor(bytes.length / 2)),
      /zip|truncated|incomplete|damaged|cut/i,
    ],
    "an empty file": [() => Buffer.alloc(0), /empty|workbook|zip/i],
    "a zip of something else": [() => emptyZip(), /workbook|xlsx/i],
  };

  test.each(Object.entries(files))("%s", async (says, [make, reason]) => {
    const workFolder = newFolder();
    const path = join(workFolder, "broken.xlsx");
    writeFileSync(path, new Uint8Array(make()));
    const ran = await ratebook(["bill", path, "--out", "out.xlsx"], workFolder);
    expectRefusal(ran, workFolder);
    expect(ran.stderr).toContain("broken.xlsx");
    expect(ran.stderr).toMatch(reason);
    expect(says).toBeTruthy();
  });
});

/** The end record of a zip that holds nothing. */
function emptyZip(): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return end;
}

describe("arguments that are refused", () => {
  test.each([
    ["a file that is not there", ["bill", "nowhere.xlsx"], /nowhere\.xlsx/],
    ["a period that is none", ["bill", "book.xlsx", "--period", "2026-13"], /2026-13/],
    ["a day that is none", ["bill", "book.xlsx", "--as-of", "2026-02-30"], /2026-02-30/],
    ["the input as output", ["bill", "book.xlsx", "--period", "2026-04", "--out", "book.xlsx"], /book\.xlsx/],
    ["a usage file that is not there", ["bill", "book.xlsx", "--usage", "none.csv"], /none\.csv/],
  ])("%s", async (_says, args, reason) => {
    const folder = newFolder();
    await bookIn(folder);
    const before = readFileSync(join(folder, "book.xlsx"));
    const ran = await ratebook(args, folder);
    expectRefusal(ran, folder);
    expect(ran.stderr).toMatch(reason);
    expect(readFileSync(join(folder, "book.xlsx")).equals(before)).toBe(true);
  });

  test.each([
    ["no command", [], "name a command"],
    ["an unknown command", ["invoice", "book.xlsx"], "unknown command 'invoice'"],
    ["a misspelt command", ["chek", "book.xlsx"], "unknown command 'chek' (Did you mean check?)"],
    ["help for an unknown command", ["help", "invoice"], "name a command"],
    ["an unknown option", ["bill", "--colour"], "unknown option '--colour'"],
    ["an unknown option before any command", ["--colour"], "unknown option '--colour'"],
    ["no workbook where one is needed", ["check"], "missing required argument 'book'"],
    ["two workbooks", ["bill", "a.xlsx", "b.xlsx"], "too many arguments for 'bill'"],
    ["an option without its value", ["bill", "--out"], "option '--out <file>' argument missing"],
    ["an argument that is empty", ["check", ""], "an argument is empty"],
    ["an option whose value is empty", ["bill", "--out="], "an argument is empty"],
  ])("%s is one line that names the help", async (_says, args, reason) => {
    const folder = newFolder();
    const ran = await ratebook(args, folder);
    expectRefusal(ran, folder);
    expect(ran.stderr).toContain(`ratebook: ${reason}`);
    expect(ran.stderr).toMatch(/\(ratebook --help lists the commands\)\n$/);
  });

  test.each([
    ["--period", "2026-04", "2026-05"],
    ["--as-of", "2026-04-30", "2026-05-31"],
  ])("%s with two values", async (option, one, other) => {
    const folder = newFolder();
    await bookIn(folder);
    const ran = await ratebook(["bill", "book.xlsx", option, one, option, other], folder);
    expectRefusal(ran, folder);
    expect(ran.stderr).toContain(`${option} is given twice, as ${one} and as ${other}`);
  });

  test("a usage file that is given twice, also by another name", async () => {
    const folder = newFolder();
    await bookIn(folder);
    writeFileSync(join(folder, "more.csv"), "Contract ID,Meter,Date,Quantity\nA,Calls,2026-04-30,6\n");
    symlinkSync("more.csv", join(folder, "again.csv"));
    const ran = await ratebook(["bill", "book.xlsx", "--usage", "more.csv", "--usage", "again.csv"], folder);
    expectRefusal(ran, folder);
    expect(ran.stderr).toContain("--usage again.csv: this is given twice");
  });

  test.each([["bill"], ["check"]])("%s takes no device, which might never end", async (command) => {
    const folder = newFolder();
    const ran = await ratebook([command, "/dev/null"], folder);
    expectRefusal(ran, folder);
    expect(ran.stderr).toBe("ratebook: /dev/null: it is a device, not a file\n");
  });
});

describe("bill", () => {
  test("without --out writes out/BOOK-PERIOD.xlsx and says so", async () => {
    const folder = newFolder();
    await bookIn(folder);
    const ran = await ratebookProcess(["bill", "book.xlsx"], folder);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(join(folder, "out"))).toEqual(["book-2026-04.xlsx"]);
    expect(ran.stdout).toContain("book-2026-04.xlsx");
    // (10 + 4) × 1.50
    expect(ran.stdout).toMatch(/USD\s+21\.00/);
  });

  test("--json prints one object of the agreed shape", async () => {
    const folder = newFolder();
    await bookIn(folder);
    const ran = await ratebookProcess(["bill", "book.xlsx", "--json"], folder);
    const json = JSON.parse(ran.stdout) as BillJson;
    expect(json).toMatchObject({
      period: "2026-04",
      asOf: "2026-04-30",
      invoices: 2,
      lines: 2,
      held: 0,
      heldInvoices: [],
      totals: [{ currency: "USD", subtotal: 21, tax: 0, total: 21 }],
      issues: [
        { code: "COLUMN_NOT_READ", severity: "info", sheet: "Usage", cell: "F1", value: "Region" },
        { code: "NO_TAX", severity: "info" },
      ],
      notRead: [{ sheet: "Usage", cell: "F1", header: "Region", table: "Usage", resembles: "Region" }],
    });
    expect(json.controlTotals).toEqual([
      {
        meter: "Calls",
        unit: "",
        rowsRead: 2,
        rowsRated: 2,
        rowsRejected: 0,
        rowsDuplicate: 0,
        rowsOutside: 0,
        rowsFiltered: 0,
        quantityRead: 14,
        quantityRated: 14,
        quantityRejected: 0,
        quantityDuplicate: 0,
        quantityOutside: 0,
        quantityFiltered: 0,
      },
    ]);
    expect(json.output).toMatch(/book-2026-04\.xlsx$/);
  });

  test("--usage adds the rows of CSV files, whatever their headers and order", async () => {
    const folder = newFolder();
    await bookIn(folder);
    writeFileSync(
      join(folder, "more.csv"),
      "Qty;Timestamp;Metric;Agreement ID;Region\n6;2026-04-30T23:59:59;Calls;A;US\n1.5;2026-04-12;Calls;B;US\n",
    );
    const ran = await ratebookProcess(
      ["bill", "book.xlsx", "--usage", "more.csv", "--out", "out.xlsx", "--json"],
      folder,
    );
    expect(ran.status).toBe(0);
    const tables = await readTables(join(folder, "out.xlsx"));
    // A: (10 + 6) × 1.50; B: (4 + 1.5) × 1.50
    expect(tables.Invoices?.rows.map((row) => [row["Contract ID"], row.Total])).toEqual([
      ["A", 24],
      ["B", 8.25],
    ]);
    const added = tables.Usage?.rows.slice(2);
    expect(added).toMatchObject([
      { "Contract ID": "A", Meter: "Calls", Date: "2026-04-30T23:59:59", Quantity: 6, Region: "US" },
      { "Contract ID": "B", Meter: "Calls", Date: "2026-04-12", Quantity: 1.5, Region: "US" },
    ]);
  });

  test("a held invoice ends with status 1", async () => {
    const folder = newFolder();
    await bookIn(folder, { ...good, Usage: [usage("A", 10), usage("B", "none")] });
    const ran = await ratebookProcess(["bill", "book.xlsx"], folder);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/B\s+NOT_A_NUMBER/);
  });
});

describe("check, explain and template", () => {
  test("check prints each issue as Sheet!Cell  CODE  message and writes nothing", async () => {
    const folder = newFolder();
    await bookIn(folder, { ...good, Usage: [usage("A", 10), usage("B", "none")] });
    const ran = await ratebook(["check", "book.xlsx"], folder);
    expect(ran.status).toBe(1);
    expect(ran.stdout.split("\n")).toContainEqual(
      expect.stringMatching(/^Usage!D3 {2}NOT_A_NUMBER {2}\S.*$/),
    );
    expect(readdirSync(folder)).toEqual(["book.xlsx"]);
  });

  test("check --usage reads the same files as bill and names their rows", async () => {
    const folder = newFolder();
    await bookIn(folder);
    writeFileSync(join(folder, "good.csv"), "Contract ID,Meter,Date,Quantity\nA,Calls,2026-04-30,6\n");
    writeFileSync(join(folder, "bad.csv"), "Contract ID,Meter,Date,Quantity\nB,Calls,2026-04-30,none\n");
    const files = ["--usage", "good.csv", "bad.csv"];
    const checked = await ratebook(["check", "book.xlsx", ...files, "--json"], folder);
    expect(checked.status).toBe(1);
    const { issues } = JSON.parse(checked.stdout) as Pick<BillJson, "issues">;
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "NOT_A_NUMBER", sheet: "bad.csv", cell: "line 2" }),
    );
    const billed = await ratebook(["bill", "book.xlsx", ...files, "--json"], folder);
    expect((JSON.parse(billed.stdout) as BillJson).issues).toEqual(issues);
  });

  test("check of a good book ends with status 0", async () => {
    const folder = newFolder();
    await bookIn(folder);
    const ran = await ratebook(["check", "book.xlsx"], folder);
    expect(ran.status).toBe(0);
  });

  test("explain shows the price, the quantity and the rows behind an invoice", async () => {
    const folder = newFolder();
    await bookIn(folder);
    await ratebook(["bill", "book.xlsx", "--out", "out.xlsx"], folder);
    const ran = await ratebook(["explain", "out.xlsx", "DRAFT-A-2026-04-USD", "1"], folder);
    expect(ran.status).toBe(0);
    // 10 × 1.50, from row 2 of Usage and row 2 of Prices
    expect(ran.stdout).toContain("10 × 1.5 = 15.00");
    expect(ran.stdout).toMatch(/Usage!?.*2/);
    expect(ran.stdout).toMatch(/Prices!?.*2/);
  });

  test("explain of an invoice that is not there ends with status 2", async () => {
    const folder = newFolder();
    await bookIn(folder);
    const ran = await ratebook(["explain", "book.xlsx", "INV-1"], folder);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("INV-1");
  });

  test("a template is billed as it is, without an error", async () => {
    const folder = newFolder();
    expect((await ratebook(["template", "new.xlsx"], folder)).status).toBe(0);
    const ran = await ratebook(["bill", "new.xlsx", "--json"], folder);
    expect(
      (JSON.parse(ran.stdout) as BillJson).issues.filter(({ severity }) => severity === "error"),
    ).toEqual([]);
    expect(ran.status).toBe(0);
  });
});
