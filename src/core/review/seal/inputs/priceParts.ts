import { FIRST_DAY, LAST_DAY } from "../../../calendar/day";
import { tiersIdOf } from "../../../catalog/priceRow";
import { pricesTable, type PriceRecord } from "../../../catalog/prices.table";
import type { Price } from "../../../catalog/records";
import { inTierOrder } from "../../../catalog/tierRows";
import { tierText } from "../../../pricing/tiers";
import type { TierRecord } from "../../../catalog/tiers.table";
import type { BoundTable } from "../../../schema/bind";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import type { PartCell } from "../part";
import { cellsOfRow, cellByColumn } from "../rowCells";
import type { InputRow } from "../inputRows";
import type { ReviewBook } from "../reviewBook";
import { lastOf, touches, type ContractScope, type Scope } from "../scope";
import type { InputParts } from "./inputPart";

type Instead = Pick<PartCell, "value"> & Partial<Pick<PartCell, "at" | "pieces">>;

/** Rows of the Tiers table as they stand, where no tiers can be made of them. */
const rawTier = ({ from, upTo, band, unitPrice, flatFee }: Partial<TierRecord>): string =>
  [band ?? from ?? "", upTo ?? "", unitPrice?.toFixed() ?? "", flatFee?.toFixed() ?? ""].join(" ");

/** The tiers of a price in one form, each with the cell that says its price. */
function tiersOf(
  book: ReviewBook,
  record: Partial<PriceRecord>,
  price: Price | undefined,
): Instead | undefined {
  const { tiers } = book.tables;
  const id = tiersIdOf(record as PriceRecord);
  const rows = book.inputRows.tiers(id);
  const areApart = record.tiers === undefined && rows.length > 0;
  if (!price || price.tiers.length === 0) {
    if (!areApart) return undefined;
    const value = rows.map(({ fields }) => rawTier(fields)).join("; ");
    return { value, at: cellOf(rows[0]!.bound, rows[0]!.row, "priceId") };
  }
  const isOpenAlone = record.tiers === undefined && rows.length === 0;
  if (isOpenAlone) return undefined;
  const texts = price.tiers.map(tierText);
  const value = texts.join("; ");
  if (!areApart) return { value };
  const inOrder = inTierOrder(rows.flatMap(({ fields, isRead }) => (isRead ? [fields as TierRecord] : [])));
  const bound = tiers.bound as unknown as BoundTable;
  const pieces = texts.flatMap((text, index) => {
    const row = inOrder[index]?.row;
    return row === undefined ? [] : [{ text, at: cellOf(bound, row, "unitPrice") }];
  });
  return { value, at: cellOf(bound, rows[0]!.row, "unitPrice"), pieces };
}

/** The price that a row gives a contract, resolved; undefined where it could not be used. */
function resolved(book: ReviewBook, contractId: string, bound: BoundTable, row: number): Price | undefined {
  return book.catalog.contractById
    .get(contractId)
    ?.prices.find(({ at, isOnce }) => !isOnce && at.sheet === bound.grid.sheet && at.row === row);
}

function daysOfRow({ effectiveFrom = FIRST_DAY, effectiveTo = LAST_DAY }: Partial<PriceRecord>) {
  return { from: effectiveFrom, to: Math.max(effectiveFrom, effectiveTo) };
}

/** Rows of Prices with the contract of the document that each is for: the first of those on its plan. */
function rowsOfScope({ inputRows }: ReviewBook, { contracts }: Scope) {
  const found = new Map<
    number,
    InputRow<(typeof pricesTable)["columns"]> & { readonly contract: ContractScope }
  >();
  for (const contract of contracts.filter(({ billsPrices }) => billsPrices))
    for (const input of inputRows.prices(contract.contractId))
      if (!found.has(input.row) && touches(contract.days, daysOfRow(input.fields)))
        found.set(input.row, { contract, ...input });
  return [...found.values()];
}

/** Price rows of the document's contracts and plans that apply on days of it, with their tiers in one form. */
export const priceParts: InputParts = (book, scope) =>
  rowsOfScope(book, scope).map(({ bound, row, fields, contract }) => {
    const price = resolved(book, contract.contractId, bound, row);
    const tiers = tiersOf(book, fields, price);
    // A header such as “Price per 1000” says it as well as the column does.
    const per = price && !price.pricePer.equals(1) ? price.pricePer.toFixed() : undefined;
    const instead = new Map<string, Instead>([
      ...(tiers ? [["tiers", tiers] as const] : []),
      ...(per === undefined ? [] : [["pricePer", { value: per }] as const]),
    ]);
    const endsLater = fields.effectiveTo !== undefined && fields.effectiveTo > lastOf(contract.days);
    return {
      table: pricesTable.title,
      base: tiersIdOf(fields as PriceRecord),
      hint: valueText(pricesTable.columns.effectiveFrom, fields.effectiveFrom),
      cells: cellsOfRow({
        bound,
        row,
        fields,
        personal: book.personal,
        leaves: new Set(endsLater ? ["effectiveTo"] : []),
        instead,
      }),
      at: cellOf(bound, row, bound.columnOf.has("priceId") ? "priceId" : "product"),
      cellOf: cellByColumn(bound, row),
    };
  });
