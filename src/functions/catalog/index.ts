import { applyCash, matchPayment } from "./cash";
import { allocate, cardScan, roundMoney, taxAmount } from "./money";
import { heldQuantity, weightedSum } from "./overTime";
import { billingPeriods, dueDate, prorateAmount } from "./periods";
import { effectiveRate, marginalRateOf, rateBreakdown, rateUsage } from "./rating";
import { agingBucketOf, agingSummary, cei, daysPastDueOf, dso, earlyDiscount, lateFee } from "./receivables";
import { discountStack, escalate } from "./terms";
import { commitTrueUp, drawdown, meterUsage } from "./usage";

/** Every function by its id. Ids are for ever: they stand in people's workbooks. */
export const catalog = {
  RATE_USAGE: rateUsage,
  RATE_BREAKDOWN: rateBreakdown,
  EFFECTIVE_RATE: effectiveRate,
  MARGINAL_RATE: marginalRateOf,
  METER_USAGE: meterUsage,
  COMMIT_TRUE_UP: commitTrueUp,
  DRAWDOWN: drawdown,
  PRORATE: prorateAmount,
  BILLING_PERIODS: billingPeriods,
  DUE_DATE: dueDate,
  EARLY_DISCOUNT: earlyDiscount,
  LATE_FEE: lateFee,
  DAYS_PAST_DUE: daysPastDueOf,
  AGING_BUCKET: agingBucketOf,
  AGING_SUMMARY: agingSummary,
  APPLY_CASH: applyCash,
  MATCH_PAYMENT: matchPayment,
  TAX_AMOUNT: taxAmount,
  ROUND_MONEY: roundMoney,
  ALLOCATE: allocate,
  DSO: dso,
  CEI: cei,
  CARD_SCAN: cardScan,
  WEIGHTED_SUM: weightedSum,
  HELD_QUANTITY: heldQuantity,
  DISCOUNT_STACK: discountStack,
  ESCALATE: escalate,
} as const;
