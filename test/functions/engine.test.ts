import fc from "fast-check";
import type { Decimal } from "../../src/core/money/decimal";
import { sum } from "../../src/core/money/decimal";
import { round } from "../../src/core/money/round";
import { chargeQuantity, type ChargeTerms } from "../../src/core/pricing/charge";
import type { PricingModel } from "../../src/core/pricing/model";
import { pricingModels, type PricingModelId } from "../../src/core/pricing/registry";
import { chargeableTerms, quantities } from "../properties/support/arbitraries";
import { chargeTerms, type WrittenTerms } from "../properties/support/terms";
import type { Cell, Shown } from "../../simulatedExcel";
import { builtFunctions } from "../support/builtFunctions";
import { billBook, bookOf, contractRow, priceRow, type Row } from "../vectors/book";

const PRICES = 100;
const QUANTITIES = 100;
const SEED = 2026;
/** What Excel keeps of a number. */
const CELL_DIGITS = 15;

const models = (pricingModels as readonly PricingModel[])
  .filter(({ isFixed, reads }) => !isFixed && !reads)
  .map(({ id }) => id as PricingModelId);

const functions = builtFunctions();

/** What a cell can say: a function has neither a discount nor the choice to charge nothing at zero. */
function termsInCells(model: WrittenTerms["model"]): fc.Arbitrary<ChargeTerms> {
  return chargeableTerms(model, fc.boolean()).map((written) =>
    chargeTerms({ ...written, discount: undefined, freeAtZero: false }),
  );
}

/** The price as a tier range. */
function tierCells({ model, tiers, unitPrice, packageSize, flatFee }: ChargeTerms): Cell[][] {
  const cell = (value: Decimal | null | undefined) => value?.toNumber() ?? null;
  if (model.needs.includes("tiers"))
    return tiers.map((tier) => [
      tier.upTo === null ? "*" : cell(tier.upTo),
      cell(tier.unitPrice),
      cell(tier.flatFee),
    ]);
  // With a bound of its own a free price is no empty row.
  return [[packageSize ? cell(packageSize) : "*", cell(unitPrice), cell(flatFee)]];
}

const cellsOf = (shown: Shown): Cell[] => (Array.isArray(shown) ? shown.flat() : [shown]);

describe.each(models)("RATE_USAGE, %s", (model) => {
  const prices = fc.sample(termsInCells(model), { seed: SEED, numRuns: PRICES });
  const used = fc.sample(quantities, { seed: SEED + 1, numRuns: QUANTITIES * PRICES });
  const cases = prices.map((terms, index) => ({
    terms,
    tiers: tierCells(terms),
    quantities: used.slice(index * QUANTITIES, (index + 1) * QUANTITIES),
  }));
  const charges = cases.map(({ terms, quantities: all }) =>
    all.map((quantity) => chargeQuantity(quantity, terms)),
  );
  const columns = (): Promise<Shown[]> =>
    functions().callMany(
      cases.map(({ terms, tiers, quantities: all }) => [
        "RATE_USAGE",
        all.map((quantity) => [quantity.toNumber()]),
        tiers,
        model,
        terms.included.toNumber(),
        terms.minimum?.toNumber(),
        terms.maximum?.toNumber(),
      ]),
    );

  it("is the engine's amount as the nearest double in 10,000 random cases", async () => {
    const shown = (await columns()).map(cellsOf);
    const expected = charges.map((column) =>
      column.map((charge) => (charge.ok ? charge.amount.toNumber() : "#N/A")),
    );
    const found = shown.map((column) =>
      column.map((cell) => (typeof cell === "object" && cell ? cell.error : cell)),
    );
    expect(found).toEqual(expected);
    expect(found.flat()).toHaveLength(PRICES * QUANTITIES);
  });

  it("rounds to the engine's cent wherever a cell's 15 digits hold it", async () => {
    const rated = (await columns()).map(cellsOf);
    const rounded = await functions().callMany(
      rated.map((column) => ["ROUND_MONEY", column.map((cell) => [cell])] as const),
    );
    const compared = charges.flatMap((column, price) =>
      column.flatMap((charge, row) => {
        if (!charge.ok || charge.amount.precision(true) > CELL_DIGITS) return [];
        return [[cellsOf(rounded[price]!)[row], round(charge.amount, 2, "half_up").toNumber()]];
      }),
    );
    expect(compared.length).toBeGreaterThan((PRICES * QUANTITIES) / 2);
    expect(compared.map(([found]) => found)).toEqual(compared.map(([, expected]) => expected));
  });
});

/** The price as a row of Prices; Flat fee is left blank where the model takes none. */
function priceRowOf(id: string, terms: ChargeTerms, tiersText: string | undefined): Row {
  const { model, unitPrice, packageSize, flatFee, included, minimum, maximum } = terms;
  return priceRow({
    "Contract ID": id,
    Product: "Service",
    Meter: "Service",
    "Pricing model": model.id,
    Tiers: tiersText,
    "Unit price": model.needs.includes("unitPrice") ? unitPrice?.toNumber() : undefined,
    "Package size": packageSize?.toNumber(),
    "Flat fee": model.takes.includes("flatFee") ? flatFee?.toNumber() : undefined,
    "Included quantity": included.toNumber(),
    Minimum: minimum?.toNumber(),
    Maximum: maximum?.toNumber(),
  });
}

/** A rate of 1.5 or more is asked for a percent sign in a workbook. */
const saysRatePlainly = (written: WrittenTerms): boolean => {
  const { model, unitPrice, tiers } = chargeTerms(written);
  const rates = [...(unitPrice ? [unitPrice] : []), ...tiers.map((tier) => tier.unitPrice)];
  return !model.ratesAreFractions || rates.every((rate) => rate.lessThan(1.5));
};

it("rounds to what a billing run puts on the invoice", async () => {
  const contracts = models.flatMap((model) =>
    fc
      .sample(chargeableTerms(model).filter(saysRatePlainly), { seed: SEED + 2, numRuns: 25 })
      .map((written, index) => {
        const quantity = fc.sample(quantities, { seed: SEED + 3 + index, numRuns: 1 })[0]!;
        const terms = { ...written, discount: undefined, freeAtZero: false };
        return { id: `${model}-${String(index)}`, written: terms, terms: chargeTerms(terms), quantity };
      }),
  );
  const book = bookOf({
    Contracts: contracts.map(({ id }) =>
      contractRow({ "Contract ID": id, "Customer ID": id, "Customer name": id }),
    ),
    Prices: contracts.map(({ id, terms, written }) => priceRowOf(id, terms, written.tiers)),
    Usage: contracts.map(({ id, quantity }) => ({
      "Contract ID": id,
      Meter: "Service",
      Date: "2026-01-15",
      Quantity: quantity.toNumber(),
    })),
  });
  const { invoices } = billBook(book, "2026-01");
  const billed = new Map(
    invoices.map(({ lines }) => [lines[0]!.contractId, sum(lines.map(({ amount }) => amount))]),
  );
  const rated = await functions().callMany(
    contracts.map(({ terms, quantity }) => [
      "RATE_USAGE",
      quantity.toNumber(),
      tierCells(terms),
      terms.model.id,
      terms.included.toNumber(),
      terms.minimum?.toNumber(),
      terms.maximum?.toNumber(),
    ]),
  );
  const rounded = await functions().callMany(rated.map((amount) => ["ROUND_MONEY", amount as Cell] as const));
  const found = Object.fromEntries(contracts.map(({ id }, index) => [id, rounded[index]]));
  const expected = Object.fromEntries(contracts.map(({ id }) => [id, billed.get(id)?.toNumber()]));
  expect(billed.size).toBe(contracts.length);
  expect(found).toEqual(expected);
});
