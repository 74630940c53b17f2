import { Decimal, sum } from "../../../src/core/money/decimal";
import { scaleDecimal, QUANTITY_SCALE } from "../../../src/core/money/scaledQuantity";
import { chargeDifference, chargeEvents, chargeQuantity } from "../../../src/core/pricing/charge";
import { chargeTerms, type WrittenTerms } from "../../properties/support/terms";
import { optionalNumber, rate, tierRow, unitsAt, type Price } from "../cells/prices";
import { roundedAs } from "../cells/rounding";
import { column, difference, fractionOf, numbersOf, sumOf, type Sheet } from "../cells/sheet";
import { contractRow, invoiceOf, priceRow } from "../book";
import { amountOf, chargedAmount, invoiceOfTiers, termsOf } from "../engine/charges";
import { Fields, type Vector } from "../vector";
import type { ByEngine, ByFunctions, Outcome, Ways, WaysByModel } from "../ways";

const byEngine =
  (model: WrittenTerms["model"]): ByEngine =>
  (vector) => {
    const amount = chargedAmount(vector, model);
    return amount && { figures: { amount } };
  };

const boundsOf = (params: Fields): Pick<Price, "included" | "minimum" | "maximum"> => ({
  included: optionalNumber(params, "freeUnits"),
  minimum: optionalNumber(params, "minAmount"),
  maximum: optionalNumber(params, "maxAmount"),
});

const boundNames = ["freeUnits", "minAmount", "maxAmount", "rounding"];

async function rated({ params, input }: Vector, sheet: Sheet, price: Price): Promise<Outcome | undefined> {
  if (!input.hasOnly("quantity")) return undefined;
  const amount = await rate(sheet, input.number("quantity"), { ...boundsOf(params), ...price });
  return { figures: { amount: await roundedAs(params, amount, sheet) } };
}

/** The models with tiers, under the names that the function gives them. */
const tiered =
  (model: string): ByFunctions =>
  async (vector, sheet) => {
    const { params, input } = vector;
    if (!params.hasOnly("tiers", "zeroQuantity", ...boundNames)) return undefined;
    // The first tier's fee is charged at 0; a contract that says otherwise tests the quantity around the call.
    if (params.optionalText("zeroQuantity") === "no_charge" && input.number("quantity") === 0)
      return undefined;
    const tiers = params.fieldsList("tiers");
    if (!tiers.every((tier) => tier.hasOnly("upTo", "unitPrice", "ratePercent", "flatFee"))) return undefined;
    return rated(vector, sheet, { tiers: tiers.map(tierRow), model });
  };

/** What a single tier comes to at most is the most of the whole amount. */
const cappedTier: ByFunctions = async (vector, sheet) => {
  const [tier, ...more] = vector.params.fieldsList("tiers");
  if (!tier?.has("cap") || more.length > 0 || !vector.params.hasOnly("tiers")) return undefined;
  return rated(vector, sheet, { tiers: [tierRow(tier)], model: "graduated", maximum: tier.number("cap") });
};

/** How many units of a larger size a quantity starts: packages that cost 1. */
const started = (sheet: Sheet, quantity: number, size: number): Promise<number> =>
  rate(sheet, quantity, { tiers: [[size, 1]], model: "package" });

/** Tiers in larger units, of which started ones count. */
const convertedUnits: ByFunctions = async ({ params, input }, sheet) => {
  const conversion = params.fields("unitConversion");
  if (conversion.text("rounding") !== "up" || !params.hasOnly("tiers", "unitConversion")) return undefined;
  const billableQuantity = await started(sheet, input.number("quantity"), conversion.number("divideBy"));
  const tiers = params.fieldsList("tiers").map(tierRow);
  const amount = await rate(sheet, billableQuantity, { tiers, model: "graduated" });
  return { figures: { amount, billableQuantity } };
};

/** What only a bill can say: caps of tiers, units of another size, a total that never is below 0. */
const byBill =
  (model: string): ByEngine =>
  (vector) => {
    const { params } = vector;
    if (!vector.input.hasOnly("quantity")) return undefined;
    if (!params.hasOnly("tiers", "negativeQuantity", "unitConversion")) return undefined;
    const price: Record<string, string | number> = {};
    if (params.optionalText("negativeQuantity") === "clamp_zero") price["Negative usage"] = "Zero";
    if (params.has("unitConversion")) {
      const conversion = params.fields("unitConversion");
      if (conversion.text("rounding") !== "up") return undefined;
      price["Quantity factor"] = new Decimal(1).dividedBy(conversion.text("divideBy")).toNumber();
      price["Quantity rounding"] = "Up";
    }
    const { subtotal, lines } = invoiceOfTiers(vector, model, price);
    const billableQuantity = sum(lines.map(({ quantity }) => quantity));
    return { figures: { amount: subtotal, billableQuantity } };
  };

const graduated: Ways = {
  engine: (vector) => byEngine("graduated")(vector) ?? byBill("graduated")(vector),
  functions: async (vector, sheet) => {
    if (vector.params.has("unitConversion")) return convertedUnits(vector, sheet);
    return (await tiered("graduated")(vector, sheet)) ?? cappedTier(vector, sheet);
  },
};

/** Started blocks of one size, under tiers whose bounds are written in blocks. */
const blocks: ByFunctions = async ({ params, input }, sheet) => {
  const tiers = params.fieldsList("tiers");
  const size = tiers[0]!.number("blockSize");
  const isWhole = (tier: Fields) =>
    tier.number("blockSize") === size && (!tier.has("upTo") || tier.number("upTo") % size === 0);
  if (!params.hasOnly("tiers") || !tiers.every(isWhole)) return undefined;
  const rows = tiers.map((tier) => {
    const [bound, ...prices] = tierRow(tier);
    return [typeof bound === "number" ? bound / size : bound!, ...prices];
  });
  const count = await started(sheet, input.number("quantity"), size);
  return { figures: { amount: await rate(sheet, count, { tiers: rows, model: "volume" }) } };
};

const volume: Ways = {
  engine: (vector) => byEngine("volume")(vector) ?? byBill("volume")(vector),
  functions: (vector, sheet) =>
    vector.params.fieldsList("tiers").some((tier) => tier.has("blockSize"))
      ? blocks(vector, sheet)
      : tiered("volume")(vector, sheet),
};

const perUnit: Ways = {
  engine: byEngine("per_unit"),
  functions: async (vector, sheet) =>
    vector.params.hasOnly("unitPrice", ...boundNames)
      ? rated(vector, sheet, { tiers: vector.params.number("unitPrice"), model: "per_unit" })
      : undefined,
};

/** In cells a fee whatever the quantity is a step without an end. */
const flat: Ways = {
  engine: byEngine("flat"),
  functions: async ({ params }, sheet) => {
    if (!params.hasOnly("amount", "term")) return undefined;
    const tiers = [["*", params.number("amount")]];
    return { figures: { amount: await rate(sheet, 0, { tiers, model: "stairstep" }) } };
  },
};

/** Packages, perhaps beyond those that were billed before. */
const packages: Ways = {
  engine: (vector) => {
    const { params, input } = vector;
    // A price that bills at least some packages has their price as its minimum.
    if (params.has("minimumPackages")) {
      const { minimumPackages, ...rest } = params.values;
      const minAmount = params.decimal("packagePrice").times(String(minimumPackages)).toString();
      return byEngine("package")({ ...vector, params: new Fields({ ...rest, minAmount }) });
    }
    const terms = termsOf(vector, "package");
    if (!terms || !params.has("alreadyBilled")) return byEngine("package")(vector);
    const before = params.decimal("alreadyBilled").times(params.decimal("packageSize"));
    const [all, billed] = [input.decimal("quantity"), before].map((quantity) =>
      chargeQuantity(quantity, chargeTerms(terms)),
    );
    if (!all?.ok || !billed?.ok) return undefined;
    const more = chargeDifference(all.lines, billed.lines);
    return { figures: { amount: sum(more.map(({ amount }) => amount)), gross: all.amount } };
  },
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    const packageNames = ["packageSize", "packagePrice", "minimumPackages", "alreadyBilled"];
    if (!params.hasOnly(...packageNames, ...boundNames)) return undefined;
    const unitPrice = params.number("packagePrice");
    const price: Price = { tiers: [[params.number("packageSize"), unitPrice]], model: "package" };
    const priceOf = (count: string) => unitsAt(sheet, params.number(count), unitPrice);
    if (params.has("minimumPackages"))
      return rated(vector, sheet, { ...price, minimum: await priceOf("minimumPackages") });
    if (!params.has("alreadyBilled")) return rated(vector, sheet, price);
    const gross = await rate(sheet, input.number("quantity"), price);
    return { figures: { amount: difference(gross, await priceOf("alreadyBilled")), gross } };
  },
};

/** Every event priced alone and added. */
const percentageOfEvents: Ways = {
  engine: (vector) => {
    const terms = termsOf(vector, "percentage");
    if (!terms || !vector.input.hasOnly("events")) return undefined;
    const scaled = Float64Array.from(vector.input.decimals("events"), scaleDecimal);
    const charge = chargeEvents({ scaled, scale: QUANTITY_SCALE }, [], chargeTerms(terms));
    return { figures: { amount: amountOf(charge) } };
  },
  functions: async ({ params, input }, sheet) => {
    if (!params.hasOnly("ratePercent", "fixedFeePerEvent") || !input.hasOnly("events")) return undefined;
    const fee = optionalNumber(params, "fixedFeePerEvent") ?? null;
    const tiers = [["*", fractionOf(params, "ratePercent"), fee]];
    const events = column(numbersOf(input, "events"));
    return { figures: { amount: sumOf(await sheet.numbers("RATE_USAGE", events, tiers, "percentage")) } };
  },
};

/** A stairstep that adds the price of every step passed is graduated with fees alone. */
const steps: Ways = {
  engine: (vector) => byEngine(vector.params.has("accumulate") ? "graduated" : "stairstep")(vector),
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    if (params.value("accumulate") !== true) return tiered("stairstep")(vector, sheet);
    if (!params.hasOnly("tiers", "accumulate")) return undefined;
    const tiers = params.fieldsList("tiers").map(tierRow);
    const amount = await rate(sheet, input.number("quantity"), { tiers, model: "graduated" });
    return { figures: { amount } };
  },
};

/** A metered amount with a markup; or, in cells, amounts that the events carry, which are a fee for all their units. */
const dynamic: Ways = {
  engine: (vector) => {
    const { params, input } = vector;
    if (!params.hasOnly() || !input.hasOnly("eventAmounts", "quantities"))
      return byEngine("percentage")(vector);
    const quantities = numbersOf(input, "quantities");
    // A dinar has three decimals, as the amounts have.
    const { subtotal, lines } = invoiceOf({
      Contracts: [contractRow({ Currency: "BHD" })],
      Prices: [priceRow({ Meter: "Reading", "Pricing model": "dynamic" })],
      Usage: numbersOf(input, "eventAmounts").map((Amount, index) => ({
        "Contract ID": "C1",
        Meter: "Reading",
        Date: "2026-01-15",
        Quantity: quantities[index]!,
        Amount,
      })),
    });
    return { figures: { amount: subtotal, effectiveUnitPrice: lines[0]!.unitPrice } };
  },
  functions: async (vector, sheet) => {
    const { params, input } = vector;
    if (params.has("multiplier"))
      return rated(vector, sheet, { tiers: params.number("multiplier"), model: "percentage" });
    if (!params.hasOnly() || !input.hasOnly("eventAmounts", "quantities")) return undefined;
    const amount = await sheet.number("METER_USAGE", column(numbersOf(input, "eventAmounts")));
    const quantity = await sheet.number("METER_USAGE", column(numbersOf(input, "quantities")));
    const fee = [["*", amount]];
    const effectiveUnitPrice = await sheet.number("EFFECTIVE_RATE", quantity, fee, "stairstep");
    return { figures: { amount, effectiveUnitPrice } };
  },
};

/** Amounts have cents, so that "below 1000" is "up to 999.99". */
const compensation: Ways = {
  engine: ({ params, input }) => {
    const tiers = params.fieldsList("steps").map((step) => {
      const upTo = step.has("below") ? step.decimal("below").minus("0.01").toString() : "*";
      return `${upTo}: ${step.text("fee")}`;
    });
    const terms = chargeTerms({ model: "stairstep", tiers: tiers.join("; ") });
    return { figures: { amount: amountOf(chargeQuantity(input.decimal("amount"), terms)) } };
  },
  functions: async ({ params, input }, sheet) => {
    const tiers = params
      .fieldsList("steps")
      .map((step) => [step.has("below") ? difference(step.number("below"), 0.01) : "*", step.number("fee")]);
    return { figures: { amount: await rate(sheet, input.number("amount"), { tiers, model: "stairstep" }) } };
  },
};

export const chargeWays: WaysByModel = {
  flat,
  per_unit: perUnit,
  graduated,
  volume,
  package: packages,
  stairstep: steps,
  percentage: percentageOfEvents,
  graduated_percentage: {
    engine: byEngine("graduated_percentage"),
    functions: tiered("graduated_percentage"),
  },
  dynamic,
  late_payment_compensation: compensation,
};
