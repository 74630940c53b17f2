import type { Day } from "../../calendar/day";
import type { Snapshot } from "../../grid/grid";
import { paymentsTable } from "../../payments/payments.table";
import { ledgerAt, type Ledger } from "../../receivables/ledger";
import { readReceivables, type ReadBefore } from "../../receivables/readReceivables";
import { applicationsTable } from "../../receivables/tables/applications.table";
import { asInput, hasTable } from "../../schema/bind";
import { mappingFor } from "../../settings/mapping";
import type { Settings } from "../../settings/settings";
import { unheard } from "../../issues/issue";

/** Whether a workbook says what was paid: without it every invoice would be a finding. */
export function keepsPayments(snapshot: Snapshot, settings: Settings): boolean {
  return [paymentsTable, applicationsTable].some((table) =>
    hasTable(table, snapshot, mappingFor(table, settings), asInput),
  );
}

/** What was paid up to a day, for the reconciliation; nothing where a workbook keeps no payments. */
export function cashOf(
  snapshot: Snapshot,
  { settings, register }: ReadBefore,
  asOf: Day,
): { readonly ledger?: Ledger } {
  if (!keepsPayments(snapshot, settings)) return {};
  return {
    ledger: ledgerAt(readReceivables(snapshot, unheard, { settings, register }), asOf),
  };
}
