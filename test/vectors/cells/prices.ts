import type { Argument, Cell } from "../../../simulatedExcel";
import type { Fields } from "../vector";
import { fractionOf, type Sheet } from "./sheet";

/** The arguments of RATE_USAGE behind the quantity. */
export interface Price {
  readonly tiers: Argument;
  readonly model: string;
  readonly included?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

export function rate(sheet: Sheet, quantity: number, price: Price): Promise<number> {
  const { tiers, model, included, minimum, maximum } = price;
  return sheet.number("RATE_USAGE", quantity, tiers, model, included, minimum, maximum);
}

export const optionalNumber = (fields: Fields, name: string): number | undefined =>
  fields.has(name) ? fields.number(name) : undefined;

/** A tier as a row of a tier range. */
export function tierRow(tier: Fields): Cell[] {
  const price = tier.has("ratePercent") ? fractionOf(tier, "ratePercent") : tier.number("unitPrice");
  return [optionalNumber(tier, "upTo") ?? "*", price, tier.number("flatFee")];
}

/** The amount of a quantity under graduated tiers. */
export const graduatedAmount = (sheet: Sheet, tiers: readonly Fields[], quantity: number) =>
  rate(sheet, quantity, { tiers: tiers.map(tierRow), model: "graduated" });

/** The amount of a quantity at one price. */
export const unitsAt = (sheet: Sheet, quantity: number, unitPrice: number): Promise<number> =>
  rate(sheet, quantity, { tiers: unitPrice, model: "per_unit" });

/** A share of an amount. */
export const shareOf = (sheet: Sheet, amount: number, fraction: number): Promise<number> =>
  rate(sheet, amount, { tiers: fraction, model: "percentage" });
