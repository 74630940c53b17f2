import type { Decimal } from "../../core/api";
import { applyCash as applied, matchPayment as matched, zero } from "../../core/api";
import { answer, spill, spillColumn } from "../cells/answer";
import {
  nameOfRow,
  readColumn,
  readMoments,
  readNumbers,
  readOptionalColumn,
  sameLength,
} from "../cells/column";
import { notFound } from "../cells/fault";
import { atLeastZero, readNumber, readOptionalNumber, readText } from "../cells/read";

/**
 * What a payment pays of each open balance, oldest due first or from the top; the last row is what stays unapplied. Example: =BILLING.APPLY_CASH(500, C2:C20, B2:B20)
 * @customfunction APPLY_CASH
 * @helpurl https://localhost:3000/help/APPLY_CASH.html
 * @remarks Stands beside the balances, in their row order. A negative balance is a credit: it is applied in full and adds to the cash. With due dates the oldest is paid first, equal dates in row order, rows without a date last.
 * @param payment Amount received in currency, at least 0. Example: 500
 * @param balances Open balances in currency; negative for a credit. Example: C2:C20
 * @param [dueDates] Due date of each balance; without them balances are paid from the top. Example: B2:B20
 * @returns One column: the amount applied to each balance, then the amount unapplied.
 * @throws #VALUE! A payment below 0, a balance that is no number, ranges of different sizes.
 * @example =BILLING.APPLY_CASH(350,{300;200;500}) → {300;50;0;0} | From the top; nothing stays unapplied.
 * @example =BILLING.APPLY_CASH(100,{70;-20;80},{46300;46290;46280}) → {40;-20;80;0} | The credit makes 120.00 of it, and the oldest is paid first.
 */
export function applyCash(payment: unknown, balances: unknown[][], dueDates?: unknown[][]): unknown[][] {
  return answer(() => {
    const cash = readNumber("payment", payment, atLeastZero);
    const amounts = readNumbers("balances", balances);
    const due = readOptionalColumn("dueDates", dueDates);
    if (due) sameLength("balances", amounts.length, "dueDates", due.length);
    const dueOf = due && readMoments("dueDates", due);
    const days = due?.map((_, row) => dueOf?.(row)?.day);
    const result = applied(
      cash,
      amounts.map((amount) => amount ?? zero),
      days,
    );
    const column = result.applied.map((amount, row) => (amounts[row] ? amount : ""));
    return spillColumn([...column, result.unapplied]);
  });
}

/**
 * Which invoices a payment pays: those that its text names, else the balance that equals it, else the only set that adds up to it. Example: =BILLING.MATCH_PAYMENT(B2, A2, Invoices!A2:A50, Invoices!F2:F50)
 * @customfunction MATCH_PAYMENT
 * @helpurl https://localhost:3000/help/MATCH_PAYMENT.html
 * @remarks Numbers are found in the text as whole words, with or without blanks and hyphens: INV-1 is never found in INV-10. The amount goes to them in the order of the list. Sets have 2 to 5 balances, credits included, and are tried when at most 12 balances are open. Nothing is guessed: several candidates are #N/A.
 * @param amount Amount received in currency, at least 0. Example: 500
 * @param referenceText Reference text of the payment. Example: "Payment INV-1002"
 * @param invoiceNumbers Invoice numbers. Example: Invoices!A2:A50
 * @param balances Open balance of each invoice in currency; negative for a credit. Example: Invoices!F2:F50
 * @param [tolerance] Amounts that differ by at most this are equal; default 0. Example: 0.05
 * @returns A header row, then a row for each invoice that is paid: Invoice, Applied; a rest in a last row Unapplied.
 * @throws #N/A Nothing fits, or several candidates do; the message names them.
 * @throws #VALUE! An amount or balance that is no number, ranges of different sizes.
 * @example =BILLING.MATCH_PAYMENT(500,"payment INV 1002",{"INV-1001";"INV-1002"},{500;500}) → {"Invoice","Applied";"INV-1002",500} | The text decides between two equal balances.
 * @example =BILLING.MATCH_PAYMENT(0.3,"thank you",{"A-1";"A-2";"A-3"},{0.1;0.2;0.7}) → {"Invoice","Applied";"A-1",0.1;"A-2",0.2} | The only set that adds up.
 */
export function matchPayment(
  amount: unknown,
  referenceText: unknown,
  invoiceNumbers: unknown[][],
  balances: unknown[][],
  tolerance?: unknown,
): unknown[][] {
  return answer(() => {
    const cash = readNumber("amount", amount, atLeastZero);
    const within = readOptionalNumber("tolerance", tolerance, zero, atLeastZero);
    const amounts = readNumbers("balances", balances);
    const names = readColumn("invoiceNumbers", invoiceNumbers).map((raw, row) =>
      readText(nameOfRow("invoiceNumbers", row), raw),
    );
    sameLength("invoiceNumbers", names.length, "balances", amounts.length);
    const items = names.map((number, row) => ({ number, balance: amounts[row] ?? zero }));
    const match = matched(cash, readText("referenceText", referenceText), items, within);
    if (!match.ok) throw notFound(match.reason);
    const rows = match.applications.map(({ index, applied: paid }): [string, Decimal] => [
      names[index]!,
      paid,
    ]);
    return spill(
      ["Invoice", "Applied"],
      match.unapplied.isZero() ? rows : [...rows, ["Unapplied", match.unapplied]],
    );
  });
}
