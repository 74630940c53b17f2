import { inputTables, pricingModels, type PricingModel } from "../../src/core/api";
import { code, page, table } from "./markdown";

type Term = PricingModel["needs"][number];

const prices = inputTables.find(({ title }) => title === "Prices")!;
const titleOf = (term: Term) => prices.columns[term]!.title;
const titles = (terms: readonly Term[]) => terms.map(titleOf).join(", ");

/** What sets a model apart besides its sum. */
function traits({ needs, takes, isFixed, chargesZeroUsage, tiersAreFees, ratesAreFractions }: PricingModel) {
  return [
    `Fill: ${titles(needs)}.`,
    ...(takes.length > 0 ? [`May be filled: ${titles(takes)}.`] : []),
    ...(isFixed ? ["A fixed fee: no meter is read."] : []),
    ...(chargesZeroUsage
      ? ["Without usage the first tier's flat fee is charged, unless Zero usage is No charge."]
      : []),
    ...(tiersAreFees ? ["A tier that names one figure names its fee."] : []),
    ...(ratesAreFractions ? ["Rates are fractions: 0.029 is 2.9 %."] : []),
  ].join(" ");
}

function modelBlocks(model: PricingModel): string[] {
  const rows = model.examples.map(({ it, terms, quantity, amount }) => {
    const written = Object.entries(terms).map(([term, value]) => `${titleOf(term as Term)} ${code(value)}`);
    return [it, written.join(", "), quantity, amount];
  });
  return [
    `## ${model.title}`,
    `Pricing model ${code(model.id)}. ${model.help}`,
    traits(model),
    table(["It …", "Price", "Quantity", "Amount"], rows),
  ];
}

/** Every model with the examples that also run as its tests. */
export function pricingModelsPage(): string {
  const models: readonly PricingModel[] = pricingModels;
  return page("Pricing models", [
    "How the amount of a price follows from its quantity, before discount, minimum and maximum (see\n" +
      "[rounding and order](../rounding-and-order.md)). Upper bounds of tiers are inclusive; a quantity above a closed\n" +
      "last tier is an error. Filling a column that the model does not use is an error too, so that nothing typed is\n" +
      "ignored. With a contracted Quantity every model prices that quantity in place of a meter.",
    ...models.flatMap(modelBlocks),
  ]);
}
