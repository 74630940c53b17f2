import { contractsTable } from "../catalog/contracts.table";
import { tiersIdOf } from "../catalog/priceRow";
import { pricesTable, type PriceRecord } from "../catalog/prices.table";
import type { CatalogTables } from "../catalog/readTables";
import type { Catalog, Price } from "../catalog/records";
import { one, type Decimal } from "../money/decimal";
import { tierLabel, tierText, type Tier } from "../pricing/tiers";
import type { TermChange } from "./changeTerms";

/** A figure of the terms that can be asked about: today's, and what says another in its cell. */
export interface ChangeableTerm {
  readonly table: string;
  /** The id of its row. */
  readonly key: string;
  /** The contract or plan that it belongs to. */
  readonly contractId: string;
  readonly product: string;
  readonly column: string;
  /** The tier that it prices: "up to 1,000"; empty for a figure of its own. */
  readonly tier: string;
  readonly today: Decimal;
  readonly changeTo: (figure: Decimal) => TermChange;
}

const figures = ["unitPrice", "flatFee", "minimum", "maximum"] as const;

const pricesColumns = pricesTable.columns;

/** Figures that stand in a row of Prices by themselves. */
function termsOfRow(record: PriceRecord): ChangeableTerm[] {
  const key = tiersIdOf(record);
  const about = { table: pricesTable.title, key, contractId: record.contractId ?? record.plan ?? "" };
  return figures.flatMap((field) => {
    const today = record[field];
    const column = pricesColumns[field].title;
    return today === undefined
      ? []
      : [
          {
            ...about,
            product: record.product,
            column,
            tier: "",
            today,
            changeTo: (figure) => ({ table: pricesTable.title, key, column, value: figure.toFixed() }),
          },
        ];
  });
}

/** The tiers of a price that can be written anew in its cell. */
function writableTiers(record: PriceRecord, { tiers, pricePer }: Price): readonly Tier[] {
  // Prices of a thousand units are those of one here: what stands in the cell is not known.
  if (!pricePer.equals(one)) return [];
  // A unit price alone is one tier without bounds.
  return tiers.length === 1 && record.unitPrice !== undefined ? [] : tiers;
}

const tiersCell = (record: PriceRecord, tiers: readonly Tier[]): TermChange => ({
  table: pricesTable.title,
  key: tiersIdOf(record),
  column: pricesColumns.tiers.title,
  value: tiers.map(tierText).join("; "),
});

/** The prices of tiers, wherever they are written: one of them changed is the cell Tiers with all of them. */
function termsOfTiers(record: PriceRecord, price: Price): ChangeableTerm[] {
  const tiers = writableTiers(record, price);
  return tiers.map(({ unitPrice }, index) => ({
    table: pricesTable.title,
    key: tiersIdOf(record),
    contractId: record.contractId ?? record.plan ?? "",
    product: record.product,
    column: pricesColumns.unitPrice.title,
    tier: tierLabel(tiers, index),
    today: unitPrice,
    changeTo: (figure) =>
      tiersCell(
        record,
        tiers.map((tier, at) => (at === index ? { ...tier, unitPrice: figure } : tier)),
      ),
  }));
}

interface Terms {
  readonly tables: CatalogTables;
  readonly catalog: Catalog;
}

/** Rows of Prices, each with a price that was made of it. */
function pricedRows({ tables, catalog }: Terms) {
  const rowKey = (sheet: string, row: number) => `${sheet} ${String(row)}`;
  const rated = new Map(
    catalog.contracts
      .flatMap(({ prices }) => prices)
      .map((price) => [rowKey(price.at.sheet, price.at.row), price]),
  );
  const { bound, good } = tables.prices;
  return good.map((record) => ({
    record,
    price: bound && rated.get(rowKey(bound.grid.sheet, record.row)),
  }));
}

/** Every unit price, those of tiers too, times a factor: 0.10 and 1.05 are 0.105. */
export function allUnitPrices(terms: Terms, factor: Decimal): TermChange[] {
  return pricedRows(terms).flatMap(({ record, price }) => {
    const tiers = price ? writableTiers(record, price) : [];
    const unitPrices = termsOfRow(record).filter(({ column }) => column === pricesColumns.unitPrice.title);
    return [
      ...unitPrices.map(({ today, changeTo }) => changeTo(today.times(factor))),
      ...(tiers.length > 0
        ? [
            tiersCell(
              record,
              tiers.map((tier) => ({ ...tier, unitPrice: tier.unitPrice.times(factor) })),
            ),
          ]
        : []),
    ];
  });
}

/**
 * The figures of Prices and Contracts that a what-if question can change one by one: unit prices, fees, bounds of amounts,
 * the prices of tiers, commitments. A price of 0.10 asked about at 0.12 is Prices[P1].Unit price = 0.12.
 */
export function changeableTerms(terms: Terms): ChangeableTerm[] {
  const ofPrices = pricedRows(terms).flatMap(({ record, price }) => [
    ...termsOfRow(record),
    ...(price ? termsOfTiers(record, price) : []),
  ]);
  const { title, columns } = contractsTable;
  const column = columns.minimumCommitment.title;
  const ofContracts = terms.tables.contracts.good.flatMap(
    ({ contractId: key, minimumCommitment: today }): ChangeableTerm[] =>
      today === undefined
        ? []
        : [
            {
              table: title,
              key,
              contractId: key,
              product: "",
              column,
              tier: "",
              today,
              changeTo: (figure) => ({ table: title, key, column, value: figure.toFixed() }),
            },
          ],
  );
  return [...ofPrices, ...ofContracts];
}
