import { nameKey } from "../../../base/name";
import { metersTable } from "../../../catalog/meters.table";
import { metersRead } from "../../../catalog/readsUsage";
import { cellOf } from "../../../schema/readRecords";
import { cellsOfRow, cellByColumn } from "../rowCells";
import { touches } from "../scope";
import type { InputParts } from "./inputPart";

/** Rows of Meters that the document's prices read. */
export const meterParts: InputParts = (book, scope) => {
  const read = new Set(
    scope.contracts.flatMap(({ contractId, days }) =>
      (book.catalog.contractById.get(contractId)?.prices ?? [])
        .filter(({ service }) => touches(days, service))
        .flatMap(metersRead)
        .map(nameKey),
    ),
  );
  return [...read]
    .flatMap((meter) => book.inputRows.meters(meter))
    .map(({ bound, row, fields }) => ({
      table: metersTable.title,
      base: fields.meter ?? "",
      hint: "",
      cells: cellsOfRow({ bound, row, fields, personal: book.personal }),
      at: cellOf(bound, row, "meter"),
      cellOf: cellByColumn(bound, row),
    }));
};
