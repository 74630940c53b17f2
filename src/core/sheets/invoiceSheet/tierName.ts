import type { InvoiceLine } from "../../invoicing/invoice";
import type { Decimal } from "../../money/decimal";
import { indexOfLabel, type Tier } from "../../pricing/tiers";
import type { DocumentWords } from "../../words/documentWords";

/** Whether every quantity between two bounds can be counted, so that the upper tier begins one above the lower. */
function isCounted(line: InvoiceLine, lower: Decimal, upper: Decimal): boolean {
  const isShareOfMoney = line.item?.price?.model.ratesAreFractions ?? false;
  return !isShareOfMoney && [line.quantity, lower, upper].every((figure) => figure.isInteger());
}

function nameOf(tiers: readonly Tier[], index: number, line: InvoiceLine, words: DocumentWords): string {
  const { figure } = words.notation;
  const lower = tiers[index - 1]?.upTo ?? undefined;
  const upper = tiers[index]?.upTo ?? undefined;
  if (!lower || !upper) {
    return words.tier({
      lower: lower ? figure(lower) : "",
      upper: upper ? figure(upper) : "",
      isClosed: false,
    });
  }
  const isClosed = isCounted(line, lower, upper);
  return words.tier({ lower: figure(isClosed ? lower.plus(1) : lower), upper: figure(upper), isClosed });
}

/**
 * The tier of a line as a customer reads it: "tier 1,001 to 5,000" of calls that are counted, "tier over 1,000 up to
 * 5,000" of gigabytes with decimals; empty where there is none.
 */
export function tierName(line: InvoiceLine, words: DocumentWords): string {
  if (line.tier === "") return "";
  const tiers = line.item?.price?.tiers ?? [];
  const index = indexOfLabel(tiers, line.tier);
  return index < 0 ? line.tier : nameOf(tiers, index, line, words);
}
