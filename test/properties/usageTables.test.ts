import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import pg, { type Client } from "pg";
import { openDuckDb, parquetTable, type DuckDb } from "../../src/cli/usage/tables/parquet";
import {
  openPostgres,
  postgresPlace,
  postgresTable,
  type Postgres,
} from "../../src/cli/usage/tables/postgres";
import type { BillingRun, Grid, Snapshot } from "../../src/core/api";
import { foldFiles } from "../../src/workbook/formats/csv/fold/foldFiles";
import { copiedTable } from "../../src/workbook/formats/csv/fold/tableHead";
import { foldInDatabase } from "../../src/workbook/formats/sql/foldTables";
import type { SqlTable } from "../../src/workbook/formats/sql/sqlTable";
import { nameSql, textSql } from "../../src/workbook/formats/sql/write";
import { isPostgresInstalled, PASSWORD, startPostgres, type PostgresServer } from "../support/postgresServer";
import { ratebookHere as ratebook } from "../support/ratebookHere";
import { contract, price, writeBook } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";
import { billed, bookOf, drawn, figuresOf, issuesOf, rowsOf, type Drawn } from "./support/billedFiles";
import { checkAsync } from "./support/check";

const folder = mkdtempSync(join(tmpdir(), "ratebook-tables-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const FIGURE = /^-?\d+(?:\.\d+)?$/;
const MOMENT = /^2026-(?:09|10|11)-\d\d(?:[T ](?:1|0|23)\d?:\d\d.*)?$/;

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
    const said = isKept && !text.includes("T25") ? text : type === "TIMESTAMP" ? "2026-10-02" : "";
    return said === "" ? `CAST(NULL AS ${type})` : `CAST(${textSql(said)} AS ${type})`;
  };
  const names = titles.map(nameSql).join(", ");
  const values = body.map((cells) => `(${cells.map(cell).join(", ")})`).join(", ");
  return `SELECT * FROM (VALUES ${values}) AS drawn(${names})`;
}

/** How often the database added rows up, and how often they were read one by one. */
const counts = { added: 0, oneByOne: 0 };

/** What is billed; a table without an order shows any of the spellings of a meter. */
const resultOf = (run: BillingRun, isOrdered: boolean) => {
  const result = { figures: figuresOf(run), issues: issuesOf(run) };
  return isOrdered ? result : JSON.stringify(result).toLowerCase();
};

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
  const isOrdered = tables.every(({ position }) => position !== undefined);
  const expected = resultOf(billed(snapshot, copied), isOrdered);
  for (const { grids } of [oneByOne, inDatabase]) {
    expect(resultOf(billed(snapshot, grids), isOrdered)).toEqual(expected);
  }
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

describe("usage that a database adds up bills what its rows bill one by one", () => {
  let duckDb: DuckDb;
  beforeAll(async () => {
    duckDb = await openDuckDb();
  });
  afterAll(async () => {
    await duckDb.close();
  });

  it("in Parquet files", async () => {
    const bill = async (book: Drawn, isTyped: boolean) => {
      const tables: SqlTable[] = [];
      for (const [index, file] of book.files.entries()) {
        const path = join(folder, `usage ${String(index)}.parquet`);
        await duckDb.all(`COPY (${selectOf(rowsOf(file), isTyped)}) TO ${textSql(path)} (FORMAT parquet)`);
        tables.push(await parquetTable(duckDb, path));
      }
      await compare(bookOf(book), tables);
    };
    counts.added = 0;
    await checkAsync(fc.asyncProperty(books, fc.boolean(), bill), 25);
    expect(counts.added).toBeGreaterThan(3);
  });
});

if (!isPostgresInstalled)
  process.stderr.write("NOT RUN: PostgreSQL is not installed, so usage in a database is not tested\n");
const describeWithServer = isPostgresInstalled ? describe : describe.skip;

describeWithServer("usage that a server adds up", () => {
  let server: PostgresServer;
  let database: Postgres;
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

  it("bills what its rows bill one by one", async () => {
    const { url } = server;
    const bill = async (book: Drawn, isTyped: boolean) => {
      for (const [index, file] of book.files.entries()) {
        const name = `usage_${String(index)}`;
        const statements = `DROP TABLE IF EXISTS ${name}; CREATE TABLE ${name} AS ${selectOf(rowsOf(file), isTyped)}`;
        for (const text of statements
          .split("; CREATE")
          .map((text, at) => (at === 0 ? text : `CREATE${text}`)))
          await client.query({ text, rowMode: "array" });
      }
      database = await openPostgres(postgresPlace(`${url}#usage_0`));
      try {
        const tables: SqlTable[] = [];
        for (const index of book.files.keys())
          tables.push(await postgresTable(database, postgresPlace(`${url}#usage_${String(index)}`)));
        await compare(bookOf(book), tables);
      } finally {
        await database.close();
      }
    };
    counts.added = 0;
    await checkAsync(fc.asyncProperty(books, fc.boolean(), bill), 13);
    expect(counts.added).toBeGreaterThan(1);
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
    const before = sockets();
    const unnamed = await ratebook(
      "check",
      join(folder, "book.xlsx"),
      "--usage",
      address.replace(`:${PASSWORD}`, ""),
    );
    if (PGPASSWORD !== undefined) process.env.PGPASSWORD = PGPASSWORD;
    for (let tries = 0; sockets() > before && tries < 40; tries++) await sleep(25);
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
