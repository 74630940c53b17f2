import { makeIssue } from "../issues/issue";
import type { PricingModel, TermName } from "../pricing/model";
import { pricingModelOf } from "../pricing/registry";
import type { Tier } from "../pricing/tiers";
import { notUnderstood } from "../schema/bind";
import { isPercentage } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { cellOf } from "../schema/readRecords";
import type { PriceRowContext } from "./priceRowContext";
import { pricesTable, type PriceRecord } from "./prices.table";

const termTitles: Readonly<Record<TermName, string>> = {
  unitPrice: "Unit price",
  tiers: "Tiers",
  packageSize: "Package size",
  flatFee: "Flat fee",
};

const tiersForm = "write them in one cell like 1000: 0.10; 5000: 0.08; *: 0.05, or in a Tiers table";

/** A unit price below 0 is billed as it is: its units are credits, of which nobody would learn. */
function reportNegative(
  { unitPrice, product, row }: PriceRecord,
  tiers: readonly Tier[],
  { bound, report }: PriceRowContext,
): void {
  const below = [...(unitPrice ? [unitPrice] : []), ...tiers.map((tier) => tier.unitPrice)].find((price) =>
    price.lessThan(0),
  );
  if (!below) return;
  const at = cellOf(bound, row, unitPrice ? "unitPrice" : "tiers");
  report(makeIssue("NEGATIVE_PRICE", { at, value: below.toString(), words: { product } }));
}

/** From here on a plain number is rather so many percent than so many times the amount. */
const LEAST_DOUBTFUL = 1.5;

/** A rate of 2.9 may be 2.9 percent as well as 290: it is read as it stands only where it shows a percent sign. */
function reportDoubtfulRate(
  { unitPrice, row }: PriceRecord,
  tiers: readonly Tier[],
  { bound, holds, report }: PriceRowContext,
): void {
  const rates = [...(unitPrice ? [unitPrice] : []), ...tiers.map((tier) => tier.unitPrice)];
  const rate = rates.find((value) => value.greaterThanOrEqualTo(LEAST_DOUBTFUL));
  if (!rate) return;
  const field = rate === unitPrice ? "unitPrice" : "tiers";
  if (isPercentage(viewCell(bound.grid, row, bound.columnOf.get(field) ?? -1))) return;
  const words = { column: termTitles[field] };
  report(
    makeIssue("AMBIGUOUS_RATE", { at: cellOf(bound, row, field), value: rate.toString(), words, holds }),
  );
}

/** Reports what the model needs and does not get, and what was typed and would be ignored. */
export function checkTerms(record: PriceRecord, tiers: readonly Tier[], context: PriceRowContext): boolean {
  const model: PricingModel = pricingModelOf(record.pricingModel);
  const needs: readonly TermName[] = model.needs;
  const perEvent = record.ratePer === "event" ? (model.takesPerEvent ?? []) : [];
  const takes: readonly TermName[] = [...model.takes, ...perEvent];
  const { bound, holds, report } = context;
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
    const form = term === "tiers" ? `${tiersForm}. ${model.help}` : model.help;
    // Where no column is headed so, one of those that nobody understands may be meant.
    const unread = bound.columnOf.has(term) ? "" : notUnderstood(bound.others.values());
    const right = unread === "" ? form : `${form.replace(/\.$/, "")}${unread}`;
    const words = { model: model.title, column: termTitles[term], right };
    const lacks = { table: pricesTable.title, fields: [term] };
    report(makeIssue("PRICE_INCOMPLETE", { at: cellOf(bound, record.row, term), words, holds, lacks }));
  }
  const usesTiers = needs.includes("tiers");
  const ignored = (["packageSize", "flatFee", "tiers"] as const).filter((term) => {
    if (needs.includes(term) || takes.includes(term) || record[term] === undefined) return false;
    const isZeroFee = term === "flatFee" && record.flatFee!.isZero();
    return !isZeroFee && !(usesTiers && term === "flatFee" && record.tiers === undefined);
  });
  for (const term of ignored) {
    const cure =
      term === "flatFee" ? "; give the fee a row and a product of its own, with the model Flat" : "";
    const reason = `a ${model.title} price takes no ${termTitles[term].toLowerCase()}${cure}`;
    const details = {
      at: cellOf(bound, record.row, term),
      value: String(record[term]),
      words: { reason },
      holds,
    };
    report(makeIssue("MODEL_CONFLICT", details));
  }
  reportNegative(record, tiers, context);
  if (model.ratesAreFractions) reportDoubtfulRate(record, tiers, context);
  if (record.packageSize && !record.packageSize.greaterThan(0)) {
    const words = { column: "Package size", right: "above 0" };
    report(
      makeIssue("OUT_OF_RANGE", {
        at: cellOf(bound, record.row, "packageSize"),
        value: record.packageSize.toString(),
        words,
        holds,
      }),
    );
    return false;
  }
  return complete && ignored.length === 0;
}
