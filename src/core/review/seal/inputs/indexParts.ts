import { nameKey } from "../../../base/name";
import { addMonths, type Day } from "../../../calendar/day";
import { monthName } from "../../../calendar/period";
import { stepDays } from "../../../catalog/terms/escalations";
import type { EscalationRecord } from "../../../catalog/terms/escalations.table";
import { indicesTable } from "../../../catalog/terms/indices.table";
import { cellOf } from "../../../schema/readRecords";
import { cellsOfRow, cellByColumn } from "../rowCells";
import { lastOf } from "../scope";
import type { InputParts } from "./inputPart";

/** The months, as yyyy-mm, whose values the steps of an escalation up to a day read. */
function monthsRead(
  { from, every = 12, lag = 0 }: Partial<EscalationRecord>,
  last: Day,
): ReadonlySet<string> {
  const steps = from === undefined ? [] : [...stepDays({ from, every }, last)];
  return new Set(steps.map((day) => monthName(addMonths(day, -lag))));
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
