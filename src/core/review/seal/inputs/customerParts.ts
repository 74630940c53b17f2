import { customersTable } from "../../../catalog/customers.table";
import { cellOf } from "../../../schema/readRecords";
import { cellsOfRow, placesOfRow } from "../rowCells";
import { rowsOf } from "../reviewBook";
import type { InputParts } from "./inputPart";

/** The customer's row. */
export const customerParts: InputParts = (book, { customerId }) =>
  rowsOf(book.tables.customers)
    .filter(({ fields }) => fields.customerId === customerId)
    .map(({ bound, row, fields }) => ({
      table: customersTable.title,
      base: customerId,
      hint: "",
      cells: cellsOfRow({ bound, row, fields, personal: book.personal }),
      at: cellOf(bound, row, "customerId"),
      placeOf: placesOfRow(bound, row),
    }));
