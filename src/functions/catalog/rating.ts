import {
  hasMarginalRate,
  marginalRate,
  tierLabel,
  zero,
  type ChargeLine,
  type Decimal,
} from "../../core/api";
import { answer, mapCells, spill } from "../cells/answer";
import { dividedByNothing, Fault, notFound } from "../cells/fault";
import { atLeastZero, readNumber } from "../cells/read";
import { chargeUsage, readUsagePrice, type UsagePrice } from "../cells/usagePrice";

/**
 * How a quantity becomes an amount.
 * @customenum {string}
 */
enum UsagePricing {
  /** Each unit at the price of its own tier, plus the flat fee of every tier entered. */
  graduated = "graduated",
  /** All units at the price of the tier that holds the quantity, plus its flat fee. */
  volume = "volume",
  /** Started packages: Up to is the package size, Unit price the price of one. */
  package = "package",
  /** The flat fee of the tier that holds the quantity. */
  stairstep = "stairstep",
  /** Every unit at one price. */
  per_unit = "per_unit",
  /** A fraction of an amount, plus a flat fee when it is above 0. */
  percentage = "percentage",
  /** Each tier's share of an amount at its own fraction. */
  graduated_percentage = "graduated_percentage",
}

/**
 * Amount for a quantity of usage under tiered, volume, package or other prices, not rounded. Example: =BILLING.RATE_USAGE(C2, Tiers!$A$2:$C$5)
 * @customfunction RATE_USAGE
 * @helpurl https://localhost:3000/help/RATE_USAGE.html
 * @remarks The included quantity is taken off first (never below 0), then the model prices the rest, then minimum and maximum bound the amount. At quantity 0 the first tier's flat fee is charged in graduated, volume, stairstep and graduated_percentage. Round the result with ROUND_MONEY, as an invoice line is rounded once.
 * @param quantity Units used, at least 0; a range rates every cell and spills. Example: C2:C500
 * @param tiers Price list of two or three columns: Up to (inclusive, * for no limit), Unit price, Flat fee; or one number as unit price. Example: Tiers!$A$2:$C$5
 * @param [model] Pricing model; default graduated. Example: "volume"
 * @param [included] Units free of charge, taken off the quantity; default 0. Example: 1000
 * @param [minimum] Least amount in currency; default none. Example: 25
 * @param [maximum] Greatest amount in currency; default none. Example: 500
 * @returns Amount in the currency of the prices, or one amount for each cell.
 * @throws #VALUE! A quantity that is no number or below 0; tiers whose bounds do not rise; a minimum above the maximum.
 * @throws #N/A The quantity is above a last tier that has a bound.
 * @example =BILLING.RATE_USAGE(15000,{10000,0.1;"*",0.08}) → 1400 | 10,000 units at 0.10 and 5,000 at 0.08.
 * @example =BILLING.RATE_USAGE({50;150},{100,2,10;"*",1,0},"volume") → {110;150} | All units at the price of the tier reached, the first with a fee of 10.
 */
export function rateUsage(
  quantity: unknown[][],
  tiers: unknown[][],
  model?: UsagePricing,
  included?: unknown,
  minimum?: unknown,
  maximum?: unknown,
): unknown[][] {
  return answer(() => {
    const price = readUsagePrice(tiers, model, included, minimum, maximum);
    return mapCells("quantity", quantity, (raw) => chargeUsage(price, raw).amount, price.fast);
  });
}

const lineNames = { included: "Included", minimum: "Minimum", maximum: "Maximum", discount: "Discount" };

/** A line of the breakdown; From is exclusive but for the first tier, To inclusive and blank without a limit. */
function breakdownRow({ terms, limit }: UsagePrice, line: ChargeLine): (string | Decimal)[] {
  const { quantity, unitPrice, flatFee, amount } = line;
  const figures = [quantity, unitPrice, flatFee, amount];
  if (line.kind !== "usage") return [lineNames[line.kind], "", "", ...figures];
  const index = terms.tiers.findIndex((_tier, tierIndex) => tierLabel(terms.tiers, tierIndex) === line.tier);
  if (index < 0) return [terms.model.title, zero, limit ?? "", ...figures];
  const from = terms.tiers[index - 1]?.upTo ?? zero;
  return [`Tier ${String(index + 1)}`, from, terms.tiers[index]!.upTo ?? "", ...figures];
}

/**
 * How the amount of RATE_USAGE comes about, line by line: included units, each tier used, minimum or maximum. Example: =BILLING.RATE_BREAKDOWN(C2, Tiers!$A$2:$C$5)
 * @customfunction RATE_BREAKDOWN
 * @helpurl https://localhost:3000/help/RATE_BREAKDOWN.html
 * @remarks Amount is Quantity × Unit price + Flat fee in every line, and the amounts add up to RATE_USAGE. From and To are the bounds of the tier: above From, up to and with To; a blank To is no limit. In the package model Quantity counts packages.
 * @param quantity Units used, at least 0; a single cell. Example: C2
 * @param tiers Price list as in RATE_USAGE. Example: Tiers!$A$2:$C$5
 * @param [model] Pricing model; default graduated. Example: "volume"
 * @param [included] Units free of charge; default 0. Example: 1000
 * @param [minimum] Least amount in currency; default none. Example: 25
 * @param [maximum] Greatest amount in currency; default none. Example: 500
 * @returns A header row, then a row for each line: Line, From, To, Quantity, Unit price, Flat fee, Amount.
 * @throws #VALUE! As in RATE_USAGE.
 * @throws #N/A The quantity is above a last tier that has a bound.
 * @example =BILLING.RATE_BREAKDOWN(15000,{10000,0.1;"*",0.08}) → {"Line","From","To","Quantity","Unit price","Flat fee","Amount";"Tier 1",0,10000,10000,0.1,0,1000;"Tier 2",10000,"",5000,0.08,0,400} | Two tiers that add up to 1,400.
 * @example =BILLING.RATE_BREAKDOWN(120,0.05,"per_unit",100,5) → {"Line","From","To","Quantity","Unit price","Flat fee","Amount";"Included","","",100,0,0,0;"Per unit",0,"",20,0.05,0,1;"Minimum","","",1,4,0,4} | 20 units beyond the included 100 cost 1.00; 4.00 are missing to the minimum.
 */
export function rateBreakdown(
  quantity: unknown,
  tiers: unknown[][],
  model?: UsagePricing,
  included?: unknown,
  minimum?: unknown,
  maximum?: unknown,
): unknown[][] {
  return answer(() => {
    const price = readUsagePrice(tiers, model, included, minimum, maximum);
    const { lines } = chargeUsage(price, quantity);
    const header = ["Line", "From", "To", "Quantity", "Unit price", "Flat fee", "Amount"];
    return spill(
      header,
      lines.map((line) => breakdownRow(price, line)),
    );
  });
}

/**
 * Average price of a unit: the amount of RATE_USAGE divided by the quantity, not rounded. Example: =BILLING.EFFECTIVE_RATE(C2, Tiers!$A$2:$C$5)
 * @customfunction EFFECTIVE_RATE
 * @helpurl https://localhost:3000/help/EFFECTIVE_RATE.html
 * @remarks Included units count in the quantity that the amount is divided by.
 * @param quantity Units used, above 0; a range gives every cell its rate and spills. Example: C2:C500
 * @param tiers Price list as in RATE_USAGE. Example: Tiers!$A$2:$C$5
 * @param [model] Pricing model; default graduated. Example: "volume"
 * @param [included] Units free of charge; default 0. Example: 1000
 * @returns Amount per unit, or one for each cell.
 * @throws #DIV/0! The quantity is 0.
 * @throws #VALUE! As in RATE_USAGE.
 * @throws #N/A The quantity is above a last tier that has a bound.
 * @example =BILLING.EFFECTIVE_RATE(200,{100,2;"*",1}) → 1.5 | 300 for 200 units.
 * @example =BILLING.EFFECTIVE_RATE(200,{100,2;"*",1},"graduated",100) → 1 | 100 units are included, the others cost 200.
 */
export function effectiveRate(
  quantity: unknown[][],
  tiers: unknown[][],
  model?: UsagePricing,
  included?: unknown,
): unknown[][] {
  return answer(() => {
    const price = readUsagePrice(tiers, model, included);
    return mapCells("quantity", quantity, (raw) => {
      const charge = chargeUsage(price, raw);
      if (charge.quantity.isZero()) throw dividedByNothing("quantity");
      return charge.amount.dividedBy(charge.quantity);
    });
  });
}

/**
 * Price of one unit more: the unit price of the tier that holds quantities just above this one, flat fees left out. Example: =BILLING.MARGINAL_RATE(C2, Tiers!$A$2:$C$5)
 * @customfunction MARGINAL_RATE
 * @helpurl https://localhost:3000/help/MARGINAL_RATE.html
 * @remarks For graduated, volume, per_unit, percentage and graduated_percentage; a package or a step has no price of a unit.
 * @param quantity Units used, at least 0; a range gives every cell its rate and spills. Example: C2:C500
 * @param tiers Price list as in RATE_USAGE. Example: Tiers!$A$2:$C$5
 * @param [model] Pricing model; default graduated. Example: "volume"
 * @returns Unit price, or one for each cell.
 * @throws #VALUE! The model is package or stairstep; else as in RATE_USAGE.
 * @throws #N/A The quantity is at or above a last tier that has a bound.
 * @example =BILLING.MARGINAL_RATE(99,{100,2;"*",1}) → 2 | The hundredth unit still costs 2.
 * @example =BILLING.MARGINAL_RATE(100,{100,2;"*",1}) → 1 | The next unit is in the second tier.
 */
export function marginalRateOf(quantity: unknown[][], tiers: unknown[][], model?: UsagePricing): unknown[][] {
  return answer(() => {
    const { terms, limit } = readUsagePrice(tiers, model);
    if (!hasMarginalRate(terms))
      throw new Fault("value", `model: ${terms.model.id} has no price of one unit more; use RATE_USAGE.`);
    return mapCells("quantity", quantity, (raw) => {
      const units = readNumber("quantity", raw, atLeastZero);
      const rate = limit?.lessThanOrEqualTo(units) ? undefined : marginalRate(units, terms);
      if (!rate) throw notFound(`No tier holds quantities above ${units.toString()}.`);
      return rate;
    });
  });
}
