import { FIRST_DAY, formatDay, LAST_DAY } from "../calendar/day";
import type { Period } from "../calendar/period";
import { makeIssue } from "../issues/issue";
import type { Decimal } from "../money/decimal";
import { zero } from "../money/decimal";
import type { PricingModel } from "../pricing/model";
import { pricingModelOf } from "../pricing/registry";
import type { Tier } from "../pricing/tiers";
import { cellOf } from "../schema/readRecords";
import { checkTerms } from "./checkTerms";
import type { PriceRowContext } from "./priceRowContext";
import { pricePerOf } from "./rowPricePer";
import { shownCurrencies, type ShownCurrency } from "./priceCurrency";
import type { PriceRecord } from "./prices.table";
import type { Price } from "./records";
import { nothingShown, type TierRows } from "./tierRows";
import { usageTermsOf } from "./usageTerms";

/** What a price says whoever it is for: days, contract, discount and tax come from the contract's side. */
export type PriceTerms = Omit<
  Price,
  "priceId" | "contractId" | "service" | "taxCode" | "discount" | "isFree" | "isOnce"
>;

/** A row of Prices, read and checked once however many contracts of a plan use it. */
export interface PriceRow {
  readonly record: PriceRecord;
  readonly terms: PriceTerms;
  /** The days that the row itself names. */
  readonly days: Period;
  /** Currencies that its cells name or show. */
  readonly currencies: readonly ShownCurrency[];
}

/** The id under which the Tiers table names a price: its own, else contract (or plan) and product. */
export function tiersIdOf({ priceId, contractId, plan, product }: PriceRecord): string {
  return priceId ?? `${contractId ?? plan ?? ""} ${product}`;
}

/** The days that a price row names; undefined, and reported, where they are reversed. */
function daysOf(record: PriceRecord, { bound, holds, report }: PriceRowContext): Period | undefined {
  const days = { from: record.effectiveFrom ?? FIRST_DAY, to: record.effectiveTo ?? LAST_DAY };
  if (days.from <= days.to) return days;
  const words = { column: "Effective to", first: "Effective from", start: formatDay(days.from) };
  const at = cellOf(bound, record.row, "effectiveTo");
  report(makeIssue("DATES_REVERSED", { at, value: formatDay(days.to), words, holds }));
  return undefined;
}

const usesTiers = ({ needs }: PricingModel) => needs.includes("tiers");

/** Tiers from the cell, else the Tiers table, else one open tier at the unit price; undefined after a fault. */
function tiersOf(record: PriceRecord, model: PricingModel, context: PriceRowContext): TierRows | undefined {
  if (!usesTiers(model)) return { tiers: [], withFees: false, ...nothingShown };
  const { bound, holds, report } = context;
  let read = context.tierRows.get(tiersIdOf(record));
  if (record.tiers !== undefined) {
    const parsed = context.readTiers[model.tiersFall === true ? "falling" : "rising"](record.tiers);
    if (!parsed.ok) {
      const at = cellOf(bound, record.row, "tiers");
      const words = { reason: parsed.reason };
      report(makeIssue("BAD_TIERS", { at, value: record.tiers, words, holds }));
      return undefined;
    }
    read = { tiers: parsed.tiers, withFees: parsed.withFees, ...nothingShown };
  }
  if (!read) {
    const { unitPrice, flatFee } = record;
    const isPriced = unitPrice !== undefined || flatFee !== undefined;
    const tier = { upTo: null, unitPrice: unitPrice ?? zero, flatFee: flatFee ?? zero };
    read = {
      tiers: isPriced ? [tier] : [],
      withFees: flatFee !== undefined,
      ...nothingShown,
    };
  }
  if (!model.tiersAreFees || read.withFees) return read;
  const tiers = read.tiers.map((tier) => ({ ...tier, flatFee: tier.unitPrice, unitPrice: zero }));
  return { ...read, tiers };
}

const perUnit = (tiers: readonly Tier[], per: Decimal): readonly Tier[] =>
  per.equals(1) ? tiers : tiers.map((tier) => ({ ...tier, unitPrice: tier.unitPrice.dividedBy(per) }));

const withBounds = (tiers: readonly Tier[], { tierBound }: PriceRecord): readonly Tier[] =>
  tierBound === "exclusive" ? tiers.map((tier) => ({ ...tier, isExclusive: true })) : tiers;

function isBounded(record: PriceRecord, { bound, holds, report }: PriceRowContext): boolean {
  const { minimum, maximum } = record;
  if (!minimum || !maximum || minimum.lessThanOrEqualTo(maximum)) return true;
  const words = { maximum: maximum.toString() };
  const at = cellOf(bound, record.row, "minimum");
  report(makeIssue("MINIMUM_ABOVE_MAXIMUM", { at, value: minimum.toString(), words, holds }));
  return false;
}

/**
 * A maximum of a billing period is part of the price; a longer one is kept over its invoices. Where every event is priced
 * alone a maximum is that of an event, unless it says to be that of the period.
 */
function capOf({
  maximum,
  maximumPeriod: period,
  ratePer,
}: PriceRecord): Pick<PriceTerms, "maximum" | "cap"> {
  const isOfPrice = period === "billing_period" && ratePer !== "event";
  if (!maximum || period === undefined || isOfPrice) return { maximum };
  return { maximum: undefined, cap: { amount: maximum, period } };
}

/** Reads the terms of a price row; undefined after a fault, which is reported and holds the contracts that use it. */
export function readPriceRow(record: PriceRecord, context: PriceRowContext): PriceRow | undefined {
  const { bound, report } = context;
  const at = cellOf(bound, record.row, "product");
  const model = pricingModelOf(record.pricingModel);
  const days = daysOf(record, context);
  const read = days && tiersOf(record, model, context);
  if (!days || !read || !checkTerms(record, read.tiers, context)) return undefined;
  const pricePer = pricePerOf(record, model, read, context);
  if (!pricePer || !isBounded(record, context)) return undefined;
  const usageTerms = usageTermsOf(record, model, read.tiers, context);
  if (!usageTerms) return undefined;
  const tiers = withBounds(perUnit(read.tiers, pricePer), record);
  const isFixed = model.isFixed || record.quantity !== undefined;
  const terms: PriceTerms = {
    product: record.product,
    description: record.description ?? record.product,
    meter: record.meter ?? record.product,
    unit: record.unit ?? "",
    quantity: record.quantity,
    isFixed,
    timing: isFixed ? (record.timing ?? "advance") : "arrears",
    isProrated: record.proration !== "none",
    perEvent: record.ratePer === "event",
    revenueAccount: record.revenueAccount ?? "",
    at,
    model,
    pricePer,
    unitPrice: record.unitPrice?.dividedBy(pricePer),
    tiers,
    packageSize: record.packageSize,
    flatFee: record.flatFee ?? (model.isFixed ? record.unitPrice : undefined),
    included: record.includedQuantity ?? zero,
    minimum: record.minimum,
    ...capOf(record),
    freeAtZero: record.zeroUsage === "no_charge",
    mirrorsNegative: record.negativeUsage === "mirror",
    ...usageTerms,
  };
  const remark = "remark" in model ? model.remark(terms) : undefined;
  if (remark) report(makeIssue(remark, { at, value: tiers[0]!.upTo?.toString() ?? "" }));
  const currencies = [...shownCurrencies(record, bound), ...read.currencies];
  return { record, terms, days, currencies };
}
