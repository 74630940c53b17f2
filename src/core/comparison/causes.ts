import { groupBy } from "../base/groupBy";
import { Decimal, sum } from "../money/decimal";
import { formatFigure, formatMoney } from "../money/format";
import type { RatedItem } from "../rating/ratedItem";
import type { CellValue } from "./changedCell";
import type { ChangedInput } from "./changedInput";
import type { DocumentFacts } from "./documentFacts";
import type { DocumentOfBoth, EffectAmount } from "./effectsOfDocument";
import { documentEffects, ratedEffects, type RatedEffect } from "./effects";

/** Causes that are told one by one; more are counted. */
const TOLD = 3;

function enough(causes: readonly string[]): string {
  const told = causes.slice(0, TOLD).join("; ");
  return causes.length > TOLD ? `${told}; and ${String(causes.length - TOLD)} more` : told;
}

/** A value as it is read aloud; blank where there is none. */
export function shownValue(value: CellValue): string {
  if (value === null) return "blank";
  return Decimal.isDecimal(value) ? formatFigure(value) : value;
}

const isCauseOf = ({ causes }: Pick<RatedEffect, "causes">, { table, field }: ChangedInput): boolean =>
  (causes.whole ?? []).includes(table) ||
  (causes.settings ?? []).some((name) => table === "Settings" && name === field) ||
  (["Contracts", "Customers", "Prices"] as const).some(
    (name) => table === name && (causes[name] as readonly string[] | undefined)?.includes(field),
  );

/** What decides effects that follow from the documents themselves. */
const documentCauses: Readonly<Record<string, RatedEffect["causes"] | undefined>> = {
  adjustment: {
    Contracts: ["retention", "retentionRelease"],
    whole: ["Adjustments", "Grants"],
    settings: ["grants", "cashRounding", "pricesIncludeTax"],
  },
  tax: { whole: ["Tax codes"] },
};

const sentence = ({ cell, row }: ChangedInput) =>
  `${row === "" ? "" : `${row}: `}${cell.column} ${shownValue(cell.a)} → ${shownValue(cell.b)}`;

/** Metered quantities by product, as "Units 1,200 → 1,350". */
function quantities({ before, after }: EffectAmount): string[] {
  const byProduct = (items: readonly RatedItem[]) => {
    const metered = items.filter(({ price, quantity }) => price && quantity);
    const groups = groupBy(metered, ({ price }) => price?.product ?? "");
    return new Map(
      [...groups].map(([name, group]) => [name, sum(group.flatMap((item) => item.quantity ?? []))]),
    );
  };
  const [from, to] = [byProduct(before), byProduct(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((product) => {
    const [was, is] = [from.get(product) ?? new Decimal(0), to.get(product) ?? new Decimal(0)];
    return was.equals(is) ? [] : [`${product} ${formatFigure(was)} → ${formatFigure(is)}`];
  });
}

/** Prices that one of two ratings alone has. */
function onlyIn(items: readonly RatedItem[], others: readonly RatedItem[]): string[] {
  const known = new Set(others.map(({ price }) => price?.priceId));
  const unknown = items.filter(({ price }) => price && !known.has(price.priceId));
  return [...new Set(unknown.map(({ price }) => price?.product ?? ""))];
}

const helpOf = (id: string) =>
  [...ratedEffects, ...documentEffects].find((effect) => effect.id === id)?.help ?? "";

const besidePrices: ReadonlySet<string> = new Set(["adjustment", "deposit", "grant", "retention"]);

/** Why the documents differ where no input says it. */
function ofDocuments(id: string, { a, b }: DocumentOfBoth): string {
  const money = (amount: Decimal) => formatMoney(amount, a.currency);
  const adjusted = ({ document }: DocumentFacts) =>
    document.lines.filter(({ kind }) => kind !== undefined && besidePrices.has(kind));
  const standing = (facts: DocumentFacts) => String(adjusted(facts).length);
  const drawn = (facts: DocumentFacts) => money(sum(adjusted(facts).map(({ amount }) => amount)));
  if (id === "tax") return `tax ${money(a.tax)} → ${money(b.tax)}`;
  if (id === "adjustment" && a.document.corrects !== undefined)
    return `net ${money(a.net)} → ${money(b.net)}`;
  if (id === "adjustment")
    return standing(a) === standing(b)
      ? `adjustments, deposits, grants and retention: ${drawn(a)} → ${drawn(b)}`
      : `lines of adjustments: ${standing(a)} → ${standing(b)}`;
  return helpOf(id);
}

/** The cause of an effect in half a sentence: changed cells, else quantities or prices, else what the effect is. */
export function causeOf(
  change: EffectAmount,
  inputs: readonly ChangedInput[],
  documents: DocumentOfBoth,
): string {
  const effect: RatedEffect | undefined = ratedEffects.find(({ id }) => id === change.id);
  if (!effect) {
    const causes = documentCauses[change.id];
    const cells = causes ? inputs.filter((input) => isCauseOf({ causes }, input)) : [];
    const said = ofDocuments(change.id, documents);
    return cells.length === 0 ? said : `${said}: ${enough(cells.map(sentence))}`;
  }
  if (effect.takesRows === "only in B") return `only in B: ${enough(onlyIn(change.after, change.before))}`;
  if (effect.takesRows === "only in A") return `only in A: ${enough(onlyIn(change.before, change.after))}`;
  const metered = effect.takesUsage ? quantities(change) : [];
  if (metered.length > 0) return enough(metered);
  const cells = inputs.filter((input) => isCauseOf(effect, input)).map(sentence);
  return cells.length > 0 ? enough(cells) : effect.help;
}
