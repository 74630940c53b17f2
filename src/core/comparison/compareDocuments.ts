import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import { contains, formatPeriod, type Period } from "../calendar/period";
import type { RegisteredLine } from "../documents/register";
import { sum, zero, type Decimal } from "../money/decimal";
import { causeOf } from "./causes";
import type { ChangedInput, DocumentScope } from "./changedInput";
import { changedInputs, inputsTouching } from "./changedInputs";
import { changedUsage } from "./changedUsage";
import type { ComparedBook } from "./comparedBook";
import type { Comparison, DocumentDifference, DocumentEffect } from "./comparison";
import { factsOf, type DocumentFacts } from "./documentFacts";
import { effectOrder, type EffectId } from "./effects";
import { contractIdsOf, effectsOf, type DocumentOfBoth } from "./effectsOfDocument";
import { meetDocuments, numbersGivenTwice, type MetDocuments } from "./meetDocuments";

/** What a line bills; its text, its place and its row are no difference. */
const lineKey = ({ contractId, priceId, kind, quantity, unitPrice, flatFee, amount }: RegisteredLine) =>
  JSON.stringify([contractId, priceId, kind, ...[quantity, unitPrice, flatFee, amount].map(String)]);

const linesOf = ({ document }: DocumentFacts) => document.lines.map(lineKey).sort().join("\n");

function isEqual({ a, b }: DocumentOfBoth): boolean {
  return (
    a.currency === b.currency && a.total.equals(b.total) && a.tax.equals(b.tax) && linesOf(a) === linesOf(b)
  );
}

function scopeOf({ a, b }: MetDocuments): DocumentScope {
  const both = [a, b].flatMap((facts) => facts ?? []);
  return {
    contractIds: contractIdsOf({ ...(a && { a }), ...(b && { b }) }),
    customerId: (a ?? b).customerId,
    days: both.flatMap(({ period, document }) => [
      ...(period ? [period] : []),
      ...document.lines.flatMap((line) => line.period ?? []),
    ]),
    numbers: new Set(
      both.flatMap(({ document: { invoiceNumber, corrects } }) =>
        corrects === undefined ? [invoiceNumber] : [invoiceNumber, corrects],
      ),
    ),
  };
}

/** Looks up which inputs of a document changed; usage of a contract is compared when it is first asked for. */
function inputFinder(a: ComparedBook, b: ComparedBook): (met: MetDocuments) => readonly ChangedInput[] {
  const tables = changedInputs(a, b);
  const usage = new Map<string, readonly ChangedInput[]>();
  const usageOf = (contractId: string) => {
    const known = usage.get(contractId) ?? changedUsage(a, b, contractId);
    usage.set(contractId, known);
    return known;
  };
  return (met) => {
    const scope = scopeOf(met);
    return inputsTouching([...tables, ...[...scope.contractIds].flatMap(usageOf)], scope);
  };
}

const numberOf = (facts: DocumentFacts | undefined) => facts?.document.invoiceNumber ?? "";

/** One document as a difference, in the currency of one of its sides. */
function difference(
  met: MetDocuments,
  currency: string,
  totals: { readonly a: Decimal; readonly b: Decimal },
  effects: readonly DocumentEffect[],
  inputs: readonly ChangedInput[],
): DocumentDifference {
  const { customerId, contractId, period } = met.a ?? met.b;
  return {
    customerId,
    contractId,
    period,
    invoiceA: numberOf(met.a),
    invoiceB: numberOf(met.b),
    currency,
    totalA: totals.a,
    totalB: totals.b,
    difference: totals.b.minus(totals.a),
    effects,
    cells: inputs.map(({ cell }) => cell),
  };
}

/** A document that one book alone has: new or missing with its Total. */
function oneSided(met: MetDocuments, inputs: readonly ChangedInput[]): DocumentDifference {
  const { a, b } = met;
  const { currency } = a ?? b;
  const totals = { a: a?.total ?? zero, b: b?.total ?? zero };
  const effect = a
    ? { effect: "missing" as const, amount: a.total.negated(), cause: "the document is only in A" }
    : { effect: "new" as const, amount: totals.b, cause: "the document is only in B" };
  return difference(met, currency, totals, effect.amount.isZero() ? [] : [effect], inputs);
}

/** One document in two currencies: what it was in A is taken off, what it is in B comes in. */
function inTwoCurrencies({ a, b }: DocumentOfBoth, inputs: readonly ChangedInput[]): DocumentDifference[] {
  const cause = `${a.currency} → ${b.currency}`;
  const effect = (amount: Decimal): DocumentEffect[] =>
    amount.isZero() ? [] : [{ effect: "currency", amount, cause }];
  return [
    difference({ a, b }, a.currency, { a: a.total, b: zero }, effect(a.total.negated()), inputs),
    difference({ a, b }, b.currency, { a: zero, b: b.total }, effect(b.total), inputs),
  ];
}

interface CurrencyAmount {
  readonly currency: string;
  readonly amount: Decimal;
}

function totalsOf(a: readonly DocumentFacts[], b: readonly DocumentFacts[]): Comparison["totals"] {
  const amounts = (facts: readonly DocumentFacts[]): readonly CurrencyAmount[] =>
    facts
      .filter(({ document }) => !document.isVoid)
      .map(({ currency, total }) => ({ currency, amount: total }));
  const [ofA, ofB] = [a, b].map((facts) => groupBy(amounts(facts), ({ currency }) => currency));
  return [...new Set([...ofA!.keys(), ...ofB!.keys()])].sort(compareText).map((currency) => {
    const total = (groups: typeof ofA) => sum((groups!.get(currency) ?? []).map(({ amount }) => amount));
    const [totalA, totalB] = [total(ofA), total(ofB)];
    return { currency, totalA, totalB, difference: totalB.minus(totalA) };
  });
}

function effectTotals(documents: readonly DocumentDifference[]): Comparison["effects"] {
  const all = documents.flatMap(({ currency, effects }) => effects.map((found) => ({ currency, ...found })));
  const currencies = [...groupBy(all, ({ currency }) => currency)].sort(([a], [b]) => compareText(a, b));
  return currencies.flatMap(([currency, effects]) =>
    effectOrder.flatMap((effect: EffectId) => {
      const amount = sum(effects.filter((found) => found.effect === effect).map((found) => found.amount));
      return amount.isZero() ? [] : [{ currency, effect, amount }];
    }),
  );
}

/** A document belongs to a period in which it ends. */
const endsWithin = (days: Period | undefined) =>
  days === undefined
    ? () => true
    : ({ period }: DocumentFacts) => period !== undefined && contains(days, period.to);

const inOrder = (a: DocumentDifference, b: DocumentDifference) =>
  compareText(a.customerId, b.customerId) ||
  compareText(a.contractId, b.contractId) ||
  (a.period?.from ?? 0) - (b.period?.from ?? 0) ||
  compareText(a.period ? formatPeriod(a.period) : "", b.period ? formatPeriod(b.period) : "") ||
  compareText(a.invoiceA || a.invoiceB, b.invoiceA || b.invoiceB);

/**
 * Two billed workbooks, document by document. 100.00 in A and 118.00 in B, of which 10 more units at 1.00 are 10.00 and
 * a price of 1.20 for all 40 units 8.00: quantity 10.00, price 8.00.
 */
export function compareDocuments(a: ComparedBook, b: ComparedBook, days: Period | undefined): Comparison {
  const [allA, allB] = [factsOf(a), factsOf(b)];
  const [ofA, ofB] = [allA, allB].map((facts) => facts.filter(endsWithin(days))) as [
    DocumentFacts[],
    DocumentFacts[],
  ];
  const inputsOf = inputFinder(a, b);
  const amountsOf = effectsOf(a, b);
  const documents = meetDocuments(ofA, ofB).flatMap((met): DocumentDifference[] => {
    if (!met.a || !met.b) return [oneSided(met, inputsOf(met))];
    if (isEqual(met)) return [];
    const inputs = inputsOf(met);
    if (met.a.currency !== met.b.currency) return inTwoCurrencies(met, inputs);
    const effects = amountsOf(met).map((change) => ({
      effect: change.id,
      amount: change.amount,
      cause: causeOf(change, inputs, met),
    }));
    return [difference(met, met.a.currency, { a: met.a.total, b: met.b.total }, effects, inputs)];
  });
  return {
    documents: documents.sort(inOrder),
    effects: effectTotals(documents),
    totals: totalsOf(ofA, ofB),
    numbers: numbersGivenTwice(ofA, ofB),
  };
}
