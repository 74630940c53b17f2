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
export {
  explainInvoice,
  explainLines,
  traceInvoice,
  usageCellsOf,
  type InvoiceExplanation,
  type LineExplanation,
  type TracedInvoice,
} from "./run/explainInvoice";
export { findTable, surveyBook, tallyTable, type BookSurvey, type TableSurvey } from "./run/surveyBook";
export { planSettings } from "./run/planSettings";
export { stakesOf, type Stake } from "./run/stakes";
export { type HeldInvoice } from "./run/held";
export { parametersText, planWrites, type PlannedRun } from "./run/planWrites";
export type { RunOptions } from "./run/options";
export { checkTitles, findingCodes, findingKey } from "./reconciliation/finding";
export { fates } from "./reconciliation/controlTotals";
export { customerChanges, totalOf } from "./invoicing/customerChanges";
export { ledgerAfter } from "./invoicing/standing";
export type { BilledInvoice, BilledLine, Ledger } from "./ledger/ledger";
export { sortIssues } from "./writeback/issuesSheet";
export { appendUsage, type WithUsage } from "./run/appendUsage";
export { inputSheet, inputTables, templatePlan } from "./run/template";
export { issueCodes } from "./grid/issueCodes";
export { pricingModels } from "./pricing/registry";
export type { PricingModel } from "./pricing/model";
export {
  isSettingsSheet,
  mappingKey,
  mappingText,
  settingDefinitions,
  settingRows,
  settingsTable,
} from "./catalog/settings";
export { mappingFor } from "./catalog/readTables";
export type { Catalog } from "./catalog/records";
export type { Settings } from "./catalog/settings";
export type { Invoice } from "./invoicing/invoice";
export { SHEET_KEY, type BoundTable, type Mapping } from "./schema/bind";
export { headerOf, type LocatedTable } from "./schema/locateTable";
export type { FieldTally } from "./schema/fieldTallies";
export type { CellView, Column } from "./schema/column";
export type { TableDefinition } from "./schema/table";
export { invoicesTable } from "./ledger/invoices.table";
export { invoiceLinesTable } from "./ledger/invoiceLines.table";
export {
  bindReconciliation,
  readNotes,
  reconciliationOutput,
  reconciliationTable,
} from "./writeback/reconciliationSheet";
export { factsOnInvoiceSheet, lineOnInvoiceSheet } from "./writeback/invoiceSheetLineAt";
export { leakageOf } from "./reconciliation/leakage";
export type { Finding } from "./reconciliation/finding";
export type { Reconciliation } from "./reconciliation/reconcile";
export { controlTotalsOutput } from "./writeback/controlTotalsSheet";
export { issuesOutput } from "./writeback/issuesSheet";
export { runLogTable } from "./writeback/runLog";
export * from "./receivables/aging";
export { applyCash, type AppliedCash } from "./receivables/cash";
export { holdsCardNumber } from "./receivables/cardNumber";
export { drawDown, type DrawnCharge } from "./receivables/drawDown";
export { earlyDiscount } from "./receivables/earlyDiscount";
export { collectionEffectiveness, daysSalesOutstanding } from "./receivables/keyFigures";
export { lateFee, type LateFeeTerms } from "./receivables/lateFee";
export { matchPayment, type PaymentMatch, type Receivable } from "./receivables/matchPayment";
// The mathematics of billing, figure by figure, for functions in cells.
export { decimalOfDouble, one, sum, zero } from "./money/decimal";
export { figure } from "./money/figure";
export { allocate } from "./money/allocate";
export { currencyCode, minorDigits } from "./money/currency";
export { round, roundingModes, type RoundingMode } from "./money/round";
export { taxOn, taxWithin } from "./money/tax";
export { groupBy } from "./base/groupBy";
export { nameKey } from "./base/name";
export { FIRST_DAY, LAST_DAY, type Day } from "./calendar/day";
export { frequencies, periodsWithin, type Frequency } from "./calendar/cycle";
export { overlap, type Period } from "./calendar/period";
export { dayCountBases, dayFraction, prorate } from "./calendar/proration";
export { parseTerms, termsForms, type Terms } from "./calendar/terms";
export { parseDateText } from "./schema/dateText";
export { chargeQuantity, type ChargeLine, type ChargeTerms } from "./pricing/charge";
export { columnRater } from "./pricing/rateColumn";
export { hasMarginalRate, marginalRate } from "./pricing/marginalRate";
export { isOpenBound, tierFault, tierLabel, type Tier } from "./pricing/tiers";
export { aggregateReadings, aggregations, type Aggregation, type Readings } from "./metering/readings";
export { scaleDecimal } from "./money/scaledQuantity";
export { trueUp } from "./rating/commitment";
