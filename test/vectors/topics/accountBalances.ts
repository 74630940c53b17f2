import { sum, type Decimal } from "../../../src/core/money/decimal";
import { applyCash } from "../../../src/core/payments/cash";
import { drawDown } from "../../../src/core/payments/drawDown";
import { applyInCells } from "../cells/payments";
import { drawDown as drawDownInCells } from "../cells/drawDown";
import { difference, numbersOf, sumOf, type Sheet } from "../cells/sheet";
import type { Ways, WaysByModel } from "../ways";

/** What stays open of balances, less what stays unapplied of a payment. */
function balanceAfter(balances: readonly Decimal[], payment: Decimal): Decimal {
  const { applied, unapplied } = applyCash(payment, balances);
  return sum(balances).minus(sum(applied)).minus(unapplied);
}

async function balanceInCells(sheet: Sheet, balances: readonly number[], payment: number): Promise<number> {
  const { applied, unapplied } = await applyInCells(sheet, payment, balances);
  return difference(difference(sumOf(balances), sumOf(applied)), unapplied);
}

/** A refund is owed again, like another item. */
const accountBalance: Ways = {
  engine: ({ input }) => {
    const owed = [...input.decimals("items"), ...input.decimals("refunds")];
    return { figures: { amount: balanceAfter(owed, sum(input.decimals("payments"))) } };
  },
  functions: async ({ input }, sheet) => {
    const owed = [...numbersOf(input, "items"), ...numbersOf(input, "refunds")];
    const paid = sumOf(numbersOf(input, "payments"));
    return { figures: { amount: await balanceInCells(sheet, owed, paid) } };
  },
};

const payWithCredit: Ways = {
  engine: ({ input }) => {
    const [invoice, credit] = [input.decimal("invoiceAmount"), input.decimal("creditApplied")];
    const amount = drawDown(credit, [invoice])[0]!.payable;
    const { applied } = applyCash(amount, [invoice, credit.negated()]);
    return { figures: { amount, balance: invoice.minus(applied[0]!), paidToDate: applied[0] } };
  },
  functions: async ({ input }, sheet) => {
    const [invoice, credit] = [input.number("invoiceAmount"), input.number("creditApplied")];
    const [{ payable }] = await drawDownInCells(sheet, credit, [invoice]);
    const { applied } = await applyInCells(sheet, payable, [invoice, -credit]);
    const balance = difference(invoice, applied[0]!);
    return { figures: { amount: payable, balance, paidToDate: applied[0] } };
  },
};

const invoiceBalance: Ways = {
  engine: ({ input }) => ({
    figures: { amount: balanceAfter([input.decimal("invoiceAmount")], input.decimal("paid")) },
  }),
  functions: async ({ input }, sheet) => ({
    figures: { amount: await balanceInCells(sheet, [input.number("invoiceAmount")], input.number("paid")) },
  }),
};

/** An invoice after its payment and a credit; the credit counts as far as something is due. */
export const creditPartPaid: Ways = {
  engine: ({ params, input }) => {
    const due = balanceAfter([params.decimal("invoiceTotal")], params.decimal("paid"));
    const { applied } = applyCash(input.decimal("amount"), [due]);
    return { figures: { amount: applied[0], stillDue: due.minus(applied[0]!) } };
  },
  functions: async ({ params, input }, sheet) => {
    const left = async (payment: number, balance: number) => {
      const [applied] = await sheet.numbers("APPLY_CASH", payment, balance);
      return { applied: applied!, due: difference(balance, applied!) };
    };
    const { due } = await left(params.number("paid"), params.number("invoiceTotal"));
    const credit = await left(input.number("amount"), due);
    return { figures: { amount: credit.applied, stillDue: credit.due } };
  },
};

export const accountBalanceWays: WaysByModel = {
  account_balance: accountBalance,
  pay_with_credit: payWithCredit,
  invoice_balance: invoiceBalance,
};
