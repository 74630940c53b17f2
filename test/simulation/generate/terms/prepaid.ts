import { day, isoOf } from "../../year/day";
import type { Deposit, Grant } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { dayInside, daysOf, mayHaveChain, money } from "./chain";

/** Amounts that pay invoices: free or sold, for a time or for ever, one before the other. */
export const amountGrants: AddTerm = (contract, draw, frame) => {
  if (!mayHaveChain(contract, frame) || frame.grouping !== undefined) return contract;
  const grants = Array.from({ length: draw.whole(1, 3) }, (_, at): Grant => {
    const from = dayInside(draw, contract, frame);
    return {
      id: `G${String(at + 1)}`,
      amount: money(draw, contract, 50, 2500),
      from,
      ...(draw.chance(0.5) ? { to: isoOf(day(from) + draw.whole(20, 200)) } : {}),
      ...(draw.chance(0.4) ? { priority: draw.whole(1, 2) } : {}),
      ...(draw.chance(0.4) ? { price: money(draw, contract, 50, 2000) } : {}),
    };
  });
  return { ...contract, grants };
};

/** Money ahead that is taken off later invoices. */
export const deposits: AddTerm = (contract, draw, frame) => {
  if (!mayHaveChain(contract, frame) || frame.grouping !== undefined) return contract;
  const rows = Array.from({ length: draw.whole(1, 2) }, (_, at): Deposit => ({
    id: `A${String(at + 1)}`,
    date: dayInside(draw, contract, frame),
    amount: money(draw, contract, 50, 1500),
  }));
  return { ...contract, deposits: rows };
};

/** A share that is withheld, until a day or for good. */
export const retention: AddTerm = (contract, draw, frame) => {
  if (!mayHaveChain(contract, frame) || contract.notToExceed) return contract;
  const { from, to } = daysOf(contract, frame);
  return {
    ...contract,
    retention: {
      percent: draw.of(["5", "10", "7.5"]),
      ...(draw.chance(0.7) ? { release: isoOf(draw.whole(from, Math.max(from, to))) } : {}),
    },
  };
};
