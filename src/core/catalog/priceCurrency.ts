import { CellKind, currencyOfCell, type CellRef } from "../grid/grid";
import { contradicts, currencyMarkIn } from "../money/currencyMark";
import { viewCell, type BoundTable } from "../schema/bind";
import { anyTable, refOf } from "../schema/boundTable";
import { currencyOfHeader } from "../schema/headerUnit";
import { headerOf } from "../schema/locateTable";
import { cellOf } from "../schema/readRecords";
import { isBlankCell } from "../schema/viewCell";
import type { Columns } from "../schema/table";
import { currencyOfPricePer } from "./pricePer";
import type { PriceRecord, pricesTable } from "./prices.table";

/** A currency that a cell of a price names (Currency) or shows, as text or by its number format. */
export interface ShownCurrency {
  readonly at: CellRef;
  readonly column: string;
  /** As written: EUR, €, $. */
  readonly mark: string;
  /** What the cell holds, for the message. */
  readonly value: string;
}

/** The currency that a cell of money shows; undefined where it shows none. */
export function currencyShown<C extends Columns>(
  bound: BoundTable<C>,
  row: number,
  field: keyof C & string,
): ShownCurrency | undefined {
  const index = bound.columnOf.get(field);
  if (index === undefined) return undefined;
  const cell = viewCell(bound.grid, row, index);
  if (isBlankCell(cell)) return undefined;
  const inCell =
    cell.kind === CellKind.text ? currencyMarkIn(cell.text) : currencyOfCell(bound.grid, row, index);
  const header = headerOf(anyTable(bound), index);
  const mark = inCell ?? currencyOfHeader(header) ?? currencyOfPricePer(header);
  if (mark === undefined) return undefined;
  const shown = inCell === undefined ? `under “${header}”` : `shown in ${mark}`;
  const value = inCell !== undefined && cell.kind === CellKind.text ? cell.text.trim() : shown;
  const at =
    inCell === undefined ? refOf(anyTable(bound), bound.headerRow, index) : cellOf(bound, row, field);
  return { at, column: bound.definition.columns[field]!.title, mark, value };
}

const MONEY_FIELDS = ["unitPrice", "flatFee", "tiers", "minimum", "maximum", "setupFee"] as const;

/** All that a price row says about its currency, the Currency column first. */
export function shownCurrencies(
  record: PriceRecord,
  bound: BoundTable<(typeof pricesTable)["columns"]>,
): ShownCurrency[] {
  const { row, currency } = record;
  const shown = MONEY_FIELDS.flatMap((field) => currencyShown(bound, row, field) ?? []);
  if (currency === undefined) return shown;
  const at = cellOf(bound, row, "currency");
  return [{ at, column: bound.definition.columns.currency.title, mark: currency, value: currency }, ...shown];
}

/** The first that cannot be the contract's currency; a sign that several currencies share contradicts none of them. */
export function foreignCurrency(
  shown: readonly ShownCurrency[],
  currency: string,
): ShownCurrency | undefined {
  return shown.find(({ mark }) => contradicts(mark, currency));
}
