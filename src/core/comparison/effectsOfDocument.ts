import type { Period } from "../calendar/period";
import type { RegisteredLine } from "../documents/register";
import { sum, zero, type Decimal } from "../money/decimal";
import type { RatedItem } from "../rating/ratedItem";
import type { Settings } from "../settings/settings";
import type { ComparedBook } from "./comparedBook";
import type { DocumentFacts } from "./documentFacts";
import { ratedEffects, type EffectId, type RatedEffect } from "./effects";
import { startOf, withEffect, type MixedContract } from "./mixedContract";
import { rateDocument, raterOf, type RatedAgain, type Rater } from "./rateAgain";
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

/** How far the documents of a run have taken B over: each step is rated with contracts of its own. */
class Steps {
  private readonly raters = new Map<string, Rater>();

  constructor(
    private readonly books: { readonly a: ComparedBook; readonly b: ComparedBook },
    private readonly run: Period,
  ) {}

  rater(step: number, side: "a" | "b", settings: Settings): Rater {
    const key = `${String(step)} ${side}`;
    const known = this.raters.get(key) ?? raterOf(this.books[side], settings, this.run);
    this.raters.set(key, known);
    return known;
  }
}

const isAdjustment = ({ kind }: RegisteredLine) => kind === "adjustment";

const adjustedBy = ({ document }: DocumentFacts) =>
  sum(document.lines.filter(isAdjustment).map(({ amount }) => amount));

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
  let side: "a" | "b" = "a";
  const rate = (step: number): RatedAgain | undefined =>
    rateDocument(
      mixed.flatMap(({ a: ofA, b: ofB, now }) => {
        // Usage of a contract that one book alone has is in that book.
        const present = !ofA ? "b" : !ofB ? "a" : side;
        return now ? [{ contract: now, rater: steps.rater(step, present, settings) }] : [];
      }),
      settings,
    );
  let before: RatedAgain = rate(-1) ?? { net: a.net.minus(adjustedBy(a)), items: [] };
  return ratedEffects.flatMap((effect: RatedEffect, step): EffectAmount[] => {
    const next = mixed.map((contract) => withEffect(contract, effect));
    const isSame = next.every((contract, index) => contract === mixed[index]);
    const nextSettings = settingsAfter(settings, books.b.settings, effect);
    if (isSame && nextSettings === settings && !effect.takesUsage) return [];
    mixed = next;
    settings = nextSettings;
    if (effect.takesUsage) side = "b";
    const rated = rate(step);
    if (!rated) return [];
    const amount = rated.net.minus(before.net);
    const change = { id: effect.id as EffectId, amount, before: before.items, after: rated.items };
    before = rated;
    return [change];
  });
}

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
  const adjustment = bare("adjustment", adjustedBy(b).minus(adjustedBy(a)));
  const explained = sum([...rated, adjustment].map(({ amount }) => amount));
  return [...rated, adjustment, bare("other", net.minus(explained)), tax];
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
