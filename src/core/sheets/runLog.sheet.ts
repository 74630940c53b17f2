import { formatPeriod } from "../calendar/period";
import { currencyTotals } from "../invoicing/currencyTotals";
import type { Invoice } from "../invoicing/invoice";
import { formatMoney } from "../money/format";
import { Decimal } from "../money/decimal";
import { inputsHash } from "./inputsHash";
import type { OutputInput, WriteOptions } from "./outputInput";
import { defineOutputSheet, outputSheetsOf } from "./outputSheet";
import type { PlannedCell } from "./plan";
import { appendRun, runLogTable, type RunLogRecord } from "./runLog";
import { countStyle, dateStyle, momentStyle } from "./styles";
import { textCell } from "./tableSheet";

/** "EUR 1,855.90; USD 187,850.28": the run's totals with tax, per currency. */
function totalText(invoices: readonly Invoice[]): string {
  const totals = currencyTotals(invoices);
  return totals.map(({ currency, total }) => `${currency} ${formatMoney(total, currency)}`).join("; ");
}

/** The log with the row of this run, sealed. */
function rows(input: OutputInput): RunLogRecord[] {
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

function actRows({ runLog, runId, act, inputGrids, options }: ActInput): RunLogRecord[] {
  const { when, who, engineVersion, sha256 } = options;
  const hash = inputGrids.length > 0 ? inputsHash(inputGrids, sha256) : undefined;
  return appendRun(
    runLog,
    { runId, when, who: who || undefined, ...act, inputsHash: hash, engineVersion },
    sha256,
  );
}

const look = {
  table: runLogTable,
  written: "after others",
  tabColor: "7F7F7F",
  oldRow: ({ row }: RunLogRecord) => row,
  columns: {
    runId: { width: 10, cell: ({ runId }: RunLogRecord) => textCell(runId) },
    when: {
      width: 19,
      cell: ({ when }: RunLogRecord) => ({
        value: new Decimal(when.day).plus(when.time),
        style: when.time === 0 ? dateStyle : momentStyle,
      }),
    },
    who: { width: 14, cell: ({ who }: RunLogRecord) => textCell(who) },
    action: { width: 9, cell: ({ action }: RunLogRecord) => textCell(action) },
    period: { width: 22, cell: ({ period }: RunLogRecord) => textCell(period) },
    parameters: { width: 30, cell: ({ parameters }: RunLogRecord) => textCell(parameters) },
    rowsIn: { width: 10, cell: ({ rowsIn }: RunLogRecord) => count(rowsIn) },
    invoices: { width: 9, cell: ({ invoices }: RunLogRecord) => count(invoices) },
    total: { width: 30, cell: ({ total }: RunLogRecord) => textCell(total) },
    inputsHash: { width: 30, cell: ({ inputsHash }: RunLogRecord) => textCell(inputsHash) },
    engineVersion: { width: 12, cell: ({ engineVersion }: RunLogRecord) => textCell(engineVersion) },
    previousHash: { width: 30, cell: ({ previousHash }: RunLogRecord) => textCell(previousHash) },
    hash: { width: 66, cell: ({ hash }: RunLogRecord) => textCell(hash) },
  },
} as const;

export const runLogSheet = defineOutputSheet({ ...look, rows });

/** The same sheet with the row of an act other than billing. */
export const actLogSheet = outputSheetsOf<ActInput>()({ ...look, rows: actRows });
