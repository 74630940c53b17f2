import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder, PROGRAM, ratebookProcess } from "../support/commandLine";
import { contract, price, usage, writeBook } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";

interface FolderJson {
  readonly books: readonly {
    readonly book: string;
    readonly status: string;
    readonly reason: string;
    readonly documents: number;
    readonly output: string;
  }[];
  readonly totals: readonly { readonly currency: string; readonly total: number }[];
  readonly sharedNumbers: readonly { readonly number: string; readonly books: readonly string[] }[];
  readonly output: string;
}

const AS_OF = ["--as-of", "2026-04-30"] as const;

async function book(path: string, id: string, quantity: number, currency = "USD"): Promise<void> {
  await writeBook(path, {
    Contracts: [contract(id, { Currency: currency })],
    Prices: [price(id, "per_unit", { "Unit price": 2 })],
    Usage: [usage(id, quantity)],
  });
}

/** Groups of customers in a folder: three workbooks, one that is none, and files that are none of its business. */
async function groups(): Promise<string> {
  const folder = newFolder();
  mkdirSync(join(folder, "groups", "old"), { recursive: true });
  await book(join(folder, "groups", "north.xlsx"), "N", 10);
  await book(join(folder, "groups", "south.xlsx"), "S", 20);
  await book(join(folder, "groups", "west.xlsx"), "W", 5, "EUR");
  writeFileSync(join(folder, "groups", "broken.xlsx"), "no workbook at all");
  writeFileSync(join(folder, "groups", "~$north.xlsx"), "open in Excel");
  writeFileSync(join(folder, "groups", "notes.txt"), "not read");
  return folder;
}

const filesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString("hex")]),
  );

describe("bill over a folder", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await groups();
  });

  it("bills each workbook, names the one that cannot be billed, and writes a register of all", async () => {
    const ran = await ratebookProcess(["bill", "groups", ...AS_OF, "--json"], folder);
    expect([ran.status, ran.stderr]).toEqual([
      1,
      "ratebook: groups: the folder “old” in it is not read; bill it by itself if it is meant\n",
    ]);
    const json = JSON.parse(ran.stdout) as FolderJson;
    expect(json.books.map((each) => [each.book, each.status, each.documents, each.output])).toEqual([
      ["broken.xlsx", "refused", 0, ""],
      ["north.xlsx", "billed", 1, "north-2026-04.xlsx"],
      ["south.xlsx", "billed", 1, "south-2026-04.xlsx"],
      ["west.xlsx", "billed", 1, "west-2026-04.xlsx"],
    ]);
    expect(json.books[0]!.reason).toMatch(/^[^/]*workbook[^/]*$/);
    expect(json.totals.map(({ currency, total }) => [currency, total])).toEqual([
      ["EUR", 10],
      ["USD", 60],
    ]);
    expect(json.output).toBe(join("out", "groups", "register.xlsx"));
    const tables = await readTables(join(folder, json.output));
    const rows = tables["Billed workbooks"]!.rows;
    expect(rows.map((row) => [row.Workbook, row.Status, row.Currency, row.Total])).toEqual([
      ["broken.xlsx", "Not billed", null, null],
      ["north.xlsx", "Billed", "USD", 20],
      ["south.xlsx", "Billed", "USD", 40],
      ["west.xlsx", "Billed", "EUR", 10],
      ["Total", null, "EUR", 10],
      ["Total", null, "USD", 60],
    ]);
    const billed = await readTables(join(folder, "out", "groups", "south-2026-04.xlsx"));
    expect(billed.Invoices!.rows).toHaveLength(1);
  });

  it("writes the same bytes whatever the number of threads, and as bill does for one workbook", async () => {
    const run = (out: string, workers: string) =>
      ratebookProcess(["bill", "groups", ...AS_OF, "--out", out, "--workers", workers], folder);
    const one = await run("one", "1");
    const many = await run("many", "3");
    expect(many.stdout.replaceAll("many", "one")).toBe(one.stdout);
    expect(one.stdout).toContain("4 workbooks in groups: 3 billed");
    expect(one.stdout).toMatch(/Not billed\n {2}broken\.xlsx {2}\S/);
    expect(filesOf(join(folder, "many"))).toEqual(filesOf(join(folder, "one")));
    const alone = await ratebookProcess(["bill", "groups/west.xlsx", ...AS_OF, "--out", "west.xlsx"], folder);
    expect(alone.status).toBe(0);
    expect(
      readFileSync(join(folder, "west.xlsx")).equals(readFileSync(join(folder, "one", "west-2026-04.xlsx"))),
    ).toBe(true);
  });

  it("says which final numbers stand in several workbooks of one seller", async () => {
    const ran = await ratebookProcess(
      ["bill", "groups", ...AS_OF, "--number", "--out", "final", "--json"],
      folder,
    );
    expect(ran.status).toBe(1);
    expect((JSON.parse(ran.stdout) as FolderJson).sharedNumbers).toEqual([
      { number: "INV-2026-0001", books: ["north.xlsx", "south.xlsx", "west.xlsx"] },
    ]);
  });

  it("refuses in one line what no workbook could be billed with", async () => {
    mkdirSync(join(folder, "none"));
    const refusals: readonly (readonly [string[], RegExp])[] = [
      [["groups", "--usage", "u.csv"], /--usage goes with one workbook/],
      [["groups", "--out", "groups"], /it is the folder that is read/],
      [["groups", "--out", "groups/notes.txt"], /it is a file/],
      [["groups", "--sheets", "few"], /--sheets few/],
      [["groups", "--workers", "0"], /--workers 0: write a number/],
      [["none"], /none: the folder holds no workbook/],
    ];
    for (const [words, message] of refusals) {
      const ran = await ratebookProcess(["bill", ...words], folder);
      expect([ran.status, ran.stdout]).toEqual([2, ""]);
      expect(ran.stderr).toMatch(message);
      expect(ran.stderr.trimEnd()).not.toContain("\n");
    }
  });

  it("refuses two workbooks that would be written to one file, whatever the number of threads", async () => {
    const own = newFolder();
    mkdirSync(join(own, "groups"));
    await book(join(own, "groups", "north.xlsx"), "N", 10);
    // As libraries write them: the name of a workbook with macros, and none in it.
    await book(join(own, "groups", "north.xlsm"), "N", 20);
    await book(join(own, "groups", "south.xlsx"), "S", 20);
    const ran = await ratebookProcess(["bill", "groups", ...AS_OF, "--json"], own);
    const json = JSON.parse(ran.stdout) as FolderJson;
    expect(json.books.map((each) => [each.book, each.status, each.reason])).toEqual([
      ["north.xlsm", "refused", expect.stringContaining("north.xlsx would be written to the same file")],
      ["north.xlsx", "refused", expect.stringContaining("north.xlsm would be written to the same file")],
      ["south.xlsx", "billed", ""],
    ]);
    expect(readdirSync(join(own, "out", "groups")).sort()).toEqual(["register.xlsx", "south-2026-04.xlsx"]);
  });

  it("names workbooks of formats that are not read, and takes the folder of its output for none within", async () => {
    const own = newFolder();
    mkdirSync(join(own, "groups"));
    await book(join(own, "groups", "north.xlsx"), "N", 10);
    // What Excel leaves behind when an old workbook is saved anew: no twin, since it is never written.
    writeFileSync(join(own, "groups", "north.xls"), "old");
    // Nobody writes into it: read as a workbook it would be waited for.
    execFileSync("mkfifo", [join(own, "groups", "pipe.xlsx")]);
    const words = ["bill", "groups", ...AS_OF, "--out", "groups/out"];
    for (const round of ["first", "second"]) {
      const ran = await ratebookProcess(words, own);
      expect([round, ran.status, ran.stderr]).toEqual([round, 1, ""]);
      expect(ran.stdout).toContain("2 workbooks in groups: 1 billed");
      expect(ran.stdout).toMatch(/Not billed\n {2}north\.xls {2}this format is not read; open it in Excel/);
    }
  });

  it("ends with status 2 where none can be billed", async () => {
    mkdirSync(join(folder, "bad"));
    writeFileSync(join(folder, "bad", "a.xlsx"), "no workbook");
    const ran = await ratebookProcess(["bill", "bad"], folder);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("1 workbook in bad: 0 billed");
  });

  it("leaves whole files only when it is stopped", async () => {
    mkdirSync(join(folder, "long"));
    for (let index = 0; index < 40; index++)
      cpSync(join(folder, "groups", "north.xlsx"), join(folder, "long", `b${String(index + 10)}.xlsx`));
    const words = [PROGRAM, "bill", "long", ...AS_OF, "--out", "stopped", "--workers", "2"];
    const child = spawn(process.execPath, words, { cwd: folder });
    const errors: string[] = [];
    child.stderr.on("data", (piece: Buffer) => errors.push(piece.toString()));
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.on("close", (_code, signal) => resolve(signal));
    });
    const out = join(folder, "stopped");
    const looks = setInterval(() => {
      if (!existsSync(out) || !readdirSync(out).some((name) => name.endsWith("2026-04.xlsx"))) return;
      // Once: a second one ends it at once, before it has said how far it came.
      clearInterval(looks);
      child.kill("SIGINT");
    }, 5);
    const signal = await ended;
    clearInterval(looks);
    expect(signal).toBe("SIGINT");
    expect(errors.join("")).toMatch(
      /stopped: \d+ of 40 workbooks are billed and whole; there is no register/,
    );
    const files = readdirSync(out);
    expect(files.length).toBeLessThan(40);
    expect(files).not.toContain("register.xlsx");
    expect(files.filter((name) => name.endsWith(".part"))).toEqual([]);
    for (const name of files) expect((await readTables(join(out, name))).Invoices!.rows).toHaveLength(1);
  });
});
