import { takes } from "../oracle/conditions";
import { billingPeriods } from "../oracle/periods";
import { runOfArrival } from "./arrival";
import { day, holds, monthOf } from "./day";
import type { Contract, SimulatedYear, UsageRow } from "./simulatedYear";

/** A late row needs a row of its period that came in time: else the period has no invoice, and that is a finding. */
function isIssuedInTime(late: UsageRow, contract: Contract): boolean {
  const period = billingPeriods(contract, day(late.date)).find(({ cut }) => holds(cut, day(late.date)));
  if (period === undefined) return false;
  const run = monthOf(period.cut.to);
  if (runOfArrival(late) <= run) return true;
  return contract.usage.some(
    (row) => row !== late && holds(period.cut, day(row.date)) && runOfArrival(row) <= run,
  );
}

/** A row that no price takes holds its invoice. */
const isPriced = (row: UsageRow, { prices }: Contract) => prices.some((price) => takes(price, row, prices));

/** Whether every run has an answer that the rules give: a year that was made smaller may have lost it. */
export const isFair = ({ contracts }: SimulatedYear): boolean =>
  contracts.every((contract) =>
    contract.usage.every((row) => isIssuedInTime(row, contract) && isPriced(row, contract)),
  );
