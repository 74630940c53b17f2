import { contains } from "../../../calendar/period";
import { adjustmentsTable } from "../../../catalog/adjustments.table";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import { cellsOfRow, placesOfRow } from "../rowCells";
import { rowsOf } from "../reviewBook";
import type { InputParts } from "./inputPart";

/** Adjustments that stand on the document: of its contracts or customer, dated in its run, for the invoice it corrects. */
export const adjustmentParts: InputParts = (book, scope) => {
  const { run, corrects, customerId, hasAdjustments } = scope;
  if (!hasAdjustments || !run) return [];
  const contracts = new Set(scope.contracts.map(({ contractId }) => contractId));
  return rowsOf(book.tables.adjustments)
    .filter(({ fields: { contractId, customerId: owner, date, invoiceNumber = "" } }) => {
      const isOwn = contractId === undefined ? owner === customerId : contracts.has(contractId);
      return isOwn && date !== undefined && contains(run, date) && invoiceNumber === corrects;
    })
    .map(({ bound, row, fields }) => ({
      table: adjustmentsTable.title,
      base: fields.adjustmentId ?? fields.contractId ?? fields.customerId ?? "",
      hint: valueText(adjustmentsTable.columns.date, fields.date),
      cells: cellsOfRow({ bound, row, fields, personal: book.personal }),
      at: cellOf(bound, row, "amount"),
      placeOf: placesOfRow(bound, row),
    }));
};
