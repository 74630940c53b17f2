import { metersRead } from "../catalog/readsUsage";
import type { Contract, Price } from "../catalog/records";
import type { Meter, Meters } from "./meters";

/** A price that takes the rows of a meter. */
export interface Reader {
  readonly price: Price;
  readonly meter: Meter;
}

/** Prices with each of the meters that they read. */
export function readersOf(prices: readonly Price[], meters: Meters): Reader[] {
  return prices.flatMap((price) => metersRead(price).map((name) => ({ price, meter: meters.get(name) })));
}

/** The usage meters that the prices of a contract read, by nameKey. */
export const metersReadBy = ({ prices }: Pick<Contract, "prices">, meters: Meters): ReadonlySet<string> =>
  new Set(readersOf(prices, meters).map(({ meter }) => meter.sourceKey));

const readsPeaks = ({ model }: Price): boolean => model.reads === "peaks";

/** The unit that a price counts the rows of a meter in; a price that reads the peaks of several says none for them. */
export const unitOfReader = ({ price, meter }: Reader): string =>
  readsPeaks(price) ? meter.unit : price.unit || meter.unit;

/** Whether rows are counted, or what is in another column: then their quantity is of no account. */
export const countsRows = ({ price, meter: { aggregation } }: Reader): boolean =>
  !readsPeaks(price) && (aggregation === "count" || aggregation === "unique");
