import type { Contract, SimulatedYear } from "../../year/simulatedYear";
import { drawOf } from "../draw";
import type { Feature, Features } from "../features";
import type { AddTerm } from "./addTerm";
import { amountDiscounts } from "./amountDiscounts";
import { capacities } from "./capacities";
import {
  commitmentRows,
  commitmentsOfDays,
  commitmentsOfQuantities,
  commitmentStacks,
} from "./commitmentRows";
import { conditions } from "./conditions";
import { convertedUnits } from "./convertedUnits";
import { dailyIncluded } from "./dailyIncluded";
import { dynamicAmounts } from "./dynamicAmounts";
import { escalations } from "./escalations";
import { eventFees } from "./eventFees";
import { exclusiveBounds } from "./exclusiveBounds";
import { filters } from "./filters";
import { includedEvents } from "./includedEvents";
import { maximumOfContract, notToExceed } from "./limits";
import { heldTiers, metersOverTime } from "./metersOverTime";
import { negativeAsZero } from "./negativeAsZero";
import { percentDiscounts } from "./percentDiscounts";
import { placements } from "./placements";
import { amountGrants, deposits, retention } from "./prepaid";
import { evidence, milestones, percentComplete } from "./projects";
import { quantityRounding } from "./quantityRounding";
import { renewals } from "./renewals";
import { rollover } from "./rollover";
import { evidenceOfResults, lateServiceLevels, results, serviceCredits } from "./results";
import { seats, tieredSeats } from "./seats";
import { severalTaxes } from "./severalTaxes";
import { tierTerms } from "./tierTerms";
import { unitGrants } from "./unitGrants";

/** Every further rule of contracts, and how often a contract that it goes with has it. */
const rules: readonly (readonly [feature: Feature, share: number, add: AddTerm])[] = [
  ["renewals", 0.4, renewals],
  ["quantityRounding", 0.1, quantityRounding],
  ["dailyIncluded", 0.08, dailyIncluded],
  ["includedEvents", 0.5, includedEvents],
  ["eventFees", 0.1, eventFees],
  ["rollover", 0.15, rollover],
  ["exclusiveBounds", 0.2, exclusiveBounds],
  ["tierTerms", 0.3, tierTerms],
  ["negativeAsZero", 0.4, negativeAsZero],
  ["dynamicAmounts", 0.12, dynamicAmounts],
  ["conditions", 0.15, conditions],
  ["filters", 0.12, filters],
  ["metersOverTime", 0.6, metersOverTime],
  ["heldTiers", 0.5, heldTiers],
  ["capacities", 0.08, capacities],
  ["seats", 0.4, seats],
  ["tieredSeats", 0.4, tieredSeats],
  ["maximumOfContract", 0.08, maximumOfContract],
  ["percentDiscounts", 0.12, percentDiscounts],
  ["amountDiscounts", 0.12, amountDiscounts],
  ["notToExceed", 0.06, notToExceed],
  ["commitmentRows", 0.1, commitmentRows],
  ["commitmentStacks", 0.3, commitmentStacks],
  ["commitmentsOfQuantities", 0.2, commitmentsOfQuantities],
  ["commitmentsOfDays", 1, commitmentsOfDays],
  ["retention", 0.07, retention],
  ["deposits", 0.07, deposits],
  ["amountGrants", 0.12, amountGrants],
  ["escalations", 0.15, escalations],
  ["severalTaxes", 0.4, severalTaxes],
  ["unitGrants", 0.1, unitGrants],
  ["convertedUnits", 0.08, convertedUnits],
  ["results", 0.1, results],
  ["serviceCredits", 0.15, serviceCredits],
  ["lateServiceLevels", 0.5, lateServiceLevels],
  ["evidenceOfResults", 0.4, evidenceOfResults],
  ["milestones", 0.08, milestones],
  ["evidence", 0.5, evidence],
  ["percentComplete", 0.08, percentComplete],
  ["placements", 0.08, placements],
];

/** A contract with further terms. Each has draws of its own, so that none moves another. */
export function withTerms(
  contract: Contract,
  frame: Omit<SimulatedYear, "contracts">,
  features: Features,
  seed: string,
): Contract {
  return rules.reduce((told, [feature, share, add]) => {
    const draw = drawOf(`${seed} ${contract.id} ${feature}`, features);
    return draw.may(feature, share) ? add(told, draw, frame) : told;
  }, contract);
}
