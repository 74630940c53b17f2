import { FIRST_DAY, LAST_DAY } from "../../../calendar/day";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import { contractsTable } from "../../../catalog/contracts.table";
import { cellsOfRow, cellByColumn } from "../rowCells";
import { lastOf, touches } from "../scope";
import type { InputParts } from "./inputPart";

/** Whether a contract is active today, and how it goes on, says nothing about what it owed on days on which it was in force. */
const never = ["status", "renewal", "renewalTerm", "notice"] as const;

/**
 * Rows of Contracts that are in force on days of the document; an end behind them is no part of it, nor is
 * the end of one that was renewed by itself.
 */
export const contractParts: InputParts = (book, scope) =>
  scope.contracts.flatMap((contract) =>
    book.inputRows.contracts(contract.contractId).flatMap(({ bound, row, fields }) => {
      const { startDate = FIRST_DAY, endDate = LAST_DAY, renewal } = fields;
      const last = renewal === "auto" ? LAST_DAY : endDate;
      if (!touches(contract.days, { from: startDate, to: Math.max(startDate, last) })) return [];
      const leaves = new Set<string>([...never, ...(last > lastOf(contract.days) ? ["endDate"] : [])]);
      return [
        {
          table: contractsTable.title,
          base: contract.contractId,
          hint: valueText(contractsTable.columns.startDate, fields.startDate),
          cells: cellsOfRow({ bound, row, fields, personal: book.personal, leaves }),
          at: cellOf(bound, row, "contractId"),
          cellOf: cellByColumn(bound, row),
        },
      ];
    }),
  );
