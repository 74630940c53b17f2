import { groupBy } from "../../base/groupBy";
import { overlap } from "../../calendar/period";
import type { Price } from "../../catalog/records";
import type { CellRef } from "../../grid/grid";
import { formatLongPeriod } from "../../calendar/longDate";
import { formatFigure, formatMoney } from "../../money/format";
import { billedServiceOf } from "../../documents/billedService";
import { indexLines } from "../../documents/lineIndex";
import { registerContents, type RegisteredLine } from "../../documents/register";
import { minorDigits } from "../../money/currency";
import { Decimal, sum, zero } from "../../money/decimal";
import { sumQuantities } from "../../metering/readings";
import { usageCell } from "../../metering/usage";
import { owedTrueUps, trueUp } from "../../rating/commitment";
import type { RatedUsage } from "../../rating/ratedUsage";
import { round } from "../../money/round";
import { checkedPeriods, type CheckedPeriod } from "../checkedPeriods";
import type { Check, ReconcileContext } from "../context";
import { expectedOf, type Expected } from "../expected";
import { finding, type Finding } from "../finding";
import { splitDifference } from "../splitDifference";
import { duplicateInvoices } from "./duplicateInvoices";
import { roundedInvoices, type Match } from "./roundedInvoices";

function commitmentOf({ contract, period }: CheckedPeriod, context: ReconcileContext): Decimal {
  const digits = minorDigits(contract.currency);
  const due = { from: period.service.to, to: period.service.to };
  const owed = owedTrueUps(contract, { run: due, billed: context.billed, items: [] }, context);
  const { roundingMode } = context.settings;
  return sum(
    owed.map(({ due: { owed: all }, counted }) => round(trueUp(all, counted), digits, roundingMode)),
  );
}

function common({ contract }: CheckedPeriod) {
  return {
    customerId: contract.customer.customerId,
    contractId: contract.contractId,
    currency: contract.currency,
  };
}

/** The cell that shows where expected usage comes from: its first row, else the price. */
function sourceOf({ price, usage }: Expected, context: ReconcileContext) {
  const row = usage?.rows[0];
  return row === undefined || !context.metered ? price.at : usageCell(context.metered.usage, row, "quantity");
}

/** A period without any document: unbilled usage, a fee that was due, or nothing at all. */
function unbilledPeriod(
  checked: CheckedPeriod,
  expected: readonly Expected[],
  context: ReconcileContext,
): Finding[] {
  const { contract, period, isBilledTime } = checked;
  const days = formatLongPeriod(period.service);
  const hasUsage = expected.some(({ usage }) => usage !== undefined && usage.rows.length > 0);
  if (!hasUsage && !isBilledTime) return [];
  const commitment = commitmentOf(checked, context);
  const due = expected.filter(({ amount, usage }) => !amount.isZero() || (usage && usage.rows.length > 0));
  if (due.length === 0 && commitment.isZero()) {
    const isMetered = ({ isFixed, isFree, service }: Price) =>
      !isFixed && !isFree && overlap(service, period.service) !== undefined;
    if (!contract.prices.some(isMetered)) return [];
    const cause = `no usage and nothing due from ${days}`;
    return [
      finding({
        ...common(checked),
        code: "CONTRACT_WITHOUT_USAGE",
        period: period.service,
        cause,
        source: contract.at,
      }),
    ];
  }
  const code = hasUsage ? "UNBILLED_USAGE" : "MISSING_PERIOD";
  const findings = due.flatMap((each): Finding[] => {
    if (each.amount.isZero()) return [];
    const quantity = each.usage
      ? `${formatFigure(each.usage.quantity)} of ${each.price.meter}`
      : each.price.product;
    const cause = `${quantity} from ${days} stands on no invoice`;
    const { part, amount, price } = each;
    return [
      finding({
        ...common(checked),
        code,
        period: part,
        meter: each.usage ? price.meter : "",
        expected: amount,
        cause,
        source: sourceOf(each, context),
      }),
    ];
  });
  if (commitment.isZero()) return findings;
  const cause = `the minimum commitment for ${days} stands on no invoice`;
  return [
    ...findings,
    finding({
      ...common(checked),
      code,
      period: period.service,
      expected: commitment,
      cause,
      source: contract.at,
    }),
  ];
}

/** Rows that arrived after the day of the invoice that should have held them make more usage late, not wrong. */
function arrivedLate(
  usage: RatedUsage,
  lines: readonly RegisteredLine[],
  context: ReconcileContext,
): boolean {
  const invoiceDate = lines[0]?.invoice?.invoiceDate;
  if (invoiceDate === undefined || !context.metered) return false;
  const { received } = context.metered.usage;
  const late = usage.rows.filter((row) => received[row]! > invoiceDate);
  return late.length > 0 && !sumQuantities(context.metered.usage, late).isZero();
}

/** Whether two amounts differ by a minor unit or more for each of so many lines, and by more than is tolerated. */
function differ(
  owed: Decimal,
  found: Decimal,
  { contract }: CheckedPeriod,
  { settings }: ReconcileContext,
  lines = 1,
): boolean {
  // Most prices of most workbooks agree to the digit.
  if (owed.equals(found)) return false;
  const difference = owed.minus(found).abs();
  const smallest = new Decimal(10).pow(-minorDigits(contract.currency)).times(lines);
  return !difference.lessThan(smallest) && difference.greaterThan(settings.reconciliationTolerance);
}

/** Compares one price with the lines that bill it. */
function comparePrice({ checked, each, lines }: Match, context: ReconcileContext): Finding[] {
  const { contract } = checked;
  const { price, part, amount, usage } = each;
  const found = sum(lines.map((line) => line.amount));
  // As shares of an invoice that is rounded once, lines are each off by less than a minor unit.
  const isRight =
    context.settings.lineRounding === "invoice"
      ? !differ(each.exact, found, checked, context, Math.max(lines.length, 1))
      : !differ(amount, found, checked, context);
  if (isRight) return [];
  const base = {
    ...common(checked),
    invoiceNumber: lines[0]?.invoiceNumber ?? "",
    period: part,
    meter: price.isFixed ? "" : price.meter,
    source: lines[0]?.at ?? sourceOf(each, context),
  };
  if (!usage) {
    const cause =
      lines.length === 0
        ? `${price.product} is due and stands on no invoice line`
        : `${price.product} is ${formatMoney(amount, contract.currency)} by the contract`;
    return [
      finding({
        ...base,
        code: lines.length === 0 ? "AMOUNT_MISMATCH" : "PRICE_MISMATCH",
        expected: amount,
        found,
        cause,
      }),
    ];
  }
  if (lines.length === 0) {
    const cause = `${formatFigure(usage.quantity)} of ${price.meter} stands on no invoice line`;
    return [finding({ ...base, code: "UNBILLED_USAGE", expected: amount, cause })];
  }
  const isLate = checked.period.service.to < context.run.from || arrivedLate(usage, lines, context);
  const effects = splitDifference({ contract, price, part, rated: usage, lines, isLate, context });
  let rest = amount;
  return effects.map((effect, index) => {
    // Expected and found of the first cause are the whole figures; each further one starts where the last ended.
    const expected = index === 0 ? amount : rest;
    rest = expected.minus(effect.difference);
    return finding({ ...base, code: effect.code, expected, found: rest, cause: effect.cause });
  });
}

/** What lines or documents bill in one sum, where they cannot be told apart by price. */
interface Summed {
  readonly owed: Decimal;
  readonly found: Decimal;
  readonly first: { readonly invoiceNumber: string; readonly at: CellRef };
  readonly cause: string;
}

function compareSum(
  checked: CheckedPeriod,
  { owed, found, first, cause }: Summed,
  context: ReconcileContext,
): Finding[] {
  if (!differ(owed, found, checked, context)) return [];
  return [
    finding({
      ...common(checked),
      code: "AMOUNT_MISMATCH",
      invoiceNumber: first.invoiceNumber,
      period: checked.period.service,
      expected: owed,
      found,
      cause,
      source: first.at,
    }),
  ];
}

const total = (items: readonly { readonly amount: Decimal }[]) => sum(items.map(({ amount }) => amount));

/** Lines that name no price of the contract: compared as a whole where none does, else billed without a price. */
function compareUnmatched(
  checked: CheckedPeriod,
  expected: readonly Expected[],
  unmatched: readonly RegisteredLine[],
  context: ReconcileContext,
): Finding[] {
  const [first] = unmatched;
  if (!first) return [];
  const owed = unmatched.length === checked.lines.length ? total(expected) : zero;
  const cause = owed.isZero()
    ? "billed without a price in the contract"
    : "the lines name no price of the contract, so their sum was compared";
  return compareSum(checked, { owed, found: total(unmatched), first, cause }, context);
}

/** Prices that follow each other within the period, billed by lines that do not tell their days apart. */
function compareTogether(
  checked: CheckedPeriod,
  matches: readonly Match[],
  context: ReconcileContext,
): Finding[] {
  const lines = [...new Set(matches.flatMap((match) => match.lines))];
  const [first] = lines;
  if (!first) return [];
  const cause = "the lines bill days of several prices at once, so their sum was compared";
  const owed = total(matches.map(({ each }) => each));
  return compareSum(checked, { owed, found: total(lines), first, cause }, context);
}

/** Documents without lines (a register from another system): their subtotals are compared with what is owed. */
function compareDocuments(
  checked: CheckedPeriod,
  expected: readonly Expected[],
  context: ReconcileContext,
): Finding[] {
  const { invoices, contract } = checked;
  const owed = total(expected).plus(commitmentOf(checked, context));
  const found = sum(
    invoices.map(({ subtotal, total: gross, tax }) => subtotal ?? gross?.minus(tax ?? zero) ?? zero),
  );
  const cause = `${formatMoney(owed, contract.currency)} is owed and ${formatMoney(found, contract.currency)} was billed`;
  return compareSum(checked, { owed, found, first: invoices[0]!, cause }, context);
}

function compareCommitment(checked: CheckedPeriod, context: ReconcileContext): Finding[] {
  const { contract, lines, period } = checked;
  if (contract.commitments.length === 0) return [];
  const owed = commitmentOf(checked, context);
  const commitments = lines.filter(
    ({ kind, period: days }) => kind === "commitment" && days?.to === period.service.to,
  );
  const found = sum(commitments.map(({ amount }) => amount));
  if (owed.equals(found)) return [];
  const cause = `the true-up of the minimum commitment is ${formatMoney(owed, contract.currency)}`;
  const source = commitments[0]?.at ?? contract.at;
  return [
    finding({
      ...common(checked),
      code: "MINIMUM_NOT_BILLED",
      invoiceNumber: lines[0]?.invoiceNumber ?? "",
      period: period.service,
      expected: owed,
      found,
      cause,
      source,
    }),
  ];
}

/** Each price of the period with the lines that bill it; lines without a name bill a contract's only price. */
function matchesOf(checked: CheckedPeriod, expected: readonly Expected[]): Match[] {
  const recurring = checked.contract.prices.filter(({ isOnce }) => !isOnce);
  const isOnlyPrice = new Set(recurring.map(({ at }) => at.row)).size === 1;
  const index = indexLines(checked.lines);
  const isNameless = ({ priceId, product }: RegisteredLine) => priceId === undefined && product === undefined;
  const nameless = isOnlyPrice ? checked.lines.filter(isNameless) : [];
  return expected.map((each) => ({
    checked,
    each,
    lines: [...index.of(each.price), ...(each.price.isOnce ? [] : nameless)].filter(
      ({ period }) => period && overlap(period, each.part) !== undefined,
    ),
  }));
}

/** A period compared with what bills it, and the prices in which nothing was found. */
interface Comparison {
  readonly findings: readonly Finding[];
  readonly agreeing: readonly Match[];
}

function billedPeriod(
  checked: CheckedPeriod,
  expected: readonly Expected[],
  context: ReconcileContext,
): Comparison {
  const { contract, lines, invoices } = checked;
  const only = (findings: readonly Finding[]): Comparison => ({ findings, agreeing: [] });
  const currency = [
    ...lines.map(({ invoice }) => invoice?.currency),
    ...invoices.map((invoice) => invoice.currency),
  ].find((each) => each !== undefined && each.toUpperCase() !== contract.currency);
  // Amounts in two currencies cannot be compared; the documents' check names it.
  if (currency !== undefined) return only([]);
  if (lines.length === 0) return only(compareDocuments(checked, expected, context));
  const matches = matchesOf(checked, expected);
  const matchesOfLine = groupBy(
    matches.flatMap((match) => match.lines.map((line) => ({ line, match }))),
    ({ line }) => line,
  );
  const unmatched = lines.filter((line) => !matchesOfLine.has(line) && line.kind !== "commitment");
  if (matchesOfLine.size === 0 && unmatched.length > 0)
    return only(compareUnmatched(checked, expected, unmatched, context));
  const isShared = (match: Match) => match.lines.some((line) => matchesOfLine.get(line)!.length > 1);
  const alone = matches
    .filter((match) => !isShared(match))
    .map((match) => ({ match, findings: comparePrice(match, context) }));
  return {
    findings: [
      ...alone.flatMap(({ findings }) => findings),
      ...compareTogether(checked, matches.filter(isShared), context),
      ...compareUnmatched(checked, expected, unmatched, context),
      ...compareCommitment(checked, context),
    ],
    agreeing: alone.filter(({ findings }) => findings.length === 0).map(({ match }) => match),
  };
}

/** A document that bills the same again is named by its own check; its lines would double every formatFigure here. */
function withoutDuplicates(context: ReconcileContext): ReconcileContext {
  const doubled = new Set(duplicateInvoices(context).map(({ invoiceNumber }) => invoiceNumber));
  if (doubled.size === 0) return context;
  const isOnce = ({ invoiceNumber }: { invoiceNumber: string }) => !doubled.has(invoiceNumber);
  const register = {
    ...context.register,
    ...registerContents(context.register.invoices.filter(isOnce), context.register.lines.filter(isOnce)),
  };
  return { ...context, register, billed: billedServiceOf(register, context.settings) };
}

/** Re-rates every period that the workbook knows about and compares it with the invoice lines found. */
export const billedPeriods: Check = (given) => {
  const context = withoutDuplicates(given);
  const comparisons = checkedPeriods(context).map((checked): Comparison => {
    const expected = expectedOf(checked, context);
    const isBilled = checked.lines.length + checked.invoices.length > 0;
    return isBilled
      ? billedPeriod(checked, expected, context)
      : { findings: unbilledPeriod(checked, expected, context), agreeing: [] };
  });
  const findings = comparisons.flatMap((comparison) => comparison.findings);
  if (context.settings.lineRounding === "line") return findings;
  const agreeing = comparisons.flatMap((comparison) => comparison.agreeing);
  return [...findings, ...roundedInvoices(agreeing, context)];
};
