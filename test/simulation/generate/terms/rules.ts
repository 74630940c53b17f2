import type { Contract, SimulatedYear } from "../../year/simulatedYear";
import { drawOf } from "../draw";
import type { Feature, Features } from "../features";
import type { AddTerm } from "./addTerm";
import { conditions } from "./conditions";
import { dailyIncluded } from "./dailyIncluded";
import { dynamicAmounts } from "./dynamicAmounts";
import { eventFees } from "./eventFees";
import { exclusiveBounds } from "./exclusiveBounds";
import { includedEvents } from "./includedEvents";
import { negativeAsZero } from "./negativeAsZero";
import { quantityRounding } from "./quantityRounding";
import { rollover } from "./rollover";
import { tierTerms } from "./tierTerms";

/** Every further rule of contracts, and how often a contract that it goes with has it. */
const rules: readonly (readonly [feature: Feature, share: number, add: AddTerm])[] = [
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
