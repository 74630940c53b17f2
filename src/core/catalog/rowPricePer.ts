import { makeIssue } from "../issues/issue";
import { one, type Decimal } from "../money/decimal";
import type { PricingModel } from "../pricing/model";
import { anyTable } from "../schema/boundTable";
import { headerOf } from "../schema/locateTable";
import { cellOf } from "../schema/readRecords";
import { areUnitsAtOdds } from "../schema/measures";
import { numberNamed, pricePerNumber } from "./pricePer";
import type { PriceRowContext } from "./priceRowContext";
import type { PriceRecord } from "./prices.table";
import { shownPer } from "./shownPer";
import type { TierRows } from "./tierRows";

/** Models whose unit prices are for units of the meter, so that they can be for a thousand of them. */
export const pricesUnits = (model: PricingModel): boolean =>
  !model.isFixed && !model.ratesAreFractions && !model.tiersAreFees && model.countsPackages !== true;

/**
 * For how many units the row's prices are: Price per, else what the header of the unit price names, else 1. Undefined
 * after a fault: two that differ, one on a model without unit prices, or a unit, number format or header that names a number by itself.
 */
export function pricePerOf(
  record: PriceRecord,
  model: PricingModel,
  tiers: Pick<TierRows, "pricePer" | "shown">,
  { bound, holds, report }: PriceRowContext,
): Decimal | undefined {
  const column = bound.columnOf.get("unitPrice");
  const header = column === undefined ? "" : headerOf(anyTable(bound), column);
  const ofHeader = record.unitPrice === undefined ? undefined : pricePerNumber(header);
  const said = [record.pricePer, ofHeader, tiers.pricePer].filter((number) => number !== undefined);
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
  if (said.some((number) => !number.equals(per)))
    return conflict("Price per and the header of the price name different numbers");
  if (!pricesUnits(model)) {
    return per.equals(1) ? one : conflict(`a ${model.title} price is not for a number of units`);
  }
  const { unit } = record;
  if (said.length === 0 && unit !== undefined && numberNamed(unit)) {
    report(makeIssue("UNIT_NAMES_A_NUMBER", { at: cellOf(bound, record.row, "unit"), value: unit, holds }));
    return undefined;
  }
  const shown = [
    ...(record.unitPrice === undefined ? [] : shownPer(anyTable(bound), record.row)),
    ...tiers.shown,
  ];
  const foreign = shown.find((price) => unit !== undefined && areUnitsAtOdds(price.unit, unit));
  if (foreign) {
    const words = {
      reason: `the price is for “${foreign.unit}” and its Unit is “${unit!}”; they must be the same`,
    };
    report(makeIssue("MODEL_CONFLICT", { at: foreign.at, value: foreign.text, words, holds }));
    return undefined;
  }
  const numbered = shown.find(
    ({ number }) => number !== undefined && !(said.length > 0 && number.equals(per)),
  );
  if (!numbered) return per;
  report(makeIssue("UNIT_NAMES_A_NUMBER", { at: numbered.at, value: numbered.text, holds }));
  return undefined;
}
