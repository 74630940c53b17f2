import { nameKey } from "../../../base/name";
import { addMonths, type Day } from "../../../calendar/day";
import { monthName } from "../../../calendar/period";
import type { EscalationRecord } from "../../../catalog/terms/escalations.table";
import { indicesTable } from "../../../catalog/terms/indices.table";
import { cellOf } from "../../../schema/readRecords";
import { cellsOfRow, cellByColumn } from "../rowCells";
import { lastOf } from "../scope";
import type { InputParts } from "./inputPart";

/** The months, as yyyy-mm, whose values the steps of an escalation up to a day read. */
function monthsRead({ from, every = 12, lag = 0 }: Partial<EscalationRecord>, last: Day): Set<string> {
  const months = new Set<string>();
  if (from === undefined) return months;
  for (let step = 0, day = from; day <= last; step++, day = addMonths(from, every * step))
    months.add(monthName(addMonths(day, -lag)));
  return months;
}

/** Values of indices that the prices of the document follow. */
export const indexParts: InputParts = ({ inputRows, personal }, { contracts }) => {
  const read = contracts.flatMap(({ contractId, days }) =>
    inputRows.terms.escalations(contractId).flatMap(({ fields }) => {
      const months = monthsRead(fields, lastOf(days));
      return inputRows
        .indices(nameKey(fields.index ?? ""))
        .filter(({ fields: { month } }) => month !== undefined && months.has(monthName(month)));
    }),
  );
  return [...new Map(read.map((input) => [input.row, input])).values()].map(({ bound, row, fields }) => ({
    table: indicesTable.title,
    base: `${fields.index ?? ""}/${fields.month === undefined ? "" : monthName(fields.month)}`,
    hint: "",
    cells: cellsOfRow({ bound, row, fields, personal }),
    at: cellOf(bound, row, "value"),
    cellOf: cellByColumn(bound, row),
  }));
};
