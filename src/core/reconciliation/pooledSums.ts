import { overlaps, type Period } from "../calendar/period";
import { wholeAsPriced } from "../documents/documentKinds";
import type { Contract } from "../catalog/records";
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
      const documentDays = daysOfDocument(document);
      return documentDays && overlaps(documentDays, days)
        ? [{ document, line: undefined, days: documentDays }]
        : [];
    }),
    ...billed
      .unnamed(contract, days)
      .map((line): Pooled => ({ document: undefined, line, days: line.period! })),
  ];
}

/** Periods that sums bill together, with the comparisons that the sums take the place of. */
interface Pool {
  readonly periods: readonly CheckedPeriod[];
  readonly pooled: readonly Pooled[];
  /** A document without lines bills all that is owed; lines that name no price what nothing else bills. */
  readonly isWhole: boolean;
  readonly taken: readonly Comparison[];
}

function poolsOf(
  { periods }: CheckedContract,
  pooled: readonly Pooled[],
  comparisons: readonly Comparison[],
): Pool[] {
  const groups = connected(periods, pooled, ({ days }) =>
    periods.filter(({ period }) => overlaps(period.service, days)),
  );
  return groups.flatMap(({ left, right }): Pool[] => {
    const [first] = left;
    if (!first || right.length === 0) return [];
    const days = { from: first.period.service.from, to: left[left.length - 1]!.period.service.to };
    const isWhole = right.some(({ document }) => document !== undefined);
    const overlapping = comparisons.filter((comparison) => overlaps(comparison.days, days));
    return [
      {
        periods: left,
        pooled: right,
        isWhole,
        taken: isWhole ? overlapping : overlapping.filter(({ lines }) => lines.length === 0),
      },
    ];
  });
}

function comparePool(
  contract: Contract,
  { periods, pooled, isWhole, taken }: Pool,
  context: ReconcileContext,
): Finding[] {
  const { billed, settings } = context;
  const show = (amount: Decimal) => formatMoney(amount, contract.currency);
  const found = sum([
    ...pooled.map(({ document, line }) =>
      document ? wholeAsPriced(document, settings) : line ? billed.netOf(line) : zero,
    ),
    ...taken.flatMap(({ lines }) => lines.map(billed.netOf)),
  ]);
  const trueUps = isWhole
    ? sum(periods.map((period) => (period.isRunning ? zero : owedTrueUp(period, context))))
    : zero;
  const owed = totalOf(taken.flatMap(({ parts }) => parts)).plus(trueUps);
  if (!differ(owed, found, contract, context)) return [];
  const unnamed = owed.isZero()
    ? "billed without a price in the contract"
    : "the lines name no price of the contract, so their sum was compared";
  const first = pooled[0]?.document ?? pooled[0]?.line;
  return [
    finding({
      ...contractFields(contract),
      code: "AMOUNT_MISMATCH",
      invoiceNumber: first?.invoiceNumber ?? "",
      period: {
        from: periods[0]!.period.service.from,
        to: periods[periods.length - 1]!.period.service.to,
      },
      expected: owed,
      found,
      cause: isWhole ? `${show(owed)} is owed and ${show(found)} was billed` : unnamed,
      source: first?.at,
    }),
  ];
}

/**
 * Documents without lines are compared with all that is owed in their days; lines that name no price of the contract
 * with what nothing else bills.
 */
export function pooledSums(
  checked: CheckedContract,
  comparisons: readonly Comparison[],
  documents: readonly RegisteredInvoice[],
  context: ReconcileContext,
): PooledSums {
  const pools = poolsOf(checked, pooledOf(checked, documents, context), comparisons);
  const taken = new Set(pools.flatMap((pool) => pool.taken));
  return {
    findings: pools.flatMap((pool) => comparePool(checked.contract, pool, context)),
    periods: new Set(pools.flatMap(({ periods }) => periods)),
    whole: new Set(pools.filter(({ isWhole }) => isWhole).flatMap(({ periods }) => periods)),
    rest: comparisons.filter((comparison) => !taken.has(comparison)),
  };
}
