import { FIRST_DAY, formatDay, LAST_DAY } from "../calendar/day";
import type { Period } from "../calendar/period";
import { makeIssue } from "../issues/issue";
import type { Decimal } from "../money/decimal";
import { one, zero } from "../money/decimal";
import type { PricingModel } from "../pricing/model";
import { pricingModels } from "../pricing/registry";
import type { Tier } from "../pricing/tiers";
import { parseTiersText } from "../pricing/tiersText";
import { cellOf } from "../schema/readRecords";
import { checkTerms } from "./checkTerms";
import type { BoundPrices, PriceRowContext } from "./priceRowContext";
import { numberNamed, pricePerNumber } from "./pricePer";
import { shownCurrencies, type ShownCurrency } from "./priceCurrency";
import type { PriceRecord } from "./prices.table";
import type { Price } from "./records";
import type { TierRows } from "./tierRows";

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
  if (!usesTiers(model)) return { tiers: [], withFees: false, pricePer: undefined, currencies: [] };
  const { bound, holds, report } = context;
  let read = context.tierRows.get(tiersIdOf(record));
  if (record.tiers !== undefined) {
    const parsed = parseTiersText(record.tiers);
    if (!parsed.ok) {
      const at = cellOf(bound, record.row, "tiers");
      const words = { reason: parsed.reason };
      report(makeIssue("BAD_TIERS", { at, value: record.tiers, words, holds }));
      return undefined;
    }
    read = { ...parsed, pricePer: undefined, currencies: [] };
  }
  if (!read) {
    const { unitPrice, flatFee } = record;
    const isPriced = unitPrice !== undefined || flatFee !== undefined;
    const tier = { upTo: null, unitPrice: unitPrice ?? zero, flatFee: flatFee ?? zero };
    read = {
      tiers: isPriced ? [tier] : [],
      withFees: flatFee !== undefined,
      pricePer: undefined,
      currencies: [],
    };
  }
  if (!model.tiersAreFees || read.withFees) return read;
  const tiers = read.tiers.map((tier) => ({ ...tier, flatFee: tier.unitPrice, unitPrice: zero }));
  return { ...read, tiers };
}

/** Models whose unit prices are for units of the meter, so that they can be for a thousand of them. */
const pricesUnits = (model: PricingModel): boolean =>
  !model.isFixed && !model.ratesAreFractions && !model.tiersAreFees && model.unitsPerLineUnit === undefined;

/**
 * For how many units the row's prices are: Price per, else what the header of the unit price names, else 1. Undefined
 * after a fault: two that differ, one on a model without unit prices, or a unit that names a number by itself.
 */
function pricePerOf(
  record: PriceRecord,
  model: PricingModel,
  ofTiers: Decimal | undefined,
  { bound, holds, report }: PriceRowContext,
): Decimal | undefined {
  const column = bound.columnOf.get("unitPrice");
  const header = column === undefined ? "" : headerText(bound, column);
  const ofHeader = record.unitPrice === undefined ? undefined : pricePerNumber(header);
  const said = [record.pricePer, ofHeader, ofTiers].filter((each) => each !== undefined);
  const per = said[0] ?? one;
  const at = cellOf(bound, record.row, record.pricePer === undefined ? "unitPrice" : "pricePer");
  const conflict = (reason: string) => {
    report(makeIssue("MODEL_CONFLICT", { at, value: per.toString(), words: { reason }, holds }));
    return undefined;
  };
  if (!per.greaterThan(0)) {
    const words = { column: "Price per", right: "above 0" };
    report(makeIssue("OUT_OF_RANGE", { at, value: per.toString(), words, holds }));
    return undefined;
  }
  if (said.some((each) => !each.equals(per)))
    return conflict("Price per and the header of the price name different numbers");
  if (!pricesUnits(model)) {
    return per.equals(1) ? one : conflict(`a ${model.title} price is not for a number of units`);
  }
  const { unit } = record;
  if (said.length === 0 && unit !== undefined && numberNamed(unit)) {
    report(makeIssue("UNIT_NAMES_A_NUMBER", { at: cellOf(bound, record.row, "unit"), value: unit, holds }));
    return undefined;
  }
  return per;
}

function headerText(bound: BoundPrices, column: number): string {
  const cells = bound.grid.columns[column]!;
  return cells.texts[cells.values[bound.headerRow]!] ?? "";
}

const perUnit = (tiers: readonly Tier[], per: Decimal): readonly Tier[] =>
  per.equals(1) ? tiers : tiers.map((tier) => ({ ...tier, unitPrice: tier.unitPrice.dividedBy(per) }));

function isBounded(record: PriceRecord, { bound, holds, report }: PriceRowContext): boolean {
  const { minimum, maximum } = record;
  if (!minimum || !maximum || minimum.lessThanOrEqualTo(maximum)) return true;
  const words = { maximum: maximum.toString() };
  const at = cellOf(bound, record.row, "minimum");
  report(makeIssue("MINIMUM_ABOVE_MAXIMUM", { at, value: minimum.toString(), words, holds }));
  return false;
}

/** Reads the terms of a price row; undefined after a fault, which is reported and holds the contracts that use it. */
export function readPriceRow(record: PriceRecord, context: PriceRowContext): PriceRow | undefined {
  const { bound, report } = context;
  const at = cellOf(bound, record.row, "product");
  const model = pricingModels.find(({ id }) => id === record.pricingModel)!;
  const days = daysOf(record, context);
  const read = days && tiersOf(record, model, context);
  if (!days || !read || !checkTerms(record, read.tiers, context)) return undefined;
  const pricePer = pricePerOf(record, model, read.pricePer, context);
  if (!pricePer || !isBounded(record, context)) return undefined;
  const tiers = perUnit(read.tiers, pricePer);
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
    maximum: record.maximum,
    freeAtZero: record.zeroUsage === "no_charge",
    mirrorsNegative: record.negativeUsage === "mirror",
  };
  const remark = "remark" in model ? model.remark(terms) : undefined;
  if (remark) report(makeIssue(remark, { at, value: tiers[0]!.upTo?.toString() ?? "" }));
  const currencies = [...shownCurrencies(record, bound), ...read.currencies];
  return { record, terms, days, currencies };
}
