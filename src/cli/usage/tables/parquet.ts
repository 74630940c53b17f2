import { mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { tmpdir } from "node:os";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { TableRow } from "../../../workbook/formats/csv/fold/usageSource";
import type { SqlColumn, SqlDatabase, SqlKind, SqlTable } from "../../../workbook/formats/sql/sqlTable";
import { cellsSql } from "../../../workbook/formats/sql/statements";
import { nameSql, textSql } from "../../../workbook/formats/sql/write";
import { CommandFailure } from "../../exit";
import { sha256OfFile } from "../usageSource";
import { optionalPackage } from "./optionalPackage";

const HEAD_ROWS = 60;
const POSITION = "file_row_number";

/** A database in this process, which reads Parquet files. */
export interface DuckDb extends SqlDatabase {
  /** Files that messages may be about. */
  readonly files: Files;
  readonly close: () => Promise<void>;
}

/** What a statement may use of memory; the rest goes to a folder of its own. */
const SETTINGS = [
  "SET memory_limit = '1GB'",
  "SET TimeZone = 'UTC'",
  // Nothing is loaded from elsewhere.
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
];

function firstLine(error: unknown): string {
  return error instanceof Error ? error.message.split("\n")[0]! : String(error);
}

/** Whatever stops a statement about files is said of them: damage may show at any row. */
class Files {
  private readonly paths = new Set<string>();

  add(path: string): void {
    this.paths.add(path);
  }

  fault(statement: string, error: unknown): CommandFailure {
    const about = [...this.paths].filter((path) => statement.includes(pathSql(path)));
    return new CommandFailure(`${about.join(", ")}: it cannot be read as Parquet: ${firstLine(error)}`);
  }
}

async function* batches(
  connection: DuckDBConnection,
  files: Files,
  statement: string,
): AsyncGenerator<TableRow[]> {
  const rows = await connection.stream(statement).catch((error: unknown) => {
    throw files.fault(statement, error);
  });
  const pieces = rows.yieldRows()[Symbol.asyncIterator]();
  for (;;) {
    const next = await pieces.next().catch((error: unknown) => {
      throw files.fault(statement, error);
    });
    if (next.done === true) return;
    yield next.value as TableRow[];
  }
}

/** Opens a database in this process. */
export async function openDuckDb(): Promise<DuckDb> {
  const { DuckDBInstance } = await optionalPackage(
    () => import("@duckdb/node-api"),
    "@duckdb/node-api",
    "Parquet",
  );
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const folder = mkdtempSync(join(tmpdir(), "ratebook-sql-"));
  for (const setting of [...SETTINGS, `SET temp_directory = ${textSql(folder)}`])
    await connection.run(setting);
  const files = new Files();
  return {
    files,
    each: (statement) => batches(connection, files, statement),
    all: async (statement) => {
      try {
        return (await connection.runAndReadAll(statement)).getRows() as TableRow[];
      } catch (error) {
        throw files.fault(statement, error);
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

const KINDS: readonly (readonly [RegExp, SqlKind])[] = [
  // A list, whatever it is of.
  [/\]$/, "text"],
  // With more decimals a number has no room left for the bounds that it is compared with.
  [/^DECIMAL\(\d+,(?:29|3\d)\)/, "number"],
  [/^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\()/, "figure"],
  [/^(?:DOUBLE|FLOAT)$/, "number"],
  [/^DATE$/, "day"],
  [/^TIMESTAMP/, "moment"],
];

/** A name as the database looks for files: signs that stand for many names stand for themselves. */
const pathSql = (path: string): string => textSql(path.replaceAll(/[*?[]/g, "[$&]"));

async function columnsOf(database: SqlDatabase, relation: string): Promise<SqlColumn[]> {
  const described = await database.all(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${relation})`,
  );
  return described
    .filter(([name]) => name !== POSITION)
    .map(([name, type]) => ({
      name: name ?? "",
      kind: KINDS.find(([pattern]) => pattern.test(type ?? ""))?.[1] ?? "text",
    }));
}

/** A Parquet file as a table of usage. */
export async function parquetTable(database: DuckDb, path: string): Promise<SqlTable> {
  const relation = `read_parquet(${pathSql(path)}, ${POSITION} = true, hive_partitioning = false)`;
  database.files.add(path);
  const sha256 = await sha256OfFile(path);
  const columns = await columnsOf(database, relation);
  const [count = []] = await database.all(`SELECT CAST(count(*) AS VARCHAR) FROM ${relation}`);
  const table = { columns, relation, position: nameSql(POSITION) };
  return {
    ...table,
    name: basename(path),
    database,
    titles: columns.map(({ name }) => name),
    rowCount: Number(count[0]),
    head: () => database.all(`${cellsSql(table)} LIMIT ${String(HEAD_ROWS)}`),
    // Rows come in the order of the file.
    rows: () => database.each(cellsSql(table)),
    sha256: () => sha256,
  };
}
