import { Decimal } from "../../src/core/money/decimal";
import type { PricingModel, TermName } from "../../src/core/pricing/model";
import { chargeQuantity } from "../../src/core/pricing/charge";
import { pricingModels } from "../../src/core/pricing/registry";
import { chargeTerms } from "./support/terms";

const models: readonly PricingModel[] = pricingModels;

it("has one model of each id and title", () => {
  expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
  expect(new Set(models.map(({ title }) => title)).size).toBe(models.length);
});

describe.each(pricingModels.map((model) => [model.id, model] as const))("%s", (id, model: PricingModel) => {
  it.each(model.examples.map((example) => [example.it, example] as const))(
    "%s",
    (_it, { terms, quantity, amount }) => {
      const charge = chargeQuantity(new Decimal(quantity), chargeTerms({ model: id, ...terms }));
      expect(charge.ok && charge.amount.toString()).toBe(amount);
    },
  );

  it("has examples that give what it needs and nothing that it ignores", () => {
    const used = [...model.needs, ...model.takes];
    for (const { terms } of model.examples) {
      const given = Object.keys(terms) as TermName[];
      expect(given).toEqual(expect.arrayContaining([...model.needs]));
      expect(used).toEqual(expect.arrayContaining(given));
    }
  });

  it("says whether nothing used costs something", () => {
    const withFee = models
      .filter(({ chargesZeroUsage }) => chargesZeroUsage)
      .map((pricingModel) => pricingModel.id);
    const fees = [...model.needs, ...model.takes].includes("flatFee") ? { flatFee: "5" } : {};
    const terms = { model: id, tiers: "10: 1 + 7; *: 2", unitPrice: "3", packageSize: "10", ...fees };
    const charge = chargeQuantity(new Decimal(0), chargeTerms(terms));
    expect(charge.ok && !charge.amount.isZero()).toBe(withFee.includes(id) || model.isFixed);
  });
});
