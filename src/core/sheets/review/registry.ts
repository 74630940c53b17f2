import { comparisonSheet } from "./comparison.sheet";
import { whatIfSheet } from "./whatIf.sheet";

/** The sheets of each question about billed workbooks. */
export const comparisonSheets = [comparisonSheet] as const;
export const whatIfSheets = [whatIfSheet] as const;

/** Every table that such a question writes: known as ours where a workbook holds it. */
export const reviewTables = [...comparisonSheets, ...whatIfSheets].map(({ table }) => table);
