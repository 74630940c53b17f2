import type { Argument } from "../../../simulatedExcel";
import type { Outcome } from "../../vectors/outcome";
import type { Fields, Vector } from "../../vectors/vector";
import { drawDown } from "./prepaidCredit";
import {
  column,
  difference,
  ErrorShown,
  numbersOf,
  sumOf,
  type FunctionRunner,
  type FunctionRunners,
  type Sheet,
} from "./sheet";

interface OpenItem {
  readonly number: string;
  readonly balance: number;
}

const openItemOf = (item: Fields): OpenItem => ({
  number: item.text("id"),
  balance: item.number("amount"),
});

/** What a payment pays, by the numbers of the invoices, and what stays unapplied. */
interface Paid {
  readonly applied: Readonly<Record<string, number>>;
  readonly unapplied: number;
}

/** The payment matched, or the reason why it is not. */
async function match(
  sheet: Sheet,
  amount: number,
  text: string,
  items: readonly OpenItem[],
  tolerance?: number,
): Promise<Paid | string> {
  const [numbers, balances] = [items.map(({ number }) => number), items.map(({ balance }) => balance)];
  const given: Argument[] = [amount, text, column(numbers), column(balances), tolerance];
  try {
    const rows = (await sheet.rows("MATCH_PAYMENT", ...given)) as [string, number][];
    const { Unapplied = 0, ...applied } = Object.fromEntries(rows);
    return { applied, unapplied: Unapplied };
  } catch (fault) {
    if (fault instanceof ErrorShown && fault.shown.error === "#N/A") return fault.shown.message ?? "";
    throw fault;
  }
}

/** The payment laid over the balances, and its rest. */
async function apply(
  sheet: Sheet,
  payment: number,
  balances: readonly number[],
  dueDates?: readonly number[],
) {
  const applied = await sheet.numbers("APPLY_CASH", payment, column(balances), dueDates && column(dueDates));
  return { unapplied: applied.pop()!, applied };
}

/** By due date, without the items that get nothing. */
async function byDueDate({ input }: Vector, sheet: Sheet): Promise<Paid> {
  const items = input.fieldsList("open_items");
  const { applied, unapplied } = await apply(
    sheet,
    input.number("payment"),
    items.map((item) => item.number("amount")),
    items.map((item) => item.day("due_date")),
  );
  const all = items.map((item, index) => [item.text("id"), applied[index]!] as const);
  return { applied: Object.fromEntries(all.filter(([, amount]) => amount !== 0)), unapplied };
}

const oldestFirst: FunctionRunner = async (vector, sheet) => ({
  figures: { ...(await byDueDate(vector, sheet)) },
});

/** A payment of all that is open, of all that is past due, or of another amount: each pays the oldest first. */
const autoCash: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  const items = input.fieldsList("open_items");
  const rows = await sheet.rows(
    "AGING_SUMMARY",
    column(items.map((item) => item.day("due_date"))),
    column(items.map((item) => item.number("amount"))),
    params.day("as_of"),
  );
  const total = rows.at(-1)![2] as number;
  const equals: Readonly<Record<string, number>> = {
    clear_account: total,
    clear_past_due: difference(total, rows[0]![2] as number),
    oldest_first: input.number("payment"),
  };
  const rule_used = params.texts("rules").find((rule) => equals[rule] === input.number("payment"));
  return { figures: { rule_used, ...(await byDueDate(vector, sheet)) } };
};

/** A payment with its text for open items of one currency. */
const byReference: FunctionRunner = async ({ input }, sheet) => {
  const open = input.fieldsList("open_items");
  if (!open.every((item) => item.hasOnly("id", "amount"))) return undefined;
  const payment = input.fields("payment");
  const paid = await match(sheet, payment.number("amount"), payment.text("text"), open.map(openItemOf));
  // A match has no grade.
  return { figures: typeof paid === "string" ? {} : { ...paid }, beyond: ["confidence"] };
};

/** Recalculated, a formula gives the same again: nothing was taken off the balances that it reads. */
const recalculated: FunctionRunner = async ({ input }, sheet) => {
  const items = input.fieldsList("open_items").map(openItemOf);
  const [payment, ...others] = input.fieldsList("payments");
  if (!payment || others.length > 0 || items.length !== 1) return undefined;
  const results = new Map<string, Paid>();
  for (let run = 0; run < input.number("runs"); run++) {
    const paid = await match(sheet, payment.number("amount"), payment.text("text"), items);
    if (typeof paid === "string") return undefined;
    results.set(JSON.stringify(paid), paid);
  }
  const applied = [...results.values()].flatMap((paid) => Object.values(paid.applied));
  return {
    figures: { left_on_invoice: difference(items[0]!.balance, sumOf(applied)), applications: applied.length },
  };
};

/** A payment without a reference: the sets of balances that it may pay. */
const sets: FunctionRunner = async ({ params, input }, sheet) => {
  const open = input.value("open_items") as Readonly<Record<string, string>>;
  const items = Object.entries(open).map(([number, balance]) => ({ number, balance: Number(balance) }));
  const paid = await match(sheet, input.number("payment"), "", items, params.number("tolerance"));
  if (typeof paid === "string") {
    const candidates = paid.split(": ").at(-1)!.replace(/\.$/, "");
    const all = candidates.split(/, | and /).map((set) => set.split(" + "));
    return { figures: { decision: "review", all, combinations: all.length }, beyond: ["reason"] };
  }
  const invoices = Object.keys(paid.applied);
  const figures = { decision: "match", invoices, all: [invoices], combinations: 1 };
  // Sets are not looked for where a single balance equals the payment.
  return { figures, beyond: invoices.length === 1 ? ["all", "combinations", "reason"] : [] };
};

/** What the function gives neither to an invoice nor back. */
const writtenOff = (payment: number, { applied, unapplied }: Paid) =>
  difference(payment, sumOf([...Object.values(applied), unapplied]));

/** A payment for one invoice, equal or nearly so. */
const payWithin: FunctionRunner = async ({ params, input }, sheet) => {
  const [balance, payment] = [input.number("invoice"), input.number("payment")];
  const tolerance = params.has("tolerance")
    ? params.number("tolerance")
    : params.decimal("tolerance_percent").times(balance).dividedBy(100).toNumber();
  const paid = await match(sheet, payment, "", [{ number: "INV-1", balance }], tolerance);
  if (typeof paid === "string")
    return { figures: { matched: false, written_off: null, left_on_payment: null } };
  return {
    figures: {
      matched: true,
      written_off: writtenOff(payment, paid),
      left_on_payment: paid.unapplied,
    },
  };
};

/** The rest of a payment for an invoice that its text names. */
const payRest: FunctionRunner = async ({ params, input }, sheet) => {
  const payment = input.fields("payment");
  const rest = difference(payment.number("amount"), payment.number("already_applied"));
  const item = { number: "INV-1", balance: input.number("invoice") };
  const paid = await match(sheet, rest, item.number, [item], params.number("write_off_limit"));
  if (typeof paid === "string") return undefined;
  const applied = paid.applied[item.number]!;
  const left_on_invoice = difference(item.balance, applied);
  const matched = left_on_invoice === 0 ? "full" : "partial";
  return { figures: { matched, applied, left_on_invoice, written_off: writtenOff(rest, paid) } };
};

/** What paying on that day takes off; where a late discount is accepted, its days last until then. */
function discountOf(sheet: Sheet, invoice: Fields, paidOn: number, acceptsLate: boolean): Promise<number> {
  const amount = invoice.number("amount");
  const invoiced = invoice.day("discount_date") - 10;
  const last = invoice.day(acceptsLate ? "discount_tolerance_date" : "discount_date");
  const percent = invoice.decimal("discount").dividedBy(amount).times(100).toString();
  const terms = `${percent}/${String(last - invoiced)} Net 30`;
  return sheet.number("EARLY_DISCOUNT", amount, invoiced, paidOn, terms);
}

/** Invoices paid together, each less its discount on that day; the payment's text names them all. */
const payDiscounted: FunctionRunner = async ({ params, input }, sheet) => {
  const invoices = input.has("invoices") ? input.fieldsList("invoices") : [input.fields("invoice")];
  const payment = input.fields("payment");
  const [discounts, items]: [number[], OpenItem[]] = [[], []];
  for (const [index, invoice] of invoices.entries()) {
    const accepts = invoice.value("accept_late_discount") ?? params.value("accept_late_discount");
    const discount = await discountOf(sheet, invoice, payment.day("date"), accepts === true);
    discounts.push(discount);
    items.push({
      number: `INV-${String(index + 1)}`,
      balance: difference(invoice.number("amount"), discount),
    });
  }
  const tolerance = params.number(
    params.has("max_payment_tolerance") ? "max_payment_tolerance" : "max_payment_tolerance_per_invoice",
  );
  const text = items.map(({ number }) => number).join(", ");
  const paid = await match(sheet, payment.number("amount"), text, items, tolerance);
  if (typeof paid === "string") return undefined;
  const expected_payment = sumOf(items.map(({ balance }) => balance));
  const remaining_on_invoice = difference(expected_payment, sumOf(Object.values(paid.applied)));
  return {
    figures: {
      // Nothing is left on either side.
      closed: remaining_on_invoice === 0 && paid.unapplied === 0,
      expected_payment,
      tolerance_written_off: writtenOff(payment.number("amount"), paid),
      discount_taken: sumOf(discounts),
      remaining_on_invoice,
      remaining_on_payment: paid.unapplied,
    },
  };
};

const allocateCredit: FunctionRunner = async ({ input }, sheet) => {
  const before = input.number("outstanding_before");
  const { applied } = await apply(sheet, input.number("allocate"), [before]);
  return {
    figures: {
      outstanding_after: difference(before, applied[0]!),
      left_on_credit: difference(input.number("credit"), applied[0]!),
    },
  };
};

/** A payment above the part that is to be paid with it. */
const payPart: FunctionRunner = async ({ input }, sheet) => {
  const { applied, unapplied } = await apply(sheet, input.number("payment"), [input.number("apply")]);
  return { figures: { applied: applied[0], unapplied } };
};

/** Cash application has no models; what is given tells the cases apart. */
export const cashRunner: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  if (params.optionalText("rule") === "oldest_due_first") return oldestFirst(vector, sheet);
  if (input.has("open_items") && params.has("tolerance")) return sets(vector, sheet);
  if (input.hasOnly("open_items", "payments", "runs")) return recalculated(vector, sheet);
  if (input.hasOnly("open_items", "payment"))
    return params.has("as_of") ? autoCash(vector, sheet) : byReference(vector, sheet);
  if (params.has("write_off_limit")) return payRest(vector, sheet);
  if (input.has("invoices") || params.has("max_payment_tolerance")) return payDiscounted(vector, sheet);
  if (input.hasOnly("invoice", "payment")) return payWithin(vector, sheet);
  if (input.hasOnly("payment", "apply")) return payPart(vector, sheet);
  return input.has("allocate") ? allocateCredit(vector, sheet) : undefined;
};

/** What stays open of balances, less what stays unapplied of a payment. */
async function balanceAfter(sheet: Sheet, balances: readonly number[], payment: number): Promise<number> {
  const { applied, unapplied } = await apply(sheet, payment, balances);
  return difference(difference(sumOf(balances), sumOf(applied)), unapplied);
}

/** A refund is owed again, like another item. */
const accountBalance: FunctionRunner = async ({ input }, sheet) => {
  const balances = [...numbersOf(input, "items"), ...numbersOf(input, "refunds")];
  return {
    figures: { amount: await balanceAfter(sheet, balances, sumOf(numbersOf(input, "payments"))) },
  };
};

const payWithCredit: FunctionRunner = async ({ input }, sheet) => {
  const [invoice, credit] = [input.number("invoiceAmount"), input.number("creditApplied")];
  const [{ payable }] = await drawDown(sheet, credit, [invoice]);
  const { applied } = await apply(sheet, payable, [invoice, -credit]);
  return {
    figures: { amount: payable, balance: difference(invoice, applied[0]!), paidToDate: applied[0] },
  };
};

const invoiceBalance: FunctionRunner = async ({ input }, sheet): Promise<Outcome> => ({
  figures: { amount: await balanceAfter(sheet, [input.number("invoiceAmount")], input.number("paid")) },
});

export const cashRunners: FunctionRunners = {
  account_balance: accountBalance,
  pay_with_credit: payWithCredit,
  invoice_balance: invoiceBalance,
};
