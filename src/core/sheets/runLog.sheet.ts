import { formatPeriod } from "../calendar/period";
import { currencyTotals } from "../invoicing/currencyTotals";
import type { Invoice } from "../invoicing/invoice";
import { formatMoney } from "../money/format";
import { Decimal } from "../money/decimal";
import { inputsHash } from "./inputsHash";
import type { OutputInput } from "./outputInput";
import { defineOutputSheet } from "./outputSheet";
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

export const runLogSheet = defineOutputSheet({
  table: runLogTable,
  written: "after others",
  tabColor: "7F7F7F",
  rows,
  oldRow: ({ row }: RunLogRecord) => row,
  columns: {
    runId: { width: 10, cell: ({ runId }) => textCell(runId) },
    when: {
      width: 19,
      cell: ({ when }) => ({
        value: new Decimal(when.day).plus(when.time),
        style: when.time === 0 ? dateStyle : momentStyle,
      }),
    },
    who: { width: 14, cell: ({ who }) => textCell(who) },
    action: { width: 9, cell: ({ action }) => textCell(action) },
    period: { width: 22, cell: ({ period }) => textCell(period) },
    parameters: { width: 30, cell: ({ parameters }) => textCell(parameters) },
    rowsIn: { width: 10, cell: ({ rowsIn }) => count(rowsIn) },
    invoices: { width: 9, cell: ({ invoices }) => count(invoices) },
    total: { width: 30, cell: ({ total }) => textCell(total) },
    inputsHash: { width: 30, cell: ({ inputsHash }) => textCell(inputsHash) },
    engineVersion: { width: 12, cell: ({ engineVersion }) => textCell(engineVersion) },
    previousHash: { width: 30, cell: ({ previousHash }) => textCell(previousHash) },
    hash: { width: 66, cell: ({ hash }) => textCell(hash) },
  },
});
