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
  if (item.term || item.kind === "commitment") return item.kind;
  return line.kind === "usage" && item.kind === "fixed" ? "fixed" : line.kind;
}

function toLine(line: ChargeLine, item: RatedItem, amount: Decimal, mode: RoundingMode): InvoiceLine {
  const { contract, price } = item;
  const isStep = !item.term && (line.kind === "usage" || line.kind === "included");
  const name = item.term?.name ?? "Minimum commitment";
  return {
    contractId: contract.contractId,
    priceId: line.grantId ?? item.term?.id ?? price?.priceId ?? "",
    product: price?.product ?? name,
    description: item.term?.name ?? price?.description ?? name,
    kind: kindOf(line, item),
    tier: line.tier === "all" ? "" : line.tier,
    period: item.part,
    quantity: line.quantity.toSignificantDigits(SHOWN_DIGITS),
    unit: isStep ? (price?.unit ?? "") : "",
    unitPrice: line.unitPrice.toSignificantDigits(SHOWN_DIGITS),
    flatFee: line.flatFee.toSignificantDigits(SHOWN_DIGITS),
    amount,
    taxCode: price?.taxCode ?? item.term?.taxCode ?? contract.taxCode,
    taxRate: zero,
    sourceRows: isStep ? (item.rowCount ?? item.rows.length) : 0,
    explanation: explainLine(line, item, amount, { currency: contract.currency, mode }),
    item,
  };
}

/**
 * The amounts of an invoice's items in their currency's minor unit, step by step. Line rounding rounds every item once
 * and shares it over its steps; invoice rounding rounds the sum of all items once and shares that. Two items of 0.006
 * are 0.01 and 0.01 by line, 0.01 and 0.00 by invoice.
 */
export function amountsOfItems(items: readonly RatedItem[], settings: Settings): Decimal[] {
  const [first] = items;
  if (!first) return [];
  const digits = minorDigits(first.contract.currency);
  const mode = settings.roundingMode;
  const exactOf = (lines: readonly ChargeLine[]) => lines.map(({ amount }) => amount);
  return settings.lineRounding === "invoice"
    ? shareByLargestRemainder(
        round(sum(items.map(exactAmount)), digits, mode),
        exactOf(items.flatMap(({ lines }) => lines)),
        digits,
      )
    : items.flatMap((item) =>
        shareByLargestRemainder(roundedAmount(item, digits, mode), exactOf(item.lines), digits),
      );
}

/** The lines of an invoice's items. */
export function linesOfItems(items: readonly RatedItem[], settings: Settings): InvoiceLine[] {
  const amounts = amountsOfItems(items, settings);
  const steps = items.flatMap((item) => item.lines.map((line) => ({ line, item })));
  return steps.map(({ line, item }, index) => toLine(line, item, amounts[index]!, settings.roundingMode));
}
