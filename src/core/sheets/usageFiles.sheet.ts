import { usageFilesTable } from "../metering/usageFiles.table";
import type { UsageFileRow } from "../metering/usageFiles";
import { defineOutputSheet } from "./outputSheet";
import { countStyle, dateStyle, quantityStyle } from "./styles";
import { textCell } from "./tableSheet";

export const usageFilesSheet = defineOutputSheet({
  table: usageFilesTable,
  written: "with rows",
  tabColor: "7F7F7F",
  rows: ({ usageFiles }) => usageFiles,
  columns: {
    file: { width: 28, cell: ({ file }: UsageFileRow) => textCell(file) },
    meter: { width: 24, cell: ({ meter }) => textCell(meter) },
    rows: { width: 12, cell: ({ rows }) => ({ value: rows, style: countStyle }) },
    quantity: { width: 16, cell: ({ quantity }) => ({ value: quantity, style: quantityStyle(quantity) }) },
    firstDay: {
      width: 12,
      cell: ({ firstDay }) => (firstDay === undefined ? null : { value: firstDay, style: dateStyle }),
    },
    lastDay: {
      width: 12,
      cell: ({ lastDay }) => (lastDay === undefined ? null : { value: lastDay, style: dateStyle }),
    },
    sha256: { width: 66, isOneLine: true, cell: ({ sha256 }) => textCell(sha256) },
  },
});
