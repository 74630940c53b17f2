import {
  dayCountBases,
  dayFraction,
  frequencies,
  overlap,
  periodsWithin,
  prorate,
  zero,
  type Frequency,
  type Period,
} from "../../core/api";
import { answer, mapCells, mapDays, spill } from "../cells/answer";
import { Fault } from "../cells/fault";
import { readChoice, readDay, readNumber, readOptionalNumber } from "../cells/read";
import { checkedDay, readTerms } from "../cells/terms";

/**
 * How days are counted.
 * @customenum {string}
 */
enum DayCount {
  /** Days of the calendar. */
  actual = "actual",
  /** Every month has 30 days. */
  thirty_360 = "30/360",
}

/**
 * How often a contract is billed.
 * @customenum {string}
 */
enum BillingFrequency {
  /** Every month. */
  monthly = "monthly",
  /** Every 3 months. */
  quarterly = "quarterly",
  /** Every 6 months. */
  semiannual = "semiannual",
  /** Every 12 months. */
  annual = "annual",
  /** Once, for all of it. */
  one_time = "one_time",
}

function readPeriod(name: "service" | "period", from: unknown, to: unknown): Period {
  const period = { from: readDay(`${name}Start`, from), to: readDay(`${name}End`, to) };
  if (period.to < period.from)
    throw new Fault("value", `${name}End: this day is before ${name}Start; exchange the two.`);
  return period;
}

/**
 * Share of an amount for the days of service within a billing period, both ends counted, not rounded. Example: =BILLING.PRORATE(B2, C2, D2, DATE(2026,10,1), DATE(2026,10,31))
 * @customfunction PRORATE
 * @helpurl https://localhost:3000/help/PRORATE.html
 * @remarks Service outside the period is cut off. With 30/360 a start day is at most 30, an end day of 31 or the last of February counts as 30, and days are 360 × years + 30 × months + days + 1.
 * @param amount Amount of the whole period in currency; a range prorates every cell and spills. Example: B2:B50
 * @param serviceStart First day of service. Example: DATE(2026,10,15)
 * @param serviceEnd Last day of service, included. Example: DATE(2026,12,31)
 * @param periodStart First day of the billing period. Example: DATE(2026,10,1)
 * @param periodEnd Last day of the billing period, included. Example: DATE(2026,10,31)
 * @param [basis] How days are counted; default actual. Example: "30/360"
 * @returns Amount, or one for each cell; 0 where service and period share no day.
 * @throws #VALUE! A date that is none, an end before its start, an amount that is no number.
 * @example =BILLING.PRORATE(31,DATE(2026,10,15),DATE(2026,12,31),DATE(2026,10,1),DATE(2026,10,31)) → 17 | 17 of 31 days.
 * @example =BILLING.PRORATE(300,DATE(2026,2,1),DATE(2026,2,15),DATE(2026,2,1),DATE(2026,2,28),"30/360") → 150 | 15 of 30 days.
 */
export function prorateAmount(
  amount: unknown[][],
  serviceStart: unknown,
  serviceEnd: unknown,
  periodStart: unknown,
  periodEnd: unknown,
  basis?: DayCount,
): unknown[][] {
  return answer(() => {
    const service = readPeriod("service", serviceStart, serviceEnd);
    const period = readPeriod("period", periodStart, periodEnd);
    const days = readChoice("basis", basis, dayCountBases, "actual");
    const part = overlap(service, period);
    const fraction = part && dayFraction(part, period, days);
    return mapCells("amount", amount, (raw) => {
      const whole = readNumber("amount", raw);
      return fraction ? prorate(whole, fraction) : zero;
    });
  });
}

function readAnchor(anchorDay: unknown): number {
  const anchor = readOptionalNumber("anchorDay", anchorDay, undefined, {
    least: 1,
    isWhole: true,
  })?.toNumber();
  if (anchor !== undefined && anchor > 31)
    throw new Fault("value", `anchorDay: ${String(anchor)} is no day of a month; give 1 to 31.`);
  return anchor ?? 1;
}

function periodsOf(service: Period, frequency: Frequency, anchorDay: number): Period[] {
  if (frequency === "one_time") return [service];
  const cycle = { frequency, anchorDay, start: service.from };
  return periodsWithin(cycle, service).map((full) => overlap(full, service)!);
}

/**
 * The billing periods between two days, both ends counted; the first and the last are cut at start and end. Example: =BILLING.BILLING_PERIODS(A2, B2, "monthly")
 * @customfunction BILLING_PERIODS
 * @helpurl https://localhost:3000/help/BILLING_PERIODS.html
 * @remarks Longer frequencies count from the monthly period that holds the start. An anchor day beyond a month's end is its last day, and comes back: with anchor 31 periods begin on 31 January, 28 February and 31 March.
 * @param start First day of service. Example: DATE(2026,1,15)
 * @param end Last day of service, included. Example: DATE(2026,12,31)
 * @param frequency How often is billed. Example: "quarterly"
 * @param [anchorDay] Day of the month on which a period begins, 1 to 31; default 1. Example: 15
 * @returns A header row, then a row of date serials for each period: Start, End.
 * @throws #VALUE! A date that is none, an end before the start, an unknown frequency, an anchor that is no day of a month, more periods than can be shown.
 * @example =BILLING.BILLING_PERIODS(DATE(2026,1,15),DATE(2026,3,10),"monthly") → {"Start","End";46037,46053;46054,46081;46082,46091} | The stub from 15 to 31 January, February, and March up to the 10th.
 * @example =BILLING.BILLING_PERIODS(DATE(2026,1,31),DATE(2026,3,30),"monthly",31) → {"Start","End";46053,46080;46081,46111} | Month ends clamp: the second period begins on 28 February.
 */
export function billingPeriods(
  start: unknown,
  end: unknown,
  frequency: BillingFrequency,
  anchorDay?: unknown,
): unknown[][] {
  return answer(() => {
    const service = { from: readDay("start", start), to: readDay("end", end) };
    if (service.to < service.from)
      throw new Fault("value", "end: this day is before the start; exchange the two.");
    const how = readChoice("frequency", frequency, frequencies);
    const periods = periodsOf(service, how, readAnchor(anchorDay));
    return spill(
      ["Start", "End"],
      periods.map(({ from, to }) => [from, to]),
    );
  });
}

/**
 * The day an invoice is due under its payment terms. Example: =BILLING.DUE_DATE(B2:B500, "Net 30")
 * @customfunction DUE_DATE
 * @helpurl https://localhost:3000/help/DUE_DATE.html
 * @remarks Terms, in any case and spacing: Net 30, 30 days, Due on receipt, COD, 2/10 Net 30 (2 % off if paid within 10 days), 2/10, 1/20, Net 30 (then 1 % up to the twentieth), Net 1 month, EOM (end of the invoice month), EOM + 30 or Net 30 EOM (end of month, then 30 days), 30 days then EOM, 15 MFI or 15 Prox (the 15th of the following month), 10 Prox cut-off 25 (invoices after the 25th count as next month's). Days beyond a month's end are its last.
 * @param invoiceDate Date of the invoice; a range gives every cell its due date and spills. Example: B2:B500
 * @param terms Payment terms. Example: "2/10 Net 30"
 * @returns Date serial, or one for each cell; format the cells as dates.
 * @throws #VALUE! A date that is none, or terms of no known form.
 * @example =BILLING.DUE_DATE(DATE(2026,10,31),"Net 30") → DATE(2026,11,30) | 30 days after 31 October.
 * @example =BILLING.DUE_DATE(DATE(2026,1,31),"Net 1 month") → DATE(2026,2,28) | The same day of the next month, clamped to its end.
 */
export function dueDate(invoiceDate: unknown[][], terms: unknown): unknown[][] {
  return answer(() => {
    const agreed = readTerms(terms);
    return mapDays("invoiceDate", invoiceDate, (day) => checkedDay(agreed.dueDate(day)));
  });
}
