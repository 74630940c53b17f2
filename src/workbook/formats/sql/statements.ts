import type { FoldingPlan } from "../../../core/api";
import type { SqlTable } from "./sqlTable";
import type { UnreadKinds } from "./unreadKinds";
import {
  cellSql,
  daySql,
  figureSql,
  hasCommaSql,
  isDaySql,
  isPlainIdSql,
  isPlainMomentSql,
  sameMomentSql,
  textSql,
  typedTextSql,
} from "./write";

/** Cells of a row of usage, by the place of their columns. */
export const cellAt = (column: number): string => `c${String(column)}`;

/** The rows of several tables of usage as one, their cells as texts beside day and quantity. */
export function rowsSql(tables: readonly SqlTable[], plan: FoldingPlan): string {
  const selects = tables.map(({ relation, columns, position }, part) => {
    const cells = columns.map((column, index) => `${cellSql(column)} AS ${cellAt(index)}`);
    const { received } = plan;
    return (
      `SELECT ${String(part)} AS part, ${position ?? "0"} AS position, ${cells.join(", ")}, ` +
      `${daySql(columns[plan.date]!)} AS day, ` +
      `${received === undefined ? "''" : `COALESCE(${daySql(columns[received]!)}, ${cellSql(columns[received]!)})`} AS received, ` +
      `${figureSql(columns[plan.quantity]!)} AS quantity FROM ${relation}`
    );
  });
  return `(${selects.join(" UNION ALL ")}) AS rows_of_usage`;
}

const anyFilled = (columns: readonly number[]): string =>
  `(${columns.map((column) => `trim(${cellAt(column)}) <> ''`).join(" OR ")})`;

const idOf = ({ eventId }: FoldingPlan): string => (eventId === undefined ? "''" : cellAt(eventId));

/** Whether a row is one that may be added up: it says whose, what, when and how much, and nothing that must be shown. */
function plainSql(plan: FoldingPlan, unread: readonly UnreadKinds[]): string {
  const tests = [
    anyFilled(plan.parties),
    `trim(${cellAt(plan.meter)}) <> ''`,
    "day IS NOT NULL AND trim(day) <> ''",
    "quantity IS NOT NULL",
    `${idOf(plan)} NOT LIKE '%+%'`,
    ...unread.flatMap(({ telltale }) => (telltale === undefined ? [] : [`NOT (${telltale})`])),
  ];
  return tests.join(" AND ");
}

/** How many rows have no Event ID, and how many one that begins or ends with anything but a plain character. */
export function idsSql(rows: string, plan: FoldingPlan): string {
  const id = idOf(plan);
  return (
    `SELECT CAST(count(CASE WHEN ${id} = '' THEN 1 END) AS VARCHAR), ` +
    `CAST(count(CASE WHEN ${id} <> '' AND NOT ${isPlainIdSql(id)} THEN 1 END) AS VARCHAR) FROM ${rows}`
  );
}

/** Event IDs that more than one row has, up to so many. */
export function repeatedIdsSql(rows: string, plan: FoldingPlan, most: number): string {
  const id = idOf(plan);
  return `SELECT ${id} FROM ${rows} WHERE ${id} <> '' GROUP BY ${id} HAVING count(*) > 1 ORDER BY ${id} LIMIT ${String(most)}`;
}

/** One row where rows without an Event ID may say the same, however their days and quantities are written. */
export function repeatedRowsSql(rows: string, plan: FoldingPlan): string {
  const says = [...plan.telling.keys()].map((column) => {
    const cell = cellAt(column);
    if (column === plan.quantity) return `COALESCE(CAST(quantity AS VARCHAR), ${cell})`;
    return column === plan.date ? sameMomentSql(cell) : cell;
  });
  const keys = says.join(", ");
  return `SELECT '1' FROM ${rows} WHERE ${idOf(plan)} = '' GROUP BY ${keys} HAVING count(*) > 1 LIMIT 1`;
}

/**
 * One row without an Event ID that may say what another says in other words: a day as a serial, a property with blanks
 * around it. Typed columns write the same in one way.
 */
export function oddRowsSql(rows: string, { columns }: Cells, plan: FoldingPlan): string {
  const tests = [...plan.telling.keys()].map((column) => {
    const cell = cellAt(column);
    const { kind } = columns[column]!;
    if (column === plan.quantity) return `quantity IS NULL AND ${cell} <> ''`;
    if (column === plan.date)
      return kind === "day" || kind === "moment" ? "FALSE" : `NOT ${isPlainMomentSql(cell)}`;
    return kind === "text" ? `${cell} <> '' AND (NOT ${isPlainIdSql(cell)} OR ${isDaySql(cell)})` : "FALSE";
  });
  const isOdd = tests.map((test) => `(${test})`).join(" OR ");
  return `SELECT '1' FROM ${rows} WHERE ${idOf(plan)} = '' AND (${isOdd}) LIMIT 1`;
}

/** One row with a number in a text whose decimals are behind a comma. */
export function commasSql(rows: string, { columns }: Cells, plan: FoldingPlan): string {
  const texts = columns.flatMap(({ kind }, column) =>
    kind === "text" && column !== plan.eventId ? [column] : [],
  );
  const tests = texts.map((column) => hasCommaSql(cellAt(column)));
  return `SELECT '1' FROM ${rows} WHERE ${tests.length === 0 ? "FALSE" : tests.join(" OR ")} LIMIT 1`;
}

const inSql = (expression: string, texts: readonly string[]): string =>
  texts.length === 0 ? "FALSE" : `${expression} IN (${texts.map(textSql).join(", ")})`;

/** Columns of the answer to `sumsSql`, in their order. */
export interface SumsLayout {
  readonly keys: readonly number[];
  readonly unread: readonly number[];
}

/** The one statement that adds up: a row for each contract, meter, day and whatever else a price or a reader asks for. */
export function sumsSql(
  rows: string,
  plan: FoldingPlan,
  unread: readonly UnreadKinds[],
  apart: readonly string[],
): { readonly statement: string; readonly layout: SumsLayout } {
  const id = idOf(plan);
  const keys = [plan.meter, ...plan.kept];
  const groups = [
    "part",
    "day",
    "received",
    ...keys.map(cellAt),
    `CASE WHEN ${id} = '' THEN 0 ELSE 1 END`,
    "CASE WHEN quantity < 0 THEN 1 ELSE 0 END",
    ...unread.flatMap(({ kind }) => kind ?? []),
  ];
  const answer = [
    "CAST(part AS VARCHAR)",
    "CAST(min(position) AS VARCHAR)",
    "CAST(count(*) AS VARCHAR)",
    "CAST(sum(quantity) AS VARCHAR)",
    `CAST(min(CASE WHEN ${id} = '' THEN 0 ELSE 1 END) AS VARCHAR)`,
    "day",
    "received",
    ...keys.map(cellAt),
    ...unread.map(({ column }) => `min(${cellAt(column)})`),
  ];
  const statement =
    `SELECT ${answer.join(", ")} FROM ${rows} ` +
    `WHERE ${plainSql(plan, unread)} AND NOT (${inSql(id, apart)}) GROUP BY ${groups.join(", ")}`;
  return { statement, layout: { keys, unread: unread.map(({ column }) => column) } };
}

/** A contract and a meter whose rows are asked for one by one. */
export type Pair = readonly [contract: string, meter: string];

/** The rows that are not added up, in their order; the third column says whether one must be seen as it is. */
export function rowsApartSql(
  rows: string,
  tables: readonly SqlTable[],
  plan: FoldingPlan,
  unread: readonly UnreadKinds[],
  apart: readonly string[],
  pairs: readonly Pair[],
): string {
  const shown = `(NOT (${plainSql(plan, unread)}) OR ${inSql(idOf(plan), apart)})`;
  const key = plan.contract === undefined ? "''" : cellAt(plan.contract);
  const listed = pairs.map(([contract, meter]) => `(${textSql(contract)}, ${textSql(meter)})`).join(", ");
  const ofPairs = pairs.length === 0 ? "FALSE" : `(${key}, ${cellAt(plan.meter)}) IN (${listed})`;
  const columns = tables[0]!.columns.map((_, index) => cellAt(index));
  return (
    `SELECT CAST(part AS VARCHAR), CAST(position AS VARCHAR), CASE WHEN ${shown} THEN '1' ELSE '0' END, ` +
    `${columns.join(", ")} FROM ${rows} WHERE ${shown} OR ${ofPairs} ORDER BY part, ${orderSql({ ...tables[0]!, position: tables[0]!.position && "position" }, cellAt)}`
  );
}

/** The order of rows: that of their file, else by all that they say, byte for byte. */
function orderSql(
  { columns, position }: Pick<SqlTable, "columns" | "position">,
  cell: (column: number) => string,
): string {
  return position === undefined
    ? columns.map((_, index) => `${cell(index)} COLLATE "C"`).join(", ")
    : position;
}

type Cells = Pick<SqlTable, "relation" | "columns" | "position">;

/** All rows of a table as texts, in any order. */
export const cellsSql = ({ relation, columns }: Cells): string =>
  `SELECT ${columns.map(cellSql).join(", ")} FROM ${relation}`;

/**
 * All rows of a table that has no order, in one that is always the same: by all that they say, byte for byte, and what is
 * there twice behind all that is there once. So a table that was filled twice reads as two copies, one below the other.
 */
export function rowsInOrderSql({ relation, columns }: Cells): string {
  const texts = columns.map((column, index) => `${cellSql(column)} COLLATE "C" AS ${cellAt(index)}`);
  const cells = columns.map((_, index) => cellAt(index)).join(", ");
  return (
    `SELECT ${cells} FROM (SELECT ${cells}, row_number() OVER (PARTITION BY ${cells}) AS copy ` +
    `FROM (SELECT ${texts.join(", ")} FROM ${relation}) AS texts) AS copies ORDER BY copy, ${cells}`
  );
}

const HEX_DIGITS = 8;
const PRINT_PARTS = 4;

/** Number of rows, and sums of what md5 makes of each: equal for the same rows in any order. */
export function fingerprintSql({ relation, columns }: Cells): string {
  const row = columns.map(typedTextSql).join(" || chr(31) || ");
  const sums = Array.from({ length: PRINT_PARTS }, (_, part) => {
    const from = String(part * HEX_DIGITS + 1);
    return `CAST(sum(CAST(CAST('x' || substr(print, ${from}, ${String(HEX_DIGITS)}) AS bit(32)) AS bigint)) AS VARCHAR)`;
  });
  return `SELECT CAST(count(*) AS VARCHAR), ${sums.join(", ")} FROM (SELECT md5(${row}) AS print FROM ${relation}) AS prints`;
}
