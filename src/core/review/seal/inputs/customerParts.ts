import { customersTable } from "../../../catalog/customers.table";
import { cellOf } from "../../../schema/readRecords";
import { cellsOfRow, cellByColumn } from "../rowCells";
import type { InputParts } from "./inputPart";

/** Rows of the customer, and of those under it whose contracts it pays. */
export const customerParts: InputParts = (book, { customerId, contracts }) => {
  const { contractById } = book.catalog;
  const ofContracts = contracts.flatMap(
    (contract) => contractById.get(contract.contractId)?.customer.customerId ?? [],
  );
  return [...new Set([customerId, ...ofContracts])]
    .flatMap((id) => book.inputRows.customers(id))
    .map(({ bound, row, fields }) => ({
      table: customersTable.title,
      base: fields.customerId ?? "",
      hint: "",
      cells: cellsOfRow({ bound, row, fields, personal: book.personal }),
      at: cellOf(bound, row, "customerId"),
      cellOf: cellByColumn(bound, row),
    }));
};
