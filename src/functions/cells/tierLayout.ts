import { one, readTierHeader, type Decimal } from "../../core/api";
import { isBlank, type Plain } from "./cell";
import { Fault } from "./fault";

/** Which column of a tier range holds what. */
export interface TierLayout {
  readonly upTo: number | undefined;
  readonly from: number | undefined;
  readonly price: number | undefined;
  readonly fee: number | undefined;
  /** For how many units the prices are. */
  readonly pricePer: Decimal;
}

const FEWEST = 2;
const MOST = 3;

/** Up to | Unit price | Flat fee, whatever a header calls them. */
function byPosition(width: number): TierLayout {
  if (width < FEWEST || width > MOST)
    throw new Fault(
      "value",
      `tiers: the range has ${width === 1 ? "one column" : `${String(width)} columns`}; it needs Up to and Unit price, and may have Flat fee, or a header that names them.`,
    );
  return { upTo: 0, from: undefined, price: 1, fee: width === MOST ? 2 : undefined, pricePer: one };
}

/**
 * The columns of a tier range: as a header names them that the Tiers table would understand, else by their order. A header
 * that names a bound and a price is believed for all its columns, so that nothing is priced from the wrong one.
 */
export function layoutOf(cells: readonly (readonly Plain[])[], hasHeader: boolean): TierLayout {
  const [first = []] = cells;
  const texts = first.map((value) => (isBlank(value) ? "" : String(value).trim()));
  const named = hasHeader ? readTierHeader(texts) : undefined;
  if (!named) return byPosition(first.length);
  const { columnOf, pricePer = one } = named;
  const bound = columnOf.get("band") ?? columnOf.get("upTo");
  const areInOrder = bound === 0 && columnOf.get("unitPrice") === 1 && first.length <= MOST;
  // In the usual order the words of a header do not matter, so whatever comes third is the fee.
  if (areInOrder && columnOf.size === 2) return { ...byPosition(first.length), pricePer };
  const known = new Set(columnOf.values());
  const isFilled = (column: number) => cells.some((row) => !isBlank(row[column] ?? null));
  const foreign = texts.findIndex((_, column) => !known.has(column) && isFilled(column));
  if (foreign >= 0)
    throw new Fault(
      "value",
      `tiers: the column “${texts[foreign]!}” is not read in a tier range; leave it out.`,
    );
  return {
    upTo: bound,
    from: columnOf.get("from"),
    price: columnOf.get("unitPrice"),
    fee: columnOf.get("flatFee"),
    pricePer,
  };
}
