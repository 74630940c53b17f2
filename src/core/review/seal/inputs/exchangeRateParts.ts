import { exchangeRatesTable } from "../../../catalog/terms/exchangeRates.table";
import { LAST_DAY } from "../../../calendar/day";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import { cellsOfRow, cellByColumn } from "../rowCells";
import { lastOf } from "../scope";
import type { InputParts } from "./inputPart";

/** Rates by which prices of the document in a unit of their own, such as CREDITS, became money. */
export const exchangeRateParts: InputParts = ({ catalog, inputRows, personal }, { contracts }) => {
  const read = contracts.flatMap(({ contractId, days }) => {
    const { prices = [], currency = "" } = catalog.contractById.get(contractId) ?? {};
    const units = new Set(prices.flatMap(({ pricedIn }) => pricedIn ?? []));
    return [...units]
      .flatMap((unit) => inputRows.exchangeRates(unit))
      .filter(
        ({ fields: { to = "", date = LAST_DAY } }) =>
          to.trim().toUpperCase() === currency && date <= lastOf(days),
      );
  });
  return [...new Map(read.map((input) => [input.row, input])).values()].map(({ bound, row, fields }) => ({
    table: exchangeRatesTable.title,
    base: `${fields.from ?? ""}/${fields.to ?? ""}`,
    hint: valueText(exchangeRatesTable.columns.date, fields.date),
    cells: cellsOfRow({ bound, row, fields, personal }),
    at: cellOf(bound, row, "rate"),
    cellOf: cellByColumn(bound, row),
  }));
};
