/** The one door to the engine: what the rings outside (command line, workbook adapters, functions, pane) may use. */
export * from "./grid/grid";
export { GridBuilder } from "./grid/gridBuilder";
export type { Issue, Severity } from "./grid/issue";
export * from "./writeback/plan";
export { Decimal } from "./money/decimal";
export { billPeriod, type BillingRun } from "./run/billingRun";
export type { RunOptions } from "./run/options";
export { formatDay, parseIsoDay } from "./calendar/day";
export { formatPeriod, parsePeriod } from "./calendar/period";
