import { day, isoOf, month, monthOf, monthText } from "../../year/day";
import type { Contract } from "../../year/simulatedYear";
import type { Milestone, Progress } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { dayInside, mayHaveChain, money } from "./chain";

/** What counts by days of service does not know the days of a project. */
const mayHaveProject = (contract: Contract, frame: Parameters<AddTerm>[2]) =>
  mayHaveChain(contract, frame) &&
  !contract.commitment &&
  !contract.commitments &&
  !contract.discounts &&
  !contract.escalations &&
  !contract.notToExceed;

const withPrice = (
  contract: Contract,
  id: string,
  product: string,
  model: "milestone" | "percent_complete",
  flatFee: string,
): Contract => ({
  ...contract,
  prices: [...contract.prices, { id, product, model, flatFee }],
});

/** A project by milestones: percents that complete it or do not, or amounts. */
export const milestones: AddTerm = (contract, draw, frame) => {
  if (!mayHaveProject(contract, frame)) return contract;
  const percents = draw.chance(0.6);
  const shares = draw.of<readonly string[]>([
    ["30", "30", "40"],
    ["33.3", "33.3", "33.4"],
    ["12.5", "50"],
  ]);
  const rows = shares.map((percent, at): Milestone => ({
    product: "Project",
    name: `M${String(at + 1)}`,
    ...(percents ? { percent } : { amount: money(draw, contract, 10, 1000) }),
    ...(draw.chance(0.8) ? { reached: dayInside(draw, contract, frame) } : {}),
  }));
  const total = percents ? money(draw, contract, 1000, 9999) : "3000";
  return { ...withPrice(contract, "P1", "Project", "milestone", total), milestones: rows };
};

/** Milestones that wait for their evidence, which comes with them or some runs later. */
export const evidence: AddTerm = (contract, draw, frame) => {
  if (contract.milestones === undefined) return contract;
  const last = month(frame.firstRun) + frame.runs - 1;
  return {
    ...contract,
    prices: contract.prices.map((price) =>
      price.model === "milestone" ? { ...price, evidenceRequired: true as const } : price,
    ),
    milestones: contract.milestones.map((milestone) =>
      milestone.reached === undefined || draw.chance(0.4)
        ? milestone
        : {
            ...milestone,
            evidenceArrives: monthText(Math.min(last, monthOf(day(milestone.reached)) + draw.whole(0, 3))),
          },
    ),
  };
};

/** A project by what is done of it. */
export const percentComplete: AddTerm = (contract, draw, frame) => {
  if (!mayHaveProject(contract, frame)) return contract;
  const days = Array.from({ length: draw.whole(1, 5) }, () => day(dayInside(draw, contract, frame)));
  const inOrder = [...new Set(days)].sort((a, b) => a - b);
  let percent = 0;
  const progress = inOrder.map((on): Progress => {
    percent = Math.min(100, percent + draw.whole(-5, 40));
    percent = Math.max(percent, 1);
    return { product: "Works", date: isoOf(on), percent: String(percent) };
  });
  const total = money(draw, contract, 1000, 9999);
  return { ...withPrice(contract, "P2", "Works", "percent_complete", total), progress };
};
