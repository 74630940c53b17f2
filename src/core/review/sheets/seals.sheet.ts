import type { OutputInput } from "../../sheets/outputInput";
import { outputSheetsOf } from "../../sheets/outputSheet";
import type { PlannedSheet } from "../../sheets/plan";
import { textCell } from "../../sheets/tableSheet";
import type { SealRow } from "../seal/seal";
import { sealsTable } from "../tables/seals.table";
import { DOCUMENT_NUMBER_WIDTH } from "../../sheets/layout";

export interface SealsInput extends Pick<OutputInput, "snapshot"> {
  readonly rows: readonly SealRow[];
  /** Rows of the sheet that cannot be read, kept as they are. */
  readonly unreadable: readonly number[];
}

const sheet = outputSheetsOf<SealsInput>()({
  table: sealsTable,
  written: "after others",
  tabColor: "7F7F7F",
  rows: ({ rows }) => rows,
  unreadable: ({ unreadable }) => unreadable,
  oldRow: ({ row }: SealRow) => row,
  columns: {
    invoiceNumber: {
      width: DOCUMENT_NUMBER_WIDTH,
      cell: ({ invoiceNumber }: SealRow) => textCell(invoiceNumber),
    },
    table: { width: 14, cell: ({ table }: SealRow) => textCell(table) },
    key: { width: 30, cell: ({ key }: SealRow) => textCell(key) },
    text: { width: 60, cell: ({ text }: SealRow) => textCell(text) },
    hash: { width: 70, isOneLine: true, cell: ({ hash }: SealRow) => textCell(hash) },
  },
});

/** Seals, hidden: it is for verify, and people who want to read it can show it. */
export const sealsSheet = {
  ...sheet,
  plan: (input: SealsInput): PlannedSheet => ({ ...sheet.plan(input), isHidden: true }),
};
