import type { Grid } from "../grid/grid";
import type { Day } from "../calendar/day";
import type { CellRef } from "../grid/grid";
import { collectIssues } from "../issues/collectIssues";
import type { Issue } from "../issues/issue";
import type { Decimal } from "../money/decimal";
import { bindTable, SHEET_KEY } from "../schema/bind";
import { dayColumn, idColumn, moneyColumn, required, textColumn } from "../schema/column";
import { cellOf, readRecords } from "../schema/readRecords";
import { defineTable } from "../schema/table";
import { isBlankAt } from "../schema/viewCell";
import { headersOfSystem } from "../imports/headersOfSystem";

/** An item that the other system has open: a credit is negative. */
export interface TheirItem {
  readonly number: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly date: Day | undefined;
  readonly open: Decimal;
  readonly currency: string | undefined;
  readonly at: CellRef;
}

export type ItemField = "number" | "customerId" | "customerName" | "date" | "open" | "currency";

/** Headers of each field in the list of a system; a number and an amount are in all of them. */
export type ItemHeaders = Readonly<Partial<Record<ItemField, readonly [string, ...string[]]>>> &
  Readonly<Record<"number" | "open", readonly [string, ...string[]]>>;

/** A list of open items. A new one is its file in `sources` and its line in registry.ts. */
export interface TieOut {
  /** What `tie-out --from` calls it; never changes. */
  readonly id: string;
  readonly title: string;
  /** Which list of the system it is, one sentence. */
  readonly help: string;
  readonly headers: ItemHeaders;
}

function tableOf({ title, headers }: TieOut) {
  const named = headersOfSystem<ItemField>(headers);
  return defineTable({
    title,
    synonyms: [],
    help: "Open items of another system.",
    columns: {
      number: idColumn(named("number", "number of the document")),
      customerId: idColumn(named("customerId", "the customer's number there")),
      customerName: textColumn(named("customerName", "the customer's name there")),
      date: dayColumn(named("date", "date of the document")),
      open: required(moneyColumn(named("open", "what is still open"))),
      currency: textColumn(named("currency", "of the amount")),
    },
    examples: [],
  });
}

export type ReadItems =
  | { readonly ok: true; readonly items: readonly TheirItem[]; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly reason: string };

/** The open items of a list; titles of groups and rows of totals, which have no amount of their own, are none. */
export function readItems(source: TieOut, grid: Grid): ReadItems {
  const { report, list } = collectIssues();
  const file = { grids: [grid], tables: [], date1904: false, pictures: [] };
  const bound = bindTable(tableOf(source), file, new Map([[SHEET_KEY, grid.sheet]]), report);
  if (!bound) return { ok: false, reason: list()[0]?.message ?? "its columns are not understood" };
  const open = bound.columnOf.get("open");
  const isItem = (row: number) => open !== undefined && !isBlankAt(grid, row, open);
  const issues: Issue[] = [];
  const { good } = readRecords(
    bound,
    () => [],
    (issue) => {
      if (isItem(issue.at.row)) issues.push(issue);
    },
  );
  const items = good
    // A line of a total names neither a document nor a customer's document.
    .filter(
      ({ number, customerId, date }) =>
        number !== undefined || (customerId !== undefined && date !== undefined),
    )
    .map(
      ({
        number = "",
        customerId = "",
        customerName = "",
        date,
        open: amount,
        currency,
        row,
      }): TheirItem => ({
        number,
        customerId,
        customerName,
        date,
        open: amount,
        currency,
        at: cellOf(bound, row, "open"),
      }),
    );
  return { ok: true, items, issues };
}
