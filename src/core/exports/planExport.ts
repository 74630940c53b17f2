import { currencyTotals } from "../invoicing/currencyTotals";
import { formatMoney } from "../money/format";
import { exportsSheet } from "../sheets/exports/exports.sheet";
import type { ExportRow } from "../sheets/exports/exports.table";
import type { WriteOptions } from "../sheets/outputInput";
import type { WritePlan } from "../sheets/plan";
import { readRunLog } from "../sheets/runLog";
import { actLogSheet } from "../sheets/runLog.sheet";
import type { Grid } from "../grid/grid";
import { documentHash } from "./documents/documentHash";
import type { ExportSource } from "./documents/exportSource";
import type { ExportRun } from "./exportBook";

/** The sheets that decide what an export says. */
function inputGrids({ register, tables, settings }: ExportSource, run: ExportRun): Grid[] {
  const bound = [register.invoicesBound, register.linesBound, tables.customers.bound, tables.contracts.bound];
  const sheets = new Set(bound.map((table) => table?.grid.sheet));
  const names = new Set([settings.at.sheet, "Accounts"].map((name) => name.toLowerCase()));
  return run.snapshot.grids.filter(({ sheet }) => sheets.has(sheet) || names.has(sheet.toLowerCase()));
}

/**
 * What an export leaves in the workbook: a row of Exports a document and a row of the Run log. `hashOf` says the hash of
 * a file by its path. Undefined where nothing was exported, or of an export that is not logged.
 */
export function planExport(
  run: ExportRun,
  hashOf: (path: string) => string,
  options: Pick<WriteOptions, "when" | "who" | "engineVersion" | "sha256">,
): WritePlan | undefined {
  const { snapshot, runId, files, target, logged } = run;
  if (!logged || files.length === 0) return undefined;
  const { source, log } = logged;
  const added = files.flatMap(({ path, documents }) =>
    documents.map(({ record, subtotal, tax, total, currency }): ExportRow => ({
      row: undefined,
      runId,
      target: target.id,
      invoiceNumber: record.invoiceNumber,
      documentHash: documentHash(record, options.sha256),
      file: path,
      fileHash: hashOf(path),
      subtotal,
      tax,
      total,
      currency,
    })),
  );
  const documents = files.flatMap((file) => file.documents);
  const total = currencyTotals(documents)
    .map(({ currency, total: amount }) => `${currency} ${formatMoney(amount, currency)}`)
    .join("; ");
  const act = {
    action: "export",
    period: undefined,
    parameters: `to ${target.id}`,
    rowsIn: undefined,
    invoices: documents.length,
    total,
  };
  const exportRows = exportsSheet.plan({ snapshot, log, added, currency: source.settings.currency });
  const runLog = readRunLog(snapshot);
  const input = { snapshot, runLog, runId, act, inputGrids: inputGrids(source, run), options };
  return { sheets: [exportRows, actLogSheet.plan(input)], removedSheets: [], appended: [] };
}
