import type { OutputInput } from "../../sheets/outputInput";
import { outputSheetsOf, type OutputSheetDefinition } from "../../sheets/outputSheet";
import { dateStyle } from "../../sheets/styles";
import { textCell } from "../../sheets/tableSheet";
import { errorRegisterTable, type ErrorRecord } from "../tables/errorRegister.table";
import { moneyCell } from "./approvals.sheet";
import { DOCUMENT_NUMBER_WIDTH } from "../../sheets/layout";

export interface ErrorRegisterInput extends Pick<OutputInput, "snapshot"> {
  readonly rows: readonly ErrorRecord[];
}

const { labels } = errorRegisterTable.columns.cause;

export const errorColumns: OutputSheetDefinition<
  (typeof errorRegisterTable)["columns"],
  ErrorRecord,
  ErrorRegisterInput
>["columns"] = {
  date: { width: 11, cell: ({ date }) => ({ value: date, style: dateStyle }) },
  cause: { width: 12, cell: ({ cause }) => textCell(cause && labels?.get(cause)), isTyped: true },
  invoiceNumber: { width: DOCUMENT_NUMBER_WIDTH, cell: ({ invoiceNumber }) => textCell(invoiceNumber) },
  amount: { width: 14, cell: ({ amount, currency }) => moneyCell(amount, currency) },
  currency: { width: 11, cell: ({ currency }) => textCell(currency) },
  owner: { width: 16, cell: ({ owner }) => textCell(owner), isTyped: true },
  rootCause: { width: 60, cell: ({ rootCause }) => textCell(rootCause), isTyped: true },
  state: { width: 12, cell: ({ state }) => textCell(state), isTyped: true },
};

/** The Error register of a workbook that has none yet; where it has, rows are added below the last. */
export const errorRegisterSheet = outputSheetsOf<ErrorRegisterInput>()({
  table: errorRegisterTable,
  written: "after others",
  tabColor: "C55A11",
  grows: true,
  rows: ({ rows }) => rows,
  columns: errorColumns,
});
