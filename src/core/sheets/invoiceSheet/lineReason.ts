import { isWhole } from "../../calendar/proration";
import type { Price } from "../../catalog/records";
import type { InvoiceLine } from "../../invoicing/invoice";
import { Decimal, sum, zero } from "../../money/decimal";
import type { RatedItem } from "../../rating/ratedItem";
import { beforeProration, proratedItem } from "./proration";
import type { DocumentWords } from "../../words/documentWords";

/** What a reason is written from. */
interface Reasoned {
  readonly line: InvoiceLine;
  readonly item: RatedItem;
  readonly currency: string;
  readonly words: DocumentWords;
}

const withUnit = (figure: string, unit: string): string => (unit === "" ? figure : `${figure} ${unit}`);

/** "22.13 = 14/31 of 49.00": the amount of a price that was cut to some days. */
function shareReason({ line, currency, words }: Reasoned): string[] {
  const cut = proratedItem(line);
  if (!cut) return [];
  const full = beforeProration(line.quantity.times(line.unitPrice).plus(line.flatFee), cut);
  const { money, price } = words.notation;
  return [`${money(line.amount, currency)} = ${words.reasons.share(cut.fraction, price(full, currency))}`];
}

/** A fee beside a price is in no column. */
function feeReason({ line, currency, words }: Reasoned): string[] {
  if (line.flatFee.isZero() || line.unitPrice.isZero()) return [];
  const cut = proratedItem(line);
  const fee = cut ? beforeProration(line.flatFee, cut) : line.flatFee;
  return [words.reasons.includes(words.notation.price(fee, currency))];
}

/** A line that counts packages says what is in them; events rated alone fill theirs alone, so nothing adds up to them. */
function packageReason({ item, words }: Reasoned, price: Price): string[] {
  const size = price.model.countsPackages === true ? price.packageSize : undefined;
  if (size === undefined || price.perEvent) return [];
  const metered = item.quantity ?? price.quantity ?? zero;
  const { figure } = words.notation;
  const charged = Decimal.max(zero, metered.minus(price.included));
  return [words.reasons.packagesOf(withUnit(figure(charged), price.unit), figure(size))];
}

function includedReason({ line, words }: Reasoned, price: Price): string {
  const { figure } = words.notation;
  if (price.perEvent || price.included.lessThan(line.quantity)) return words.reasons.free;
  return words.reasons.included(figure(line.quantity), withUnit(figure(price.included), price.unit));
}

/** The amounts before and after a discount, minimum or maximum. */
function stepAmounts({ line, item }: Reasoned): { before: Decimal; after: Decimal } {
  const at = item.lines.findIndex(({ kind }) => kind === line.kind);
  const before = sum(item.lines.slice(0, Math.max(0, at)).map(({ amount }) => amount));
  return { before, after: before.plus(item.lines[at]?.amount ?? line.amount) };
}

/** "225.81 (14/31 of 500.00)" where a bound was cut to the days of a short period. */
function cutBound(bound: Decimal, agreed: Decimal | undefined, { item, currency, words }: Reasoned): string {
  const { money, price } = words.notation;
  const isCut = agreed !== undefined && !isWhole(item.fraction) && !bound.equals(agreed);
  return isCut
    ? `${money(bound, currency)} (${words.reasons.share(item.fraction, price(agreed, currency))})`
    : money(bound, currency);
}

function boundReason(reasoned: Reasoned, price: Price, kind: "minimum" | "maximum"): string {
  const { currency, words } = reasoned;
  if (price.perEvent) return words.reasons.perEvent[kind];
  const { before, after } = stepAmounts(reasoned);
  return words.reasons[kind](words.notation.money(before, currency), cutBound(after, price[kind], reasoned));
}

/** Late usage is the difference of two prices: that of all usage, and that of what was billed before. */
function lateReason({ item, currency, words }: Reasoned): string {
  const { money, span } = words.notation;
  const late = words.reasons.late(span(item.part));
  if (item.lines.length !== 1) return late;
  return `${late}: ${words.reasons.lateRest(money(item.whole, currency), money(item.before, currency))}`;
}

function commitmentReason(reasoned: Reasoned): string {
  const { item, currency, words } = reasoned;
  const billed = item.quantity ?? zero;
  const owed = item.whole.plus(billed);
  const agreed = isWhole(item.fraction) ? owed : beforeProration(owed, item);
  return words.reasons.commitment(cutBound(owed, agreed, reasoned), words.notation.money(billed, currency));
}

function reasonOfPrice(reasoned: Reasoned, price: Price): string {
  const { line, currency, words } = reasoned;
  switch (line.kind) {
    case "included":
      return includedReason(reasoned, price);
    case "discount":
      return words.reasons.discount(
        words.notation.percent(price.discount),
        words.notation.money(stepAmounts(reasoned).before, currency),
      );
    case "minimum":
    case "maximum":
      return boundReason(reasoned, price, line.kind);
    default:
      return [...packageReason(reasoned, price), ...shareReason(reasoned), ...feeReason(reasoned)].join(", ");
  }
}

/**
 * How the amount of a line comes about, where the figures beside it do not tell: the share of a short period, a step
 * of a price, what late usage adds. Rounded for a reader; the exact figures are in Invoice lines.
 */
export function lineReason(line: InvoiceLine, currency: string, words: DocumentWords): string {
  const { item } = line;
  if (!item) return "";
  if (item.term) return item.term.sentence;
  const reasoned: Reasoned = { line, item, currency, words };
  if (item.late) return lateReason(reasoned);
  if (item.kind === "commitment") return commitmentReason(reasoned);
  return item.price ? reasonOfPrice(reasoned, item.price) : "";
}
