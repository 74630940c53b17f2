import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import pg, { type Client } from "pg";
import { openDuckDb, parquetTable, type DuckDb } from "../../src/cli/usage/tables/parquet";
import { openPostgres, postgresPlace, postgresTable } from "../../src/cli/usage/tables/postgres";
import type { IssueCodeDefinition } from "../../src/core/issues/issueCode";
import {
  issueCodes,
  nameKey,
  type BillingRun,
  type Grid,
  type Issue,
  type Snapshot,
} from "../../src/core/api";
import { foldFiles } from "../../src/workbook/formats/csv/fold/foldFiles";
import { copiedTable } from "../../src/workbook/formats/csv/fold/tableHead";
import { foldInDatabase } from "../../src/workbook/formats/sql/foldTables";
import type { SqlTable } from "../../src/workbook/formats/sql/sqlTable";
import { nameSql, textSql } from "../../src/workbook/formats/sql/write";
import { isPostgresInstalled, PASSWORD, startPostgres, type PostgresServer } from "../support/postgresServer";
import { ratebookHere as ratebook } from "../support/ratebookHere";
import { contract, price, writeBook } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";
import {
  billed,
  bookOf,
  drawn,
  figuresOf,
  issuesOf,
  rowsOf,
  saysOf,
  type Drawn,
} from "./support/billedFiles";
import { tellingRows } from "./support/tellingRows";
import { checkAsync } from "./support/check";
import { oddDates, oddFigures, oddFloats, oddMoments, rowsWith, valuesAs } from "./support/oddCells";

const folder = mkdtempSync(join(tmpdir(), "ratebook-tables-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const FIGURE = /^-?\d+(?:\.\d+)?$/;
/** A day that there is, and a time that there is: whatever else is drawn can only be a text. */
const MOMENT = /^2026-(?:09|10|11)-(?:0[1-9]|[12]\d|30)(?:[T ](?:[01]\d|2[0-3]):[0-5]\d.*)?$/;

/** A statement for the rows of a file; typed, its columns are what databases keep figures and times in. */
function selectOf(rows: readonly (readonly string[])[], isTyped: boolean): string {
  const [titles = [], ...body] = rows;
  const casts = titles.map((title, column) => {
    const cells = body.map((cells) => cells[column]!);
    if (!isTyped) return "VARCHAR";
    if (title === "Quantity") return "DECIMAL(30,8)";
    return title === "Date" && cells.length > 0 ? "TIMESTAMP" : "VARCHAR";
  });
  const cell = (text: string, column: number) => {
    const type = casts[column]!;
    const isKept = type === "VARCHAR" || (type === "TIMESTAMP" ? MOMENT : FIGURE).test(text);
    const said = isKept ? text : type === "TIMESTAMP" ? "2026-10-02" : "";
    return said === "" ? `CAST(NULL AS ${type})` : `CAST(${textSql(said)} AS ${type})`;
  };
  const names = titles.map(nameSql).join(", ");
  const given = body.length > 0 ? body : [titles.map(() => "")];
  const values = given.map((cells) => `(${cells.map(cell).join(", ")})`).join(", ");
  return `SELECT * FROM (VALUES ${values}) AS drawn(${names})${body.length > 0 ? "" : " WHERE FALSE"}`;
}

/** How often the database added rows up, and how often they were read one by one. */
const counts = { added: 0, oneByOne: 0 };

const resultOf = (run: BillingRun) => ({ ...figuresOf(run), issues: issuesOf(run) });

/** A finding that stands for several rows tells of the first of them: of a column, or of values that are alike. */
function ofAnyRow(issue: Issue): Issue {
  const { scope }: IssueCodeDefinition = issueCodes[issue.code];
  if (scope === undefined) return issue;
  return { ...issue, message: "", value: scope === "value" ? nameKey(issue.value) || issue.value : "" };
}

/**
 * The same of rows in any order, as those of a server are: which meter comes first, how it is spelt and which of several
 * rows a finding tells of is left out, and nothing else.
 */
function resultInAnyOrder(run: BillingRun) {
  const result = resultOf({ ...run, issues: run.issues.map(ofAnyRow) });
  const { controlTotals, findings, issues, ...others } = JSON.parse(
    JSON.stringify(result).toLowerCase().replace('"controltotals"', '"controlTotals"'),
  ) as typeof result;
  return { ...others, controlTotals: controlTotals.sort(), findings: findings.sort(), issues: issues.sort() };
}

async function compare(snapshot: Snapshot, tables: readonly SqlTable[]): Promise<void> {
  let why = "";
  const copied: Grid[] = [];
  for (const table of tables) copied.push(await copiedTable(table));
  const oneByOne = await foldFiles(snapshot, tables);
  const inDatabase = await foldFiles(
    snapshot,
    tables,
    foldInDatabase((said) => (why += said)),
  );
  if (!oneByOne.ok || !inDatabase.ok) throw new Error("not read");
  if (why.includes("all rows")) counts.oneByOne++;
  else counts.added++;
  const expected = billed(snapshot, copied);
  expect(resultOf(billed(snapshot, oneByOne.grids))).toEqual(resultOf(expected));
  const run = billed(snapshot, inDatabase.grids);
  const isOrdered = tables.every(({ position }) => position !== undefined);
  if (isOrdered) expect(resultOf(run)).toEqual(resultOf(expected));
  else expect(resultInAnyOrder(run)).toEqual(resultInAnyOrder(expected));
}

/** Files with rows; most have ids that are told apart, as databases have. */
const books = drawn.map((book): Drawn => {
  const files = book.files
    .filter(({ rows }) => rows.length > 0)
    .map((file, part) => ({
      ...file,
      total: false,
      rows: file.rows.map((row, at) => ({
        ...row,
        event: at % 5 === 0 && row.event !== "" ? row.event : `${String(part)}-${String(at)}`,
      })),
    }));
  return { ...book, files };
});

const plainBook = bookOf({ prices: [0, 0, 0, 0], sheetRows: [], files: [] });

describe("usage that a database adds up bills what its rows bill one by one", () => {
  let duckDb: DuckDb;
  beforeAll(async () => {
    duckDb = await openDuckDb();
  });
  afterAll(async () => {
    await duckDb.close();
  });

  const tableOf = async (select: string, index = 0) => {
    const path = join(folder, `usage ${String(index)}.parquet`);
    await duckDb.all(`COPY (${select}) TO ${textSql(path)} (FORMAT parquet)`);
    return await parquetTable(duckDb, path);
  };

  it.each(tellingRows)("in a Parquet file: %s", async (_what, rows) => {
    const table = await tableOf(selectOf(rows, false));
    const folded = await foldFiles(
      plainBook,
      [table],
      foldInDatabase(() => undefined),
    );
    if (!folded.ok) throw new Error(folded.message);
    expect(saysOf(plainBook, folded.grids)).toEqual(saysOf(plainBook, [await copiedTable(table)]));
  });

  it("in Parquet files", async () => {
    const bill = async (book: Drawn, isTyped: boolean) => {
      const tables: SqlTable[] = [];
      for (const [index, file] of book.files.entries())
        tables.push(await tableOf(selectOf(rowsOf(file), isTyped), index));
      await compare(bookOf(book), tables);
    };
    counts.added = 0;
    await checkAsync(fc.asyncProperty(books, fc.boolean(), bill), 25);
    expect(counts.added).toBeGreaterThan(3);
  });

  it.each([
    ["dates that are texts", selectOf(rowsWith("Date", oddDates), false)],
    ["quantities that are texts", selectOf(rowsWith("Quantity", oddFigures), false)],
    ["moments", valuesAs("Date", [...oddMoments, "TIMESTAMP '0044-03-15 (BC) 10:00:00'"])],
    ["floats", valuesAs("Quantity", oddFloats("DOUBLE"))],
    [
      "decimals without whole digits",
      valuesAs(
        "Quantity",
        ["0.5", "-0.25", "0"].map((figure) => `CAST(${figure} AS DECIMAL(9,9))`),
      ),
    ],
    ["lists", valuesAs("Other", ["[1, 2]", "NULL"])],
    ["lists of decimals", valuesAs("Quantity", ["[CAST(1.5 AS DECIMAL(9,2))]", "NULL"])],
    ["lists of moments", valuesAs("Date", ["[TIMESTAMP '2026-10-03 10:00']", "NULL"])],
  ])("in Parquet files with odd %s", async (_, select) => {
    counts.added = 0;
    await compare(plainBook, [await tableOf(select)]);
    expect(counts.added).toBe(1);
  });
});

if (!isPostgresInstalled)
  process.stderr.write("NOT RUN: PostgreSQL is not installed, so usage in a database is not tested\n");
const describeWithServer = isPostgresInstalled ? describe : describe.skip;

describeWithServer("usage that a server adds up", () => {
  let server: PostgresServer;
  let client: Client;
  beforeAll(async () => {
    server = await startPostgres();
    client = new pg.Client({
      connectionString: server.url,
      connectionTimeoutMillis: 10_000,
      types: { getTypeParser: () => (text) => text },
    });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await server?.stop();
  });

  /** Makes a table of each statement and bills them all. */
  const billTables = async (snapshot: Snapshot, selects: readonly string[]) => {
    const places = selects.map((_, index) => postgresPlace(`${server.url}#usage_${String(index)}`));
    for (const [index, select] of selects.entries()) {
      const name = `usage_${String(index)}`;
      for (const text of [`DROP TABLE IF EXISTS ${name}`, `CREATE TABLE ${name} AS ${select}`])
        await client.query({ text, rowMode: "array" });
    }
    const database = await openPostgres(places[0]!);
    try {
      const tables: SqlTable[] = [];
      for (const place of places) tables.push(await postgresTable(database, place));
      await compare(snapshot, tables);
    } finally {
      await database.close();
    }
  };

  it("bills what its rows bill one by one", async () => {
    const bill = (book: Drawn, isTyped: boolean) =>
      billTables(
        bookOf(book),
        book.files.map((file) => selectOf(rowsOf(file), isTyped)),
      );
    counts.added = 0;
    await checkAsync(fc.asyncProperty(books, fc.boolean(), bill), 13);
    expect(counts.added).toBeGreaterThan(1);
  });

  it.each([
    ["dates that are texts", selectOf(rowsWith("Date", oddDates), false)],
    ["quantities that are texts", selectOf(rowsWith("Quantity", oddFigures), false)],
    ["moments", valuesAs("Date", [...oddMoments, "TIMESTAMP '0044-03-15 10:00:00 BC'"])],
    ["floats", valuesAs("Quantity", oddFloats("float8"))],
    [
      "figures",
      valuesAs("Quantity", ["CAST('NaN' AS numeric)", "CAST('Infinity' AS numeric)", "1e40", "2.50"]),
    ],
    ["lists", valuesAs("Other", ["ARRAY[1, 2]", "NULL"])],
  ])("bills odd %s as its rows do one by one", async (_, select) => {
    counts.added = 0;
    await billTables(plainBook, [select]);
    expect(counts.added).toBe(1);
  });

  it("is billed by its address, named without user and password, and read again where it is named again", async () => {
    const { url } = server;
    const values = `('E-1','A','Calls',TIMESTAMP '2026-04-01 10:00',2.50),('E-2','A','Calls','2026-04-02 23:59',3)`;
    const text = `CREATE VIEW april AS SELECT * FROM (VALUES ${values}) AS v("Event ID","Contract ID","Meter","Date","Quantity")`;
    await client.query({ text, rowMode: "array" });
    await writeBook(join(folder, "book.xlsx"), {
      Contracts: [contract("A")],
      Prices: [price("A", "per_unit", { "Unit price": 1 })],
    });
    const address = `${url}#april`;
    const out = join(folder, "out.xlsx");
    const billedNow = await ratebook(
      "bill",
      join(folder, "book.xlsx"),
      "--usage",
      address,
      "--number",
      "--out",
      out,
    );
    expect([billedNow.status, billedNow.err]).toEqual([0, ""]);
    const tables = await readTables(out);
    const name = address.slice(address.indexOf("@") + 1);
    expect(tables["Usage files"]?.rows).toMatchObject([
      {
        File: name,
        Meter: "Calls",
        Rows: 2,
        Quantity: 5.5,
        "First day": "2026-04-01",
        "Last day": "2026-04-02",
      },
    ]);
    expect(JSON.stringify(tables)).not.toContain(PASSWORD);
    const absent = await ratebook("verify", out);
    expect(absent.out).toContain(`its usage is in “${name}”, which is not at hand`);
    const again = await ratebook("verify", out, "--usage", address);
    expect(again.out).toContain("1 passed, 0 failed, 0 not checked");
    const shown = await ratebook("explain", out, "INV-2026-0001", "--usage", address);
    expect(shown.out).toContain("Usage: 2 rows");
    const wrong = await ratebook(
      "bill",
      join(folder, "book.xlsx"),
      "--usage",
      `${url}#nothing`,
      "--out",
      out,
    );
    expect([wrong.status, wrong.err]).toEqual([
      2,
      expect.stringMatching(/#nothing: the database answers: relation "nothing" does not exist\n$/),
    ]);
    const refused = await ratebook(
      "check",
      join(folder, "book.xlsx"),
      "--usage",
      address.replace(PASSWORD, "other-secret"),
    );
    expect([refused.status, refused.err]).toEqual([
      2,
      expect.stringContaining("cannot be reached: password"),
    ]);
    const { PGPASSWORD } = process.env;
    delete process.env.PGPASSWORD;
    const sockets = () => process.getActiveResourcesInfo().filter((kind) => kind.startsWith("TCP")).length;
    /** Waits until no more of them are open than so many; a connection that was refused takes its time to close. */
    const untilClosed = async (most: number) => {
      for (let tries = 0; sockets() > most && tries < 40; tries++) await sleep(25);
    };
    await untilClosed(1);
    const before = sockets();
    const unnamed = await ratebook(
      "check",
      join(folder, "book.xlsx"),
      "--usage",
      address.replace(`:${PASSWORD}`, ""),
    );
    if (PGPASSWORD !== undefined) process.env.PGPASSWORD = PGPASSWORD;
    await untilClosed(before);
    expect(sockets()).toBe(before);
    expect([unnamed.status, unnamed.err]).toEqual([
      2,
      expect.stringMatching(
        /^ratebook: .*#april: the server wants a password, which comes from PGPASSWORD or ~\/\.pgpass\n$/,
      ),
    ]);
    const filled = `SELECT 'A' AS "Contract ID", 'Calls' AS "Meter", DATE '2026-04-01' + i AS "Date", CAST(i AS numeric(9,2)) AS "Quantity" FROM generate_series(1, 12) AS r(i)`;
    await client.query({ text: `CREATE TABLE twice AS ${filled} UNION ALL ${filled}`, rowMode: "array" });
    const twice = await ratebook("check", join(folder, "book.xlsx"), "--usage", `${url}#twice`);
    expect([twice.status, twice.out]).toEqual([1, expect.stringMatching(/line 14 +REPEATED_ROWS +12 rows/)]);
    await client.query({ text: "CREATE TABLE bare ()", rowMode: "array" });
    const bare = await ratebook("check", join(folder, "book.xlsx"), "--usage", `${url}#bare`);
    expect([bare.status, bare.err]).toEqual([2, expect.stringMatching(/#bare: the table has no columns\n$/)]);
    expect(wrong.err + refused.err).not.toMatch(/secret|s3cret/);
  });
});
