import { Decimal, sum, zero } from "../../../src/core/money/decimal";
import { applyCash } from "../../../src/core/payments/cash";
import { matchPayment, type Receivable } from "../../../src/core/payments/matchPayment";
import { summaryInCells } from "../cells/aging";
import { applyInCells, matchInCells, type OpenItem, type Paid } from "../cells/payments";
import { difference, sumOf, type Sheet } from "../cells/sheet";
import { accepted, invoiceRow, ledgerOf, paymentRow, proposalsOf } from "../engine/receivables";
import { someDay, type Fields, type Vector } from "../vector";
import type { Outcome, Ways, WaysByGiven } from "../ways";
import { payDiscounted, payRest, payWithin } from "./singlePayments";

/** What each item gets, by its number; items that get nothing are left out. */
function appliedTo<Amount extends Decimal | number>(numbers: readonly string[], applied: readonly Amount[]) {
  const all = numbers.map((number, index) => [number, applied[index]!] as const);
  return Object.fromEntries(all.filter(([, amount]) => Number(amount) !== 0));
}

const openItems = ({ input }: Vector) => input.fieldsList("open_items");
const idsOf = (items: readonly Fields[]) => items.map((item) => item.text("id"));

/** By due date, without the items that get nothing. */
async function byDueDateInCells(vector: Vector, sheet: Sheet): Promise<Paid> {
  const items = openItems(vector);
  const balances = items.map((item) => item.number("amount"));
  const dueDates = items.map((item) => item.day("due_date"));
  const { applied, unapplied } = await applyInCells(
    sheet,
    vector.input.number("payment"),
    balances,
    dueDates,
  );
  return { applied: appliedTo(idsOf(items), applied), unapplied };
}

const oldestFirst: Ways = {
  engine: (vector) => {
    const items = openItems(vector);
    const { applied, unapplied } = applyCash(
      vector.input.decimal("payment"),
      items.map((item) => item.decimal("amount")),
      items.map((item) => item.day("due_date")),
    );
    return { figures: { applied: appliedTo(idsOf(items), applied), unapplied } };
  },
  functions: async (vector, sheet) => ({ figures: { ...(await byDueDateInCells(vector, sheet)) } }),
};

/** The engine's names of the rules, as the vectors call them. */
const ruleNames = { reference: "reference", amount: "exact_amount", combination: "combination" };

/** A payment with its text, or with nothing but an amount, for open items of one currency. */
function matchOpenItems(vector: Vector): Outcome | undefined {
  const { input } = vector;
  const open = openItems(vector);
  if (!open.every((item) => item.hasOnly("id", "amount", "due_date"))) return undefined;
  const items: Receivable[] = open.map((item) => ({
    number: item.text("id"),
    balance: item.decimal("amount"),
  }));
  const isAmount = typeof input.value("payment") === "string";
  const amount = isAmount ? input.decimal("payment") : input.fields("payment").decimal("amount");
  const match = matchPayment(amount, isAmount ? "" : input.fields("payment").text("text"), items, zero);
  const applications = match.ok ? match.applications : [];
  const applied = appliedTo(
    applications.map(({ index }) => items[index]!.number),
    applications.map((application) => application.applied),
  );
  const found = match.ok ? { rule_used: ruleNames[match.rule], unapplied: match.unapplied } : {};
  // A match has a rule in place of a grade.
  return { figures: { applied, ...found }, beyond: ["confidence"] };
}

/** A payment in another currency than what its text names. */
function matchAcrossCurrencies({ input }: Vector): Outcome | undefined {
  const payment = input.fields("payment");
  if (!payment.has("currency")) return undefined;
  const tables = {
    Invoices: input
      .fieldsList("open_items")
      .map((item) =>
        invoiceRow(item.text("id"), item.decimal("amount"), someDay, { Currency: item.text("currency") }),
      ),
    Payments: [
      paymentRow("P1", payment.decimal("amount"), someDay, {
        Currency: payment.text("currency"),
        Reference: payment.text("text"),
      }),
    ],
  };
  const { matches, reviews } = proposalsOf(ledgerOf(tables, someDay));
  const applied = matches.flatMap(({ shares }) =>
    shares.map(({ document, amount }) => [document.number, amount] as const),
  );
  const decision = reviews.length > 0 ? "review" : "match";
  return { figures: { applied: Object.fromEntries(applied), decision }, beyond: ["reason"] };
}

/** A payment with its text for open items of one currency. */
const byReference: Ways = {
  engine: (vector) => matchAcrossCurrencies(vector) ?? matchOpenItems(vector),
  functions: async (vector, sheet) => {
    const open = openItems(vector);
    if (!open.every((item) => item.hasOnly("id", "amount"))) return undefined;
    const payment = vector.input.fields("payment");
    const items = open.map((item) => ({ number: item.text("id"), balance: item.number("amount") }));
    const paid = await matchInCells(sheet, payment.number("amount"), payment.text("text"), items);
    // A match has no grade.
    return { figures: typeof paid === "string" ? {} : { ...paid }, beyond: ["confidence"] };
  },
};

/** A payment of all that is open, of all that is past due, or of another amount: in cells each pays the oldest first. */
const autoCash: Ways = {
  engine: matchOpenItems,
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    const items = openItems(vector).map((item) => ({
      due: item.day("due_date"),
      balance: item.number("amount"),
    }));
    const summary = await summaryInCells(sheet, items, params.day("as_of"));
    const equals: Readonly<Record<string, number>> = {
      clear_account: summary.Total!,
      clear_past_due: difference(summary.Total!, summary.Current!),
      oldest_first: input.number("payment"),
    };
    const rule_used = params.texts("rules").find((rule) => equals[rule] === input.number("payment"));
    return { figures: { rule_used, ...(await byDueDateInCells(vector, sheet)) } };
  },
};

/** Recalculated, a formula gives the same again: nothing was taken off the balances that it reads. */
const recalculated: Ways = {
  engine: ({ input }) => {
    const items = input.fieldsList("open_items");
    const tables = {
      Invoices: items.map((item) => invoiceRow(item.text("id"), item.decimal("amount"), someDay)),
      Payments: input.fieldsList("payments").map((payment) =>
        paymentRow(payment.text("id"), payment.decimal("amount"), someDay, {
          Reference: payment.text("text"),
        }),
      ),
    };
    let ledger = ledgerOf(tables, someDay);
    let applications = 0;
    for (let run = 0; run < input.number("runs"); run++) {
      const result = accepted(ledger);
      applications += result.rows;
      ledger = result.ledger;
    }
    return { figures: { left_on_invoice: ledger.openOf(ledger.documents[0]!), applications } };
  },
  functions: async (vector, sheet) => {
    const [item, ...otherItems] = openItems(vector);
    const [payment, ...otherPayments] = vector.input.fieldsList("payments");
    if (!item || !payment || otherItems.length + otherPayments.length > 0) return undefined;
    const items: OpenItem[] = [{ number: item.text("id"), balance: item.number("amount") }];
    const results = new Map<string, Paid>();
    for (let run = 0; run < vector.input.number("runs"); run++) {
      const paid = await matchInCells(sheet, payment.number("amount"), payment.text("text"), items);
      if (typeof paid === "string") return undefined;
      results.set(JSON.stringify(paid), paid);
    }
    const applied = [...results.values()].flatMap((paid) => Object.values(paid.applied));
    const left_on_invoice = difference(item.number("amount"), sumOf(applied));
    return { figures: { left_on_invoice, applications: applied.length } };
  },
};

/** What a reason against a match says of the sets that a payment may pay. */
function review(reason: string): Outcome {
  const candidates = reason.split(": ").at(-1)!.replace(/\.$/, "");
  const all = candidates.split(/, | and /).map((set) => set.split(" + "));
  return { figures: { decision: "review", all, combinations: all.length }, beyond: ["reason"] };
}

/** Sets are not looked for where a single balance equals the payment. */
function matched(invoices: readonly string[], isSingle: boolean): Outcome {
  const figures = { decision: "match", invoices, all: [invoices], combinations: 1 };
  return { figures, beyond: isSingle ? ["all", "combinations", "reason"] : [] };
}

/** A payment without a reference: the sets of balances that it may pay. */
const sets: Ways = {
  engine: ({ params, input }) => {
    const items = Object.entries(input.value("open_items") as Readonly<Record<string, string>>).map(
      ([number, balance]) => ({ number, balance: new Decimal(balance) }),
    );
    const match = matchPayment(input.decimal("payment"), "", items, params.decimal("tolerance"));
    if (!match.ok) return review(match.reason);
    const invoices = match.applications.map(({ index }) => items[index]!.number);
    return matched(invoices, match.rule === "amount");
  },
  functions: async ({ params, input }, sheet) => {
    const items = Object.entries(input.value("open_items") as Readonly<Record<string, string>>).map(
      ([number, balance]) => ({ number, balance: Number(balance) }),
    );
    const paid = await matchInCells(sheet, input.number("payment"), "", items, params.number("tolerance"));
    if (typeof paid === "string") return review(paid);
    const invoices = Object.keys(paid.applied);
    return matched(invoices, invoices.length === 1);
  },
};

const allocateCredit: Ways = {
  engine: ({ input }) => {
    const before = input.decimal("outstanding_before");
    const used = sum(applyCash(input.decimal("allocate"), [before]).applied);
    const left_on_credit = input.decimal("credit").minus(used);
    return { figures: { outstanding_after: before.minus(used), left_on_credit } };
  },
  functions: async ({ input }, sheet) => {
    const before = input.number("outstanding_before");
    const [used] = (await applyInCells(sheet, input.number("allocate"), [before])).applied;
    const left_on_credit = difference(input.number("credit"), used!);
    return { figures: { outstanding_after: difference(before, used!), left_on_credit } };
  },
};

/** A payment above the part that is to be paid with it. */
const payPart: Ways = {
  engine: ({ input }) => {
    const { applied, unapplied } = applyCash(input.decimal("payment"), [input.decimal("apply")]);
    return { figures: { applied: applied[0], unapplied } };
  },
  functions: async ({ input }, sheet) => {
    const paid = await applyInCells(sheet, input.number("payment"), [input.number("apply")]);
    return { figures: { applied: paid.applied[0], unapplied: paid.unapplied } };
  },
};

export const cashApplication: WaysByGiven = ({ params, input }) => {
  if (params.optionalText("rule") === "oldest_due_first") return oldestFirst;
  if (input.has("open_items") && params.has("tolerance")) return sets;
  if (input.hasOnly("open_items", "payments", "runs")) return recalculated;
  if (input.hasOnly("open_items", "payment")) return params.has("as_of") ? autoCash : byReference;
  if (params.has("write_off_limit")) return payRest;
  if (input.has("invoices") || params.has("max_payment_tolerance")) return payDiscounted;
  if (input.hasOnly("invoice", "payment")) return payWithin;
  if (input.hasOnly("payment", "apply")) return payPart;
  return input.has("allocate") ? allocateCredit : undefined;
};
