import { Decimal, zero } from "../../money/decimal";
import type { OpenDocument, Payment } from "../book";
import { MOST_ITEMS, setsBetween } from "./combinations";
import { discountOn, fitOf, toleranceOn, type Fit, type FitSettings, type Item } from "./fit";
import type { OpenBook } from "./openItems";
import type { RuleName, Verdict } from "./proposal";
import { isNearlyNamed } from "./nearNumber";
import { sharesOf } from "./shares";
import type { Confidence } from "../tables/applications.table";

/** What rules look at. */
export interface MatchContext {
  readonly settings: FitSettings;
  readonly open: OpenBook;
  /** Documents that a text names, by their numbers. */
  readonly namedIn: (text: string) => readonly OpenDocument[];
  /** Those, and documents of which a list in the text has but the endings of their numbers. */
  readonly listedIn: (text: string) => readonly OpenDocument[];
  /** Documents that a credit note went against. */
  readonly usedOn: (credit: OpenDocument) => readonly OpenDocument[];
  /** Whether customers belong together, by Parent. */
  readonly areRelated: (one: string, other: string) => boolean;
  /** Which documents a person may choose for a payment. */
  readonly choosableFor: (payment: Payment) => (document: OpenDocument) => boolean;
  /** What of a payment is still to be matched. */
  readonly leftOf: (payment: Payment) => Decimal;
  /** What a person chose for a payment; undefined among them for a number that no document bears. */
  readonly chosenFor: (payment: Payment) => readonly (OpenDocument | undefined)[] | undefined;
}

export type Rule = (payment: Payment, context: MatchContext) => Verdict;

/** Room for the last digits of doubles, which only choose what is looked at exactly. */
const ROUGHLY = 1e-6;

function matched(
  payment: Payment,
  rule: RuleName,
  items: readonly Item[],
  fit: Fit,
  confidence: Confidence | undefined,
  { settings, leftOf }: MatchContext,
): Verdict {
  const shares = sharesOf(payment, leftOf(payment), items, fit, settings);
  const { difference, treatment } = fit;
  return { kind: "match", match: { payment, rule, confidence, difference, treatment, shares } };
}

const numbers = (items: readonly Item[]): string[] => items.map(({ document }) => document.number);

/**
 * What a person chose in place of the rules: open documents of which the payment may be, of several customers as well.
 * They say whose a payment of nobody is; what is not open any more is looked at once more.
 */
export const chosen: Rule = (payment, context) => {
  const documents = context.chosenFor(payment);
  if (!documents || documents.length === 0) return undefined;
  const items = documents.flatMap((document) => (document && context.open.of(document).of(document)) ?? []);
  const isChoosable = context.choosableFor(payment);
  const arePayable = items.every(({ document }) => isChoosable(document));
  const isComplete = items.length === documents.length && items.some(({ document }) => !document.isCredit);
  if (!arePayable || !isComplete)
    return { kind: "review", candidates: documents.flatMap((document) => document?.number ?? []) };
  const fit = fitOf(items, context.leftOf(payment), payment.receipt.date, context.settings);
  return matched(payment, "chosen", items, fit, undefined, context);
};

/** The one item of its own that a payer could mean as well by an amount, where the text names another's document. */
function itemsOfNamedCustomer(payment: Payment, context: MatchContext): readonly Item[] {
  const ofNamed = { ...payment, customerId: payment.namedAs };
  const open = context.open.of(ofNamed);
  const [from, to] = boundsOf(context.leftOf(ofNamed).toNumber(), open.highestRate, context.settings);
  const ways = open
    .sized(from, to)
    .filter(({ document }) => !document.isCredit)
    .map((item) => [item] as const);
  return bestOf(ways, ofNamed, context).flatMap(({ items }) => items);
}

/** Whether the payer is called as a customer who has nothing to do with the one whose documents the text names. */
function isOfStranger({ receipt, customerId, namedAs }: Payment, { areRelated }: MatchContext): boolean {
  return receipt.customerId === undefined && namedAs !== "" && !areRelated(namedAs, customerId);
}

/** Documents that a text names, but credit notes that went against another of them: their amount is off it already. */
function namedDocuments(reference: string, payment: Payment, context: MatchContext): readonly OpenDocument[] {
  const named = context.namedIn(reference);
  const stillThere = named.filter(
    (document) =>
      !document.isCredit ||
      context.open.of(document).of(document) !== undefined ||
      !context.usedOn(document).some((other) => named.includes(other)),
  );
  const listed = context.listedIn(reference);
  if (listed.length <= named.length) return stillThere;
  const items = openItemsOf(listed, payment, context);
  const fits =
    items.length === listed.length &&
    fitOf(items, context.leftOf(payment), payment.receipt.date, context.settings).fits;
  return fits ? listed : stillThere;
}

/** Those of documents that are open and the payer's own, in the payment's currency. */
function openItemsOf(
  documents: readonly OpenDocument[],
  payment: Payment,
  { open }: MatchContext,
): readonly Item[] {
  const { customerId, currency } = payment;
  return documents.flatMap((document) => {
    const isOfPayer = document.customerId === customerId && document.currency === currency;
    return (isOfPayer ? open.of(payment).of(document) : undefined) ?? [];
  });
}

/**
 * The numbers in the payment's text: all must be open and the payer's own, else a person looks. So it is where the payer
 * is another customer, and the amount is not that of the document or that of one of his own as well: a number was mistyped.
 */
export const reference: Rule = (payment, context) => {
  const { receipt, customerId } = payment;
  const named = receipt.reference === "" ? [] : namedDocuments(receipt.reference, payment, context);
  if (named.length === 0) return undefined;
  const items = openItemsOf(named, payment, context);
  const candidates = named.map(({ number }) => number);
  if (customerId === "" || items.length < named.length || !items.some(({ document }) => !document.isCredit))
    return { kind: "review", candidates };
  const fit = fitOf(items, context.leftOf(payment), receipt.date, context.settings);
  if (isOfStranger(payment, context)) {
    const fitting = numbers(itemsOfNamedCustomer(payment, context));
    if (!fit.fits || fitting.length > 0) return { kind: "review", candidates: [...fitting, ...candidates] };
  }
  const rule = items.length === 1 ? "reference" : "references";
  return matched(payment, rule, items, fit, fit.fits ? "high" : "medium", context);
};

/** What an open amount may be, roughly, so that a payment can fit it. */
function boundsOf(received: number, highestRate: number, settings: FitSettings): readonly [number, number] {
  const amount = settings.paymentTolerance?.toNumber();
  const share = settings.paymentTolerancePercent?.toNumber();
  const least = amount === undefined ? received / (1 + (share ?? 0)) : received - amount;
  const rest = 1 - highestRate - (amount === undefined ? (share ?? 0) : 0);
  const most = rest <= 0 ? Infinity : (received + (amount ?? 0)) / rest;
  // A discount is rounded to a minor unit.
  return [least - ROUGHLY, most + (highestRate > 0 ? 1 : ROUGHLY)];
}

/** Those of several ways that come out best: the exact ones, else those that fit. */
function bestOf<T extends readonly Item[]>(ways: readonly T[], payment: Payment, context: MatchContext) {
  const fitting = ways
    .map((items) => ({
      items,
      fit: fitOf(items, context.leftOf(payment), payment.receipt.date, context.settings),
    }))
    .filter(({ fit }) => fit.fits);
  const exact = fitting.filter(({ fit }) => fit.treatment === "exact");
  return exact.length > 0 ? exact : fitting;
}

/** The one open item that the payment fits; among equals the one whose number the text nearly names. */
export const amount: Rule = (payment, context) => {
  const open = context.open.of(payment);
  const [from, to] = boundsOf(context.leftOf(payment).toNumber(), open.highestRate, context.settings);
  const ways = open
    .sized(from, to)
    .filter(({ document }) => !document.isCredit)
    .map((item) => [item] as const);
  const best = bestOf(ways, payment, context);
  const meant = best.filter(({ items: [{ document }] }) =>
    isNearlyNamed(document.number, payment.receipt.reference),
  );
  const [only, another] = best.length > 1 && meant.length === 1 ? meant : best;
  if (another) return { kind: "review", candidates: best.flatMap(({ items }) => numbers(items)) };
  if (!only) return undefined;
  return matched(payment, "amount", only.items, only.fit, "medium", context);
};

/** All that is open, else all that was past due on the day of the payment. */
export const account: Rule = (payment, context) => {
  const open = context.open.of(payment);
  const received = context.leftOf(payment).toNumber();
  const [from, to] = boundsOf(received, open.highestRate, context.settings);
  const isNear = open.sum.toNumber() >= from && open.sum.toNumber() <= to;
  const ways = [isNear ? open.all : [], open.pastDue(payment.receipt.date, from, to)];
  for (const items of ways) {
    if (!items.some(({ document }) => !document.isCredit)) continue;
    const fit = fitOf(items, context.leftOf(payment), payment.receipt.date, context.settings);
    if (fit.fits) return matched(payment, "account", items, fit, "medium", context);
  }
  return undefined;
};

/** The one set of 2 to 5 among at most 12 open items. */
export const combination: Rule = (payment, context) => {
  const items = context.open.of(payment);
  if (items.count > MOST_ITEMS) return undefined;
  const open = items.all;
  const received = context.leftOf(payment);
  const paid = payment.receipt.date;
  const earned = open.reduce((all, item) => all.plus(discountOn(item, paid, context.settings)), zero);
  const owed = open.reduce((all, item) => all.plus(Decimal.max(item.open, zero)), zero);
  const tolerance = toleranceOn(owed, context.settings);
  const sets = setsBetween(open, received.minus(tolerance), received.plus(tolerance).plus(earned)).filter(
    (items) => items.some(({ document }) => !document.isCredit),
  );
  const best = bestOf(sets, payment, context);
  if (best.length > 1)
    return { kind: "review", candidates: best.map(({ items }) => numbers(items).join(" + ")) };
  const [only] = best;
  return only && matched(payment, "combination", only.items, only.fit, "medium", context);
};

/** By due date, then number, as far as the money goes; no discount, nothing written off. */
export const oldest: Rule = (payment, context) => {
  const received = context.leftOf(payment);
  const reached: Item[] = [];
  let left = received;
  for (const item of context.open.of(payment).all) {
    if (item.document.isCredit) continue;
    if (!left.greaterThan(0)) break;
    reached.push(item);
    left = left.minus(item.open);
  }
  if (reached.length === 0) return undefined;
  const treatment = left.isZero() ? "exact" : left.isNegative() ? "short" : "over";
  const fit: Fit = { difference: left, treatment, discount: zero, writeOff: zero, fits: left.isZero() };
  return matched(payment, "oldest", reached, fit, "medium", context);
};
