import { nameKey } from "../base/name";
import { quantityModels } from "../pricing/quantityModels";
import { CellKind } from "../grid/grid";
import { titleKey } from "../schema/sheetNames";
import { viewCell } from "../schema/viewCell";
import type { ContractQuantities, ReadBook } from "./notRead";

/** “No. of seats” is seats. */
const COUNTED =
  /^(?:no\.?|nr\.?|number|qty|quantity|count|anzahl|menge|nombre|nb)\s+(?:of\s+|de\s+|der\s+)?/i;

const countedModels: ReadonlySet<string> = new Set(
  quantityModels.flatMap(({ id, ratesAreFractions }) => (ratesAreFractions ? [] : [id])),
);

/** Keys of the meters that rows of Usage name. */
function metersUsed(usage: ReadBook["usage"]): ReadonlySet<string> {
  const texts = (usage?.parts ?? []).flatMap(
    ({ bound }) => bound.grid.columns[bound.columnOf.get("meter") ?? -1]?.texts ?? [],
  );
  return new Set(texts.map(nameKey));
}

/** Finds, by its header, a column of Contracts that nothing reads and that holds quantities of a product. */
export function contractQuantities({
  tables: { contracts, prices, usersOfPrice },
  usage,
  meters,
}: Pick<ReadBook, "tables" | "usage" | "meters">): (
  column: number,
  header: string,
) => ContractQuantities | undefined {
  const { bound, good } = contracts;
  const used = metersUsed(usage);
  const unmetered = prices.good.filter(
    ({ pricingModel, quantity, product, meter = product }) =>
      quantity === undefined && countedModels.has(pricingModel) && !used.has(meters.get(meter).sourceKey),
  );
  return (column, header) => {
    if (!bound) return undefined;
    const name = titleKey(header.replace(COUNTED, ""));
    const own = unmetered.filter(({ product }) => titleKey(product) === name);
    const [price] = own;
    if (!price) return undefined;
    const priced = new Set(own.flatMap((record) => usersOfPrice(record)));
    const rows = good.filter(({ row, contractId }) => {
      const { kind, number } = viewCell(bound.grid, row, column);
      return kind === CellKind.number && number > 0 && priced.has(contractId);
    });
    const contractIds = [...new Set(rows.map(({ contractId }) => contractId))];
    return contractIds.length === 0 ? undefined : { product: price.product, contractIds };
  };
}
