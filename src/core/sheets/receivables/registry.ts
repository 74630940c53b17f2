import { agingDetailSheet } from "./agingDetail.sheet";
import { agingSheet } from "./aging.sheet";

/** The sheets of each report about receivables, in their order. */
export const agingSheets = [agingSheet, agingDetailSheet] as const;

/** Every table that such a report writes: known as ours where a workbook holds it. */
export const reportTables = [...agingSheets].map(({ table }) => table);
