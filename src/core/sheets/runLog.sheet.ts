import { formatPeriod } from "../calendar/period";
import { currencyTotals } from "../invoicing/currencyTotals";
import type { Invoice } from "../invoicing/invoice";
import { formatMoney } from "../money/format";
import { Decimal } from "../money/decimal";
import { inputsHash } from "./inputsHash";
import type { OutputInput, WriteOptions } from "./outputInput";
import { defineOutputSheet, outputSheetsOf } from "./outputSheet";
import type { PlannedCell } from "./plan";
import { appendRun, runLogTable, type RunLogRecord, type UnreadableRun } from "./runLog";
import { countStyle, dateStyle, momentStyle } from "./styles";
import { textCell } from "./tableSheet";

/** "EUR 1,855.90; USD 187,850.28": the run's totals with tax, per currency. */
function totalText(invoices: readonly Invoice[]): string {
  const totals = currencyTotals(invoices);
  return totals.map(({ currency, total }) => `${currency} ${formatMoney(total, currency)}`).join("; ");
}

/** The log with the row of this run, sealed. */
function rows(input: OutputInput): LogRow[] {
  const { runLog, runId, period, controlTotals, invoices, inputGrids, options } = input;
  return appendRun(
    runLog,
    {
      runId,
      when: options.when,
      who: options.who || undefined,
      action: "bill",
      period: formatPeriod(period),
      parameters: options.parameters || undefined,
      rowsIn: controlTotals.reduce((all, { read }) => all + read.rows, 0),
      invoices: invoices.length,
      total: totalText(invoices) || undefined,
      inputsHash: inputGrids.length > 0 ? inputsHash(inputGrids, options.sha256) : undefined,
      engineVersion: options.engineVersion,
    },
    options.sha256,
  );
}

const count = (value: number | undefined): PlannedCell | null =>
  value === undefined ? null : { value, style: countStyle };

/** What an act other than billing leaves in the log. */
export type LoggedAct = Pick<
  RunLogRecord,
  "action" | "period" | "parameters" | "rowsIn" | "invoices" | "total"
>;

/** What the row of such an act is made from. */
export interface ActInput extends Pick<OutputInput, "snapshot" | "runLog" | "runId" | "inputGrids"> {
  readonly act: LoggedAct;
  readonly options: Pick<WriteOptions, "when" | "who" | "engineVersion" | "sha256">;
}

function actRows({ runLog, runId, act, inputGrids, options }: ActInput): LogRow[] {
  const { when, who, engineVersion, sha256 } = options;
  const hash = inputGrids.length > 0 ? inputsHash(inputGrids, sha256) : undefined;
  return appendRun(
    runLog,
    { runId, when, who: who || undefined, ...act, inputsHash: hash, engineVersion },
    sha256,
  );
}

type LogRow = RunLogRecord | UnreadableRun;
type LogColumns = (typeof runLogTable)["columns"];

/** A column of the log; a row that cannot be read is written as it was. */
function logColumn(
  field: keyof LogColumns,
  width: number,
  cellOf: (row: RunLogRecord) => PlannedCell | null,
) {
  return {
    width,
    cell: (row: LogRow) => ("cells" in row ? (row.cells.get(field) ?? null) : cellOf(row)),
  };
}

type TextField = {
  [Field in keyof LogColumns]: RunLogRecord[Field] extends string | undefined ? Field : never;
}[keyof LogColumns];

const text = (field: TextField, width: number) => logColumn(field, width, (row) => textCell(row[field]));

/** A hash, on one line. */
const hash = (field: TextField, width: number) => ({ ...text(field, width), isOneLine: true as const });

const look = {
  table: runLogTable,
  written: "after others",
  tabColor: "7F7F7F",
  oldRow: ({ row }: LogRow) => row,
  columns: {
    runId: text("runId", 10),
    when: logColumn("when", 19, ({ when }) => ({
      value: new Decimal(when.day).plus(when.time),
      style: when.time === 0 ? dateStyle : momentStyle,
    })),
    who: text("who", 14),
    action: text("action", 9),
    period: text("period", 22),
    parameters: text("parameters", 44),
    rowsIn: logColumn("rowsIn", 10, ({ rowsIn }) => count(rowsIn)),
    invoices: logColumn("invoices", 9, ({ invoices }) => count(invoices)),
    total: text("total", 30),
    inputsHash: hash("inputsHash", 20),
    engineVersion: text("engineVersion", 12),
    previousHash: hash("previousHash", 20),
    hash: hash("hash", 70),
  },
} as const;

export const runLogSheet = defineOutputSheet({ ...look, rows });

/** The same sheet with the row of an act other than billing. */
export const actLogSheet = outputSheetsOf<ActInput>()({ ...look, rows: actRows });
