/** The one door to the engine: what the rings outside (command line, workbook adapters, functions, pane) may use. */
export * from "./grid/grid";
export { GridBuilder } from "./grid/gridBuilder";
export type { Issue, Severity } from "./grid/issue";
export * from "./writeback/plan";
export { Decimal } from "./money/decimal";
export { formatDay, parseIsoDay } from "./calendar/day";
export { formatPeriod, parsePeriod } from "./calendar/period";
export { money } from "./invoicing/figures";
export { billPeriod, type BillingRun } from "./run/billingRun";
export { checkBook } from "./run/checkBook";
export { explainInvoice, type InvoiceExplanation, type LineExplanation } from "./run/explainInvoice";
export { parametersText, planWrites, type PlannedRun } from "./run/planWrites";
export type { RunOptions } from "./run/options";
export { checkTitles, findingCodes } from "./reconciliation/finding";
export { fates } from "./reconciliation/controlTotals";
export { sortIssues } from "./writeback/issuesSheet";
export { appendUsage, type WithUsage } from "./run/appendUsage";
export { inputTables, templatePlan } from "./run/template";
