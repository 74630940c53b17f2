import { formatDay } from "../calendar/day";
import type { Snapshot } from "../grid/grid";
import { bindTable, viewCell, type BoundTable } from "../schema/bind";
import {
  idColumn,
  integerColumn,
  momentColumn,
  required,
  shownText,
  textColumn,
  type Moment,
} from "../schema/column";
import { readRecords } from "../schema/readRecords";
import { outputMapping } from "../schema/outputSheet";
import { defineTable, type RecordOf } from "../schema/table";

/** The log of runs: append-only, each row carrying the hash of the one before it. */
export const runLogTable = defineTable({
  title: "Run log",
  synonyms: [],
  help: "What was run, when, by whom and over which inputs; each row seals the one before it.",
  columns: {
    runId: required(idColumn({ title: "Run ID", help: "RUN- and a running number" })),
    when: required(momentColumn({ title: "When", help: "the as-of date, or the time of the run" })),
    who: textColumn({ title: "Who", help: "who ran it" }),
    action: textColumn({ title: "Action", help: "what was done" }),
    period: textColumn({ title: "Period", help: "the days billed" }),
    parameters: textColumn({ title: "Parameters", help: "the options that decide figures" }),
    rowsIn: integerColumn({ title: "Rows in", help: "usage rows read", min: 0, max: 100_000_000 }),
    invoices: integerColumn({ title: "Invoices", help: "documents written", min: 0, max: 10_000_000 }),
    total: textColumn({ title: "Total", help: "per currency, with tax" }),
    inputsHash: textColumn({ title: "Inputs hash", help: "SHA-256 of all inputs" }),
    engineVersion: textColumn({ title: "Engine version", help: "the Ratebook that ran" }),
    previousHash: textColumn({ title: "Previous hash", help: "Hash of the row above" }),
    hash: textColumn({ title: "Hash", help: "SHA-256 of this row's cells before it" }),
  },
  examples: [],
});
type RunLogColumns = (typeof runLogTable)["columns"];
export type RunLogRecord = Omit<RecordOf<RunLogColumns>, "row"> & { readonly row: number | undefined };

/** A day as yyyy-mm-dd, a moment as yyyy-mm-ddThh:mm:ss. */
function momentText({ day, time }: Moment): string {
  const seconds = Math.round(time * 86_400);
  if (seconds === 0) return formatDay(day);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${formatDay(day)}T${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** SHA-256 of pieces as if they were one (texts as UTF-8), lower-case hex; supplied by the ring outside. */
export type Sha256 = (pieces: Iterable<string | Uint8Array>) => string;

type SealedField = Exclude<keyof RunLogColumns, "hash">;
/** What the hash of a row covers, in the order of the columns. */
const sealedFields = Object.keys(runLogTable.columns).filter((field) => field !== "hash") as SealedField[];

function cellText(value: RunLogRecord[SealedField]): string {
  if (value === undefined) return "";
  return typeof value === "object" ? momentText(value) : String(value);
}

/** The hash of a row: SHA-256 over its cells before Hash as text, joined by U+001F. */
function rowHash(record: Omit<RunLogRecord, "hash" | "row">, sha256: Sha256): string {
  return sha256([sealedFields.map((field) => cellText(record[field])).join("\u001f")]);
}

export interface RunLog {
  readonly bound: BoundTable<RunLogColumns> | undefined;
  readonly rows: readonly RunLogRecord[];
}

export function readRunLog(snapshot: Snapshot): RunLog {
  const bound = bindTable(runLogTable, snapshot, outputMapping(runLogTable, snapshot), () => undefined);
  const read = bound
    ? readRecords(
        bound,
        () => [],
        () => undefined,
      ).good
    : [];
  // Numbers are kept as the cell shows them: a single currency's total may have been typed as a number.
  return { bound, rows: read.map((record) => ({ ...record, total: bound && totalText(bound, record.row) })) };
}

function totalText(bound: BoundTable<RunLogColumns>, row: number): string | undefined {
  const column = bound.columnOf.get("total");
  return column === undefined ? undefined : shownText(viewCell(bound.grid, row, column)) || undefined;
}

/** Run ID of the next run: one above the highest. */
export function nextRunId({ rows }: RunLog): string {
  const highest = rows.reduce(
    (most, { runId }) => Math.max(most, Number(/^RUN-(\d+)$/.exec(runId)?.[1] ?? 0)),
    0,
  );
  return `RUN-${String(highest + 1)}`;
}

/** The log with one more row, sealed. */
export function appendRun(
  log: RunLog,
  run: Omit<RunLogRecord, "previousHash" | "hash" | "row">,
  sha256: Sha256,
): RunLogRecord[] {
  const previousHash = log.rows[log.rows.length - 1]?.hash ?? "";
  const sealed = { ...run, previousHash: previousHash || undefined };
  return [...log.rows, { ...sealed, row: undefined, hash: rowHash(sealed, sha256) }];
}
