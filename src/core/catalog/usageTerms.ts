import { makeIssue } from "../issues/issue";
import { one } from "../money/decimal";
import type { EventAllowance } from "../pricing/allowance";
import type { PricingModel } from "../pricing/model";
import type { QuantityTerms } from "../pricing/quantityTerms";
import type { Tier } from "../pricing/tiers";
import { parseTiersText } from "../pricing/tiersText";
import { cellOf } from "../schema/readRecords";
import { parseConditions, parsePriceConditions } from "./conditions";
import type { PriceRowContext } from "./priceRowContext";
import type { PriceRecord } from "./prices.table";
import type { Price, RefundStep } from "./records";

type UsageTerms = Pick<
  Price,
  | "conversion"
  | "includesDaily"
  | "allowance"
  | "rollover"
  | "conditions"
  | "isMeasured"
  | "needsEvidence"
  | "ofProduct"
  | "refundScale"
>;

type Field = Exclude<keyof PriceRecord, "row">;

/** A combination of cells of a row that means nothing: the cell that would have to go, and why. */
interface Nonsense {
  readonly field: Field;
  readonly isSo: boolean;
  readonly reason: string;
}

const isMetered = ({ quantity }: PriceRecord, { isFixed }: PricingModel) =>
  !isFixed && quantity === undefined;
const includes = ({ includedQuantity }: PriceRecord) => includedQuantity?.greaterThan(0) === true;

/** Cells about factor, step and rounding. */
function ofConversion(record: PriceRecord, model: PricingModel): readonly Nonsense[] {
  const { quantityFactor, quantityStep, quantityRounding = "none" } = record;
  const isConverted =
    quantityFactor !== undefined || quantityStep !== undefined || quantityRounding !== "none";
  return [
    { field: "quantityFactor", isSo: quantityFactor?.greaterThan(0) === false, reason: "it must be above 0" },
    { field: "quantityStep", isSo: quantityStep?.greaterThan(0) === false, reason: "it must be above 0" },
    {
      field: "quantityStep",
      isSo: quantityStep !== undefined && quantityRounding === "none",
      reason: "without a Quantity rounding nothing is rounded to a step",
    },
    {
      field: quantityFactor === undefined ? "quantityRounding" : "quantityFactor",
      isSo: isConverted && (!isMetered(record, model) || model.reads !== undefined),
      reason: "the price reads no quantity of a meter",
    },
  ];
}

/** Cells about what is included of every day. */
function ofDays(record: PriceRecord, model: PricingModel): readonly Nonsense[] {
  const isDaily = record.includedReset === "day";
  const isEvent = record.ratePer === "event";
  const field = "includedReset";
  return [
    { field, isSo: isDaily && !includes(record), reason: "there is no Included quantity" },
    {
      field,
      isSo: isDaily && (isEvent || !isMetered(record, model)),
      reason: "only usage of a period has days",
    },
    {
      field,
      isSo: isDaily && (record.quantityRounding ?? "none") !== "none",
      reason: "the quantity of a day and the rounded quantity of a period cannot both count",
    },
  ];
}

/** Cells about what is free of events and what moves on. */
function ofIncluded(record: PriceRecord, model: PricingModel): readonly Nonsense[] {
  const { includedEvents, includedAmount, rolloverPeriods = 0, rolloverMaximum } = record;
  const isEvent = record.ratePer === "event";
  const hasAllowance = (includedEvents ?? includedAmount) !== undefined;
  const moves = includes(record) && isMetered(record, model) && !isEvent && record.includedReset !== "day";
  return [
    {
      field: includedEvents === undefined ? "includedAmount" : "includedEvents",
      isSo: hasAllowance && (!isEvent || !isMetered(record, model)),
      reason: "it needs Rate per = Event",
    },
    {
      field: "includedQuantity",
      isSo: hasAllowance && includes(record),
      reason: "what is free of the period and what is free of every event cannot both count",
    },
    {
      field: "includedQuantity",
      isSo: includes(record) && model.reads !== undefined,
      reason: `a ${model.title} price includes no units`,
    },
    {
      field: "rolloverPeriods",
      isSo: rolloverPeriods > 0 && !moves,
      reason: "it moves unused units of the Included quantity of a period, and there is none",
    },
    {
      field: "rolloverMaximum",
      isSo: rolloverMaximum !== undefined && rolloverPeriods === 0,
      reason: "without Rollover periods nothing moves on",
    },
  ];
}

/** Cells about tiers and conditions. */
function ofTiers(record: PriceRecord, model: PricingModel, tiers: readonly Tier[]): readonly Nonsense[] {
  const { condition, tierBound } = record;
  const readsOther = model.reads !== undefined;
  const isBlocked = model.unitsPerLineUnit !== undefined && !readsOther && model.countsPackages !== true;
  return [
    {
      field: "tierBound",
      isSo: tierBound === "exclusive" && (tiers.length === 0 || readsOther),
      reason: "the price has no tiers of quantities",
    },
    {
      field: "tiers",
      isSo: tiers.some(({ blockSize, maximum }) => blockSize ?? maximum) && !isBlocked,
      reason: `the tiers of a ${model.title} price have neither Block size nor Maximum`,
    },
    {
      field: "condition",
      isSo: condition !== undefined && !isMetered(record, model),
      reason: "the price reads no usage",
    },
    {
      field: "condition",
      isSo: condition !== undefined && parseConditions(condition) === undefined,
      reason: "write it like Region = EU; To = 49*, with columns of Usage",
    },
  ];
}

function nonsenseOf(record: PriceRecord, model: PricingModel, tiers: readonly Tier[]): readonly Nonsense[] {
  return [
    ...ofConversion(record, model),
    ...ofDays(record, model),
    ...ofIncluded(record, model),
    ...ofTiers(record, model, tiers),
    {
      field: "refundScale",
      isSo: record.refundScale !== undefined && !isMetered(record, model),
      reason: "the price rates no quantity, so not the Pay of Placements",
    },
    {
      field: "refundScale",
      isSo: record.refundScale !== undefined && refundScaleOf(record.refundScale) === undefined,
      reason: "write it like 30: 1; 60: 0.5; 90: 0.25, days and shares of at most 1",
    },
  ];
}

/** "30: 1; 60: 0.5": everything back within 30 days, half of it within 60; undefined where it cannot be read. */
function refundScaleOf(text: string): RefundStep[] | undefined {
  const read = parseTiersText(text);
  if (!read.ok || read.withFees) return undefined;
  const steps = read.tiers.flatMap(({ upTo, unitPrice: share }) =>
    upTo?.isInteger() && share.lessThanOrEqualTo(1) && !share.isNegative()
      ? [{ days: upTo.toNumber(), share }]
      : [],
  );
  return steps.length === read.tiers.length ? steps : undefined;
}

function conversionOf(record: PriceRecord): QuantityTerms | undefined {
  const { quantityFactor, quantityStep, quantityRounding = "none", negativeUsage } = record;
  const zeroBelow = negativeUsage === "zero";
  if (!quantityFactor && quantityRounding === "none" && !zeroBelow) return undefined;
  return {
    factor: quantityFactor ?? one,
    step: quantityStep ?? one,
    rounding: quantityRounding === "none" ? undefined : quantityRounding,
    zeroBelow,
  };
}

function allowanceOf({ includedEvents, includedAmount }: PriceRecord): EventAllowance | undefined {
  if (includedEvents === undefined && !includedAmount) return undefined;
  return {
    events: includedEvents === undefined ? undefined : one.times(includedEvents),
    amount: includedAmount,
  };
}

/** The terms of a row about the quantity that is priced; undefined, and reported, where cells mean nothing together. */
export function usageTermsOf(
  record: PriceRecord,
  model: PricingModel,
  tiers: readonly Tier[],
  { bound, holds, report }: PriceRowContext,
): UsageTerms | undefined {
  const found = nonsenseOf(record, model, tiers).find(({ isSo }) => isSo);
  if (found) {
    const value = record[found.field];
    const shown = value === undefined ? "" : String(value);
    const at = cellOf(bound, record.row, found.field);
    report(makeIssue("BAD_TERMS", { at, value: shown, words: { reason: found.reason }, holds }));
    return undefined;
  }
  const conversion = conversionOf(record);
  const refundScale = record.refundScale === undefined ? undefined : refundScaleOf(record.refundScale);
  const allowance = allowanceOf(record);
  const periods = record.rolloverPeriods ?? 0;
  const conditions = record.condition === undefined ? undefined : parsePriceConditions(record.condition);
  return {
    ...(conversion && { conversion }),
    ...(record.includedReset === "day" && { includesDaily: true }),
    ...(allowance && { allowance }),
    ...(periods > 0 && { rollover: { periods, maximum: record.rolloverMaximum } }),
    ...(conditions && { conditions }),
    ...(record.evidenceRequired === "yes" && { needsEvidence: true }),
    ...(refundScale && { refundScale, isMeasured: true }),
    ...(record.ofProduct !== undefined && { ofProduct: record.ofProduct }),
  };
}
