import { isFair } from "../year/fair";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import type { Check, Fault } from "./fault";

/** Every way to leave out one of the items. */
const withoutOne = <Item>(items: readonly Item[]): Item[][] =>
  items.map((_, left) => items.filter((__, at) => at !== left));

/** A contract without one product and its usage. */
function withoutProduct(contract: Contract): Contract[] {
  const products = [...new Set(contract.prices.map(({ product }) => product))];
  if (products.length < 2) return [];
  return products.map((left) => ({
    ...contract,
    prices: contract.prices.filter(({ product }) => product !== left),
    usage: contract.usage.filter(({ product }) => product !== left),
    ...(contract.levels === undefined
      ? {}
      : { levels: contract.levels.filter(({ product }) => product !== left) }),
  }));
}

/** Terms of prices that a smaller year may do without. */
const leftOut = [
  ...(["included", "discount", "minimum", "maximum", "zeroUsage", "taxCode"] as const),
  ...(["factor", "step", "quantityRounding", "includedEvents", "includedAmount", "rollover"] as const),
  ...(["tierBound", "includedReset"] as const),
];

/** Terms over prices that a smaller year may do without. */
const contractTerms = [
  ...(["discounts", "commitments", "grants", "notToExceed", "retention", "deposits"] as const),
  ...(["levels", "escalations", "unitGrants", "placements"] as const),
];

/** Contracts a little simpler than this one. */
function simplerContracts(contract: Contract): Contract[] {
  const { end, commitment, taxCode, usage, prices, ...rest } = contract;
  const kept = { ...rest, prices, usage };
  const half = Math.ceil(usage.length / 2);
  return [
    ...withoutProduct(contract),
    ...(usage.length > 3
      ? [usage.slice(0, half), usage.slice(half)].map((rows) => ({ ...contract, usage: rows }))
      : []),
    ...(usage.length > 0 ? withoutOne(usage).map((rows) => ({ ...contract, usage: rows })) : []),
    ...contractTerms.flatMap((term) => {
      if (contract[term] === undefined) return [];
      const { [term]: _, ...simpler } = contract;
      return [simpler];
    }),
    ...(
      [
        "discounts",
        "grants",
        "deposits",
        "levels",
        "milestones",
        "progress",
        "commitments",
        "placements",
        "results",
      ] as const
    ).flatMap((term) =>
      (contract[term]?.length ?? 0) > 1
        ? withoutOne<unknown>(contract[term] ?? []).map((rows) => ({ ...contract, [term]: rows }))
        : [],
    ),
    ...(commitment ? [{ ...kept, ...(end ? { end } : {}), ...(taxCode ? { taxCode } : {}) }] : []),
    ...(end ? [{ ...kept, ...(commitment ? { commitment } : {}), ...(taxCode ? { taxCode } : {}) }] : []),
    ...prices.flatMap((price, at) =>
      leftOut.flatMap((term) => {
        if (price[term] === undefined || (term === "included" && price.rollover)) return [];
        const { [term]: _, ...without } = price;
        const { maximumPeriod: __, ...plain } = without;
        const simpler = term === "maximum" ? plain : without;
        return [{ ...contract, prices: prices.map((other, index) => (index === at ? simpler : other)) }];
      }),
    ),
  ];
}

/** The first contract bears what is promised over all of them. */
const withoutContract = ({ contracts, ...year }: SimulatedYear): SimulatedYear[] =>
  withoutOne(contracts)
    .slice(year.customer?.commitments ? 1 : 0)
    .filter((left) => left.length > 0)
    .map((left) => ({ ...year, contracts: left }));

/** A customer with one thing agreed less, or none at all. */
function simplerCustomers({ customer, ...year }: SimulatedYear): SimulatedYear[] {
  if (customer === undefined) return [];
  const { commitments, grants = [] } = customer;
  return [
    year,
    ...(commitments && grants.length > 0
      ? [
          { ...year, customer: { grants } },
          { ...year, customer: { commitments } },
        ]
      : []),
    ...(grants.length > 1
      ? withoutOne(grants).map((left) => ({ ...year, customer: { ...customer, grants: left } }))
      : []),
  ];
}

const withoutAfterTax = ({ grantsAfterTax: _, ...year }: SimulatedYear): SimulatedYear => year;

function simplerYears(year: SimulatedYear): SimulatedYear[] {
  const { contracts } = year;
  return [
    ...withoutContract(year),
    ...simplerCustomers(year),
    ...(year.grantsAfterTax ? [withoutAfterTax(year)] : []),
    ...(year.runs > 1
      ? [
          { ...year, runs: Math.ceil(year.runs / 2) },
          { ...year, runs: year.runs - 1 },
        ]
      : []),
    ...(year.ahead ? [{ ...year, ahead: false }] : []),
    ...(year.basis === "actual" ? [] : [{ ...year, basis: "actual" as const }]),
    ...contracts.flatMap((contract, at) =>
      simplerContracts(contract).map((simpler) => ({
        ...year,
        contracts: contracts.map((other, index) => (index === at ? simpler : other)),
      })),
    ),
  ];
}

/** The smallest year, left out piece by piece, that still has a fault of the kind. */
export function shrink(year: SimulatedYear, kind: Fault["kind"], check: Check): SimulatedYear {
  const simpler = simplerYears(year).find(
    (candidate) => isFair(candidate) && check(candidate).some((fault) => fault.kind === kind),
  );
  return simpler === undefined ? year : shrink(simpler, kind, check);
}
