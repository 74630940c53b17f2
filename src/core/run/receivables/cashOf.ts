import type { Day } from "../../calendar/day";
import type { Snapshot } from "../../grid/grid";
import { paymentsTable } from "../../payments/payments.table";
import { ledgerAt, type Ledger } from "../../receivables/ledger";
import { readReceivables } from "../../receivables/readReceivables";
import { applicationsTable } from "../../receivables/tables/applications.table";
import { asInput, hasTable } from "../../schema/bind";
import { mappingFor } from "../../settings/mapping";
import type { Settings } from "../../settings/settings";

/** What was paid, for the reconciliation; nothing where a workbook keeps no payments. */
export function cashOf(snapshot: Snapshot, settings: Settings, asOf: Day): { readonly ledger?: Ledger } {
  const keeps = [paymentsTable, applicationsTable].some((table) =>
    hasTable(table, snapshot, mappingFor(table, settings), asInput),
  );
  return keeps ? { ledger: ledgerAt(readReceivables(snapshot, () => undefined), asOf) } : {};
}
