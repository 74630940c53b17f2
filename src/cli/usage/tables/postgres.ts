import { createHash } from "node:crypto";
import type { Answer } from "pg";
import type { SqlColumn, SqlDatabase, SqlKind, SqlTable } from "../../../workbook/formats/sql/sqlTable";
import { fingerprintSql, rowsInOrderSql, cellsSql } from "../../../workbook/formats/sql/statements";
import { nameSql } from "../../../workbook/formats/sql/write";
import { CommandFailure } from "../../exit";
import { optionalPackage } from "./optionalPackage";

const HEAD_ROWS = 60;
const BATCH = 10_000;
const CONNECT_MILLISECONDS = 15_000;

/** Types of columns by their number, which all servers of the family share; whatever is not here is read as text. */
const KINDS: ReadonlyMap<number, SqlKind> = new Map([
  [20, "figure"],
  [21, "figure"],
  [23, "figure"],
  [1700, "figure"],
  [700, "number"],
  [701, "number"],
  [1082, "day"],
  [1114, "moment"],
  [1184, "moment"],
]);

/** One snapshot of the database for all statements, which can only read; texts look the same whatever its settings are. */
const SETTINGS = [
  "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  "SET TimeZone = 'UTC'",
  "SET DateStyle = 'ISO, YMD'",
  "SET extra_float_digits = 1",
  "SET standard_conforming_strings = on",
];

/** Where a table is: what may be shown of its address, and what is connected to. */
export interface PostgresPlace {
  /** Host, database and table; never who connects, and never a password. */
  readonly name: string;
  readonly url: string;
  readonly table: readonly string[];
}

/** Whether a source is named by the address of a database. */
export const isPostgres = (given: string): boolean => /^postgres(?:ql)?:\/\//i.test(given);

/** Parts of a name: plain ones are in small letters, as the database keeps them; those in quotes are as they are. */
function partsOfName(name: string): string[] {
  const parts = name.match(/"(?:[^"]|"")*"|[^."]+/g) ?? [];
  return parts.map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase(),
  );
}

/** Reads postgres://USER@HOST/DATABASE#SCHEMA.TABLE; what it says is wrong never repeats the address. */
export function postgresPlace(given: string): PostgresPlace {
  const wrong = () =>
    new CommandFailure(
      "--usage postgres://…: write postgres://USER@HOST/DATABASE#SCHEMA.TABLE; the password comes from PGPASSWORD or ~/.pgpass",
    );
  let url: URL;
  let table: string[];
  try {
    url = new URL(given);
    table = partsOfName(decodeURIComponent(url.hash.slice(1)));
  } catch {
    throw wrong();
  }
  if (table.length === 0 || table.length > 2 || url.pathname.length < 2) throw wrong();
  url.hash = "";
  return { name: `${url.host}${url.pathname}#${table.join(".")}`, url: url.href, table };
}

/** A connection to a server. */
export interface Postgres extends SqlDatabase {
  readonly fields: (relation: string) => Promise<Answer["fields"]>;
  readonly close: () => Promise<void>;
}

/** Why a server does not answer: its own words, or those of the network. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return (message ?? "") === "" ? (code ?? "no reason given") : message!.split("\n")[0]!;
}

async function* inBatches(run: (text: string) => Promise<Answer>, statement: string) {
  await run(`DECLARE usage_rows NO SCROLL CURSOR FOR ${statement}`);
  try {
    for (;;) {
      const { rows } = await run(`FETCH FORWARD ${String(BATCH)} FROM usage_rows`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await run("CLOSE usage_rows");
  }
}

/** Connects to a server; `name` is how messages call it. */
export async function openPostgres({ url, name }: PostgresPlace): Promise<Postgres> {
  const { default: pg } = await optionalPackage(() => import("pg"), "pg", "A database");
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    types: { getTypeParser: () => (text: string) => text },
  });
  // A connection that breaks fails the statement that waits for it.
  client.on("error", () => undefined);
  const run = async (text: string): Promise<Answer> => {
    try {
      return await client.query({ text, rowMode: "array" });
    } catch (error) {
      throw new CommandFailure(`${name}: the database answers: ${reasonOf(error)}`);
    }
  };
  try {
    await client.connect();
  } catch (error) {
    // Else the connection, which waits for a password, keeps the program from ending.
    client.end().catch(() => undefined);
    const reason = reasonOf(error);
    const isWithoutPassword = (client.password ?? "") === "" && /password/i.test(reason);
    throw new CommandFailure(
      isWithoutPassword
        ? `${name}: the server wants a password, which comes from PGPASSWORD or ~/.pgpass`
        : `${name}: the database cannot be reached: ${reason}`,
    );
  }
  for (const setting of SETTINGS) await run(setting);
  return {
    each: (statement) => inBatches(run, statement),
    all: async (statement) => (await run(statement)).rows,
    fields: async (relation) => (await run(`SELECT * FROM ${relation} LIMIT 0`)).fields,
    close: () => client.end(),
  };
}

/** A table or view of a server as a table of usage. Its hash is one of all its rows, whatever their order. */
export async function postgresTable(database: Postgres, { name, table }: PostgresPlace): Promise<SqlTable> {
  const relation = table.map(nameSql).join(".");
  const columns = (await database.fields(relation)).map(({ name: title, dataTypeID }): SqlColumn => ({
    name: title,
    kind: KINDS.get(dataTypeID) ?? "text",
  }));
  if (columns.length === 0) throw new CommandFailure(`${name}: the table has no columns`);
  const titles = columns.map(({ name: title }) => title);
  const source = { columns, relation, position: undefined };
  const [print = []] = await database.all(fingerprintSql(source));
  const sha256 = createHash("sha256")
    .update([...titles, ...print].join("\n"))
    .digest("hex");
  return {
    ...source,
    name,
    database,
    titles,
    rowCount: Number(print[0]),
    // Any rows show what the columns hold; all of them need not be sorted for that.
    head: () => database.all(`${cellsSql(source)} LIMIT ${String(HEAD_ROWS)}`),
    rows: () => database.each(rowsInOrderSql(source)),
    sha256: () => sha256,
  };
}
