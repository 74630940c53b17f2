import { parseTerms } from "../../../src/core/calendar/terms";
import { Decimal, sum, zero } from "../../../src/core/money/decimal";
import { applyCash } from "../../../src/core/payments/cash";
import { drawDown } from "../../../src/core/payments/drawDown";
import { earlyDiscount } from "../../../src/core/payments/earlyDiscount";
import { matchPayment, type PaymentMatch, type Receivable } from "../../../src/core/payments/matchPayment";
import type { Outcome, Runner } from "../outcome";
import type { Fields, Vector } from "../vector";

const openItem = (number: string, balance: Decimal): Receivable => ({ number, balance });

/** What each item gets, by its number; items that get nothing are left out. */
function appliedTo(numbers: readonly string[], applied: readonly Decimal[]) {
  const all = numbers.map((number, index) => [number, applied[index]!] as const);
  return Object.fromEntries(all.filter(([, amount]) => !amount.isZero()));
}

function applicationsOf(match: PaymentMatch, items: readonly Receivable[]) {
  const applications = match.ok ? match.applications : [];
  return appliedTo(
    applications.map(({ index }) => items[index]!.number),
    applications.map(({ applied }) => applied),
  );
}

function oldestFirst({ input }: Vector): Outcome {
  const items = input.fieldsList("open_items");
  const { applied, unapplied } = applyCash(
    input.decimal("payment"),
    items.map((item) => item.decimal("amount")),
    items.map((item) => item.day("due_date")),
  );
  return {
    figures: {
      applied: appliedTo(
        items.map((item) => item.text("id")),
        applied,
      ),
      unapplied,
    },
  };
}

const rules = { reference: "reference", amount: "exact_amount", combination: "combination" };

/** A payment with its text, or with nothing but an amount, for open items of one currency. */
function matchOpenItems({ input }: Vector): Outcome | undefined {
  const open = input.fieldsList("open_items");
  if (!open.every((item) => item.hasOnly("id", "amount", "due_date"))) return undefined;
  const items = open.map((item) => openItem(item.text("id"), item.decimal("amount")));
  const isAmount = typeof input.value("payment") === "string";
  const amount = isAmount ? input.decimal("payment") : input.fields("payment").decimal("amount");
  const text = isAmount ? "" : input.fields("payment").text("text");
  const match = matchPayment(amount, text, items, zero);
  return {
    figures: {
      applied: applicationsOf(match, items),
      ...(match.ok ? { rule_used: rules[match.rule], unapplied: match.unapplied } : {}),
    },
    // A match has a rule in place of a grade.
    beyond: ["confidence"],
  };
}

/** A payment without a reference: the sets of balances that it may pay. */
function matchSets({ params, input }: Vector): Outcome {
  const items = Object.entries(input.value("open_items") as Readonly<Record<string, string>>).map(
    ([number, balance]) => openItem(number, new Decimal(balance)),
  );
  const match = matchPayment(input.decimal("payment"), "", items, params.decimal("tolerance"));
  if (!match.ok) {
    const candidates = match.reason.split(": ").at(-1)!.replace(/\.$/, "");
    const all = candidates.split(/, | and /).map((set) => set.split(" + "));
    return { figures: { decision: "review", all, combinations: all.length }, beyond: ["reason"] };
  }
  const invoices = match.applications.map(({ index }) => items[index]!.number);
  const figures = { decision: "match", invoices, all: [invoices], combinations: 1 };
  // Sets are not looked for where a single balance equals the payment.
  return { figures, beyond: match.rule === "amount" ? ["all", "combinations", "reason"] : [] };
}

/** A payment for one invoice, equal or nearly so. */
function payWithin({ params, input }: Vector): Outcome {
  const balance = input.decimal("invoice");
  const tolerance = params.has("tolerance")
    ? params.decimal("tolerance")
    : balance.times(params.decimal("tolerance_percent")).dividedBy(100);
  const match = matchPayment(input.decimal("payment"), "", [openItem("INV-1", balance)], tolerance);
  // Nothing is written off: what is not applied stays where it is.
  const [written_off, left_on_payment] = match.ok ? [zero, match.unapplied] : [null, null];
  return { figures: { matched: match.ok, written_off, left_on_payment } };
}

/** The rest of a payment for an invoice that its text names. */
function payRest({ params, input }: Vector): Outcome {
  const payment = input.fields("payment");
  const rest = payment.decimal("amount").minus(payment.decimal("already_applied"));
  const item = openItem("INV-1", input.decimal("invoice"));
  const match = matchPayment(rest, "INV-1", [item], params.decimal("write_off_limit"));
  if (!match.ok) throw new Error(match.reason);
  const { applied } = match.applications[0]!;
  const left_on_invoice = item.balance.minus(applied);
  const matched = left_on_invoice.isZero() ? "full" : "partial";
  return { figures: { matched, applied, left_on_invoice, written_off: zero } };
}

/** What paying on that day takes off an invoice whose discount ends on a given day. */
function discountOf(invoice: Fields, paid: number): Decimal {
  const amount = invoice.decimal("amount");
  const percent = invoice.decimal("discount").dividedBy(amount).times(100).toString();
  return earlyDiscount(amount, invoice.day("discount_date") - 10, paid, parseTerms(`${percent}/10 Net 30`)!);
}

/** Invoices paid together, each less its discount on that day; the payment's text names them all. */
function payDiscounted({ params, input }: Vector): Outcome {
  const invoices = input.has("invoices") ? input.fieldsList("invoices") : [input.fields("invoice")];
  const payment = input.fields("payment");
  const discounts = invoices.map((invoice) => discountOf(invoice, payment.day("date")));
  const items = invoices.map((invoice, index) =>
    openItem(`INV-${String(index)}`, invoice.decimal("amount").minus(discounts[index]!)),
  );
  const tolerance = params.decimal(
    params.has("max_payment_tolerance") ? "max_payment_tolerance" : "max_payment_tolerance_per_invoice",
  );
  const text = items.map(({ number }) => number).join(", ");
  const match = matchPayment(payment.decimal("amount"), text, items, tolerance);
  if (!match.ok) throw new Error(match.reason);
  const expected_payment = sum(items.map(({ balance }) => balance));
  const remaining_on_invoice = expected_payment.minus(sum(match.applications.map(({ applied }) => applied)));
  return {
    figures: {
      closed: remaining_on_invoice.isZero(),
      expected_payment,
      tolerance_written_off: zero,
      discount_taken: sum(discounts),
      remaining_on_invoice,
      remaining_on_payment: match.unapplied,
    },
  };
}

function allocateCredit({ input }: Vector): Outcome {
  const [before, credit, allocate] = ["outstanding_before", "credit", "allocate"].map((name) =>
    input.decimal(name),
  );
  const { applied } = applyCash(allocate!, [before!]);
  const used = sum(applied);
  return { figures: { outstanding_after: before!.minus(used), left_on_credit: credit!.minus(used) } };
}

/** A payment above the part that is to be paid with it. */
function payPart({ input }: Vector): Outcome {
  const { applied, unapplied } = applyCash(input.decimal("payment"), [input.decimal("apply")]);
  return { figures: { applied: applied[0], unapplied } };
}

/** Cash application has no models; what is given tells the cases apart. */
export const cashRunner: Runner = (vector) => {
  const { params, input } = vector;
  if (params.optionalText("rule") === "oldest_due_first") return oldestFirst(vector);
  if (input.has("open_items") && params.has("tolerance")) return matchSets(vector);
  if (input.hasOnly("open_items", "payment")) return matchOpenItems(vector);
  if (params.has("write_off_limit")) return payRest(vector);
  if (input.has("invoices") || params.has("max_payment_tolerance")) return payDiscounted(vector);
  if (input.hasOnly("invoice", "payment")) return payWithin(vector);
  if (input.hasOnly("payment", "apply")) return payPart(vector);
  return input.has("allocate") ? allocateCredit(vector) : undefined;
};

/** What stays open of balances, less what stays unapplied of a payment. */
function balanceAfter(balances: readonly Decimal[], payment: Decimal): Decimal {
  const { applied, unapplied } = applyCash(payment, balances);
  return sum(balances).minus(sum(applied)).minus(unapplied);
}

/** A refund is owed again, like another item. */
const accountBalance: Runner = ({ input }) => ({
  figures: {
    amount: balanceAfter(
      [...input.decimals("items"), ...input.decimals("refunds")],
      sum(input.decimals("payments")),
    ),
  },
});

const payWithCredit: Runner = ({ input }) => {
  const [invoice, credit] = [input.decimal("invoiceAmount"), input.decimal("creditApplied")];
  const amount = drawDown(credit, [invoice])[0]!.payable;
  const { applied } = applyCash(amount, [invoice, credit.negated()]);
  return { figures: { amount, balance: invoice.minus(applied[0]!), paidToDate: applied[0] } };
};

/** An invoice after its payment and a credit; the credit counts as far as something is due. */
const creditPartPaid: Runner = ({ params, input }) => {
  const due = balanceAfter([params.decimal("invoiceTotal")], params.decimal("paid"));
  const { applied } = applyCash(input.decimal("amount"), [due]);
  return { figures: { amount: applied[0], stillDue: due.minus(applied[0]!) } };
};

export const cashRunners: Readonly<Record<string, Runner>> = {
  account_balance: accountBalance,
  pay_with_credit: payWithCredit,
  invoice_balance: ({ input }) => ({
    figures: { amount: balanceAfter([input.decimal("invoiceAmount")], input.decimal("paid")) },
  }),
  credit_against_part_paid: creditPartPaid,
};
