import { zero, sum, type Decimal } from "../money/decimal";
import { minorDigits } from "../money/currency";
import { shareByLargestRemainder } from "../money/allocate";
import { round, type RoundingMode } from "../money/round";
import type { Settings } from "../settings/settings";
import type { LineKind } from "../documents/invoiceLines.table";
import type { ChargeLine } from "../pricing/charge";
import { exactAmount, roundedAmount, type RatedItem } from "../rating/ratedItem";
import { explainLine } from "./explainLine";
import type { InvoiceLine } from "./invoice";

/** A cell holds 15 digits; a prorated unit price may have more and only its product must be right. */
const SHOWN_DIGITS = 15;

function kindOf(line: ChargeLine, item: RatedItem): LineKind {
  if (item.kind === "commitment") return "commitment";
  return line.kind === "usage" && item.kind === "fixed" ? "fixed" : line.kind;
}

function toLine(line: ChargeLine, item: RatedItem, amount: Decimal, mode: RoundingMode): InvoiceLine {
  const { contract, price } = item;
  const isStep = line.kind === "usage" || line.kind === "included";
  return {
    contractId: contract.contractId,
    priceId: price?.priceId ?? "",
    product: price?.product ?? "Minimum commitment",
    description: price?.description ?? "Minimum commitment",
    kind: kindOf(line, item),
    tier: line.tier === "all" ? "" : line.tier,
    period: item.part,
    quantity: line.quantity.toSignificantDigits(SHOWN_DIGITS),
    unit: isStep ? (price?.unit ?? "") : "",
    unitPrice: line.unitPrice.toSignificantDigits(SHOWN_DIGITS),
    flatFee: line.flatFee.toSignificantDigits(SHOWN_DIGITS),
    amount,
    taxCode: price?.taxCode ?? contract.taxCode,
    taxRate: zero,
    sourceRows: isStep ? item.rows.length : 0,
    explanation: explainLine(line, item, amount, { currency: contract.currency, mode }),
    item,
  };
}

/**
 * The lines of an invoice's items in their currency's minor unit. Line rounding rounds every item once and shares it
 * over its lines; invoice rounding rounds the sum of all items once and shares that.
 */
export function linesOfItems(items: readonly RatedItem[], settings: Settings): InvoiceLine[] {
  const steps = items.flatMap((item) => item.lines.map((line) => ({ line, item })));
  const first = items[0];
  if (!first) return [];
  const digits = minorDigits(first.contract.currency);
  const mode = settings.roundingMode;
  const exactOf = (lines: readonly ChargeLine[]) => lines.map(({ amount }) => amount);
  const amounts =
    settings.lineRounding === "invoice"
      ? shareByLargestRemainder(
          round(sum(items.map(exactAmount)), digits, mode),
          exactOf(steps.map(({ line }) => line)),
          digits,
        )
      : items.flatMap((item) =>
          shareByLargestRemainder(roundedAmount(item, digits, mode), exactOf(item.lines), digits),
        );
  return steps.map(({ line, item }, index) => toLine(line, item, amounts[index]!, mode));
}
