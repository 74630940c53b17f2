import type { Contract, SimulatedYear } from "./simulatedYear";
import { isOverTime } from "../oracle/overTime";
import { isOfCalendarMonths } from "../oracle/periods";
import { isFixed } from "./simulatedYear";

const termsOfPrices = [
  ...(["quantity", "included", "minimum", "maximum", "discount", "zeroUsage", "aggregation"] as const),
  ...(["factor", "step", "includedReset", "includedEvents", "includedAmount", "rollover"] as const),
  ...(["tierBound", "condition", "maximumPeriod"] as const),
];

const overPrices = ["grants", "notToExceed", "retention", "deposits"] as const;

function contractTraits(contract: Contract): (string | false | undefined)[] {
  const { prices, usage, commitment } = contract;
  const versions = (fixed: boolean) => {
    const some = prices.filter((price) => isFixed(price) === fixed);
    return some.length > new Set(some.map(({ product }) => product)).size;
  };
  return [
    contract.anchor > 1 && "anchor",
    contract.frequency !== "Monthly" && contract.frequency.toLowerCase(),
    !contract.start.endsWith("-01") && "start inside",
    contract.end !== undefined && "end",
    versions(true) && "fee change",
    versions(false) && "usage change",
    usage.some(({ arrives }) => arrives !== undefined) && "late",
    usage.some(({ quantity }) => quantity.startsWith("-")) && "negative rows",
    prices.some(({ negative }) => negative === "Mirror") && "mirror",
    prices.some(({ negative }) => negative === "Zero") && "negative as zero",
    prices.some(({ tiers = [] }) => tiers.some(({ blockSize }) => blockSize)) && "blocks",
    prices.some(({ tiers = [] }) => tiers.some(({ maximum }) => maximum)) && "tier maximum",
    prices.some(({ ratePer, model, flatFee }) => ratePer && model === "per_unit" && flatFee) && "event fees",
    ...prices.map(({ aggregation }) => aggregation?.toLowerCase()),
    contract.escalations?.some(({ index }) => index !== undefined) && "index",
    contract.taxCode?.includes(" ") && "several taxes",
    contract.discounts?.some(({ percent }) => percent !== undefined) && "percent discounts",
    contract.discounts?.some(({ amount }) => amount !== undefined) && "amount discounts",
    contract.discounts?.some(({ carry }) => carry) && "carried",
    contract.commitments !== undefined && "commitment rows",
    contract.commitments?.some(({ overageFactor }) => overageFactor !== undefined) && "overage",
    contract.commitments?.some(({ quantity }) => quantity !== undefined) && "committed quantity",
    contract.commitments?.some(({ period }) => period === "Contract year") && "commitment row of a year",
    contract.commitments?.some(({ period }) => period === "Day") && "commitment row of a day",
    (contract.commitments?.length ?? 0) > 1 && "stacked",
    prices.some(({ filter }) => filter !== undefined) && "filter",
    prices.some(({ keyed }) => keyed) && "keys",
    prices.some(({ evidenceRequired, measured }) => evidenceRequired && !measured) && "evidence",
    prices.some(({ evidenceRequired, measured }) => evidenceRequired && measured) && "evidence of results",
    prices.some(({ aggregation, tiers }) => aggregation === "Held" && tiers) && "tiers of what is held",
    prices.some(({ quantity, tiers }) => quantity !== undefined && tiers) && "tiers of seats",
    prices.some(({ aggregation = "Sum" }) => isOverTime(aggregation)) &&
      !isOfCalendarMonths(contract) &&
      "short periods over time",
    ...(
      [
        ...overPrices,
        "levels",
        "escalations",
        "milestones",
        "progress",
        "results",
        "unitGrants",
        "rates",
        "placements",
        "renewal",
      ] as const
    ).map((term) => contract[term] !== undefined && term),
    commitment !== undefined && `commitment of ${commitment.period.toLowerCase()}`,
    prices.some(({ timing }) => timing === "Arrears") && "arrears",
    prices.some(({ proration }) => proration === "None") && "no proration",
    prices.some(({ ratePer }) => ratePer === "Event") && "events",
    ...termsOfPrices.map((term) => prices.some((price) => price[term] !== undefined) && term),
    ...prices.map(({ model }) => model !== "flat" && model !== "per_unit" && model),
  ];
}

/** What is special in a year, by which failures that have one cause are counted together. */
export function traitsOf(year: SimulatedYear): string {
  const traits = [
    year.ahead && "ahead",
    year.basis === "30/360" && "30/360",
    year.rounding,
    year.lineRounding && "rounded once",
    year.taxRounding && "tax per line",
    year.grouping && "shared invoices",
    year.grouping === "parent" && "parent",
    year.pricesIncludeTax && "gross",
    year.grantsAfterTax && year.contracts.some(({ grants }) => grants) && "grants after tax",
    year.customer?.grants && "grants of a customer",
    year.customer?.commitments && "commitments of a customer",
    year.instalments && "instalments",
    year.cash && "cash",
    ...year.contracts.flatMap(contractTraits),
  ].filter((trait) => trait !== false && trait !== undefined);
  return [...new Set(traits)].join(", ") || "nothing special";
}
