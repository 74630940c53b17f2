import type { Sha256 } from "../base/sha256";
import type { Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import { bindTable, viewCell, type BoundTable } from "../schema/bind";
import { anyTable } from "../schema/boundTable";
import { idColumn, integerColumn, momentColumn, required, shownText, textColumn } from "../schema/column";
import type { Moment } from "../schema/momentCell";
import { readRecords } from "../schema/readRecords";
import { rowHash } from "../schema/rowHash";
import { outputMapping } from "../schema/outputSheet";
import { defineTable, type RecordOf } from "../schema/table";
import { copiedCell } from "./keptParts";
import type { PlannedCell } from "./plan";

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

/** A row of the log of which a cell cannot be read, as it is there: taken out it would take the evidence along. */
export interface UnreadableRun {
  readonly row: number;
  readonly runId: string;
  readonly hash: string;
  readonly cells: ReadonlyMap<string, PlannedCell | null>;
}

export interface RunLog {
  readonly bound: BoundTable<RunLogColumns> | undefined;
  /** The rows that can be read. */
  readonly rows: readonly RunLogRecord[];
  /** All rows, in the order of the sheet: only that order counts. */
  readonly all: readonly (RunLogRecord | UnreadableRun)[];
}

function unreadableRun(bound: BoundTable<RunLogColumns>, row: number): UnreadableRun {
  const shown = (field: "runId" | "hash") => {
    const column = bound.columnOf.get(field);
    return column === undefined ? "" : shownText(viewCell(bound.grid, row, column));
  };
  const cells = Object.keys(runLogTable.columns).map(
    (field) => [field, copiedCell(bound.grid, row, anyTable(bound).columnOf.get(field) ?? -1)] as const,
  );
  return { row, runId: shown("runId"), hash: shown("hash"), cells: new Map(cells) };
}

export function readRunLog(snapshot: Snapshot): RunLog {
  const bound = bindTable(runLogTable, snapshot, outputMapping(runLogTable, snapshot), unheard);
  if (!bound) return { bound, rows: [], all: [] };
  const { good, bad } = readRecords(bound, () => [], unheard);
  // Numbers are kept as the cell shows them: a single currency's total may have been typed as a number.
  const rows = good.map((record) => ({ ...record, total: totalText(bound, record.row) }));
  const all = [...rows, ...bad.map(({ row }) => unreadableRun(bound, row))].sort((a, b) => a.row - b.row);
  return { bound, rows, all };
}

function totalText(bound: BoundTable<RunLogColumns>, row: number): string | undefined {
  const column = bound.columnOf.get("total");
  return column === undefined ? undefined : shownText(viewCell(bound.grid, row, column)) || undefined;
}

/** The hash of the last link of a log, "" where it has none: a note that somebody typed below has no hash, and is no link. */
export const lastHash = (rows: readonly { readonly hash?: string | undefined }[]): string =>
  [...rows].reverse().find(({ hash = "" }) => hash !== "")?.hash ?? "";

/** Run ID of the next run: one above the highest. */
export function nextRunId({ all }: RunLog): string {
  const highest = all.reduce(
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
): (RunLogRecord | UnreadableRun)[] {
  const previousHash = lastHash(log.all);
  const sealed = { ...run, previousHash: previousHash || undefined };
  return [...log.all, { ...sealed, row: undefined, hash: rowHash(runLogTable, sealed, sha256) }];
}

/** The last row of the log, for who asks whether somebody was quicker. */
export function lastLogged(snapshot: Snapshot): {
  readonly hash: string;
  readonly runId: string;
  readonly who: string;
  readonly action: string;
  readonly when: Moment | undefined;
} {
  const { hash = "", runId = "", who = "", action = "", when } = readRunLog(snapshot).rows.at(-1) ?? {};
  return { hash, runId, who, action, when };
}
