import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import { readRegister } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import { withoutRows } from "../../grid/withoutRows";
import { unheard } from "../../issues/issue";
import type { Difference } from "../../review/seal/difference";
import type { SealedPart } from "../../review/seal/sealedDocument";
import { anyTable, type BoundTable } from "../../schema/boundTable";
import type { Column, ColumnKind } from "../../schema/column";
import type { TableDefinition } from "../../schema/table";
import { revealingFilled } from "../../sheets/columnFit";
import { invoiceLinesSheet } from "../../sheets/invoiceLines.sheet";
import { invoicesSheet } from "../../sheets/invoices.sheet";
import { sheetNamed } from "../../sheets/outputSheet";
import type { CellEdit, PlannedRow, WritePlan } from "../../sheets/plan";
import { changedRegister } from "../../sheets/registerRows";
import { isUnchanged } from "../../sheets/unchanged";
import { withRows } from "../withRows";
import type { IssuedDocuments } from "./issuedChanges";

const figures: ReadonlySet<ColumnKind> = new Set(["decimal", "money", "fraction", "percent", "integer"]);
const tables: readonly TableDefinition[] = [invoicesTable, invoiceLinesTable];

function columnOf(table: string, title: string): Column<unknown> | undefined {
  const columns = tables.find((definition) => definition.title === table)?.columns ?? {};
  return Object.values(columns).find((column: Column<unknown>) => column.title === title);
}

/** A sealed text as it is typed: figures as numbers, all else as its column reads it from text. */
function typed(table: string, title: string, text: string): string | number {
  const column = columnOf(table, title);
  return text !== "" && column && figures.has(column.kind) ? Number(text) : text;
}

function editOf({ table, column, expected, at }: Difference): CellEdit[] {
  return at && column !== "" ? [{ at, value: typed(table, column, expected) }] : [];
}

/** A line that is gone, as a row of its sheet. */
function rowOfPart(
  { definition, columnOf: positions }: BoundTable,
  { table, cells }: SealedPart,
): PlannedRow {
  const row: PlannedRow[number][] = [];
  for (const { column: title, value } of cells) {
    const field = Object.entries(definition.columns).find(([, column]) => column.title === title)?.[0];
    const position = positions.get(field ?? "");
    if (position !== undefined) row[position] = { value: typed(table, title, value) };
  }
  return Array.from(row, (cell) => cell ?? null);
}

/** The workbook as it would read with its issued documents as they were sealed. */
function restored({ snapshot, register, changes }: IssuedDocuments): Snapshot {
  const { linesBound } = register;
  const all = changes.flatMap(({ differences, sealed }) =>
    differences.map((difference) => ({ ...difference, sealed })),
  );
  const added = new Map<string, Set<number>>();
  for (const { type, at } of all)
    if (type === "added" && at) added.set(at.sheet, (added.get(at.sheet) ?? new Set()).add(at.row));
  const gone = all.flatMap(({ type, table, key, sealed }) =>
    type === "missing" ? sealed.parts.filter((part) => part.table === table && part.key === key) : [],
  );
  const lines = linesBound && anyTable(linesBound);
  return withRows(withoutRows(snapshot, added), {
    sheets: [],
    removedSheets: [],
    appended:
      lines && gone.length > 0
        ? [
            {
              sheet: lines.grid.sheet,
              firstRow: lines.lastRow + 1,
              rows: gone.map((part) => rowOfPart(lines, part)),
            },
          ]
        : [],
    edits: all.filter(({ type }) => type === "changed").flatMap(editOf),
  });
}

/**
 * Puts the rows of changed issued documents back to what was sealed, with the formulas of their amounts: 1.00 typed over a
 * total of 120.00 is the formula that shows 120.00 again. A document whose row is gone is not made anew.
 */
export function planRestore(documents: IssuedDocuments): WritePlan {
  const { snapshot: now, settings } = documents;
  const snapshot = restored(documents);
  const register = readRegister(snapshot, settings, unheard);
  const input = changedRegister({ snapshot, settings, register });
  const written = register.linesBound ? [invoicesSheet, invoiceLinesSheet] : [invoicesSheet];
  const sheets = written
    .map((sheet) => sheet.plan(input))
    .filter((sheet) => !isUnchanged(sheet, sheetNamed(now, sheet.name)))
    .map((sheet) => revealingFilled(sheet, sheetNamed(now, sheet.name)));
  return { sheets, removedSheets: [], appended: [] };
}
