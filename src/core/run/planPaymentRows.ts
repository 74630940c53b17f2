import type { Snapshot } from "../grid/grid";
import type { BankPayment } from "../payments/bankPayments";
import { paymentsTable } from "../payments/payments.table";
import type { BoundTable } from "../schema/boundTable";
import { isBlankCell, viewCell } from "../schema/viewCell";
import type { CellEdit, PlannedCell, PlannedRow, PlannedSheet, WritePlan } from "../sheets/plan";
import { amountStyle, dateStyle, heading } from "../sheets/styles";
import { textCell } from "../sheets/tableSheet";
import { endOfRows } from "./endOfRows";

export type PaymentsTarget = BoundTable<(typeof paymentsTable)["columns"]>;

type Field = keyof (typeof paymentsTable)["columns"];
type Cells = ReadonlyMap<Field, PlannedCell | null>;

const fields = Object.keys(paymentsTable.columns) as Field[];
const titleOf = (field: Field) => paymentsTable.columns[field].title;

/** What is written of a payment. */
function cellsOf(payment: BankPayment, currency: string): Cells {
  const { paymentId, date, amount, reference, method, payer, payerAccount, bankEntry } = payment;
  return new Map<Field, PlannedCell | null>([
    ["paymentId", textCell(paymentId)],
    ["date", { value: date, style: dateStyle }],
    ["amount", { value: amount, style: amountStyle(payment.currency || currency) }],
    ["currency", textCell(payment.currency)],
    ["reference", textCell(reference)],
    ["method", textCell(method)],
    ["payer", textCell(payer)],
    ["payerAccount", textCell(payerAccount)],
    ["bankEntry", textCell(bankEntry)],
  ]);
}

const nothing: WritePlan = { sheets: [], removedSheets: [], appended: [] };

/** A sheet of payments for a workbook that has none. */
export function planPaymentsSheet(payments: readonly BankPayment[], currency: string): WritePlan {
  const rows = payments.map((payment) => cellsOf(payment, currency));
  const sheet: PlannedSheet = {
    name: paymentsTable.title,
    rows: [
      fields.map((field) => ({ value: titleOf(field), style: heading })),
      ...rows.map((cells) => fields.map((field) => cells.get(field) ?? null)),
    ],
    widths: fields.map((field) => (field === "reference" || field === "bankEntry" ? 40 : 16)),
    frozenRows: 1,
  };
  return { ...nothing, sheets: [sheet] };
}

/** Whether nothing is beside a table, as wide as its new columns. */
function hasRoom({ grid, headerRow, lastRow, lastColumn }: PaymentsTarget, columns: number): boolean {
  for (let row = headerRow; row <= lastRow; row++) {
    for (let column = lastColumn + 1; column <= lastColumn + columns; column++)
      if (!isBlankCell(viewCell(grid, row, column))) return false;
  }
  return true;
}

/**
 * Rows below those of Payments. A field that is written and has no column gets one: behind everything in the sheet, or, so
 * that it is of the table, right behind an Excel table. Why that cannot be is one sentence.
 */
export function planPaymentRows(
  target: PaymentsTarget,
  payments: readonly BankPayment[],
  currency: string,
  { tables }: Snapshot,
): WritePlan | string {
  const { grid, headerRow, columnOf, lastColumn } = target;
  const { sheet } = grid;
  const rows = payments.map((payment) => cellsOf(payment, currency));
  const added = fields.filter((field) => !columnOf.has(field) && rows.some((cells) => cells.get(field)));
  const titles = added.map(titleOf);
  const isExcelTable = tables.some((area) => area.sheet === sheet && area.firstRow === headerRow);
  if (isExcelTable && !hasRoom(target, added.length))
    return `the table has no columns ${titles.join(", ")}, and something stands beside it; add the columns to the table`;
  const first = isExcelTable ? lastColumn + 1 : Math.max(grid.columns.length, lastColumn + 1);
  const columns = new Map([...columnOf, ...added.map((field, index) => [field, first + index] as const)]);
  const width = Math.max(first + added.length, ...columns.values(), 0);
  const planned = rows.map((cells): PlannedRow => {
    const written: (PlannedCell | null)[] = Array.from({ length: width }, () => null);
    for (const [field, cell] of cells) {
      const column = columns.get(field);
      if (column !== undefined && cell) written[column] = cell;
    }
    return written;
  });
  const edits = titles.map((value, index): CellEdit => ({
    at: { sheet, row: headerRow, column: first + index },
    value,
  }));
  const { end, hasRowsBelow } = endOfRows(target);
  const moves = hasRowsBelow ? { movesRowsBelow: true } : {};
  const widens = isExcelTable && titles.length > 0 ? { tableColumns: titles } : {};
  return { ...nothing, appended: [{ sheet, firstRow: end, rows: planned, ...moves, ...widens }], edits };
}
