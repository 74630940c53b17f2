import { day, isoOf, lastOfMonth, month } from "../year/day";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import type { Commitment, CustomerTerms, Grant } from "../year/terms";
import type { Draw } from "./draw";
import { isOfOnePeriod, mayHaveChain } from "./terms/chain";

type Frame = Omit<SimulatedYear, "contracts">;

/** What is agreed with the customer of all contracts: its figures are drawn before it is known who has it. */
function termsOf(draw: Draw, { firstRun, runs }: Frame): CustomerTerms {
  const first = day(`${firstRun}-01`);
  const last = lastOfMonth(month(firstRun) + runs - 1);
  const commitment: Commitment = {
    id: "K1",
    amount: draw.decimal(100, 6000, 2),
    period: draw.chance(0.3) ? "Contract year" : "Billing period",
    ...(draw.chance(0.5) ? { overageFactor: draw.of(["1.5", "1.2", "0.8"]) } : {}),
    ...(draw.chance(0.15) ? { trueUp: "No" } : {}),
  };
  const grants = Array.from({ length: draw.whole(1, 3) }, (_, at): Grant => {
    const from = draw.whole(first, last);
    return {
      id: `H${String(at + 1)}`,
      amount: draw.decimal(100, 6000, 2),
      from: isoOf(from),
      ...(draw.chance(0.5) ? { to: isoOf(from + draw.whole(20, 200)) } : {}),
      ...(draw.chance(0.4) ? { priority: draw.whole(1, 2) } : {}),
    };
  });
  return {
    ...(draw.may("customerCommitments", 0.7) ? { commitments: [commitment] } : {}),
    ...(draw.may("customerGrants", 0.7) ? { grants } : {}),
  };
}

/** What is over several contracts counts like what is over one: no units, no seats, one currency. */
const mayBeOver = (contract: Contract, frame: Frame) =>
  mayHaveChain(contract, frame) && contract.rates === undefined && contract.currency === "USD";

/** Nothing else promises what a promise over contracts would count again. */
const mayBePooled = (contract: Contract, frame: Frame) =>
  isOfOnePeriod(contract, frame) &&
  (
    ["commitment", "commitments", "notToExceed", "results", "milestones", "progress", "placements"] as const
  ).every((term) => contract[term] === undefined);

/** In its periods a promise over contracts is counted: it is there from the first day to the last. */
const mayBear = ({ start, end }: Contract, { firstRun }: Frame) =>
  start === `${firstRun}-01` && end === undefined;

/** A year whose contracts are of one customer, where enough of them can be. */
export function withCustomer(year: SimulatedYear, draw: Draw): SimulatedYear {
  const { contracts, ...frame } = year;
  const { commitments, grants } = termsOf(draw, frame);
  if (!draw.chance(0.25) || frame.grouping !== undefined || !(commitments ?? grants)) return year;
  const ofOne = contracts.filter((contract) => mayBeOver(contract, frame));
  // The first by its id bears what is promised over all.
  const byId = [...ofOne].sort((a, b) => (a.id < b.id ? -1 : 1));
  const pooled = byId.filter((contract) => mayBePooled(contract, frame));
  const bearer = pooled.findIndex((contract) => mayBear(contract, frame));
  if (commitments && bearer >= 0)
    return {
      ...year,
      contracts: pooled.slice(bearer),
      customer: { commitments, ...(grants ? { grants } : {}) },
    };
  return grants && ofOne.length > 0 ? { ...year, contracts: ofOne, customer: { grants } } : year;
}
