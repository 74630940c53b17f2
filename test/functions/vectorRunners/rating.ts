import type { Argument, Cell } from "../../../simulatedExcel";
import type { Outcome } from "../../vectors/outcome";
import type { Fields, Vector } from "../../vectors/vector";
import { roundedAs } from "./rounding";
import {
  column,
  difference,
  fractionOf,
  numbersOf,
  sumOf,
  type FunctionRunner,
  type FunctionRunners,
  type Sheet,
} from "./sheet";

/** The arguments of RATE_USAGE behind the quantity. */
interface Price {
  readonly tiers: Argument;
  readonly model: string;
  readonly included?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

function rate(sheet: Sheet, quantity: number, price: Price): Promise<number> {
  const { tiers, model, included, minimum, maximum } = price;
  return sheet.number("RATE_USAGE", quantity, tiers, model, included, minimum, maximum);
}

const optional = (params: Fields, name: string): number | undefined =>
  params.has(name) ? params.number(name) : undefined;

const boundsOf = (params: Fields): Pick<Price, "included" | "minimum" | "maximum"> => ({
  included: optional(params, "freeUnits"),
  minimum: optional(params, "minAmount"),
  maximum: optional(params, "maxAmount"),
});

/** A tier as a row of a tier range. */
function tierRow(tier: Fields): Cell[] {
  const price = tier.has("ratePercent") ? fractionOf(tier, "ratePercent") : tier.number("unitPrice");
  return [optional(tier, "upTo") ?? "*", price, tier.number("flatFee")];
}

const boundNames = ["freeUnits", "minAmount", "maxAmount", "rounding"];

async function rated({ params, input }: Vector, sheet: Sheet, price: Price): Promise<Outcome | undefined> {
  if (!input.hasOnly("quantity")) return undefined;
  const amount = await rate(sheet, input.number("quantity"), { ...boundsOf(params), ...price });
  return { figures: { amount: await roundedAs(params, amount, sheet) } };
}

/** The models with tiers, under the names that the function gives them. */
const tiered =
  (model: string): FunctionRunner =>
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
const cappedTier: FunctionRunner = async (vector, sheet) => {
  const [tier, ...more] = vector.params.fieldsList("tiers");
  if (!tier?.has("cap") || more.length > 0 || !vector.params.hasOnly("tiers")) return undefined;
  return rated(vector, sheet, { tiers: [tierRow(tier)], model: "graduated", maximum: tier.number("cap") });
};

/** How many units of a larger size a quantity starts: packages that cost 1. */
const started = (sheet: Sheet, quantity: number, size: number): Promise<number> =>
  rate(sheet, quantity, { tiers: [[size, 1]], model: "package" });

/** Tiers in larger units, of which started ones count. */
const convertedUnits: FunctionRunner = async ({ params, input }, sheet) => {
  const conversion = params.fields("unitConversion");
  if (conversion.text("rounding") !== "up" || !params.hasOnly("tiers", "unitConversion")) return undefined;
  const billableQuantity = await started(sheet, input.number("quantity"), conversion.number("divideBy"));
  const tiers = params.fieldsList("tiers").map(tierRow);
  const amount = await rate(sheet, billableQuantity, { tiers, model: "graduated" });
  return { figures: { amount, billableQuantity } };
};

const graduated: FunctionRunner = async (vector, sheet) => {
  if (vector.params.has("unitConversion")) return convertedUnits(vector, sheet);
  return (await tiered("graduated")(vector, sheet)) ?? cappedTier(vector, sheet);
};

/** Started blocks of one size, under tiers whose bounds are written in blocks. */
const blocks: FunctionRunner = async ({ params, input }, sheet) => {
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

const volume: FunctionRunner = (vector, sheet) =>
  vector.params.fieldsList("tiers").some((tier) => tier.has("blockSize"))
    ? blocks(vector, sheet)
    : tiered("volume")(vector, sheet);

const perUnit: FunctionRunner = async (vector, sheet) =>
  vector.params.hasOnly("unitPrice", ...boundNames)
    ? rated(vector, sheet, { tiers: vector.params.number("unitPrice"), model: "per_unit" })
    : undefined;

/** A fee whatever the quantity is a step without an end. */
const flat: FunctionRunner = async ({ params }, sheet) => {
  if (!params.hasOnly("amount", "term")) return undefined;
  const tiers = [["*", params.number("amount")]];
  return { figures: { amount: await rate(sheet, 0, { tiers, model: "stairstep" }) } };
};

const packages: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  const ownNames = ["packageSize", "packagePrice", "minimumPackages", "alreadyBilled"];
  if (!params.hasOnly(...ownNames, ...boundNames)) return undefined;
  const unitPrice = params.number("packagePrice");
  const price: Price = { tiers: [[params.number("packageSize"), unitPrice]], model: "package" };
  const priceOf = (count: string) =>
    rate(sheet, params.number(count), { tiers: unitPrice, model: "per_unit" });
  if (params.has("minimumPackages"))
    return rated(vector, sheet, { ...price, minimum: await priceOf("minimumPackages") });
  if (!params.has("alreadyBilled")) return rated(vector, sheet, price);
  const gross = await rate(sheet, input.number("quantity"), price);
  return { figures: { amount: difference(gross, await priceOf("alreadyBilled")), gross } };
};

/** Every event priced in its own row, and the rows added. */
const percentageOfEvents: FunctionRunner = async ({ params, input }, sheet) => {
  if (!params.hasOnly("ratePercent", "fixedFeePerEvent") || !input.hasOnly("events")) return undefined;
  const tiers = [["*", fractionOf(params, "ratePercent"), optional(params, "fixedFeePerEvent") ?? null]];
  const events = column(numbersOf(input, "events"));
  return { figures: { amount: sumOf(await sheet.numbers("RATE_USAGE", events, tiers, "percentage")) } };
};

/** A stairstep that adds the price of every step passed is graduated with fees alone. */
const accumulated: FunctionRunner = async ({ params, input }, sheet) => {
  if (!params.hasOnly("tiers", "accumulate")) return undefined;
  const tiers = params.fieldsList("tiers").map(tierRow);
  return { figures: { amount: await rate(sheet, input.number("quantity"), { tiers, model: "graduated" }) } };
};

const steps: FunctionRunner = (vector, sheet) =>
  (vector.params.value("accumulate") === true ? accumulated : tiered("stairstep"))(vector, sheet);

/** A metered amount with a markup; or amounts that the events carry, which are a fee for all their units. */
const dynamic: FunctionRunner = async (vector, sheet) => {
  const { params, input } = vector;
  if (params.has("multiplier"))
    return rated(vector, sheet, { tiers: params.number("multiplier"), model: "percentage" });
  if (!params.hasOnly() || !input.hasOnly("eventAmounts", "quantities")) return undefined;
  const amount = await sheet.number("METER_USAGE", column(numbersOf(input, "eventAmounts")));
  const quantity = await sheet.number("METER_USAGE", column(numbersOf(input, "quantities")));
  const fee = [["*", amount]];
  return {
    figures: {
      amount,
      effectiveUnitPrice: await sheet.number("EFFECTIVE_RATE", quantity, fee, "stairstep"),
    },
  };
};

/** Amounts have cents, so that "below 1000" is "up to 999.99". */
const compensation: FunctionRunner = async ({ params, input }, sheet) => {
  const tiers = params
    .fieldsList("steps")
    .map((step) => [step.has("below") ? difference(step.number("below"), 0.01) : "*", step.number("fee")]);
  return { figures: { amount: await rate(sheet, input.number("amount"), { tiers, model: "stairstep" }) } };
};

/** The lines of a bill by minutes and rate, and what was billed otherwise less that. */
export const ratedRows: FunctionRunner = async ({ input }, sheet) => {
  const expected: number[] = [];
  const rows = input.fieldsList("rows");
  for (const row of rows) {
    const amount = await unitsAt(sheet, row.number("minutes"), row.number("rate"));
    expected.push(await sheet.number("ROUND_MONEY", amount));
  }
  const less = rows.map((row, index) => difference(row.number("billed"), expected[index]!));
  return { figures: { expected, differences: await sheet.numbers("ROUND_MONEY", column(less)) } };
};

/** The amount of a quantity under graduated tiers. */
export const graduatedAmount = (sheet: Sheet, tiers: readonly Fields[], quantity: number) =>
  rate(sheet, quantity, { tiers: tiers.map(tierRow), model: "graduated" });

/** The amount of a quantity at one price. */
export const unitsAt = (sheet: Sheet, quantity: number, unitPrice: number): Promise<number> =>
  rate(sheet, quantity, { tiers: unitPrice, model: "per_unit" });

/** A share of an amount. */
export const shareOf = (sheet: Sheet, amount: number, fraction: number): Promise<number> =>
  rate(sheet, amount, { tiers: fraction, model: "percentage" });

export const ratingRunners: FunctionRunners = {
  flat,
  per_unit: perUnit,
  graduated,
  volume,
  package: packages,
  stairstep: steps,
  percentage: percentageOfEvents,
  graduated_percentage: tiered("graduated_percentage"),
  dynamic,
  late_payment_compensation: compensation,
};
