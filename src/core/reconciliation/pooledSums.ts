import { overlap, type Period } from "../calendar/period";
import { netOf } from "../documents/documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { sum, zero, type Decimal } from "../money/decimal";
import { formatMoney } from "../money/format";
import { daysOfDocument, type CheckedContract, type CheckedPeriod } from "./checkedPeriods";
import { contractFields, differ, totalOf } from "./comparedSum";
import type { Comparison } from "./comparison";
import { connected } from "./connected";
import type { ReconcileContext } from "./context";
import { finding, type Finding } from "./finding";
import { owedTrueUp } from "./trueUps";

/** What is billed of a contract in sums that do not say for which of its prices. */
interface Pooled {
  readonly document: RegisteredInvoice | undefined;
  readonly line: RegisteredLine | undefined;
  readonly days: Period;
}

/** A contract with what it owes and what bills it, price by price as far as documents say. */
interface Billing {
  readonly checked: CheckedContract;
  readonly comparisons: readonly Comparison[];
}

/** Sums that were compared, and the comparisons that they leave. */
export interface PooledSums {
  readonly findings: readonly Finding[];
  /** Periods that sums bill in part or in whole, and those of which nothing is left to compare. */
  readonly periods: ReadonlySet<CheckedPeriod>;
  readonly whole: ReadonlySet<CheckedPeriod>;
  readonly rest: readonly Comparison[];
}

function pooledOf(
  { contract, periods }: CheckedContract,
  documents: readonly RegisteredInvoice[],
  { billed }: ReconcileContext,
): Pooled[] {
  const days = { from: periods[0]!.period.service.from, to: periods[periods.length - 1]!.period.service.to };
  return [
    ...documents.flatMap((document): Pooled[] => {
      const own = daysOfDocument(document);
      return own && overlap(own, days) ? [{ document, line: undefined, days: own }] : [];
    }),
    ...billed
      .unnamed(contract, days)
      .map((line): Pooled => ({ document: undefined, line, days: line.period! })),
  ];
}

interface Sum {
  readonly owed: Decimal;
  readonly found: Decimal;
  readonly cause: string;
}

/**
 * Documents without lines are compared with all that is owed in their days; lines that name no price of the contract
 * with what nothing else bills.
 */
export function pooledSums(
  { checked, comparisons }: Billing,
  documents: readonly RegisteredInvoice[],
  context: ReconcileContext,
): PooledSums {
  const { contract, periods } = checked;
  const pooled = pooledOf(checked, documents, context);
  if (pooled.length === 0) return { findings: [], periods: new Set(), whole: new Set(), rest: comparisons };
  const { billed } = context;
  const taken = new Set<Comparison>();
  const touched = new Set<CheckedPeriod>();
  const wholePeriods = new Set<CheckedPeriod>();
  const show = (amount: Decimal) => formatMoney(amount, contract.currency);
  const groups = connected(
    periods,
    pooled,
    (each, { days }) => overlap(each.period.service, days) !== undefined,
  );
  const findings = groups.flatMap(({ left, right }): Finding[] => {
    const [first] = right;
    const [period] = left;
    if (!first || !period) return [];
    for (const each of left) touched.add(each);
    const days = { from: period.period.service.from, to: left[left.length - 1]!.period.service.to };
    const isWhole = right.some(({ document }) => document !== undefined);
    if (isWhole) for (const each of left) wholePeriods.add(each);
    const own = comparisons.filter((each) => overlap(each.days, days) !== undefined);
    const compared = isWhole ? own : own.filter(({ lines }) => lines.length === 0);
    for (const each of compared) taken.add(each);
    const owedParts = totalOf(compared.flatMap(({ parts }) => parts));
    const found = sum([
      ...right.map(({ document, line }) => (document ? netOf(document) : line ? billed.netOf(line) : zero)),
      ...compared.flatMap(({ lines }) => lines.map(billed.netOf)),
    ]);
    const whole = (): Sum => {
      const owed = owedParts.plus(sum(left.map((each) => owedTrueUp(each, context))));
      return { owed, found, cause: `${show(owed)} is owed and ${show(found)} was billed` };
    };
    const unnamed = (): Sum => ({
      owed: owedParts,
      found,
      cause: owedParts.isZero()
        ? "billed without a price in the contract"
        : "the lines name no price of the contract, so their sum was compared",
    });
    const result = isWhole ? whole() : unnamed();
    if (!differ(result.owed, result.found, contract, context)) return [];
    return [
      finding({
        ...contractFields(contract),
        code: "AMOUNT_MISMATCH",
        invoiceNumber: (first.document ?? first.line)?.invoiceNumber ?? "",
        period: days,
        expected: result.owed,
        found: result.found,
        cause: result.cause,
        source: (first.document ?? first.line)?.at,
      }),
    ];
  });
  const isLeft = (each: Comparison) => !taken.has(each);
  return { findings, periods: touched, whole: wholePeriods, rest: comparisons.filter(isLeft) };
}
