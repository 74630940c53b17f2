import { outputSheetsOf, type OutputSheetDefinition } from "../../sheets/outputSheet";
import type { OutputInput } from "../../sheets/outputInput";
import type { PlannedCell } from "../../sheets/plan";
import { currencyCode } from "../../money/currency";
import { Decimal } from "../../money/decimal";
import type { Moment } from "../../schema/momentCell";
import { amountStyle, dateStyle, momentStyle } from "../../sheets/styles";
import { textCell } from "../../sheets/tableSheet";
import { approvalsTable, type ApprovalRecord } from "../tables/approvals.table";
import { DOCUMENT_NUMBER_WIDTH } from "../../sheets/layout";

export interface ApprovalsInput extends Pick<OutputInput, "snapshot"> {
  readonly rows: readonly ApprovalRecord[];
}

/** A time as it is shown; one without a time of day is a date. */
export function momentCell(when: Moment): PlannedCell {
  return {
    value: new Decimal(when.day).plus(when.time),
    style: when.time === 0 ? dateStyle : momentStyle,
  };
}

/** An amount in the format of its currency, as far as that is known. */
export function moneyCell(amount: Decimal | undefined, currency: string | undefined): PlannedCell | null {
  return amount === undefined
    ? null
    : { value: amount, style: amountStyle(currencyCode(currency ?? "") ?? "USD") };
}

export const approvalColumns: OutputSheetDefinition<
  (typeof approvalsTable)["columns"],
  ApprovalRecord,
  ApprovalsInput
>["columns"] = {
  runId: { width: 10, cell: ({ runId }) => textCell(runId) },
  when: { width: 19, cell: ({ when }) => momentCell(when) },
  who: { width: 16, cell: ({ who }) => textCell(who) },
  action: { width: 11, cell: ({ action }) => textCell(action) },
  invoiceNumber: { width: DOCUMENT_NUMBER_WIDTH, cell: ({ invoiceNumber }) => textCell(invoiceNumber) },
  was: { width: 26, cell: ({ was }) => textCell(was) },
  from: { width: 12, cell: ({ from }) => textCell(from) },
  to: { width: 12, cell: ({ to }) => textCell(to) },
  total: { width: 14, cell: ({ total, currency }) => moneyCell(total, currency) },
  currency: { width: 11, cell: ({ currency }) => textCell(currency) },
  comment: { width: 60, cell: ({ comment }) => textCell(comment) },
  seal: { width: 20, cell: ({ seal }) => textCell(seal) },
  previousHash: { width: 20, cell: ({ previousHash }) => textCell(previousHash) },
  hash: { width: 70, cell: ({ hash }) => textCell(hash) },
};

/** Approvals of a workbook that has none yet; where it has, rows are added below the last. */
export const approvalsSheet = outputSheetsOf<ApprovalsInput>()({
  table: approvalsTable,
  written: "after others",
  tabColor: "7F7F7F",
  grows: true,
  rows: ({ rows }) => rows,
  columns: approvalColumns,
});
