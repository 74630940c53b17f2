import { agingDetailSheet } from "./agingDetail.sheet";
import { agingSheet } from "./aging.sheet";
import { applicationsSheet } from "./applications.sheet";
import { expectedCashSheet } from "./expectedCash.sheet";
import { keyFiguresSheet } from "./keyFigures.sheet";
import { remindersSheet } from "./reminders.sheet";
import { revenueSheet } from "./revenue.sheet";
import { rollForwardSheet } from "./rollForward.sheet";
import { statementSheet } from "./statement.sheet";
import { topDebtorsSheet } from "./topDebtors.sheet";

/** The sheets of each report about receivables, in their order. */
export const agingSheets = [agingSheet, agingDetailSheet] as const;
export const statementSheets = [statementSheet] as const;
export const keyFigureSheets = [keyFiguresSheet, rollForwardSheet, topDebtorsSheet, revenueSheet] as const;

export const expectedCashSheets = [expectedCashSheet] as const;

/** Every table that such a report writes: known as ours where a workbook holds it. */
export const reportTables = [
  ...agingSheets,
  ...statementSheets,
  ...keyFigureSheets,
  ...expectedCashSheets,
  applicationsSheet,
  remindersSheet,
].map(({ table }) => table);
