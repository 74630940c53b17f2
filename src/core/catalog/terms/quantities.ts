import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import type { Day } from "../../calendar/day";
import type { Decimal } from "../../money/decimal";
import type { Contract, Price } from "../records";
import { termRows, type TermsContext } from "./rows";
import type { TermTables } from "./termTables";

/** The quantity of a price on a day: that of the last change, before the first that of the price. */
export function quantityOn({ levels = [], quantity }: Price, day: Day): Decimal | undefined {
  return levels.filter(({ from }) => from <= day).at(-1)?.quantity ?? quantity;
}

/** The prices of a contract with the changes of their quantities; of two on one day the later row counts. */
export function quantitiesOf(
  { quantities }: TermTables,
  context: TermsContext,
): (contract: Contract, prices: readonly Price[]) => readonly Price[] {
  const rows = termRows(quantities, ["contractId"], context);
  for (const { record, contracts, refuse } of rows) {
    const prices = contracts.flatMap((contract) => contract.prices);
    const isSeat = ({ product, quantity }: Price) =>
      nameKey(product) === nameKey(record.product) && quantity !== undefined;
    if (contracts.length > 0 && !prices.some(isSeat))
      refuse("product", "no price of the contract with a Quantity has this product");
  }
  const used = rows.filter((row) => !row.isRefused());
  return (contract, prices) => {
    const ofContract = used.filter(({ contracts }) => contracts.includes(contract));
    if (ofContract.length === 0) return prices;
    const byProduct = groupBy(ofContract, ({ record }) => nameKey(record.product));
    return prices.map((price) => {
      const changes = price.quantity === undefined ? [] : (byProduct.get(nameKey(price.product)) ?? []);
      const ofDay = new Map(changes.map(({ record }) => [record.date, record.quantity]));
      const levels = [...ofDay]
        .map(([from, quantity]) => ({ from, quantity }))
        .sort((a, b) => a.from - b.from);
      return levels.length > 0 ? { ...price, levels } : price;
    });
  };
}
