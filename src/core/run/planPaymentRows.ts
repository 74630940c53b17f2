import type { Snapshot } from "../grid/grid";
import type { BankPayment } from "../payments/bankPayments";
import { paymentsTable } from "../payments/payments.table";
import type { BoundTable } from "../schema/boundTable";
import type { PlannedCell, WritePlan } from "../sheets/plan";
import { amountStyle, dateStyle } from "../sheets/styles";
import { textCell } from "../sheets/tableSheet";
import { planInputRows, planInputSheet, type InputCells } from "./inputRows";

export type PaymentsTarget = BoundTable<(typeof paymentsTable)["columns"]>;

type Field = keyof (typeof paymentsTable)["columns"];

/** What is written of a payment. */
function cellsOf(payment: BankPayment, currency: string): InputCells {
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

/** A sheet of payments for a workbook that has none. */
export function planPaymentsSheet(payments: readonly BankPayment[], currency: string): WritePlan {
  const rows = payments.map((payment) => cellsOf(payment, currency));
  return planInputSheet(paymentsTable, rows, { reference: 40, bankEntry: 40 });
}

/** Rows below those of Payments; why that cannot be is one sentence. */
export function planPaymentRows(
  target: PaymentsTarget,
  payments: readonly BankPayment[],
  currency: string,
  snapshot: Snapshot,
): WritePlan | string {
  const rows = payments.map((payment) => cellsOf(payment, currency));
  return planInputRows(target, rows, snapshot);
}
