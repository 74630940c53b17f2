import { knownValue } from "../../base/knownValue";
import { overlaps } from "../../calendar/period";
import { billedServiceOf } from "../../documents/billedService";
import { registerContents, type RegisteredInvoice } from "../../documents/register";
import { sum, type Decimal } from "../../money/decimal";
import { sumQuantities } from "../../metering/readings";
import { linesAreShares } from "../../settings/lineShares";
import { bareDocuments, checkedContracts, type CheckedContract, type CheckedPeriod } from "../checkedPeriods";
import { withoutKeeping } from "../../rating/ratedBefore";
import { contractFields, differ, totalOf, unitsOfShares } from "../comparedSum";
import { comparisonsOf, type Comparison } from "../comparison";
import type { Check, CheckContext } from "../check";
import type { ReconcileContext } from "../context";
import { duplicateUnitsOf, type DuplicateUnits } from "../duplicateUnits";
import { dueIn, type Expected } from "../expected";
import { finding, type Finding } from "../finding";
import { pooledSums } from "../pooledSums";
import { splitDifference } from "../splitDifference";
import { compareCommitments, compareTrueUps, hasTrueUp } from "../trueUps";
import { sourceOf, unbilled, unbilledPeriod } from "../unbilledPeriod";
import { roundedInvoices } from "../roundedInvoices";

/** Rows that arrived after the day of the invoice that should have held them make more usage late, not wrong. */
function arrivedLate({ parts, lines }: Comparison, { metered }: ReconcileContext): boolean {
  const invoiceDate = lines[0]?.invoice?.invoiceDate;
  if (invoiceDate === undefined || !metered) return false;
  const { received } = metered.usage;
  const late = parts
    .flatMap(({ usage }) => [...(usage?.rows ?? [])])
    .filter((row) => received[row]! > invoiceDate);
  return late.length > 0 && !sumQuantities(metered.usage, Int32Array.from(late)).isZero();
}

/** Lines of a service in days in which it has no price. */
function withoutPrice({ contract, lines, days }: Comparison, context: ReconcileContext): Finding[] {
  const [first] = lines;
  const found = sum(lines.map(context.billed.netOf));
  if (!first || !differ(sum([]), found, contract, context)) return [];
  return [
    finding({
      ...contractFields(contract),
      code: "AMOUNT_MISMATCH",
      invoiceNumber: first.invoiceNumber,
      period: days,
      found,
      cause: "billed without a price in the contract",
      source: first.at,
    }),
  ];
}

/** What lines bill, less credits: concessions as well where they reach beyond the contract's end. */
function foundIn({ contract, lines }: Comparison, expected: Decimal, { billed }: ReconcileContext): Decimal {
  const isCut = lines.some(({ period }) => period !== undefined && period.to > contract.service.to);
  return isCut ? billed.netAfterEnd(lines, expected) : sum(lines.map(billed.netOf));
}

/** Whether lines are shares of an amount that is rounded as one: each is off by less than a minor unit. */
const isShare = ({ price }: Expected, { settings }: ReconcileContext) =>
  linesAreShares(settings) || price.pricedIn !== undefined;

/** What is owed; where lines bill it as their share of a rounded amount, that share: 85 of 84.44, not 84. */
function owedOn({ contract, parts, lines }: Comparison, first: Expected, context: ReconcileContext): Decimal {
  const billed = totalOf(lines.map((line) => context.billed.asPriced(line)));
  const exact = sum(parts.map((part) => part.exact));
  const isBilledShare =
    lines.length > 0 &&
    isShare(first, context) &&
    !differ(exact, billed, contract, context, unitsOfShares(lines, context));
  return isBilledShare ? billed : totalOf(parts);
}

/** Compares what is owed for a service with the lines that bill it. */
function compare(
  comparison: Comparison,
  duplicateUnits: DuplicateUnits,
  context: ReconcileContext,
): Finding[] {
  const { contract, parts, lines, days } = comparison;
  const [first] = parts;
  if (!first) return withoutPrice(comparison, context);
  const { run } = context;
  const expected = owedOn(comparison, first, context);
  const found = foundIn(comparison, expected, context);
  const exact = sum(parts.map((part) => part.exact));
  const isRight = isShare(first, context)
    ? !differ(exact, found, contract, context, unitsOfShares(lines, context))
    : !differ(expected, found, contract, context);
  if (isRight) return [];
  if (lines.length === 0) {
    const code = first.usage ? "UNBILLED_USAGE" : "MISSING_PERIOD";
    return parts.filter(({ amount }) => !amount.isZero()).map((part) => unbilled(part, code, context));
  }
  const isLate = days.to < run.from || arrivedLate(comparison, context);
  const effects = splitDifference({
    ...comparison,
    expected,
    found,
    isLate,
    duplicateUnits: duplicateUnits(comparison),
    context,
  });
  const base = {
    ...contractFields(contract),
    invoiceNumber: lines[0]?.invoiceNumber ?? "",
    period: days,
    meter: first.usage ? first.price.meter : "",
    source: lines[0]?.at ?? sourceOf(first, context),
  };
  let rest = expected;
  return effects.map(({ code, difference, cause }) => {
    // Expected of the first cause is the whole figure; each further one starts where the last ended.
    const owed = rest;
    rest = owed.minus(difference);
    return finding({
      ...base,
      code,
      // A row that occurs twice is harmless where it was counted once.
      ...(code === "DUPLICATE_USAGE" && { severity: "error" as const }),
      expected: owed,
      found: rest,
      cause,
    });
  });
}

/** A document that bills the same again is named by its own check; its lines would double every figure here. */
function withoutDuplicates(context: CheckContext): ReconcileContext {
  const doubled = new Set(context.duplicates.map(({ invoiceNumber }) => invoiceNumber));
  if (doubled.size === 0) return context;
  const isOnce = ({ invoiceNumber }: { invoiceNumber: string }) => !doubled.has(invoiceNumber);
  const register = {
    ...context.register,
    ...registerContents(context.register.invoices.filter(isOnce), context.register.lines.filter(isOnce)),
  };
  return { ...context, register, billed: billedServiceOf(register, context.settings) };
}

/** Periods billed in another currency than the contract's: their amounts cannot be compared; another check names them. */
function inOtherCurrency(
  { contract, periods }: CheckedContract,
  comparisons: readonly Comparison[],
  documents: readonly RegisteredInvoice[],
): ReadonlySet<CheckedPeriod> {
  const isOther = (currency: string | undefined) =>
    currency !== undefined && currency.toUpperCase() !== contract.currency;
  const lines = comparisons
    .flatMap((comparison) => comparison.lines)
    .filter(({ invoice }) => isOther(invoice?.currency));
  const bare = documents.filter(({ currency }) => isOther(currency));
  const days = [
    ...lines.flatMap(({ period }) => period ?? []),
    ...bare.flatMap(({ periodStart: from, periodEnd: to }) =>
      from === undefined || to === undefined ? [] : { from, to },
    ),
  ];
  return new Set(periods.filter(({ period }) => days.some((span) => overlaps(span, period.service))));
}

/** A contract compared with what bills it, and the comparisons in which nothing was found. */
interface Compared {
  readonly findings: readonly Finding[];
  readonly agreeing: readonly Comparison[];
}

function compareContract(
  checked: CheckedContract,
  documents: readonly RegisteredInvoice[],
  duplicateUnits: DuplicateUnits,
  context: ReconcileContext,
): Compared {
  const { periods } = checked;
  const expectedIn = new Map(periods.map((period) => [period, dueIn(period, context)]));
  const expected = [...expectedIn.values()].flat();
  const all = comparisonsOf(checked, expected, context);
  const foreign = inOtherCurrency(checked, all, documents);
  const foreignPeriods = [...foreign];
  const comparisons = all.filter(
    ({ days }) => !foreignPeriods.some(({ period }) => overlaps(days, period.service)),
  );
  const pooled = pooledSums(checked, comparisons, documents, context);
  const billedLines = all.filter(({ lines }) => lines.length > 0);
  const isBilled = (checkedPeriod: CheckedPeriod) =>
    pooled.periods.has(checkedPeriod) ||
    foreign.has(checkedPeriod) ||
    billedLines.some(
      ({ days, lines }) =>
        overlaps(days, checkedPeriod.period.service) ||
        lines.some(({ period }) => period && overlaps(period, checkedPeriod.period.service)),
    ) ||
    hasTrueUp(checkedPeriod, context);
  const unbilledPeriods = new Set(periods.filter((period) => !isBilled(period)));
  const compared = pooled.rest
    .filter(
      ({ parts, lines, isOpen }) =>
        !isOpen && (lines.length > 0 || parts.some((part) => !unbilledPeriods.has(part.checked))),
    )
    .map((comparison) => ({ comparison, findings: compare(comparison, duplicateUnits, context) }));
  const trueUps = periods
    .filter(
      (period) =>
        !period.isRunning &&
        !unbilledPeriods.has(period) &&
        !foreign.has(period) &&
        !pooled.whole.has(period),
    )
    .flatMap((period, index, billed) => [
      ...compareTrueUps(period, context),
      ...compareCommitments(period, billed.slice(index + 1), context),
    ]);
  return {
    findings: [
      ...[...unbilledPeriods].flatMap((period) =>
        unbilledPeriod(period, knownValue(expectedIn, period), context),
      ),
      ...compared.flatMap(({ findings }) => findings),
      ...pooled.findings,
      ...trueUps,
    ],
    agreeing: compared.filter(({ findings }) => findings.length === 0).map(({ comparison }) => comparison),
  };
}

/** Re-rates every period that the workbook knows about and compares it with the invoice lines found. */
export const billedPeriods: Check = (given) => {
  const context = withoutDuplicates(given);
  const bare = bareDocuments(context);
  const duplicateUnits = duplicateUnitsOf(context);
  const comparedOf = (checked: CheckedContract) =>
    withoutKeeping(checked.contract, context, () =>
      compareContract(checked, bare.get(checked.contract.contractId) ?? [], duplicateUnits, context),
    );
  // What years of documents agree on is kept for those alone whose invoices are rounded once.
  if (context.settings.lineRounding === "line")
    return checkedContracts(context).flatMap((checked) => comparedOf(checked).findings);
  const compared = checkedContracts(context).map(comparedOf);
  const findings = compared.flatMap((outcome) => outcome.findings);
  return [
    ...findings,
    ...roundedInvoices(
      compared.flatMap(({ agreeing }) => agreeing),
      context,
    ),
  ];
};
