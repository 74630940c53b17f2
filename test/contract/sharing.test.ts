import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { newFolder, ratebook } from "../support/commandLine";
import { unzip, zip } from "../support/workbookZip";

const VISA = "4111 1111 1111 1111";
const MASKED = "**** **** **** 1111";

/** A workbook as somebody keeps it: two customers, a note with a card number, a comment, an author. */
async function bookIn(folder: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.creator = "Greta Author";
  const add = (name: string, rows: readonly (readonly (string | number)[])[]) => {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    return sheet;
  };
  add("Settings", [
    ["Key", "Value"],
    ["Personal columns", "Usage: Caller"],
  ]);
  const customers = add("Customers", [
    ["Customer ID", "Customer name", "Email"],
    ["K1", "Anna Berg", "anna@berg.example"],
    ["K2", "Olsen & Co", ""],
  ]);
  customers.getCell("B2").note = `paid with ${VISA}`;
  add("Contracts", [
    ["Contract ID", "Customer ID", "Start date"],
    ["C-1", "K1", "2026-01-01"],
    ["C-2", "K2", "2026-01-01"],
  ]);
  add("Prices", [
    ["Contract ID", "Product", "Pricing model", "Unit price", "Tiers"],
    ["C-1", "Calls", "graduated", "", "2: 0.5; *: 0.333"],
    ["C-2", "Calls", "per_unit", 2, ""],
  ]);
  add("Usage", [
    ["Contract ID", "Meter", "Date", "Quantity", "Caller"],
    ["C-1", "Calls", "2026-10-02", 3, "Kim Lee"],
    ["C-1", "Calls", "2026-10-03", 4.5, "Jo"],
    ["C-2", "Calls", "2026-10-04", 5, "Kim Lee"],
  ]);
  add("Notes", [[`Anna Berg, card ${VISA}`], [4_111_111_111_111_111]]);
  const path = join(folder, "book.xlsx");
  await book.xlsx.writeFile(path);
  return path;
}

async function read(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

const allParts = (path: string): string =>
  [...unzip(readFileSync(path)).values()].map((part) => part.toString("utf8")).join("\n");

let folder: string;
let billed: string;

async function json<Answer>(status: number, ...args: readonly string[]): Promise<Answer> {
  const ran = await ratebook([...args, "--json"], folder);
  expect([ran.status, ran.stderr]).toEqual([status, ""]);
  return JSON.parse(ran.stdout) as Answer;
}

beforeAll(async () => {
  folder = newFolder();
  const { status } = await ratebook(
    ["bill", await bookIn(folder), "--period", "2026-10", "--number", "--out", "billed.xlsx"],
    folder,
  );
  expect(status).toBe(0);
  billed = join(folder, "billed.xlsx");
});

describe("scan", () => {
  interface Scan {
    readonly cards: readonly { sheet: string; cell: string; masked: string; scheme: string }[];
    readonly output: string;
  }

  it("names cards in cells and comments by their last four digits", async () => {
    const { cards, output } = await json<Scan>(1, "scan", "book.xlsx");
    expect(output).toBe("");
    expect(cards).toMatchObject([
      { sheet: "Notes", cell: "A1", masked: MASKED, scheme: "Visa" },
      { sheet: "Notes", cell: "A2", masked: "************1111", scheme: "Visa" },
      { sheet: "Customers", cell: "B2", masked: MASKED, scheme: "Visa" },
    ]);
    const { stdout } = await ratebook(["scan", "book.xlsx"], folder);
    expect(stdout).toContain(`Notes!A1  ${MASKED}  Visa`);
    expect(stdout).not.toMatch(/4111\s?1111/);
  });

  it("masks them in a copy in which there is nothing to find", async () => {
    const { output } = await json<Scan>(1, "scan", "book.xlsx", "--mask");
    expect(output).toBe(join("out", "book-scan.xlsx"));
    expect(await json<Scan>(0, "scan", output)).toEqual({ cards: [], output: "" });
    const notes = (await read(join(folder, output))).getWorksheet("Notes");
    expect(notes?.getCell("A1").value).toBe(`Anna Berg, card ${MASKED}`);
    expect((await ratebook(["scan", "book.xlsx", "--out", "x.xlsx"], folder)).status).toBe(2);
  });
});

describe("a part that is damaged", () => {
  it("is named in one line where a copy looks into it", async () => {
    const parts = new Map(unzip(readFileSync(join(folder, "book.xlsx"))));
    parts.set("docProps/core.xml", Buffer.from("<a><b></a>"));
    writeFileSync(join(folder, "damaged.xlsx"), zip(parts));
    const { status, stderr } = await ratebook(["scan", "damaged.xlsx"], folder);
    expect([status, stderr.split("\n").length]).toEqual([2, 2]);
    expect(stderr).toContain('The part "docProps/core.xml" of the workbook is damaged');
  });
});

describe("freeze", () => {
  it("keeps the figures of output tables as values", async () => {
    const { frozen, output } = await json<{
      frozen: readonly { sheet: string; cells: number }[];
      output: string;
    }>(0, "freeze", "billed.xlsx");
    expect(frozen.find(({ sheet }) => sheet === "Invoices")?.cells).toBe(8);
    const log = (await read(join(folder, output))).getWorksheet("Run log");
    expect(log?.getCell("D3").value).toBe("freeze");
    const before = (await read(billed)).getWorksheet("Invoices");
    const after = (await read(join(folder, output))).getWorksheet("Invoices");
    before?.eachRow((row, number) =>
      row.eachCell((cell, column) => {
        const value = after?.getCell(number, column).value;
        expect(value).toEqual(cell.formula === undefined ? cell.value : cell.result);
      }),
    );
  });
});

describe("redact", () => {
  interface Redact {
    readonly columns: readonly { table: string; column: string; cells: number }[];
    readonly dropped: readonly string[];
    readonly output: string;
  }

  it("writes a copy without anybody's name that is billed as the workbook is", async () => {
    const { columns, dropped, output } = await json<Redact>(0, "redact", "billed.xlsx", "--key", "K");
    const copy = join(folder, output);
    expect(columns).toContainEqual({ table: "Usage", column: "Caller", cells: 3 });
    expect(columns).toContainEqual({ table: "Invoices", column: "Customer name", cells: 2 });
    expect(dropped).toEqual(expect.arrayContaining(["Notes", "comments", "properties"]));
    const parts = allParts(copy);
    for (const name of ["Anna", "Berg", "Olsen", "Kim Lee", "Greta"]) expect(parts).not.toContain(name);
    const pseudonym = createHash("sha256").update("K\u001fkimlee").digest("hex").slice(0, 10);
    const usage = (await read(copy)).getWorksheet("Usage");
    expect(usage?.getCell("E2").value).toBe(`P-${pseudonym}`);
    expect(usage?.getCell("E4").value).toBe(`P-${pseudonym}`);
    await json<Redact>(0, "redact", "book.xlsx", "--key", "K", "--out", "plain.xlsx");
    const totalsOf = async (path: string) => {
      const { totals } = await json<{ totals: readonly unknown[] }>(
        0,
        ...["bill", path, "--period", "2026-10", "--out", "again.xlsx"],
      );
      return totals;
    };
    const totals = await totalsOf("book.xlsx");
    expect(totals).toHaveLength(1);
    expect(await totalsOf("plain.xlsx")).toEqual(totals);
  });

  it("refuses columns of tables that it does not know", async () => {
    const { status, stderr } = await ratebook(["redact", "book.xlsx", "--columns", "Zorp: Name"], folder);
    expect([status, stderr]).toEqual([2, "ratebook: --columns: there is no table Zorp\n"]);
  });
});

describe("evidence", () => {
  interface EvidenceJson {
    readonly invoice: string;
    readonly lines: readonly {
      line: number;
      amount: number;
      steps: readonly { text: string; formula: string }[];
      sources: readonly string[];
    }[];
    readonly total: number;
    readonly output: string;
  }

  it("adds a sheet whose formulas lead to the amounts of an invoice", async () => {
    const { invoice, lines, total, output } = await json<EvidenceJson>(
      0,
      "evidence",
      "billed.xlsx",
      "INV-2026-0001",
    );
    expect([invoice, total, output]).toEqual(["INV-2026-0001", 2.83, join("out", "billed-evidence.xlsx")]);
    expect(lines.map(({ line, amount }) => [line, amount])).toEqual([
      [1, 1],
      [2, 1.83],
    ]);
    expect(lines[0]!.sources).toEqual(["Contracts!A2", "Prices!B2", "Usage!D2", "Usage!D3"]);
    const sheet = (await read(join(folder, output))).getWorksheet("Evidence");
    expect(sheet?.getCell("A1").value).toBe("Evidence for INV-2026-0001");
    const formulas: string[] = [];
    sheet?.eachRow((row) => row.eachCell((cell) => formulas.push(cell.formula ?? "")));
    expect(formulas).toContain("'Usage'!$D$2");
  });

  it("shows one line, and refuses one that is not there", async () => {
    const { lines } = await json<EvidenceJson>(
      0,
      "evidence",
      "billed.xlsx",
      "INV-2026-0001",
      "2",
      "--out",
      "one.xlsx",
    );
    expect(lines.map(({ line }) => line)).toEqual([2]);
    const { status, stderr } = await ratebook(
      ["evidence", "billed.xlsx", "INV-2026-0001", "9", "--out", "no.xlsx"],
      folder,
    );
    expect([status, stderr]).toEqual([2, "ratebook: invoice INV-2026-0001 has lines 1 to 2, not 9\n"]);
    expect(existsSync(join(folder, "no.xlsx"))).toBe(false);
  });
});
