import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import { readRegister } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import { withoutRows } from "../../grid/withoutRows";
import { unheard } from "../../issues/issue";
import { totalOf } from "../../invoicing/customerChanges";
import { zero } from "../../money/decimal";
import { ledgerAt } from "../../receivables/ledger";
import { postedOn } from "../../receivables/posting/register";
import { readReceivables } from "../../receivables/readReceivables";
import { statusLabel } from "../../review/acts/judge";
import type { Difference } from "../../review/seal/difference";
import type { SealedPart } from "../../review/seal/sealedDocument";
import { paidStatus } from "../../review/verify/checks/state";
import { anyTable, type BoundTable } from "../../schema/boundTable";
import { isFigureKind, type Column } from "../../schema/column";
import { cellOf } from "../../schema/readRecords";
import type { TableDefinition } from "../../schema/table";
import { revealingFilled } from "../../sheets/columnFit";
import { invoiceLinesSheet } from "../../sheets/invoiceLines.sheet";
import { invoicesSheet } from "../../sheets/invoices.sheet";
import { sheetNamed } from "../../sheets/outputSheet";
import type { CellEdit, PlannedRow, WritePlan } from "../../sheets/plan";
import { changedRegister } from "../../sheets/registerRows";
import { isUnchanged } from "../../sheets/unchanged";
import { withRows } from "../withRows";
import type { IssuedChange, IssuedDocuments } from "./issuedChanges";

const tables: readonly TableDefinition[] = [invoicesTable, invoiceLinesTable];

function columnOf(table: string, title: string): Column<unknown> | undefined {
  const columns = tables.find((definition) => definition.title === table)?.columns ?? {};
  return Object.values(columns).find((column: Column<unknown>) => column.title === title);
}

/** A sealed text as it is typed: figures as numbers, all else as its column reads it from text. */
function typed(table: string, title: string, text: string): string | number {
  const column = columnOf(table, title);
  return text !== "" && column && isFigureKind(column.kind) ? Number(text) : text;
}

function editOf({ table, column, expected, at }: Difference): CellEdit[] {
  return at && column !== "" ? [{ at, value: typed(table, column, expected) }] : [];
}

/** A row that is gone, as its sheet had it. */
function rowOfPart(
  { definition, columnOf: positions }: BoundTable,
  { table, cells }: SealedPart,
  marks: IssuedChange["marks"],
): PlannedRow {
  const row: PlannedRow[number][] = [];
  const all = [...cells, ...[...marks].map(([column, value]) => ({ column, value }))];
  for (const { column: title, value } of all) {
    const field = Object.entries(definition.columns).find(([, column]) => column.title === title)?.[0];
    const position = positions.get(field ?? "");
    if (position !== undefined) row[position] = { value: typed(table, title, value) };
  }
  return Array.from(row, (cell) => cell ?? null);
}

/** The workbook as it would read with its issued documents as they were sealed. */
function restored({ snapshot, register, changes }: IssuedDocuments): Snapshot {
  const { linesBound } = register;
  const all = changes.flatMap(({ differences, sealed, marks }) =>
    differences.map((each) => ({ ...each, sealed, marks })),
  );
  const added = new Map<string, Set<number>>();
  for (const { type, at } of all)
    if (type === "added" && at) added.set(at.sheet, (added.get(at.sheet) ?? new Set()).add(at.row));
  const gone = all.flatMap(({ type, table, key, sealed, marks }) =>
    type === "missing"
      ? sealed.parts
          .filter((part) => part.table === table && part.key === key)
          .map((part) => ({ part, marks: table === invoicesTable.title ? marks : new Map<string, string>() }))
      : [],
  );
  const { invoicesBound } = register;
  const bounds = [invoicesBound && anyTable(invoicesBound), linesBound && anyTable(linesBound)];
  return withRows(withoutRows(snapshot, added), {
    sheets: [],
    removedSheets: [],
    appended: bounds.flatMap((bound) => {
      if (!bound) return [];
      const own = gone.filter(({ part }) => part.table === bound.definition.title);
      const rows = own.map(({ part, marks }) => rowOfPart(bound, part, marks));
      return rows.length > 0 ? [{ sheet: bound.grid.sheet, firstRow: bound.lastRow + 1, rows }] : [];
    }),
    edits: all.filter(({ type }) => type === "changed").flatMap(editOf),
  });
}

/** Documents whose rows were gone, with what payments put against them. */
function withPaid(snapshot: Snapshot, { settings, changes }: IssuedDocuments): Snapshot {
  const gone = new Set(changes.filter(({ isGone }) => isGone).map(({ invoice }) => invoice));
  if (gone.size === 0) return snapshot;
  const { invoices, invoicesBound } = readRegister(snapshot, settings, unheard);
  const book = readReceivables(snapshot, unheard);
  const ledger = ledgerAt(book, book.lastDay ?? 0);
  const posted = postedOn(ledger);
  const edits = invoices.flatMap((invoice): CellEdit[] => {
    const owed = ledger.documents.find(({ record }) => record.row === invoice.row);
    const paid = (owed && posted.get(owed)) ?? zero;
    if (!invoicesBound || !gone.has(invoice.invoiceNumber)) return [];
    return [
      { at: cellOf(invoicesBound, invoice.row, "paid"), value: paid.toNumber() },
      {
        at: cellOf(invoicesBound, invoice.row, "balance"),
        value: totalOf(invoice).minus(paid).toNumber(),
      },
      {
        at: cellOf(invoicesBound, invoice.row, "status"),
        value: statusLabel(paidStatus({ ...invoice, paid })),
      },
    ];
  });
  return withRows(snapshot, { sheets: [], removedSheets: [], appended: [], edits });
}

/**
 * Puts the rows of issued documents back to what was sealed, with the formulas of their amounts: 1.00 typed over a total of
 * 120.00 is the formula that shows 120.00 again. A row that is gone is written below the last, with what Approvals and
 * payments say of it.
 */
export function planRestore(documents: IssuedDocuments): WritePlan {
  const { snapshot: now, settings } = documents;
  const snapshot = withPaid(restored(documents), documents);
  const register = readRegister(snapshot, settings, unheard);
  const input = changedRegister({ snapshot, settings, register });
  const written = register.linesBound ? [invoicesSheet, invoiceLinesSheet] : [invoicesSheet];
  const sheets = written
    .map((sheet) => sheet.plan(input))
    .filter((sheet) => !isUnchanged(sheet, sheetNamed(now, sheet.name)))
    .map((sheet) => revealingFilled(sheet, sheetNamed(now, sheet.name)));
  return { sheets, removedSheets: [], appended: [] };
}
