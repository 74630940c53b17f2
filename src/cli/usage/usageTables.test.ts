import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ratebookHere as ratebook } from "../../../test/support/ratebookHere";
import { contract, price, usage, writeBook } from "../../../test/support/workbookFixture";
import { readTables } from "../../../test/support/workbookReading";
import type { BillJson } from "../../../test/support/workbookRun";
import { optionalPackage } from "./tables/optionalPackage";
import { openDuckDb } from "./tables/parquet";
import { postgresPlace } from "./tables/postgres";

const folder = mkdtempSync(join(tmpdir(), "ratebook-parquet-"));
const at = (name: string) => join(folder, name);
const bill = async (...args: readonly string[]) => {
  const ran = await ratebook("bill", at("book.xlsx"), ...args, "--json");
  return { ...ran, json: () => JSON.parse(ran.out) as BillJson };
};
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a Parquet file of usage", () => {
  beforeAll(async () => {
    await writeBook(at("book.xlsx"), {
      Contracts: [contract("A"), contract("B")],
      Prices: [
        price("A", "per_unit", { "Unit price": 1 }),
        price("B", "per_unit", { "Unit price": 0.5, "Rate per": "Event" }),
      ],
      Usage: [usage("A", 1, { "Event ID": "E-0" })],
    });
    const database = await openDuckDb();
    const rows = `SELECT 'E-' || i AS "Event ID", CASE WHEN i % 10 = 0 THEN 'B' WHEN i = 7 THEN 'Z' ELSE 'A' END AS "Contract ID",
      'Calls' AS "Meter", TIMESTAMPTZ '2026-04-01 10:15:00+00' + INTERVAL (i % 5) DAY AS "Date",
      CAST(CASE WHEN i = 3 THEN NULL ELSE 2.5 END AS DECIMAL(12, 2)) AS "Quantity" FROM range(0, 60) AS r(i)`;
    await database.all(`COPY (${rows}) TO '${at("april [1].parquet")}' (FORMAT parquet)`);
    await database.all(
      `COPY (SELECT "Event ID", "Contract ID", "Meter", strftime("Date", '%Y-%m-%dT%H:%M:%SZ') AS "Date", "Quantity" FROM (${rows})) TO '${at("april.csv")}' (HEADER)`,
    );
    await database.all(
      `COPY (SELECT 'x' || i AS "Event ID" FROM range(0, 500) AS r(i)) TO '${at("april.parquet")}' (FORMAT parquet)`,
    );
    await database.close();
    writeFileSync(at("broken.parquet"), "PAR1 and nothing else");
  });

  it("bills what the same rows bill as CSV, with their faults, and stays where it is", async () => {
    const file = "april [1].parquet";
    const asCsv = await bill("--usage", at("april.csv"), "--keep-usage", "no", "--out", at("csv.xlsx"));
    const left = await bill("--usage", at(file), "--number", "--out", at("out.xlsx"));
    expect(left.err).toBe(
      `${at(file)}: a price asks for each row of one contract’s meter; these rows are read one by one\n`,
    );
    expect(left.json().controlTotals).toEqual(asCsv.json().controlTotals);
    expect(left.json().totals).toEqual(asCsv.json().totals);
    const said = ({ issues }: BillJson) => issues.map(({ code, value, cell }) => `${code} ${value} ${cell}`);
    expect(said(left.json())).toEqual(said(asCsv.json()));
    expect(said(left.json())).toContainEqual("MISSING_VALUE  line 5");
    const tables = await readTables(at("out.xlsx"));
    expect(tables.Usage?.rows).toHaveLength(1);
    expect(tables["Usage files"]?.rows).toMatchObject([
      { File: file, Meter: "Calls", Rows: 60, "First day": "2026-04-01", "Last day": "2026-04-05" },
    ]);
    expect((await ratebook("verify", at("out.xlsx"))).out).toContain("0 failed, 0 not checked");
    const copied = await bill("--usage", at(file), "--keep-usage", "yes", "--out", at("copied.xlsx"));
    expect(copied.json().totals).toEqual(asCsv.json().totals);
    expect((await readTables(at("copied.xlsx"))).Usage?.rows).toHaveLength(61);
  });

  it("reads numbers and midnights of any type as a sheet shows them", async () => {
    await writeBook(at("numbers.xlsx"), {
      Contracts: [contract("17850")],
      Meters: [
        { Meter: "Calls", Filter: "Level = 1; Day = 2026-04-05; Share = 0.00001", Aggregation: "Sum" },
      ],
      Prices: [price("17850", "per_unit", { "Unit price": 1 })],
      Usage: [
        usage("17850", 7, {
          "Event ID": 1001,
          Date: "2026-04-05",
          Level: 1,
          Day: "2026-04-05",
          Share: "0.00001",
        }),
      ],
    });
    for (const type of ["DOUBLE", "DECIMAL(20,3)", "DECIMAL(38,30)", "FLOAT"]) {
      const database = await openDuckDb();
      const id = type === "DECIMAL(38,30)" ? "BIGINT" : type;
      await database.all(`COPY (SELECT CAST(e AS ${id}) AS "Event ID", CAST(17850 AS ${id}) AS "Contract ID", 'Calls' AS "Meter", DATE '2026-04-05' AS "Date",
        CAST(q AS ${type}) AS "Quantity", CAST(level AS ${type}) AS "Level", CAST(1e-5 AS DOUBLE) AS "Share", day AS "Day"
        FROM (VALUES (1001, 7, 1, TIMESTAMP '2026-04-05'), (1002, 0.25, 1, TIMESTAMP '2026-04-05'), (1003, 2.5, 1, TIMESTAMP '2026-04-05'), (1004, 4, 2, TIMESTAMP '2026-04-05'), (1005, 8, 1, TIMESTAMP '2026-04-06'))
        AS v(e, q, level, day)) TO '${at("numbers.parquet")}' (FORMAT parquet)`);
      await database.close();
      const ran = await ratebook(
        "bill",
        at("numbers.xlsx"),
        "--usage",
        at("numbers.parquet"),
        "--out",
        at("n.xlsx"),
        "--json",
      );
      const result = JSON.parse(ran.out) as BillJson;
      expect([type, result.totals]).toEqual([type, [expect.objectContaining({ total: 9.75 })]]);
      expect(result.issues.filter(({ severity }) => severity !== "info")).toEqual([]);
      expect(result.issues.map(({ code }) => code)).toContain("DUPLICATE_EVENT");
    }
  });

  it("of texts is read as the same texts of a CSV: copies written otherwise, and points beside commas", async () => {
    await writeBook(at("texts.xlsx"), {
      Contracts: [contract("A")],
      Prices: [price("A", "per_unit", { "Unit price": 1 })],
    });
    const database = await openDuckDb();
    const copy = (name: string, rows: string) =>
      database.all(
        `COPY (SELECT 'A' AS "Contract ID", 'Calls' AS "Meter", d AS "Date", q AS "Quantity" FROM (${rows}) AS v(d, q)) TO '${at(name)}' (FORMAT parquet)`,
      );
    const day = "(DATE '2026-04-01' + CAST(i AS INTEGER))";
    await copy(
      "twice.parquet",
      `SELECT CAST(${day} AS VARCHAR), CAST(i AS VARCHAR) FROM range(1, 13) AS r(i)
       UNION ALL SELECT strftime(${day}, '%d.%m.%Y'), i || '.0' FROM range(1, 13) AS r(i)`,
    );
    await copy("commas.parquet", "VALUES ('2026-04-01', '1.234'), ('2026-04-02', '2.500,75')");
    await database.close();
    const twice = await ratebook(
      "bill",
      at("texts.xlsx"),
      "--usage",
      at("twice.parquet"),
      "--out",
      at("t.xlsx"),
      "--json",
    );
    const { issues } = JSON.parse(twice.out) as BillJson;
    expect(issues).toContainEqual(expect.objectContaining({ code: "REPEATED_ROWS", severity: "error" }));
    for (const keep of ["no", "yes"]) {
      const args = ["--usage", at("commas.parquet"), "--keep-usage", keep, "--out", at("c.xlsx"), "--json"];
      const commas = await ratebook("bill", at("texts.xlsx"), ...args);
      expect((JSON.parse(commas.out) as BillJson).totals).toEqual([
        expect.objectContaining({ total: 3734.75 }),
      ]);
    }
  });

  it("is refused in one line where its pages are damaged", async () => {
    const bytes = readFileSync(at("april.parquet"));
    writeFileSync(at("damaged.parquet"), bytes.fill(0xa7, 4, 200));
    const damaged = await bill("--usage", at("damaged.parquet"), "--out", at("no.xlsx"));
    expect([damaged.status, damaged.out]).toEqual([2, ""]);
    expect(damaged.err).toMatch(/^ratebook: .*damaged\.parquet: it cannot be read as Parquet: [^\n]+\n$/);
  });

  it("is refused in one line where it is broken", async () => {
    const broken = await bill("--usage", at("broken.parquet"), "--out", at("no.xlsx"));
    expect([broken.status, broken.out]).toEqual([2, ""]);
    expect(broken.err).toMatch(/^ratebook: .*broken\.parquet: it cannot be read as Parquet: [^\n]+\n$/);
  });
});

it("names a file once, however often it was opened", async () => {
  const database = await openDuckDb();
  const paths = [at("april.csv"), at("april.csv"), at("book.xlsx")];
  for (const path of paths) database.files.add(path);
  const fault = database.files.fault(`SELECT * FROM read_parquet('${paths[0]!}')`, new Error("No magic"));
  await database.close();
  expect(fault.message).toBe(`${paths[0]!}: it cannot be read as Parquet: No magic`);
});

it("says what to install where a package is missing", async () => {
  const missing = Object.assign(new Error("Cannot find module 'pg'"), { code: "MODULE_NOT_FOUND" });
  await expect(optionalPackage(() => Promise.reject(missing), "pg", "A database")).rejects.toThrow(
    "A database is read by the package pg, which is not installed: npm install pg",
  );
  const other = new Error("out of memory");
  await expect(optionalPackage(() => Promise.reject(other), "pg", "A database")).rejects.toBe(other);
});

describe("the address of a table", () => {
  it("is shown without user and password", () => {
    const { name, table } = postgresPlace(
      'postgres://ann:geheim@db.example:5433/billing?sslmode=require#Usage."April 26"',
    );
    expect([name, table]).toEqual(["db.example:5433/billing#usage.April 26", ["usage", "April 26"]]);
  });

  it("is refused without repeating it", () => {
    for (const wrong of [
      "postgres://ann:geheim@db/billing",
      "postgres://ann:geheim@/x#t",
      "postgres://ann:gehe%im@db#t",
    ])
      expect(() => postgresPlace(wrong)).toThrow(
        /^--usage postgres:\/\/…: write postgres:[^:]*; the password/,
      );
  });

  it("that nobody answers is refused in one line", async () => {
    const ran = await ratebook(
      "check",
      at("book.xlsx"),
      "--usage",
      "postgres://ann:geheim@127.0.0.1:1/billing#usage",
    );
    expect([ran.status, ran.out]).toEqual([2, ""]);
    expect(ran.err).toMatch(
      /^ratebook: 127\.0\.0\.1:1\/billing#usage: the database cannot be reached: .*ECONNREFUSED.*\n$/,
    );
  });
});
