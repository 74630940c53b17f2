import { FIRST_DAY, LAST_DAY } from "../../../calendar/day";
import { taxCodesTable } from "../../../catalog/taxCodes.table";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import { cellsOfRow, cellByColumn } from "../rowCells";
import { lastOf, touches } from "../scope";
import type { InputParts } from "./inputPart";

/** Rates of the document's tax codes on its days. */
export const taxCodeParts: InputParts = (book, { taxCodes, taxDays }) =>
  [...taxCodes]
    .flatMap((code) => book.inputRows.taxCodes(code))
    .flatMap(({ bound, row, fields }) => {
      const { taxCode = "", effectiveFrom = FIRST_DAY, effectiveTo = LAST_DAY } = fields;
      const days = { from: effectiveFrom, to: Math.max(effectiveFrom, effectiveTo) };
      if (!touches(taxDays, days)) return [];
      const leaves = new Set<string>(effectiveTo > lastOf(taxDays) ? ["effectiveTo"] : []);
      return [
        {
          table: taxCodesTable.title,
          base: taxCode,
          hint: valueText(taxCodesTable.columns.effectiveFrom, fields.effectiveFrom),
          cells: cellsOfRow({ bound, row, fields, personal: book.personal, leaves }),
          at: cellOf(bound, row, "taxCode"),
          cellOf: cellByColumn(bound, row),
        },
      ];
    });
