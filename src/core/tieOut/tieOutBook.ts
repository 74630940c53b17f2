import { accountsTable } from "../catalog/accounts.table";
import type { Grid } from "../grid/grid";
import { unheard, type Issue } from "../issues/issue";
import { agingDetail } from "../receivables/reports/agingDetail";
import type { LedgerBook } from "../run/receivables/reportBook";
import { asInput, bindTable } from "../schema/bind";
import { readRecords } from "../schema/readRecords";
import { mappingFor } from "../settings/mapping";
import { compareItems, type CustomerNames, type Tie } from "./compareItems";
import { readItems, type TieOut } from "./openItems";

export type TiedOut =
  | { readonly ok: true; readonly tie: Tie; readonly issues: readonly Issue[] }
  /** In one sentence: a list that cannot be understood. */
  | { readonly ok: false; readonly reason: string };

/** What customers are called in other systems, by Accounts. */
function accountNames({ book: { snapshot, settings } }: LedgerBook): CustomerNames {
  const bound = bindTable(accountsTable, snapshot, mappingFor(accountsTable, settings), unheard, asInput);
  const rows = bound ? readRecords(bound, () => [], unheard).good : [];
  return (customerId) =>
    rows.flatMap((row) =>
      row.kind === "customer" && row.customerId === customerId ? (row.account ?? []) : [],
    );
}

/** The open items of a workbook's ledger against those of another system's list, at the ledger's day. */
export function tieOutBook(opened: LedgerBook, source: TieOut, grid: Grid): TiedOut {
  const read = readItems(source, grid);
  if (!read.ok) return read;
  const { ledger, book } = opened;
  const ours = agingDetail(ledger, "due");
  const tie = compareItems(ours, read.items, book.settings.currency, accountNames(opened));
  return { ok: true, tie, issues: read.issues };
}
