import { overlap, daysOf, type Period } from "../calendar/period";
import type { Day } from "../calendar/day";
import type { Contract } from "../catalog/records";
import { isCreditNote, isInvoice, wholeAsPriced } from "../documents/documentKinds";
import { billsPrice, priceFinder } from "../documents/meteredService";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { allocate } from "../money/allocate";
import { minorDigits } from "../money/currency";
import { Decimal, sum, zero } from "../money/decimal";
import { billingPeriods } from "../rating/billingPeriods";
import { daysOfDocument, type CheckedPeriod } from "./checkedPeriods";
import type { ReconcileContext } from "./context";
import { expectedOf, type Expected } from "./expected";
import { owedTrueUp } from "./trueUps";

/** How a billing period stands; `missing` is a period of which something was due and nothing is billed. */
export const calendarStates = ["billed", "missing", "under", "over", "nothing", "ahead"] as const;
export type CalendarState = (typeof calendarStates)[number];

/** One billing period of a contract: expected − billed + credited = open. */
export interface CalendarRow {
  readonly days: Period;
  readonly dayCount: number;
  /** What is due for these days by the day of the calendar, before tax. */
  readonly expected: Decimal;
  /** What documents bill of these days, whenever they were written. */
  readonly billed: Decimal;
  /** What corrections take back of it. */
  readonly credited: Decimal;
  /** What of the billed amount came on a later run's document. */
  readonly late: Decimal;
  readonly open: Decimal;
  readonly state: CalendarState;
}

/** An amount for some days, and what of it still stands. */
interface BilledAmount {
  readonly days: Period;
  readonly gross: Decimal;
  readonly net: Decimal;
  readonly isLate: boolean;
}

function isLate({ period, invoice }: RegisteredLine): boolean {
  return period !== undefined && invoice?.periodStart !== undefined && invoice.periodStart > period.to;
}

/** Everything that documents bill of a contract; credits that correct an invoice are what of it no longer stands. */
function amountsOf(contract: Contract, { register, billed, settings }: ReconcileContext): BilledAmount[] {
  const priceOf = priceFinder(contract);
  const correctors = new Set(
    register.invoices
      .filter((document) => isCreditNote(document) && document.corrects !== undefined)
      .map(({ invoiceNumber }) => invoiceNumber),
  );
  const cancelled = ({ invoiceNumber }: { readonly invoiceNumber: string }) =>
    billed.isCancelled({ invoiceNumber, isVoid: false });
  const lines = (register.byContract.get(contract.contractId) ?? []).filter(
    (line) => billsPrice(contract, line) && !correctors.has(line.invoiceNumber),
  );
  const bare = register.invoices.filter(
    (document: RegisteredInvoice) =>
      isInvoice(document) && document.lines.length === 0 && document.contractId === contract.contractId,
  );
  return [
    ...lines.flatMap((line): BilledAmount[] => {
      if (!line.period) return [];
      // A true-up is for the commitment period, and due where that ends.
      const { from, to } = line.period;
      // A fee that is charged once is due on its first day, whatever days it is for.
      const isFirst = priceOf(line)?.isOnce === true;
      const days = line.kind === "commitment" ? { from: to, to } : { from, to: isFirst ? from : to };
      const net = cancelled(line) ? zero : billed.netOf(line);
      return [{ days, gross: billed.asPriced(line).amount, net, isLate: isLate(line) }];
    }),
    ...bare.flatMap((document): BilledAmount[] => {
      const days = daysOfDocument(document);
      const gross = wholeAsPriced(document, settings);
      return days ? [{ days, gross, net: cancelled(document) ? zero : gross, isLate: false }] : [];
    }),
  ];
}

interface Due {
  readonly checked: CheckedPeriod;
  readonly parts: readonly Expected[];
  /** All that is owed for the period, due or not. */
  readonly whole: Decimal;
}

function dueOf(checked: CheckedPeriod, context: ReconcileContext): Due {
  const parts = expectedOf(checked, context);
  return { checked, parts, whole: sum(parts.map(({ amount }) => amount)) };
}

type Shares = Pick<CalendarRow, "billed" | "credited" | "late">;

/**
 * Amounts by the periods whose days they are for, to the minor unit: one over several periods by what is owed for each,
 * and where it reaches beyond them by its days. 200.00 for two months of 100.00 is 100.00 and 100.00.
 */
function sharesOf(dues: readonly Due[], amounts: readonly BilledAmount[], digits: number): Shares[] {
  const periods = dues.map(({ checked }) => checked.period.service);
  const shares = periods.map(() => ({ billed: zero, credited: zero, late: zero }));
  const touches = ({ days }: BilledAmount) => periods.some((period) => overlap(period, days));
  for (const { days, gross, net, isLate: came } of amounts.filter(touches)) {
    const common = periods.map((period) => overlap(period, days));
    const counts = common.map((span) => (span ? daysOf(span) : 0));
    const outside = daysOf(days) - counts.reduce((all, count) => all + count, 0);
    const owed = dues.map(({ whole }, index) => (common[index] ? whole : zero));
    const isByOwed = outside === 0 && sum(owed).greaterThan(0);
    const weights = isByOwed ? owed : [...counts, outside].map((count) => new Decimal(count));
    const split = (amount: Decimal) =>
      // What lies within one period is not cut to minor units.
      counts.includes(daysOf(days))
        ? counts.map((count) => (count === 0 ? zero : amount))
        : allocate(amount, weights, digits);
    const [grossShares, netShares] = [split(gross), split(net)];
    for (const [index, share] of shares.entries()) {
      const billed = grossShares[index]!;
      share.billed = share.billed.plus(billed);
      share.credited = share.credited.plus(billed.minus(netShares[index]!));
      if (came) share.late = share.late.plus(billed);
    }
  }
  return shares;
}

/** What is due by a day: all of a period that has ended, else the fees that were due in advance, or billed ahead. */
function dueBy(
  asOf: Day,
  { checked, parts: all }: Due,
  isBilled: boolean,
  context: ReconcileContext,
): Decimal {
  const hasEnded = checked.period.service.to <= asOf;
  const parts = all.filter(
    ({ source }) =>
      hasEnded ||
      ("due" in source && (source.due <= asOf || (isBilled && source.price.timing === "advance"))),
  );
  return sum(parts.map(({ amount }) => amount)).plus(hasEnded ? owedTrueUp(checked, context) : zero);
}

function stateOf(
  { expected, billed, credited, open }: Omit<CalendarRow, "state">,
  hasEnded: boolean,
): CalendarState {
  if (!hasEnded && open.lessThanOrEqualTo(0)) return "ahead";
  if (open.isZero()) return billed.isZero() && expected.isZero() ? "nothing" : "billed";
  if (open.isNegative()) return "over";
  return billed.equals(credited) ? "missing" : "under";
}

/**
 * The billing periods of a contract that share a day with some days, each with what is expected, billed, credited and
 * open: 100.00 a month, of which nothing bills 15 September to 14 October, is 100.00 open there, and missing.
 */
export function contractCalendar(contract: Contract, days: Period, context: ReconcileContext): CalendarRow[] {
  const { asOf } = context;
  const periods = contract.isSuspended ? [] : billingPeriods(contract, days);
  const dues = periods.map((period) =>
    dueOf({ contract, period, isExpected: true, isRunning: false }, context),
  );
  const shares = sharesOf(dues, amountsOf(contract, context), minorDigits(contract.currency));
  return periods.map((period, index): CalendarRow => {
    const { billed, credited, late } = shares[index]!;
    const isBilled = !billed.equals(credited);
    const expected = dueBy(asOf, dues[index]!, isBilled, context);
    const open = expected.minus(billed).plus(credited);
    const row = {
      days: period.service,
      dayCount: daysOf(period.service),
      expected,
      billed,
      credited,
      late,
      open,
    };
    return { ...row, state: stateOf(row, period.service.to <= asOf) };
  });
}
