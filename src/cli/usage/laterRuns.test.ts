import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ratebookHere as ratebook } from "../../../test/support/ratebookHere";
import { contract, price, usage, writeBook } from "../../../test/support/workbookFixture";
import { openBook } from "../../../test/support/workbookReading";
import type { BillJson } from "../../../test/support/workbookRun";

const csv = (...rows: readonly string[]) =>
  ["Event ID,Contract ID,Meter,Date,Quantity", ...rows].map((row) => `${row}\n`).join("");

/** Types figures over those of a document, in its rows of Invoices and of Invoice lines, and saves the workbook. */
async function typeOver(
  from: string,
  to: string,
  document: string,
  figures: Readonly<Record<string, number>>,
) {
  const book = await openBook(from);
  for (const name of ["Invoices", "Invoice lines"]) {
    const sheet = book.getWorksheet(name)!;
    const titles = (sheet.getRow(1).values as string[]).map(String);
    sheet.eachRow((row) => {
      if (row.getCell(1).value !== document) return;
      for (const [title, figure] of Object.entries(figures))
        if (titles.includes(title)) row.getCell(titles.indexOf(title)).value = figure;
    });
  }
  await book.xlsx.writeFile(to);
}

describe("what is made of billed usage in files", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-later-"));
  const at = (name: string) => join(folder, name);
  const number = "INV-2026-0001";
  /** Does something while the file of April is not at hand. */
  async function withoutApril<T>(act: () => Promise<T>): Promise<T> {
    renameSync(at("april.csv"), at("elsewhere.csv"));
    try {
      return await act();
    } finally {
      renameSync(at("elsewhere.csv"), at("april.csv"));
    }
  }
  beforeAll(async () => {
    await writeBook(at("book.xlsx"), {
      Contracts: [contract("A")],
      Prices: [price("A", "per_unit", { "Unit price": 1 })],
      Usage: [usage("A", 7, { "Event ID": "E-0" })],
    });
    writeFileSync(at("april.csv"), csv("E-1,A,Calls,2026-04-05,3"));
    writeFileSync(at("may.csv"), csv("E-2,A,Calls,2026-05-06,5", "E-3,A,Calls,2026-04-30,20"));
    const given = ["--usage", at("april.csv"), "--keep-usage", "no", "--number", "--out", at("billed.xlsx")];
    await ratebook("bill", at("book.xlsx"), "--period", "2026-04", ...given);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("a document is billed again from all of it, or not at all", async () => {
    const again = await ratebook("credit", at("billed.xlsx"), number, "--rebill", "--out", at("again.xlsx"));
    expect(again.out).toContain("Billed again: DRAFT-A-2026-04-USD, USD 10.00");
    const refused = await withoutApril(() =>
      ratebook("credit", at("billed.xlsx"), number, "--rebill", "--out", at("short.xlsx")),
    );
    expect([refused.status, refused.out]).toEqual([2, ""]);
    expect(refused.err).toMatch(
      /billed again short: its usage from 2026-04-05 .* is in april\.csv, which is not at hand/,
    );
    const named = await withoutApril(() =>
      ratebook(
        ...(["credit", at("billed.xlsx"), number, "--rebill", "--usage", at("elsewhere.csv")] as const),
        ...["--out", at("named.xlsx")],
      ),
    );
    expect(named.out).toContain("USD 10.00");
  });

  it("what was billed again is computed again", async () => {
    const whole = await ratebook("verify", at("again.xlsx"));
    expect([whole.status, whole.out]).toEqual([0, expect.stringContaining("0 failed, 0 not checked")]);
    const figures = { Quantity: 4, Amount: 4, Subtotal: 4, Total: 4 };
    await typeOver(at("again.xlsx"), at("typed.xlsx"), "DRAFT-A-2026-04-USD", figures);
    const typed = await ratebook("verify", at("typed.xlsx"));
    expect([typed.status, typed.out]).toEqual([
      1,
      expect.stringMatching(/DRAFT-A-2026-04-USD FAIL[^]*expected 10, found 4/),
    ]);
    const issued = await ratebook("issue", at("typed.xlsx"), "--all", "--out", at("issued.xlsx"));
    expect([issued.status, issued.out]).toEqual([1, expect.stringContaining("NOT_VERIFIED")]);
  });

  it("a price or a contract is not said to have no usage while a file is not at hand", async () => {
    const prices = [price("A", "per_unit", { "Unit price": 1 }), price("B", "per_unit", { "Unit price": 1 })];
    await writeBook(at("two.xlsx"), {
      Contracts: [
        contract("A", { "Start date": "2026-02-01" }),
        contract("B", { "Start date": "2026-02-01" }),
      ],
      Prices: prices,
      // The workbook keeps usage since February, so three months of A would be silent.
      Usage: [usage("B", 7, { "Event ID": "E-9", Date: "2026-02-01" }), usage("B", 7, { "Event ID": "E-0" })],
    });
    const given = ["--usage", at("april.csv"), "--keep-usage", "no", "--out", at("two-billed.xlsx")];
    await ratebook("bill", at("two.xlsx"), "--period", "2026-04", ...given);
    const codes = async () => {
      const { out } = await ratebook("check", at("two-billed.xlsx"), "--period", "2026-04", "--json");
      return (JSON.parse(out) as BillJson).issues.map(({ code }) => code);
    };
    const unused = /PRICE_WITHOUT_USAGE|PRICE_NEVER_USED|NO_USAGE_3_PERIODS/;
    expect((await codes()).filter((code) => unused.test(code))).toEqual([]);
    expect((await withoutApril(codes)).filter((code) => unused.test(code))).toEqual([]);
    expect(await withoutApril(codes)).toContain("USAGE_FILE_ABSENT");
  });

  it("an explanation tells a total that the workbook shows otherwise", async () => {
    await typeOver(at("billed.xlsx"), at("total.xlsx"), number, { Total: 4 });
    const explained = await ratebook("explain", at("total.xlsx"), number);
    expect([explained.status, explained.out]).toEqual([
      1,
      expect.stringContaining(
        `Invoice ${number}, total USD 10.00; the workbook shows 4.00: its inputs have changed`,
      ),
    ]);
  });

  it("late usage is priced with all of its period, or waits", async () => {
    const may = async () => {
      const given = ["--usage", at("may.csv"), "--keep-usage", "no", "--out", at("may.xlsx"), "--json"];
      return JSON.parse(
        (await ratebook("bill", at("billed.xlsx"), "--period", "2026-05", ...given)).out,
      ) as BillJson;
    };
    expect((await may()).totals).toEqual([expect.objectContaining({ total: 25 })]);
    const without = await withoutApril(may);
    expect(without.totals).toEqual([expect.objectContaining({ total: 5 })]);
    expect(without.issues.map(({ code, message }) => [code, message])).toContainEqual([
      "USAGE_FILE_ABSENT",
      expect.stringContaining("what came late to their periods is not billed"),
    ]);
  });
});
