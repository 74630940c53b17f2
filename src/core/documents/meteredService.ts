import { nameKey } from "../base/name";
import { remembered } from "../base/remembered";
import type { Contract, Price } from "../catalog/records";
import { billsService, isStepOfPrice } from "./lineKinds";
import type { RegisteredLine } from "./register";

/** What a price bills and a line has billed, whatever price it was: usage of a meter, or a fixed fee by its product. */
export type ServiceKey = string;

const ofMeter = (meter: string): ServiceKey => `meter ${nameKey(meter)}`;
const ofProduct = (product: string): ServiceKey => `product ${nameKey(product)}`;

/** What a price bills: prices that follow each other, and several prices of one meter, share it. */
export function serviceOfPrice({ isFixed, meter, product, priceId, conditions }: Price): ServiceKey {
  // Prices that share a meter by conditions take rows of their own each.
  if (conditions) return `price ${priceId}`;
  return isFixed ? ofProduct(product) : ofMeter(meter);
}

/** Whether a line bills days of a contract's prices or commitment: what rows of terms make of them stands beside. */
export function billsPrice({ agreed }: Contract, line: Pick<RegisteredLine, "kind" | "priceId">): boolean {
  return billsService(line) && !(line.priceId !== undefined && agreed.ids.has(line.priceId));
}

type NamingLine = Pick<RegisteredLine, "kind" | "priceId" | "product">;

/**
 * Finds the price of a contract that a line names: by Price ID, else by product, else by the meter; a line that names
 * nothing is for the contract's only price. Prices of the same name say the same of it, so any of them will do.
 */
export const priceFinder = remembered(({ prices }: Contract): ((line: NamingLine) => Price | undefined) => {
  const byId = new Map<string, Price>();
  const byName = new Map<string, Price>();
  const add = (names: Map<string, Price>, name: string, price: Price) => {
    if (!names.has(name)) names.set(name, price);
  };
  for (const price of prices) add(byId, price.priceId, price);
  for (const price of prices) add(byName, nameKey(price.product), price);
  for (const price of prices) if (!price.isFixed) add(byName, nameKey(price.meter), price);
  const recurring = prices.filter(({ isOnce }) => !isOnce);
  const only = new Set(recurring.map(({ at }) => at.row)).size === 1 ? recurring[0] : undefined;
  return ({ kind, priceId, product }) => {
    if (!isStepOfPrice({ kind })) return undefined;
    const ofId = priceId === undefined ? undefined : byId.get(priceId);
    if (ofId) return ofId;
    if (product !== undefined) return byName.get(nameKey(product));
    return priceId === undefined ? only : undefined;
  };
});
