import { groupBy } from "../../base/groupBy";
import { formatMoney } from "../../money/format";
import type { RegisteredLine } from "../../documents/register";
import { minorDigits } from "../../money/currency";
import { Decimal, sum } from "../../money/decimal";
import { round } from "../../money/round";
import type { CheckedPeriod } from "../checkedPeriods";
import type { ReconcileContext } from "../context";
import type { Expected } from "../expected";
import { finding, type Finding } from "../finding";

/** A price of a period with the lines that bill it. */
export interface Match {
  readonly checked: CheckedPeriod;
  readonly each: Expected;
  readonly lines: readonly RegisteredLine[];
}

/** A document whose lines are all known to bill certain prices and nothing else. */
interface WholeDocument {
  readonly lines: readonly RegisteredLine[];
  /** The prices of the periods it bills, those that have no line on it because they round to nothing included. */
  readonly matches: readonly Match[];
}

function wholeDocuments(matches: readonly Match[], context: ReconcileContext): WholeDocument[] {
  const matchOf = new Map(matches.flatMap((match) => match.lines.map((line) => [line, match] as const)));
  const withoutLines = groupBy(
    matches.filter(({ lines }) => lines.length === 0),
    ({ checked }) => checked,
  );
  const rated = context.register.lines.filter(({ kind }) => kind !== "adjustment");
  return [...groupBy(rated, ({ invoiceNumber }) => invoiceNumber)].flatMap(([number, lines]) => {
    const own = [...new Set(lines.flatMap((line) => matchOf.get(line) ?? []))];
    const isKnown = lines.every((line) => matchOf.has(line));
    const isWhole = own.every((match) => match.lines.every(({ invoiceNumber }) => invoiceNumber === number));
    if (!isKnown || !isWhole) return [];
    const periods = new Set(own.map(({ checked }) => checked));
    return [{ lines, matches: [...own, ...[...periods].flatMap((each) => withoutLines.get(each) ?? [])] }];
  });
}

/**
 * With Line rounding = invoice a line is only a share of the invoice's amount, so a difference below a minor unit a
 * line says nothing about a price; but the lines must add up to the exact amounts rounded once.
 */
export function roundedInvoices(matches: readonly Match[], context: ReconcileContext): Finding[] {
  const { roundingMode, reconciliationTolerance } = context.settings;
  return wholeDocuments(matches, context).flatMap((document): Finding[] => {
    const { checked, each } = document.matches[0]!;
    const { contract, period } = checked;
    const digits = minorDigits(contract.currency);
    const exact = sum(document.matches.map((match) => match.each.exact));
    const expected = round(exact, digits, roundingMode);
    const found = sum(document.lines.map(({ amount }) => amount));
    const difference = expected.minus(found).abs();
    const unit = new Decimal(10).pow(-digits);
    if (difference.lessThan(unit) || difference.lessThanOrEqualTo(reconciliationTolerance)) return [];
    const isOneContract = document.matches.every((match) => match.checked.contract === contract);
    const isOnePrice = document.matches.length === 1 && !each.price.isFixed;
    const [{ invoiceNumber, at: source }] = document.lines as readonly [RegisteredLine];
    return [
      finding({
        code: "AMOUNT_MISMATCH",
        customerId: contract.customer.customerId,
        contractId: isOneContract ? contract.contractId : "",
        invoiceNumber,
        period: period.service,
        meter: isOnePrice ? each.price.meter : "",
        expected,
        found,
        currency: contract.currency,
        cause: `all prices together, rounded once, are ${formatMoney(expected, contract.currency)} and the lines add up to ${formatMoney(found, contract.currency)}`,
        source,
      }),
    ];
  });
}
