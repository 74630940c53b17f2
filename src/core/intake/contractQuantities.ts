import { nameKey } from "../base/name";
import { quantityModels } from "../pricing/quantityModels";
import { CellKind } from "../grid/grid";
import { titleKey } from "../schema/sheetNames";
import { isErrorText, viewCell, type CellView } from "../schema/viewCell";
import type { ContractQuantities, ReadBook } from "./notRead";

/** “No. of seats” is seats. */
const COUNTED =
  /^(?:no\.?|nr\.?|number|qty|quantity|count|anzahl|menge|nombre|nb)\s+(?:of\s+|de\s+|der\s+)?/i;

const countedModels: ReadonlySet<string> = new Set(
  quantityModels.flatMap(({ id, ratesAreFractions }) => (ratesAreFractions ? [] : [id])),
);

/** Keys of the meters that rows of Usage name. */
function metersUsed(usage: ReadBook["usage"]): ReadonlySet<string> {
  const texts = (usage?.parts ?? []).flatMap(({ bound }) => [
    ...(bound.grid.columns[bound.columnOf.get("meter") ?? -1]?.texts ?? []),
  ]);
  return new Set(texts.map(nameKey));
}

/** A number, what should be one, or a text with one: 300, #N/A, “1 500”, “300 kWh”. */
const hasNumber = ({ kind, text }: CellView): boolean =>
  kind === CellKind.number || kind === CellKind.error || isErrorText(text) || /\d/.test(text);

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
    const filled = good
      .filter(({ contractId }) => priced.has(contractId))
      .map(({ row, contractId }) => ({ contractId, cell: viewCell(bound.grid, row, column) }))
      .filter(({ cell: { kind, number, text } }) =>
        kind === CellKind.number ? number > 0 : kind === CellKind.error || text.trim() !== "",
      );
    if (filled.length === 0) return undefined;
    const contractIds = [...new Set(filled.map(({ contractId }) => contractId))];
    // Beside numbers a word or a dash may stand for a quantity as well.
    return { product: price.product, contractIds, areNumbers: filled.some(({ cell }) => hasNumber(cell)) };
  };
}
