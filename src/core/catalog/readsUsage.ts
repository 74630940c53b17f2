import { nameKey } from "../base/name";
import { metersOfLimits } from "../pricing/peaks";
import type { Contract, Price } from "./records";

/** Whether a price takes rows of Usage: it has a meter, which is no measure of Results and no pay of Placements. */
export const readsUsage = ({ isFixed, isMeasured = false }: Price): boolean => !isFixed && !isMeasured;

/** Whether a contract is billed by rows of Usage. */
export const isMetered = ({ prices }: Pick<Contract, "prices">): boolean => prices.some(readsUsage);

/** The meters that a price names: its own, or those that the steps of a capacity name, which has none of its own. */
export function metersOf({ model, meter, tiers }: Price): readonly string[] {
  return model.reads === "peaks" ? metersOfLimits(tiers) : [meter];
}

/** The meters whose rows of Usage a price takes; none where it takes none. */
export const metersRead = (price: Price): readonly string[] => (readsUsage(price) ? metersOf(price) : []);

/** Whether a price takes rows of Usage by a meter, given by its nameKey. */
export const readsMeter = (price: Price, meterKey: string): boolean =>
  metersRead(price).some((meter) => nameKey(meter) === meterKey);
