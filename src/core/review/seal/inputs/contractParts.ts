import { FIRST_DAY, LAST_DAY } from "../../../calendar/day";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import { contractsTable } from "../../../catalog/contracts.table";
import { cellsOfRow, placesOfRow } from "../rowCells";
import { rowsOf } from "../reviewBook";
import { lastOf, touches } from "../scope";
import type { InputParts } from "./inputPart";

/** Whether a contract is active today says nothing about what it owed. */
const never = ["status"] as const;

/** Rows of Contracts that are in force on days of the document; an end behind them is no part of it. */
export const contractParts: InputParts = (book, scope) => {
  const byId = new Map(scope.contracts.map((contract) => [contract.contractId, contract]));
  return rowsOf(book.tables.contracts).flatMap(({ bound, row, fields }) => {
    const contract = byId.get(fields.contractId ?? "");
    if (!contract) return [];
    const { startDate = FIRST_DAY, endDate = LAST_DAY } = fields;
    if (!touches(contract.days, { from: startDate, to: Math.max(startDate, endDate) })) return [];
    const endsLater = fields.endDate !== undefined && fields.endDate > lastOf(contract.days);
    const leaves = new Set<string>([...never, ...(endsLater ? ["endDate"] : [])]);
    return [
      {
        table: contractsTable.title,
        base: contract.contractId,
        hint: valueText(contractsTable.columns.startDate, fields.startDate),
        cells: cellsOfRow({ bound, row, fields, personal: book.personal, leaves }),
        at: cellOf(bound, row, "contractId"),
        placeOf: placesOfRow(bound, row),
      },
    ];
  });
};
