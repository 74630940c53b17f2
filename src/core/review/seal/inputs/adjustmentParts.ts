import { contains } from "../../../calendar/period";
import { adjustmentsTable } from "../../../catalog/adjustments.table";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import { cellsOfRow, cellByColumn } from "../rowCells";
import type { InputParts } from "./inputPart";

/** Adjustments that stand on the document: of its contracts or customer, dated in its run, for the invoice it corrects. */
export const adjustmentParts: InputParts = (book, scope) => {
  const { run, corrects, customerId, hasAdjustments } = scope;
  if (!hasAdjustments || !run) return [];
  const { adjustmentsOfContract, adjustmentsOfCustomer } = book.inputRows;
  const found = scope.contracts.flatMap(({ contractId }) => adjustmentsOfContract(contractId));
  return [...found, ...adjustmentsOfCustomer(customerId)]
    .filter(
      ({ fields: { date, invoiceNumber = "" } }) =>
        date !== undefined && contains(run, date) && invoiceNumber === corrects,
    )
    .map(({ bound, row, fields }) => ({
      table: adjustmentsTable.title,
      base: fields.adjustmentId ?? fields.contractId ?? fields.customerId ?? "",
      hint: valueText(adjustmentsTable.columns.date, fields.date),
      cells: cellsOfRow({ bound, row, fields, personal: book.personal }),
      at: cellOf(bound, row, "amount"),
      cellOf: cellByColumn(bound, row),
    }));
};
