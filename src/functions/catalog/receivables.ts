import {
  agingBucket,
  collectionEffectiveness,
  daysPastDue,
  daysSalesOutstanding,
  Decimal,
  earlyDiscount as discountEarned,
  lateFee as feeOf,
  summarizeAging,
  zero,
  type AgingTally,
} from "../../core/api";
import { answer, cellNumber, mapCells, mapDays, spill } from "../cells/answer";
import { readBands } from "../cells/bands";
import { nameOfRow, readColumn, readMoments, readNumbers, sameLength } from "../cells/column";
import { dividedByNothing, Fault } from "../cells/fault";
import { atLeastZero, readDay, readNumber, readOptionalNumber, wholeDays } from "../cells/read";
import { readTerms } from "../cells/terms";

/**
 * Discount earned by paying on a day, not rounded; 0 when that day is too late or the terms give none. Example: =BILLING.EARLY_DISCOUNT(850, B2, C2, "2/10 Net 30")
 * @customfunction EARLY_DISCOUNT
 * @helpurl https://localhost:3000/help/EARLY_DISCOUNT.html
 * @remarks The last day of the discount counts: 2/10 is earned up to and with the tenth day after the invoice date. Of several steps the highest that is not over counts.
 * @param amount Amount of the invoice in currency. Example: 850
 * @param invoiceDate Date of the invoice. Example: DATE(2026,9,1)
 * @param paymentDate Day of payment. Example: DATE(2026,9,11)
 * @param terms Payment terms as in DUE_DATE. Example: "2/10 Net 30"
 * @returns Discount in the currency of the amount.
 * @throws #VALUE! A date that is none, or terms of no known form.
 * @example =BILLING.EARLY_DISCOUNT(850,DATE(2026,9,1),DATE(2026,9,11),"2/10 Net 30") → 17 | 2 % of 850.00 on the last day.
 * @example =BILLING.EARLY_DISCOUNT(850,DATE(2026,9,1),DATE(2026,9,12),"2/10 Net 30") → 0 | One day too late.
 */
export function earlyDiscount(
  amount: unknown,
  invoiceDate: unknown,
  paymentDate: unknown,
  terms: unknown,
): unknown {
  return answer(() => {
    const agreed = readTerms(terms);
    const invoiced = readDay("invoiceDate", invoiceDate);
    const paid = readDay("paymentDate", paymentDate);
    return cellNumber(discountEarned(readNumber("amount", amount), invoiced, paid, agreed));
  });
}

/**
 * Simple interest on an overdue balance from the first day late, plus a fixed fee, not rounded; 0 within the grace days. Example: =BILLING.LATE_FEE(C2:C50, B2, DATE(2026,10,31), 8%)
 * @customfunction LATE_FEE
 * @helpurl https://localhost:3000/help/LATE_FEE.html
 * @remarks Balance × annual rate × days past due ÷ day basis, when the days past due exceed the grace days. A balance of 0 or less costs nothing.
 * @param balance Open balance in currency; a range gives every cell its fee and spills. Example: C2:C50
 * @param dueDate Day the balance was due. Example: B2
 * @param asOf Day on which the fee is reckoned. Example: DATE(2026,10,31)
 * @param annualRate Interest a year as a fraction. Example: 0.08
 * @param [graceDays] Whole days past due without a fee; default 0. Example: 10
 * @param [dayBasis] Days of a year of interest; default 365. Example: 360
 * @param [fixedFee] Fee in currency beside the interest; default 0. Example: 40
 * @returns Fee in currency, or one for each cell.
 * @throws #VALUE! A date that is none, a rate or grace below 0.
 * @throws #DIV/0! The day basis is 0.
 * @example =BILLING.LATE_FEE(1000,DATE(2026,9,1),DATE(2026,10,31),0.0730) → 12 | 60 days late: 1,000 × 0.073 × 60 ÷ 365.
 * @example =BILLING.LATE_FEE(1000,DATE(2026,10,25),DATE(2026,10,31),0.0730,10) → 0 | 6 days late is within 10 days of grace.
 */
export function lateFee(
  balance: unknown[][],
  dueDate: unknown,
  asOf: unknown,
  annualRate: unknown,
  graceDays?: unknown,
  dayBasis?: unknown,
  fixedFee?: unknown,
): unknown[][] {
  return answer(() => {
    const terms = {
      dueDate: readDay("dueDate", dueDate),
      asOf: readDay("asOf", asOf),
      annualRate: readNumber("annualRate", annualRate, atLeastZero),
      graceDays: readOptionalNumber("graceDays", graceDays, zero, wholeDays).toNumber(),
      dayBasis: readOptionalNumber("dayBasis", dayBasis, new Decimal(365), atLeastZero),
      fixedFee: readOptionalNumber("fixedFee", fixedFee, zero),
    };
    if (terms.dayBasis.isZero()) throw dividedByNothing("dayBasis");
    return mapCells("balance", balance, (raw) => feeOf({ ...terms, balance: readNumber("balance", raw) }));
  });
}

/**
 * Whole days from the due date to a day, never below 0. Example: =BILLING.DAYS_PAST_DUE(B2:B500, DATE(2026,10,31))
 * @customfunction DAYS_PAST_DUE
 * @helpurl https://localhost:3000/help/DAYS_PAST_DUE.html
 * @remarks Due that day or later is 0.
 * @param dueDate Day of payment due; a range gives every cell its days and spills. Example: B2:B500
 * @param asOf Day as of which is counted; the function never looks at the clock. Example: DATE(2026,10,31)
 * @returns Days, or a number for each cell.
 * @throws #VALUE! A date that is none.
 * @example =BILLING.DAYS_PAST_DUE(DATE(2026,10,1),DATE(2026,10,31)) → 30 | 30 days late.
 * @example =BILLING.DAYS_PAST_DUE(DATE(2026,11,5),DATE(2026,10,31)) → 0 | Not due yet.
 */
export function daysPastDueOf(dueDate: unknown[][], asOf: unknown): unknown[][] {
  return answer(() => {
    const day = readDay("asOf", asOf);
    return mapDays("dueDate", dueDate, (due) => daysPastDue(due, day));
  });
}

/**
 * The aging bucket of a due date: Current, 1-30, 31-60, 61-90 or 91+ days past due. Example: =BILLING.AGING_BUCKET(B2:B500, DATE(2026,10,31))
 * @customfunction AGING_BUCKET
 * @helpurl https://localhost:3000/help/AGING_BUCKET.html
 * @remarks Due that day or later is Current. Each limit belongs to the bucket that it ends; the last bucket is open.
 * @param dueDate Day of payment due; a range gives every cell its bucket and spills. Example: B2:B500
 * @param asOf Day as of which is counted; the function never looks at the clock. Example: DATE(2026,10,31)
 * @param [limits] Last day of each bucket, whole numbers that rise; default 30, 60, 90. Example: {15,45}
 * @param [labels] Names of the buckets, two more than limits: current, one for each limit, the open last. Example: {"Not due","Late","Later","Very late"}
 * @returns Name of the bucket, or one for each cell.
 * @throws #VALUE! A date that is none, limits that do not rise, labels that do not fit the limits.
 * @example =BILLING.AGING_BUCKET(DATE(2026,9,30),DATE(2026,10,31)) → "31-60" | 31 days past due.
 * @example =BILLING.AGING_BUCKET({46326;46295},DATE(2026,10,31),{15;45}) → {"Current";"16-45"} | Due that day, and 31 days past due, under limits of its own.
 */
export function agingBucketOf(
  dueDate: unknown[][],
  asOf: unknown,
  limits?: unknown[][],
  labels?: unknown[][],
): unknown[][] {
  return answer(() => {
    const day = readDay("asOf", asOf);
    const bands = readBands(limits, labels);
    return mapDays("dueDate", dueDate, (due) => agingBucket(daysPastDue(due, day), bands));
  });
}

const tallyRow = (label: string, { count, amount }: AgingTally) => [label, count, amount];

/**
 * Open invoices by aging bucket: their number and amount, credits in a row of their own, and the total. Example: =BILLING.AGING_SUMMARY(B2:B500, C2:C500, DATE(2026,10,31))
 * @customfunction AGING_SUMMARY
 * @helpurl https://localhost:3000/help/AGING_SUMMARY.html
 * @remarks Every bucket has its row, also when it is empty. Negative balances are credits, whatever their date, so that all rows add up to the total. A blank balance or one of 0 counts as nothing.
 * @param dueDates Due date of each invoice. Example: B2:B500
 * @param balances Open balance of each invoice in currency; negative for a credit. Example: C2:C500
 * @param asOf Day as of which is counted; the function never looks at the clock. Example: DATE(2026,10,31)
 * @param [limits] Last day of each bucket, whole numbers that rise; default 30, 60, 90. Example: {15,45}
 * @param [labels] Names of the buckets, two more than limits. Example: {"Not due","Late","Later","Very late"}
 * @returns A header row, a row for each bucket, Credits and Total: Bucket, Invoices, Amount.
 * @throws #VALUE! A balance that is no number, an open balance without a due date, ranges of different sizes.
 * @example =BILLING.AGING_SUMMARY({46295;46326;46300},{100;250;-20},DATE(2026,10,31)) → {"Bucket","Invoices","Amount";"Current",1,250;"1-30",0,0;"31-60",1,100;"61-90",0,0;"91+",0,0;"Credits",1,-20;"Total",3,330} | 100.00 is 31 days late, 250.00 is due that day.
 * @example =BILLING.AGING_SUMMARY({46295},{100},DATE(2026,10,31),{30},{"Not due","Late","Very late"}) → {"Bucket","Invoices","Amount";"Not due",0,0;"Late",0,0;"Very late",1,100;"Credits",0,0;"Total",1,100} | Two buckets with names of their own.
 */
export function agingSummary(
  dueDates: unknown[][],
  balances: unknown[][],
  asOf: unknown,
  limits?: unknown[][],
  labels?: unknown[][],
): unknown[][] {
  return answer(() => {
    const day = readDay("asOf", asOf);
    const bands = readBands(limits, labels);
    const amounts = readNumbers("balances", balances);
    const due = readColumn("dueDates", dueDates);
    const dueOf = readMoments("dueDates", due);
    sameLength("dueDates", due.length, "balances", amounts.length);
    const items = amounts.map((balance = zero, row) => {
      const isOpen = !balance.isZero();
      return {
        balance,
        due: isOpen ? dueOf(row)?.day : undefined,
      };
    });
    const summary = summarizeAging(items, day, bands);
    if (!summary.ok)
      throw new Fault("value", `${nameOfRow("dueDates", summary.index)}: this open balance has no due date.`);
    const rows = summary.rows.map((row) => tallyRow(row.label, row));
    const closing = [tallyRow("Credits", summary.credits), tallyRow("Total", summary.total)];
    return spill(["Bucket", "Invoices", "Amount"], [...rows, ...closing]);
  });
}

/**
 * Days sales outstanding: receivables ÷ credit sales × days. Example: =BILLING.DSO(50000, 100000, 30)
 * @customfunction DSO
 * @helpurl https://localhost:3000/help/DSO.html
 * @remarks Take receivables and sales both with or both without tax, and sales of the days that you give.
 * @param receivables Receivables at the end of the period in currency. Example: 50000
 * @param creditSales Credit sales of the period in currency. Example: 100000
 * @param days Days of the period, at least 0. Example: 30
 * @returns Days, not rounded.
 * @throws #DIV/0! There are no sales.
 * @throws #VALUE! An argument that is no number, days below 0.
 * @example =BILLING.DSO(50000,100000,30) → 15 | Half of a month's sales is open.
 * @example =BILLING.DSO(50000,0,30) → #DIV/0! | No sales, no ratio.
 */
export function dso(receivables: unknown, creditSales: unknown, days: unknown): unknown {
  return answer(() => {
    const open = readNumber("receivables", receivables);
    const sales = readNumber("creditSales", creditSales);
    const ratio = daysSalesOutstanding(open, sales, readNumber("days", days, atLeastZero));
    if (!ratio) throw dividedByNothing("creditSales");
    return cellNumber(ratio);
  });
}

/**
 * Collection effectiveness index: what was collected in percent of what could be. Example: =BILLING.CEI(50000, 80000, 40000, 25000)
 * @customfunction CEI
 * @helpurl https://localhost:3000/help/CEI.html
 * @remarks (opening + sales − closing) ÷ (opening + sales − closing current) × 100. 100 when nothing is overdue.
 * @param openingReceivables Receivables at the start of the period in currency. Example: 50000
 * @param sales Credit sales of the period in currency. Example: 80000
 * @param closingReceivables Receivables at the end of the period in currency. Example: 40000
 * @param closingCurrent The part of the closing receivables that is not due yet. Example: 25000
 * @returns Percent, not rounded: 90 is 90 %.
 * @throws #DIV/0! There was nothing to collect.
 * @throws #VALUE! An argument that is no number.
 * @example =BILLING.CEI(50000,80000,40000,30000) → 90 | 90,000 of 100,000 collected.
 * @example =BILLING.CEI(50000,0,0,0) → 100 | All of it was collected.
 */
export function cei(
  openingReceivables: unknown,
  sales: unknown,
  closingReceivables: unknown,
  closingCurrent: unknown,
): unknown {
  return answer(() => {
    const ratio = collectionEffectiveness(
      readNumber("openingReceivables", openingReceivables),
      readNumber("sales", sales),
      readNumber("closingReceivables", closingReceivables),
      readNumber("closingCurrent", closingCurrent),
    );
    if (!ratio) throw dividedByNothing("opening + sales − closingCurrent");
    return cellNumber(ratio);
  });
}
