import type { CatalogTables } from "../catalog/readTables";
import type { DocumentRegister, RegisteredInvoice } from "../documents/register";
import type { CellRef, Snapshot } from "../grid/grid";
import { cellOf } from "../schema/readRecords";
import { settingCells } from "../settings/settingCells";
import type { Settings } from "../settings/settings";
import type { GroupRows, TermId } from "./semantic";
import { sourceOf, titleOf, type TermSource } from "./termSources";

export interface PlacedBook {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly tables: Pick<CatalogTables, "customers" | "taxCodes">;
  readonly register: DocumentRegister;
}

/** What is to be mended: table and column as they are headed, and the cell. */
export interface TermCell {
  readonly field: string;
  readonly at: CellRef;
}

type CellOfTerm = (term: TermId, document: RegisteredInvoice, rows: GroupRows) => TermCell;

/** Finds the cell that a term of a document comes from, or where it should be. */
export function cellsOfTerms(book: PlacedBook): CellOfTerm {
  const settingAt = settingCells(book.snapshot, book.settings);
  const { customers, taxCodes } = book.tables;
  const { invoicesBound, linesBound } = book.register;
  const rowOfCustomer = new Map(customers.good.map(({ customerId, row }) => [customerId, row]));
  const cellAt = (source: TermSource, document: RegisteredInvoice, rows: GroupRows): CellRef | undefined => {
    switch (source.table) {
      case "Settings":
        return settingAt(source.key);
      case "Customers": {
        const row = rowOfCustomer.get(document.customerId ?? "");
        return customers.bound && row !== undefined ? cellOf(customers.bound, row, source.key) : undefined;
      }
      case "Invoices":
        return invoicesBound && document.row >= 0
          ? cellOf(invoicesBound, document.row, source.key)
          : undefined;
      case "Invoice lines": {
        const line = rows.line ?? document.lines[0];
        return linesBound && line ? cellOf(linesBound, line.row, source.key) : undefined;
      }
      default:
        return taxCodes.bound && rows.taxCode
          ? cellOf(taxCodes.bound, rows.taxCode.row, source.key)
          : undefined;
    }
  };
  return (term, document, rows) => {
    const source = sourceOf(term);
    return { field: titleOf(source), at: cellAt(source, document, rows) ?? document.at };
  };
}
