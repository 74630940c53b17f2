import { LAST_DAY } from "../calendar/day";
import { overlap, type Period } from "../calendar/period";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { zero } from "../money/decimal";
import type { TermName } from "../pricing/model";
import { pricingModels } from "../pricing/registry";
import { parseTiersText, type Tier } from "../pricing/tiers";
import { cellOf } from "../schema/readRecords";
import type { BoundTable } from "../schema/bind";
import type { PriceRecord, pricesTable } from "./prices.table";
import type { Price } from "./records";

export type BoundPrices = BoundTable<(typeof pricesTable)["columns"]>;

/** Tiers of the Tiers table by Price ID, with whether any row names a flat fee. */
export interface TierRows {
  readonly tiers: readonly Tier[];
  readonly withFees: boolean;
}

interface PriceContext {
  readonly bound: BoundPrices;
  readonly contractService: Period;
  /** The contract's tax code, or the customer's or Settings' where it has none. */
  readonly taxCode: string;
  readonly tierRows: ReadonlyMap<string, TierRows>;
  readonly report: Report;
}

const termTitles: Readonly<Record<TermName, string>> = {
  unitPrice: "Unit price",
  tiers: "Tiers",
  packageSize: "Package size",
  flatFee: "Flat fee",
};

export function priceIdOf(record: Pick<PriceRecord, "priceId" | "contractId" | "product">): string {
  return record.priceId ?? `${record.contractId} ${record.product}`;
}

/** The days of a price row within its contract; undefined when there are none. */
function serviceOf(record: PriceRecord, contractService: Period): Period | undefined {
  return overlap(contractService, {
    from: record.effectiveFrom ?? contractService.from,
    to: record.effectiveTo ?? LAST_DAY,
  });
}

/** Tiers from the cell, else the Tiers table, else one open tier at the unit price; undefined after a fault. */
function tiersOf(record: PriceRecord, context: PriceContext, at: CellRef): readonly Tier[] | undefined {
  const model = pricingModels.find(({ id }) => id === record.pricingModel)!;
  const rows = context.tierRows.get(priceIdOf(record));
  if (!(model.needs as readonly TermName[]).includes("tiers")) return [];
  let read: TierRows | undefined = rows;
  if (record.tiers !== undefined) {
    const parsed = parseTiersText(record.tiers);
    if (!parsed.ok) {
      const details = {
        at,
        value: record.tiers,
        words: { reason: parsed.reason },
        holds: [record.contractId],
      };
      context.report(makeIssue("BAD_TIERS", details));
      return undefined;
    }
    read = parsed;
  }
  if (!read) {
    if (record.unitPrice === undefined && record.flatFee === undefined) return [];
    const tier = { upTo: null, unitPrice: record.unitPrice ?? zero, flatFee: record.flatFee ?? zero };
    read = { tiers: [tier], withFees: record.flatFee !== undefined };
  }
  if (!model.tiersAreFees || read.withFees) return read.tiers;
  return read.tiers.map((tier) => ({ ...tier, flatFee: tier.unitPrice, unitPrice: zero }));
}

/** Reports what the model needs and does not get, and what was typed and would be ignored. */
function checkTerms(record: PriceRecord, tiers: readonly Tier[], context: PriceContext): boolean {
  const model = pricingModels.find(({ id }) => id === record.pricingModel)!;
  const needs: readonly TermName[] = model.needs;
  const takes: readonly TermName[] = model.takes;
  const holds = [record.contractId];
  const given: Readonly<Record<TermName, boolean>> = {
    unitPrice: record.unitPrice !== undefined,
    tiers: tiers.length > 0,
    packageSize: record.packageSize !== undefined,
    flatFee: record.flatFee !== undefined || (model.isFixed && record.unitPrice !== undefined),
  };
  let complete = true;
  for (const term of needs) {
    if (given[term]) continue;
    complete = false;
    const words = { model: model.title, column: termTitles[term], right: model.help };
    context.report(
      makeIssue("PRICE_INCOMPLETE", { at: cellOf(context.bound, record.row, term), words, holds }),
    );
  }
  const usesTiers = needs.includes("tiers");
  const ignored = (["packageSize", "flatFee", "tiers"] as const).filter((term) => {
    if (needs.includes(term) || takes.includes(term) || record[term] === undefined) return false;
    const isZeroFee = term === "flatFee" && record.flatFee!.isZero();
    return !isZeroFee && !(usesTiers && term === "flatFee" && record.tiers === undefined);
  });
  for (const term of ignored) {
    const reason = `a ${model.title} price takes no ${termTitles[term].toLowerCase()}`;
    const details = {
      at: cellOf(context.bound, record.row, term),
      value: String(record[term]),
      words: { reason },
      holds,
    };
    context.report(makeIssue("MODEL_CONFLICT", details));
  }
  if (record.packageSize && !record.packageSize.greaterThan(0)) {
    const words = { column: "Package size", right: "above 0" };
    context.report(
      makeIssue("OUT_OF_RANGE", {
        at: cellOf(context.bound, record.row, "packageSize"),
        value: record.packageSize.toString(),
        words,
        holds,
      }),
    );
    return false;
  }
  return complete && ignored.length === 0;
}

/** A price row with its defaults resolved; undefined after a fault, which is reported and holds the contract. */
export function resolvePrice(record: PriceRecord, context: PriceContext): Price | undefined {
  const { bound, contractService, report } = context;
  const at = cellOf(bound, record.row, "product");
  const model = pricingModels.find(({ id }) => id === record.pricingModel)!;
  const service = serviceOf(record, contractService);
  if (!service) return undefined;
  const tiers = tiersOf(record, context, cellOf(bound, record.row, "tiers"));
  if (!tiers || !checkTerms(record, tiers, context)) return undefined;
  const { minimum, maximum } = record;
  if (minimum && maximum && minimum.greaterThan(maximum)) {
    const words = { maximum: maximum.toString() };
    report(
      makeIssue("MINIMUM_ABOVE_MAXIMUM", {
        at: cellOf(bound, record.row, "minimum"),
        value: minimum.toString(),
        words,
        holds: [record.contractId],
      }),
    );
    return undefined;
  }
  const isFixed = model.isFixed || record.quantity !== undefined;
  const price: Price = {
    priceId: priceIdOf(record),
    contractId: record.contractId,
    product: record.product,
    description: record.description ?? record.product,
    meter: record.meter ?? record.product,
    unit: record.unit ?? "",
    quantity: record.quantity,
    isFixed,
    timing: isFixed ? (record.timing ?? "advance") : "arrears",
    isProrated: record.proration !== "none",
    perEvent: record.ratePer === "event",
    service,
    taxCode: record.taxCode ?? context.taxCode,
    revenueAccount: record.revenueAccount ?? "",
    at,
    model,
    unitPrice: record.unitPrice,
    tiers,
    packageSize: record.packageSize,
    flatFee: record.flatFee ?? (model.isFixed ? record.unitPrice : undefined),
    included: record.includedQuantity ?? zero,
    discount: record.discount ?? zero,
    minimum,
    maximum,
    freeAtZero: record.zeroUsage === "no_charge",
    mirrorsNegative: record.negativeUsage === "mirror",
  };
  const remark = "remark" in model ? model.remark(price) : undefined;
  if (remark) report(makeIssue(remark, { at, value: tiers[0]!.upTo?.toString() ?? "" }));
  return price;
}
