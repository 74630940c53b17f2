import { isProject, type Contract } from "./simulatedYear";

/** A contract of its prices alone: nothing that is agreed over them, no seats that change, no projects. */
export function withoutChain({
  discounts,
  commitments,
  grants,
  notToExceed,
  retention,
  deposits,
  levels,
  milestones,
  progress,
  results,
  unitGrants,
  rates,
  placements,
  ...contract
}: Contract): Contract {
  const prices = contract.prices
    .filter((price) => !isProject(price) && !price.measured && !price.refundScale)
    .map(({ maximumPeriod, maximum, pricedIn, ...price }) =>
      maximum === undefined || maximumPeriod !== undefined ? price : { ...price, maximum },
    );
  return { ...contract, prices };
}
