import fc from "fast-check";
import { Decimal } from "../../../src/core/money/decimal";
import type { PricingModel } from "../../../src/core/pricing/model";
import { pricingModels, type PricingModelId } from "../../../src/core/pricing/registry";
import type { WrittenTerms } from "./terms";

/** Decimals of up to that many digits, of which up to `scale` are behind the point. */
export function decimals(
  digits: number,
  scale: number,
  min: "negative" | "zero" | "positive" = "zero",
): fc.Arbitrary<Decimal> {
  const most = 10n ** BigInt(digits) - 1n;
  const least = { negative: -most, zero: 0n, positive: 1n }[min];
  return fc
    .tuple(fc.bigInt({ min: least, max: most }), fc.integer({ min: 0, max: scale }))
    .map(([whole, exponent]) => new Decimal(whole.toString()).times(new Decimal(10).pow(-exponent)));
}

const texts = (values: fc.Arbitrary<Decimal>) => values.map((value) => value.toString());

/** Prices are mostly above zero, sometimes free or a rebate. */
const price = fc.oneof(
  { weight: 6, arbitrary: texts(decimals(6, 6)) },
  { weight: 1, arbitrary: fc.constant("0") },
  { weight: 1, arbitrary: texts(decimals(4, 2, "negative")) },
);
const fee = fc.oneof(
  { weight: 3, arbitrary: fc.constant("0") },
  { weight: 2, arbitrary: texts(decimals(5, 3)) },
);

/** Widths of tiers, some with more decimals than the millionths that quantities travel in. */
const width = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 200 }).map((whole) => new Decimal(whole)) },
  { weight: 2, arbitrary: decimals(5, 3, "positive") },
  { weight: 1, arbitrary: decimals(9, 8, "positive") },
);

/** Tiers as they are typed into a cell; the last is open unless `closed`. */
export function tiersTexts(closed: fc.Arbitrary<boolean> = fc.constant(false)): fc.Arbitrary<string> {
  const step = fc.tuple(width, price, fee);
  return fc.tuple(fc.array(step, { minLength: 1, maxLength: 5 }), closed).map(([steps, isClosed]) => {
    let bound = new Decimal(0);
    const written = steps.map(([wide, unitPrice, flatFee], index) => {
      bound = bound.plus(wide);
      const isOpen = index === steps.length - 1 && !isClosed;
      // With its decimals a fee shows the decimal point, so that a bound of 1.234 is not ambiguous.
      return `${isOpen ? "*" : bound.toString()}: ${unitPrice} + ${new Decimal(flatFee).toFixed(4)}`;
    });
    return written.join("; ");
  });
}

/** Quantities as usage brings them: nothing, small counts, fractions of a millionth, large. */
export const quantities: fc.Arbitrary<Decimal> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(new Decimal(0)) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 700 }).map((whole) => new Decimal(whole)) },
  { weight: 3, arbitrary: decimals(8, 6) },
  { weight: 1, arbitrary: decimals(15, 6) },
);

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** Adjustments around a model. */
const around = fc
  .record({
    included: sometimes(texts(quantities)),
    discount: sometimes(
      fc.integer({ min: 0, max: 1000 }).map((permille) => new Decimal(permille).dividedBy(1000).toString()),
    ),
    bounds: fc.tuple(sometimes(decimals(6, 2)), sometimes(decimals(6, 2))),
    freeAtZero: fc.boolean(),
  })
  .map(({ bounds, ...rest }) => {
    const [least, most] = bounds;
    const isInverted = least && most && least.greaterThan(most);
    const [minimum, maximum] = isInverted ? [most, least] : [least, most];
    return { ...rest, minimum: minimum?.toString(), maximum: maximum?.toString() };
  });

/** Terms of a model with all that it needs and takes, and nothing around it. */
export function modelTerms(
  model: WrittenTerms["model"],
  closed?: fc.Arbitrary<boolean>,
): fc.Arbitrary<WrittenTerms> {
  const definition = pricingModels.find(({ id }) => id === model)!;
  const used: readonly string[] = [...definition.needs, ...definition.takes];
  const when = <T>(name: string, value: fc.Arbitrary<T>) =>
    used.includes(name) ? value : fc.constant(undefined);
  return fc.record({
    model: fc.constant(model),
    tiers: when("tiers", tiersTexts(closed)),
    unitPrice: when("unitPrice", price),
    flatFee: when("flatFee", fee),
    packageSize: when("packageSize", texts(width)),
  });
}

/** Terms of a model with adjustments around it. */
export function chargeableTerms(
  model: WrittenTerms["model"],
  closed?: fc.Arbitrary<boolean>,
): fc.Arbitrary<WrittenTerms> {
  return fc
    .tuple(modelTerms(model, closed), around)
    .map(([terms, adjustments]) => ({ ...terms, ...adjustments }));
}

const models: readonly PricingModel[] = pricingModels;

/** Models that price any quantity of at least 0; the number of a step is none, and a measure of a service either. */
export const modelIds = models
  .filter(({ reads }) => reads !== "peaks" && reads !== "billedProduct")
  .map(({ id }) => id as PricingModelId);
