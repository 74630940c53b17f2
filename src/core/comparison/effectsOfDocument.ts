import { groupBy } from "../base/groupBy";
import { once } from "../base/once";
import type { Period } from "../calendar/period";
import { standsAlone } from "../invoicing/standingLines";
import { sum, zero, type Decimal } from "../money/decimal";
import type { RatedItem } from "../rating/ratedItem";
import type { Settings } from "../settings/settings";
import type { ComparedBook } from "./comparedBook";
import type { DocumentFacts } from "./documentFacts";
import { ratedEffects, type EffectId, type RatedEffect } from "./effects";
import { startOf, withEffect, withRules, type MixedContract } from "./mixedContract";
import { rateDocument, raterOf, type RatedAgain, type Rater } from "./rateAgain";
import { documentRules, isRuled, type DocumentRules } from "./ruledDocument";
import { isSameTerm } from "./sameTerms";

/** An effect with what the document was rated from before and after it, where it was. */
export interface EffectAmount {
  readonly id: EffectId;
  readonly amount: Decimal;
  readonly before: readonly RatedItem[];
  readonly after: readonly RatedItem[];
}

/** A document that both books have. */
export interface DocumentOfBoth {
  readonly a: DocumentFacts;
  readonly b: DocumentFacts;
}

interface Rules {
  readonly a: DocumentRules;
  readonly b: DocumentRules;
}

/** Of which book something is taken. */
interface Sources {
  readonly usage: "a" | "b";
  readonly rates: "a" | "b";
}

const allOf = (book: "a" | "b"): Sources => ({ usage: book, rates: book });

/** How far the documents of a run have taken B over: each step is rated with contracts of its own. */
class Steps {
  private readonly raters = new Map<string, Rater>();
  private readonly rules: { readonly [Side in "a" | "b"]: () => (facts: DocumentFacts) => DocumentRules };

  constructor(
    private readonly books: { readonly a: ComparedBook; readonly b: ComparedBook },
    private readonly run: Period,
  ) {
    this.rules = {
      a: once(() => documentRules(books.a, run)),
      b: once(() => documentRules(books.b, run)),
    };
  }

  /** Rates by the usage of one book and what units are worth in one of them. */
  rater(step: number, { usage, rates }: Sources, settings: Settings): Rater {
    const key = `${String(step)} ${usage} ${rates}`;
    const book = this.books[usage];
    const { rateOn } = this.books[rates].catalog;
    const rated = usage === rates ? book : { ...book, catalog: { ...book.catalog, rateOn } };
    const known = this.raters.get(key) ?? raterOf(rated, settings, this.run);
    this.raters.set(key, known);
    return known;
  }

  /** The rules over a document on both sides; undefined where it is no more than its prices. */
  rulesOver(documents: DocumentOfBoth): Rules | undefined {
    const { a, b } = this.books;
    if (!isRuled([a, b], contractIdsOf(documents))) return undefined;
    return { a: this.rules.a()(documents.a), b: this.rules.b()(documents.b) };
  }
}

const adjustedBy = ({ document }: DocumentFacts) =>
  sum(document.lines.filter(standsAlone).map(({ amount }) => amount));

const bare = (id: EffectId, amount: Decimal): EffectAmount => ({ id, amount, before: [], after: [] });

/** The contracts that a document bills in either book. */
export function contractIdsOf({ a, b }: Partial<DocumentOfBoth>): ReadonlySet<string> {
  const ids = [a, b].flatMap((facts) =>
    facts ? [facts.contractId, ...facts.document.lines.map(({ contractId }) => contractId)] : [],
  );
  return new Set(ids.filter((id) => id !== ""));
}

/** The settings once an effect has taken its own; the same object where that changes nothing. */
function settingsAfter(now: Settings, b: Settings, { settings = [] }: RatedEffect): Settings {
  if (settings.every((name) => isSameTerm(now[name], b[name]))) return now;
  return { ...now, ...Object.fromEntries(settings.map((name) => [name, b[name]])) };
}

/** Settings of what is done to a document as a whole. */
const rulesOfSettings = ({ grants, cashRounding, pricesIncludeTax }: Settings) => ({
  grants,
  cashRounding,
  pricesIncludeTax,
});

/** Whether a price is in a unit that a rate turns into money. */
const isConverted = (contracts: readonly MixedContract[]): boolean =>
  contracts.some(({ now }) => now?.prices.some(({ pricedIn }) => pricedIn !== undefined) === true);

/** What the rated net of a document becomes, one thing after the other. */
function ratedAmounts(
  { a, b }: DocumentOfBoth,
  books: { readonly a: ComparedBook; readonly b: ComparedBook },
  steps: Steps,
): EffectAmount[] {
  let mixed: readonly MixedContract[] = [...contractIdsOf({ a, b })].map((id) =>
    startOf(books.a.catalog.contractById.get(id), books.b.catalog.contractById.get(id)),
  );
  let settings = books.a.settings;
  let sources = allOf("a");
  const rules = steps.rulesOver({ a, b });
  const rate = (step: number, ruled = rules?.a): RatedAgain | undefined =>
    rateDocument(
      mixed.flatMap(({ a: ofA, b: ofB, now }) => {
        // Usage of a contract that one book alone has is in that book.
        const present = !ofA ? allOf("b") : !ofB ? allOf("a") : sources;
        return now ? [{ contract: now, rater: steps.rater(step, present, settings) }] : [];
      }),
      settings,
      ruled,
    );
  let before: RatedAgain = rate(-1) ?? { net: a.net.minus(adjustedBy(a)), items: [] };
  const effects = ratedEffects.flatMap((effect: RatedEffect, step): EffectAmount[] => {
    const next = mixed.map((contract) => withEffect(contract, effect));
    const isSame = next.every((contract, index) => contract === mixed[index]);
    const nextSettings = settingsAfter(settings, books.b.settings, effect);
    const takesRates = effect.takesRates === true && isConverted(mixed);
    if (isSame && nextSettings === settings && !effect.takesUsage && !takesRates) return [];
    mixed = next;
    settings = nextSettings;
    if (effect.takesUsage) sources = { ...sources, usage: "b" };
    if (effect.takesRates) sources = { ...sources, rates: "b" };
    const rated = rate(step);
    if (!rated) return [];
    const amount = rated.net.minus(before.net);
    const change = { id: effect.id as EffectId, amount, before: before.items, after: rated.items };
    before = rated;
    return [change];
  });
  if (!rules) return effects;
  // Last come the rules over the document, and what earlier documents left to them.
  mixed = mixed.map(withRules);
  settings = { ...settings, ...rulesOfSettings(books.b.settings) };
  const ruled = rate(ratedEffects.length, rules.b);
  return ruled ? [...effects, bare("adjustment", ruled.net.minus(before.net))] : effects;
}

/** What promises of several contracts bill: it is rated with none of them. */
function pooledBy({ document }: DocumentFacts, { catalog }: ComparedBook): Decimal {
  const ids = new Set<string | undefined>(catalog.pools.map(({ commitment }) => commitment.id));
  return sum(document.lines.filter(({ priceId }) => ids.has(priceId)).map(({ amount }) => amount));
}

/** One effect for all amounts of it, in the order of their first. */
const merged = (effects: readonly EffectAmount[]): EffectAmount[] =>
  [...groupBy(effects, ({ id }) => id).values()].map((alike) => ({
    ...alike[0],
    amount: sum(alike.map(({ amount }) => amount)),
  }));

/** What corrects an invoice is no rating: all of it is an adjustment. */
const isCorrection = ({ document }: DocumentFacts) => document.corrects !== undefined;

/** The effects of a document that both books have in one currency; they add up to Total B − Total A. */
function amountsOf(
  documents: DocumentOfBoth,
  books: { readonly a: ComparedBook; readonly b: ComparedBook },
  steps: Steps | undefined,
): EffectAmount[] {
  const { a, b } = documents;
  const net = b.net.minus(a.net);
  const tax = bare("tax", b.tax.minus(a.tax));
  if (isCorrection(a)) return [bare("adjustment", net), tax];
  const rated = steps ? ratedAmounts(documents, books, steps) : [];
  const pooled = pooledBy(b, books.b).minus(pooledBy(a, books.a));
  const standing = adjustedBy(b).minus(adjustedBy(a));
  const known = [...rated, bare("minimum", pooled), bare("adjustment", standing)];
  const explained = sum(known.map(({ amount }) => amount));
  return merged([...known, bare("other", net.minus(explained)), tax]);
}

/** Rates documents of both books again, run by run; asked for the effects of one after the other. */
export function effectsOf(
  a: ComparedBook,
  b: ComparedBook,
): (documents: DocumentOfBoth) => readonly EffectAmount[] {
  const byRun = new Map<string, Steps>();
  const stepsOf = (run: Period | undefined): Steps | undefined => {
    if (!run) return undefined;
    const key = `${String(run.from)} ${String(run.to)}`;
    const steps = byRun.get(key) ?? new Steps({ a, b }, run);
    byRun.set(key, steps);
    return steps;
  };
  return (documents) =>
    amountsOf(documents, { a, b }, stepsOf(documents.a.period)).filter(({ amount }) => !amount.equals(zero));
}
