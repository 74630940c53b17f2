import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ratebookHere as ratebook } from "../../../test/support/ratebookHere";
import { contract, price, usage, writeBook } from "../../../test/support/workbookFixture";
import { readTables } from "../../../test/support/workbookReading";
import type { BillJson } from "../../../test/support/workbookRun";

const HEADER = "Event ID,Contract ID,Meter,Date,Quantity";
const rows = (month: string, from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, index) =>
      `E-${String(from + index)},A,Calls,2026-${month}-0${String(1 + ((from + index) % 5))}T10:15,2.50`,
  );
const csv = (...lines: readonly string[]) => [HEADER, ...lines].map((line) => `${line}\n`).join("");

describe("files of usage that are billed where they are", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-usage-"));
  const at = (name: string) => join(folder, name);
  const bill = async (book: string, ...args: readonly string[]) => {
    const ran = await ratebook("bill", at(book), ...args, "--json");
    return { ...ran, json: () => JSON.parse(ran.out) as BillJson };
  };
  /** A bill with some files: their rows copied into the workbook, and then left where they are. */
  const bothWays = async (...names: readonly string[]) => {
    const way = (keep: string) =>
      bill("book.xlsx", "--usage", ...names.map(at), "--keep-usage", keep, "--out", at(`${keep}.xlsx`));
    return [await way("yes"), await way("no")] as const;
  };
  beforeAll(async () => {
    await writeBook(at("book.xlsx"), {
      Contracts: [contract("A")],
      Prices: [price("A", "per_unit", { "Unit price": 1 })],
      Usage: [usage("A", 1, { "Event ID": "E-0" })],
    });
    mkdirSync(at("april"));
    writeFileSync(join(at("april"), "a.csv"), csv(...rows("04", 1, 40)));
    writeFileSync(join(at("april"), "b.csv.gz"), gzipSync(csv(...rows("04", 40, 60))));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("are billed as if their rows were in the workbook, and named in it", async () => {
    const copied = await bill("book.xlsx", "--usage", at("april"), "--out", at("copied.xlsx"));
    const left = await bill(
      ...(["book.xlsx", "--usage", at("april"), "--keep-usage", "no", "--number"] as const),
      ...["--out", at("april/out.xlsx")],
    );
    expect(left.err).toBe("");
    // Row E-40 stands in both files: 40 + 20 events of 2.50, and 1 of the sheet.
    expect(left.json().totals).toEqual([{ currency: "USD", subtotal: 151, tax: 0, total: 151 }]);
    expect(left.json().totals).toEqual(copied.json().totals);
    expect(left.json().controlTotals).toEqual(copied.json().controlTotals);
    const tables = await readTables(at("april/out.xlsx"));
    expect(tables.Usage?.rows).toHaveLength(1);
    expect(tables["Invoice lines"]?.rows[0]).toMatchObject({ "Source rows": 61 });
    expect(tables["Usage files"]?.rows).toMatchObject([
      {
        File: "a.csv",
        Meter: "Calls",
        Rows: 40,
        Quantity: 100,
        "First day": "2026-04-01",
        "Last day": "2026-04-05",
      },
      { File: "b.csv.gz", Meter: "Calls", Rows: 21, Quantity: 52.5 },
    ]);
  });

  it("are read again by verify and explain, which say when one is not at hand or another", async () => {
    const out = at("april/out.xlsx");
    const number = "INV-2026-0001";
    const whole = await ratebook("verify", out);
    expect([whole.status, whole.out]).toEqual([
      0,
      expect.stringContaining("1 passed, 0 failed, 0 not checked"),
    ]);
    const shown = await ratebook("explain", out, number);
    expect(shown.out).toContain("Usage: 61 rows");
    expect(shown.out).toMatch(/a\.csv!line \d+ +\d+(?:\.\d)? {2}\(\d+ rows of the day, from here\)/);
    renameSync(at("april/a.csv"), at("a.csv"));
    const gone = await ratebook("verify", out);
    expect([gone.status, gone.out]).toEqual([
      0,
      expect.stringContaining("0 passed, 0 failed, 1 not checked"),
    ]);
    expect(gone.out).toContain("USAGE_FILE_ABSENT  its usage is in “a.csv”, which is not at hand");
    const why = await ratebook("explain", out, number);
    expect([why.status, why.out]).toEqual([2, ""]);
    expect(why.err).toMatch(
      /its usage from 2026-04-01 to 2026-04-05 is in a\.csv, which is not at hand: .*\n$/,
    );
    const named = await ratebook("verify", out, "--usage", at("a.csv"));
    expect(named.out).toContain("1 passed, 0 failed, 0 not checked");
    writeFileSync(at("april/a.csv"), csv(...rows("04", 1, 39)));
    const changed = await ratebook("verify", out);
    expect(changed.status).toBe(1);
    expect(changed.out).toContain("USAGE_FILE_CHANGED  “a.csv” has another content than was billed");
  });

  it("are part of later runs, which are refused without them and find their events again", async () => {
    const refused = await bill("april/out.xlsx", "--period", "2026-04", "--out", at("no.xlsx"));
    expect([refused.status, refused.out]).toEqual([2, ""]);
    expect(refused.err).toMatch(/is in a\.csv, which has another content now: put it back as it was billed/);
    renameSync(at("a.csv"), at("april/a.csv"));
    const again = await bill(
      "april/out.xlsx",
      "--usage",
      at("april/a.csv"),
      "--number",
      "--out",
      at("again.xlsx"),
    );
    expect(again.err).toBe("");
    expect(again.json()).toMatchObject({ invoices: 0, controlTotals: [{ rowsRead: 62, rowsDuplicate: 1 }] });
    writeFileSync(at("may.csv"), csv(...rows("05", 60, 80), rows("04", 1, 1)[0]!));
    const may = await bill(
      ...([
        "april/out.xlsx",
        "--usage",
        at("may.csv"),
        "--keep-usage",
        "no",
        "--out",
        at("april/may.xlsx"),
      ] as const),
    );
    // E-60 and E-1 were billed in April; E-60 is another row now, so it is a conflict and not a duplicate.
    expect(may.json().issues.map(({ code, value }) => `${code} ${value}`)).toEqual(
      expect.arrayContaining(["CONFLICTING_EVENT E-60", "DUPLICATE_EVENT E-1"]),
    );
  });

  it("are refused in one line where they are broken", async () => {
    writeFileSync(at("broken.csv.gz"), gzipSync(csv(...rows("04", 1, 5))).subarray(0, 40));
    const broken = await bill("book.xlsx", "--usage", at("broken.csv.gz"), "--out", at("no.xlsx"));
    expect([broken.status, broken.out]).toEqual([2, ""]);
    expect(broken.err).toMatch(/broken\.csv\.gz: it is damaged or not whole \(gzip\)\n$/);
    mkdirSync(at("empty"));
    mkdirSync(at("nested/more"), { recursive: true });
    writeFileSync(join(at("nested"), "a.csv"), csv(...rows("04", 1, 2)));
    for (const name of ["b.json", "c.csv.zip", "read me.pdf"]) writeFileSync(join(at("nested"), name), "{}");
    const nested = await bill("book.xlsx", "--usage", at("nested"), "--out", at("nested.xlsx"));
    expect(nested.err).toContain("the folder “more” in it is not read; name it as well if it is meant");
    expect(nested.err).toContain(
      "nested: not read as usage: b.json, c.csv.zip; save what holds usage as .csv",
    );
    const empty = await bill("book.xlsx", "--usage", at("empty"), "--out", at("no.xlsx"));
    expect(empty.err).toMatch(
      /the folder holds no .*\.csv, \.tsv, \.txt, packed or not, and no \.parquet\n$/,
    );
    writeFileSync(at("open.csv"), `${HEADER}\nE-1,A,"Calls,2026-04-01,1\n`);
    const open = await bill(
      "book.xlsx",
      "--usage",
      at("open.csv"),
      "--keep-usage",
      "no",
      "--out",
      at("no.xlsx"),
    );
    expect(open.err).toMatch(/open\.csv: The quote that opens on line 2 is never closed/);
    const wrong = await bill("book.xlsx", "--keep-usage", "maybe");
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining("write yes or no")]);
  });

  it.each([
    ["tabs", "\t", "2.500,75", "1.234"],
    ["tabs, in quotes", "\t", '"2.500,75"', '"1.234"'],
    ["commas, in quotes", ",", '"2.500,75"', "1.234"],
    ["tabs, sevens of digits", "\t", "2.500.000", "1.234"],
    ["tabs, a half", "\t", "12,5", "1.234"],
  ])(
    "have points for thousands where their column shows commas: between %s",
    async (_says, sign, first, second) => {
      const line = (...fields: readonly string[]) => `${fields.join(sign)}\n`;
      const titles = ["Event ID", "Contract ID", "Meter", "Date", "Quantity"];
      const many = Array.from({ length: 12 }, (_, index) =>
        line(`F-${String(index)}`, "A", "Calls", "2026-04-02", second),
      );
      const text = [line(...titles), ...many, line("F-x", "A", "Calls", "2026-04-02", first)].join("");
      writeFileSync(at("grouped.txt"), text);
      const [copied, left] = (await bothWays("grouped.txt")).map(({ json }) => json());
      const own = Number(first.replaceAll(/["."]/g, "").replace(",", "."));
      expect(copied!.totals).toEqual([expect.objectContaining({ total: 12 * 1234 + own + 1 })]);
      expect(left!.totals).toEqual(copied!.totals);
    },
  );

  it("are events day by day, whatever these come to, also where files were put together with their titles", async () => {
    const day = (date: string, ids: string) => csv(`${ids}1,A,Calls,${date},7`, `${ids}2,A,Calls,${date},1`);
    writeFileSync(at("day1.csv"), day("2026-04-20", "H"));
    writeFileSync(at("day2.csv"), day("2026-04-21", "I") + day("2026-04-22", "J"));
    for (const { status, json } of await bothWays("day1.csv", "day2.csv")) {
      expect([status, json().totals]).toEqual([0, [expect.objectContaining({ total: 25 })]]);
    }
  });

  it("have one event where it comes again with another writing of the same figure", async () => {
    writeFileSync(
      at("zero.csv"),
      csv(
        ...["0", "0.00", "-0"].map((figure) => `Z-1,A,Calls,2026-04-03,${figure}`),
        ...["5", "5.0"].map((figure) => `Z-2,A,Calls,2026-04-03,${figure}`),
      ),
    );
    for (const { status, json } of await bothWays("zero.csv")) {
      expect([status, json().totals]).toEqual([0, [expect.objectContaining({ total: 6 })]]);
    }
  });

  it("settle a decimal sign by all their rows, in whatever order these come", async () => {
    const line = (quantity: string, index: number) =>
      `G-${String(index)};A;Calls;2026-04-0${String(1 + index)};${quantity}\n`;
    const quantities = ["15,424", "968,7", "2666,5", "82,9", "1,5", "7,25"];
    writeFileSync(
      at("settled.csv"),
      ["Event ID;Contract ID;Meter;Date;Quantity\n", ...quantities.map(line)].join(""),
    );
    for (const { json } of await bothWays("settled.csv")) {
      expect(json().totals).toEqual([expect.objectContaining({ total: 3743.27 })]);
    }
  });

  it.each([
    ["2026-04-0D", "0D.04.2026"],
    ["2026-04-0D", "D Apr 2026"],
    ["2026-04-0D", "4/D/2026"],
    ["2026040D", "2026-04-0DT00:00"],
  ])("hold what stands in two of them, whatever the days are written as: %s, %s", async (one, other) => {
    const file = (name: string, day: string, figure: (quantity: number) => string) => {
      const lines = Array.from({ length: 12 }, (_, index) => {
        const date = day.replace("D", String(1 + (index % 9)));
        return `A;Calls;${date};${figure(1000.5 + index)}\n`;
      });
      writeFileSync(at(name), ["Contract ID;Meter;Date;Quantity\n", ...lines].join(""));
    };
    file("one.csv", one, String);
    file("other.csv", other, (quantity) => quantity.toLocaleString("de-DE"));
    for (const { status, json } of await bothWays("one.csv", "other.csv")) {
      expect([status, json().issues.map(({ code }) => code)]).toEqual([
        1,
        expect.arrayContaining(["REPEATED_ROWS"]),
      ]);
      expect(json().held).toBe(1);
    }
  });
});
