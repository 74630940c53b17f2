import { once } from "../base/once";
import { shownText } from "../schema/column";
import type { BoundTable } from "../schema/bind";
import { cellOf, type HoldsOf } from "../schema/readRecords";
import { isBlankAt, viewCell } from "../schema/viewCell";
import { makeIssue, type Report } from "../issues/issue";
import { pricesTable } from "./prices.table";
import type { ReadTable } from "./readTable";

/** Whom a price row is for, as far as it can be read. */
export type PriceParty = { readonly contractId?: string | undefined; readonly plan?: string | undefined };

export type PricesBound = BoundTable<(typeof pricesTable)["columns"]>;

const namesNobody = ({ contractId, plan }: PriceParty) => contractId === undefined && plan === undefined;

/**
 * Whom the rows nearest to one without a contract and a plan name: above and below it, as far as there are some. Below a blank
 * row it may be a cell that came off any row.
 */
function partiesBeside(bound: PricesBound) {
  const textOf = (row: number, field: "contractId" | "plan") => {
    const column = bound.columnOf.get(field);
    return column === undefined ? undefined : shownText(viewCell(bound.grid, row, column)) || undefined;
  };
  const named: PriceParty[] = [];
  const namedBefore: number[] = [];
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    namedBefore.push(named.length);
    const party = { contractId: textOf(row, "contractId"), plan: textOf(row, "plan") };
    if (!bound.skipped.has(row) && !namesNobody(party)) named.push(party);
  }
  const columns = [...bound.columnOf.values()];
  return {
    all: named,
    of: (row: number): readonly (PriceParty | undefined)[] => {
      const before = namedBefore[row - bound.firstRow]!;
      return [named[before - 1], named[before]];
    },
    isApart: (row: number): boolean => columns.every((column) => isBlankAt(bound.grid, row - 1, column)),
  };
}

/**
 * Which contracts wait for a row of Prices. Where it names nobody they are those of the rows above and below; what names
 * no product either goes on with the row above, and where it says nothing else and stands apart all wait.
 */
export function holdsOfPriceRow(
  bound: PricesBound | undefined,
  ofPrice: (party: PriceParty) => readonly string[],
): HoldsOf<(typeof pricesTable)["columns"]> {
  const beside = once(() => partiesBeside(bound!));
  return ({ contractId, plan, product, pricingModel, row }) => {
    if (!namesNobody({ contractId, plan }) || row === undefined) return ofPrice({ contractId, plan });
    const { all, of, isApart } = beside();
    const [above, below] = of(row);
    const near = above && product === undefined ? [above] : [above ?? {}, below ?? {}];
    const isStray = product === undefined && pricingModel === undefined && isApart(row);
    return [...new Set((isStray ? all : near).flatMap(ofPrice))];
  };
}

/** A price row for no contract and no plan is a fault of the row. */
export function withParty(
  prices: ReadTable<(typeof pricesTable)["columns"]>,
  holdsOf: HoldsOf<(typeof pricesTable)["columns"]>,
  report: Report,
): typeof prices {
  const nobodys = prices.good.filter(namesNobody);
  for (const record of nobodys) {
    const field = prices.bound!.columnOf.has("contractId") ? "contractId" : "plan";
    const words = {
      column: pricesTable.columns[field].title,
      right: "whose price is it? Name a contract or a plan",
    };
    const at = cellOf(prices.bound!, record.row, field);
    report(makeIssue("MISSING_VALUE", { at, words, holds: holdsOf(record) }));
  }
  return {
    ...prices,
    good: prices.good.filter((record) => !namesNobody(record)),
    bad: [...prices.bad, ...nobodys.map((fields) => ({ row: fields.row, fields }))],
  };
}
