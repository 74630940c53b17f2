import { groupBy } from "../base/groupBy";
import { formatMoney } from "../money/format";
import { billsService } from "../documents/lineKinds";
import { billsPrice } from "../documents/meteredService";
import type { RegisteredLine } from "../documents/register";
import { minorDigits } from "../money/currency";
import { smallestUnit, sum } from "../money/decimal";
import { round } from "../money/round";
import type { Comparison } from "./comparison";
import type { ReconcileContext } from "./context";
import { finding, type Finding } from "./finding";

/** A document whose lines are all known to bill certain prices and nothing else. */
interface WholeDocument {
  readonly lines: readonly RegisteredLine[];
  /** The services it bills, those that have no line on it because they round to nothing included. */
  readonly comparisons: readonly Comparison[];
}

function wholeDocuments(comparisons: readonly Comparison[], context: ReconcileContext): WholeDocument[] {
  const comparisonOf = new Map(
    comparisons.flatMap((comparison) => comparison.lines.map((line) => [line, comparison] as const)),
  );
  const withoutLines = groupBy(
    comparisons.filter(({ lines }) => lines.length === 0),
    ({ parts }) => parts[0]?.checked,
  );
  const rated = context.register.lines.filter((line) => {
    const contract = context.catalog.contractById.get(line.contractId);
    return contract ? billsPrice(contract, line) : billsService(line);
  });
  return [...groupBy(rated, ({ invoiceNumber }) => invoiceNumber)].flatMap(([number, lines]) => {
    const billedComparisons = [...new Set(lines.flatMap((line) => comparisonOf.get(line) ?? []))];
    const isKnown = lines.every((line) => comparisonOf.has(line));
    const isWhole = billedComparisons.every((comparison) =>
      comparison.lines.every(({ invoiceNumber }) => invoiceNumber === number),
    );
    if (!isKnown || !isWhole) return [];
    const periods = new Set(billedComparisons.flatMap(({ parts }) => parts.map(({ checked }) => checked)));
    const silent = [...periods].flatMap((period) => withoutLines.get(period) ?? []);
    return [{ lines, comparisons: [...billedComparisons, ...silent] }];
  });
}

/**
 * With Line rounding = invoice a line is only a share of the invoice's amount, so a difference below a minor unit a
 * line says nothing about a price; but the lines must add up to the exact amounts rounded once.
 */
export function roundedInvoices(comparisons: readonly Comparison[], context: ReconcileContext): Finding[] {
  const { roundingMode, reconciliationTolerance } = context.settings;
  return wholeDocuments(comparisons, context).flatMap((document): Finding[] => {
    const parts = document.comparisons.flatMap((comparison) => comparison.parts);
    const [first] = parts;
    if (!first) return [];
    const { contract, period } = first.checked;
    const digits = minorDigits(contract.currency);
    const expected = round(sum(parts.map(({ exact }) => exact)), digits, roundingMode);
    const found = sum(document.lines.map(context.billed.netOf));
    const difference = expected.minus(found).abs();
    const unit = smallestUnit(digits);
    if (difference.lessThan(unit) || difference.lessThanOrEqualTo(reconciliationTolerance)) return [];
    const isOneContract = document.comparisons.every((comparison) => comparison.contract === contract);
    const isOnePrice = parts.length === 1 && !first.price.isFixed;
    const [{ invoiceNumber, at: source }] = document.lines as readonly [RegisteredLine];
    return [
      finding({
        code: "AMOUNT_MISMATCH",
        customerId: contract.customer.customerId,
        contractId: isOneContract ? contract.contractId : "",
        invoiceNumber,
        period: period.service,
        meter: isOnePrice ? first.price.meter : "",
        expected,
        found,
        currency: contract.currency,
        cause: `all prices together, rounded once, are ${formatMoney(expected, contract.currency)} and the lines add up to ${formatMoney(found, contract.currency)}`,
        source,
      }),
    ];
  });
}
