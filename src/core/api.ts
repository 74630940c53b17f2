/** The one door to the engine: what the rings outside (command line, workbook adapters, functions, pane) may use. */
export * from "./grid/grid";
export { GridBuilder } from "./grid/gridBuilder";
export { latin1Text } from "./base/latin1";
export { TextDictionary } from "./grid/textDictionary";
export type { Texts } from "./grid/texts";
export { shortened } from "./base/shortened";
export { addAll, largest } from "./base/manyValues";
export { withRoom } from "./base/withRoom";
export { TextsPacker, TextsUnpacker, type PackedTexts } from "./grid/packedTexts";
export type { Issue, Severity } from "./issues/issue";
export * from "./sheets/plan";
export * from "./sheets/plannedRows";
export { Decimal } from "./money/decimal";
export { formatDay, parseIsoDay, validDay } from "./calendar/day";
export { millisecondOfTime, timeOfMoment, timeOfSeconds } from "./calendar/timeOfDay";
export { formatPeriod, parsePeriod } from "./calendar/period";
export { formatFigure, formatMoney } from "./money/format";
export { planBilledBooks, sharedNumbers, totalsOfBooks } from "./run/manyBooks/billedBooks";
export type { BookResult, SharedNumber } from "./run/manyBooks/billedBooks";
export { billPeriod, type BillingRun } from "./run/billingRun";
export { checkBook } from "./run/checkBook";
export {
  explainInvoice,
  explainLines,
  traceInvoice,
  usageCellsOf,
  type TracedInvoice,
} from "./run/explainInvoice";
export type { InvoiceExplanation, LineExplanation } from "./run/explanation";
export {
  findTable,
  surveyWorkbook,
  tallyTable,
  type WorkbookSurvey,
  type TableSurvey,
} from "./run/surveyWorkbook";
export { planSettings } from "./run/planSettings";
export { stakesOf, type Stake } from "./run/stakes";
export { type HeldInvoice } from "./run/held";
export { parametersText, planReconciliation, planWrites, type PlannedRun } from "./run/planWrites";
export { contractView } from "./run/contractView";
export { priceHistory, type PriceStretch } from "./run/priceHistory";
export { calendarOfContract, type ContractCalendar } from "./run/calendarOfContract";
export type { CalendarRow, CalendarState } from "./reconciliation/contractCalendar";
export { reconcileBook, type ReconciledBook, type ReconcileOptions } from "./run/reconcileBook";
export type { RunOptions } from "./run/options";
export { checkTitles, findingCodes, findingKey } from "./reconciliation/finding";
export { fates } from "./reconciliation/controlTotals";
export { currencyTotals } from "./invoicing/currencyTotals";
export { customerChanges, totalOf } from "./invoicing/customerChanges";
export { registerAfter } from "./invoicing/registerChanges";
export type { RegisteredInvoice, RegisteredLine, DocumentRegister } from "./documents/register";
export { sortIssues } from "./issues/sortIssues";
export { appendUsage, withUsageRows, type WithUsage } from "./run/appendUsage";
export type { UnreadValues } from "./intake/unreadValues";
export { planFolding, type FoldingPlan } from "./run/foldingPlan";
export { absentForInvoice, absentIn, absentUsageText } from "./run/absentUsage";
export { absentFiles, listedFiles } from "./metering/usageFiles";
export type { UsageMark } from "./metering/usageMarks";
export { importPayments, type ImportedPayments } from "./run/importPayments";
export { inputTables } from "./intake/inputTables";
export type { NotRead } from "./intake/notRead";
export { inputSheet, packPlan, templatePlan } from "./run/template";
export { findPack, packs } from "./run/packs/registry";
export { issueCodes } from "./issues/issueCodes";
export { pricingModels } from "./pricing/registry";
export { quantityModels } from "./pricing/quantityModels";
export type { PricingModel } from "./pricing/model";
export { settingDefinitions, settingNames } from "./settings/definitions";
export type { SettingName } from "./settings/definitions";
export { mappingFor, mappingKey, mappingText } from "./settings/mapping";
export type { Settings } from "./settings/settings";
export { isSettingsSheet, settingRows, settingsTable } from "./settings/settings.table";
export type { Catalog } from "./catalog/records";
export type { Invoice } from "./invoicing/invoice";
export { SHEET_KEY, type BoundTable, type Mapping } from "./schema/bind";
export { headerOf, type LocatedTable } from "./schema/locateTable";
export type { FieldTally } from "./schema/fieldTallies";
export type { CellView, Column } from "./schema/column";
export type { TableDefinition } from "./schema/table";
export { currencyThatCounts } from "./documents/currencyThatCounts";
export { invoicesTable } from "./documents/invoices.table";
export { invoiceLinesTable } from "./documents/invoiceLines.table";
export { UntiedPlan } from "./sheets/ties/ties";
export { bindReconciliation, readNotes, reconciliationTable } from "./sheets/reconciliation.table";
export { factsOnInvoiceSheet, lineOnInvoiceSheet } from "./sheets/invoiceSheet/lineAt";
export { leakageOf } from "./reconciliation/leakage";
export type { Finding } from "./reconciliation/finding";
export type { Reconciliation } from "./reconciliation/reconcile";
export { exportBook, exportNamed, findExport, templateRefusal, type ExportRun } from "./exports/exportBook";
export { planExport } from "./exports/planExport";
export { leftOutCodes } from "./exports/documents/fault";
export { windows1252Bytes } from "./exports/text/encoding";
export { exports } from "./exports/registry";
export { findImport, importNamed, imports } from "./imports/registry";
export { findTieOut, tieOuts } from "./tieOut/registry";
export { tieOutBook } from "./tieOut/tieOutBook";
export { fileFindingsSheet } from "./sheets/reconciliation.sheet";
export { planImport } from "./imports/planImport";
export type { Import, Imported, ImportFile } from "./imports/import";
export type { Export, ExportFile, FileContent } from "./exports/export";
export { outputSheets } from "./sheets/registry";
export * from "./payments/aging";
export { applyCash, type AppliedCash } from "./payments/cash";
export * from "./payments/bankStatement";
export { bankFieldNames, parseBankColumns } from "./payments/bankColumns";
export type { BankSummary } from "./payments/bankPayments";
export { readBankTable, type BankTableOptions } from "./payments/bankTable";
export { cardRanges, holdsCardNumber } from "./base/cardNumber";
export { drawDown, type DrawnCharge } from "./payments/drawDown";
export { earlyDiscount } from "./payments/earlyDiscount";
export { collectionEffectiveness, daysSalesOutstanding } from "./payments/keyFigures";
export { lateFee, type LateFeeTerms } from "./payments/lateFee";
export { matchPayment, type PaymentMatch, type Receivable } from "./payments/matchPayment";
// The mathematics of billing, figure by figure, for functions in cells.
export { decimalOfDouble, one, sum, zero } from "./money/decimal";
export { allocate } from "./money/allocate";
export { currencyCode, minorDigits } from "./money/currency";
export { afterDiscounts } from "./money/discountStack";
export { inAgreedDecimals, raisedByIndex, raisedByPercent } from "./money/escalate";
export { held } from "./metering/overTime/held";
export type { OverTime, TimedReading } from "./metering/overTime/timedReading";
export { weightedSum } from "./metering/overTime/weightedSum";
export { currencyMarkIn } from "./money/currencyMark";
export { round, roundTo, roundingModes, type RoundingMode } from "./money/round";
export { taxOn, taxWithin } from "./money/tax";
export { groupBy } from "./base/groupBy";
export { nameKey } from "./base/name";
export { FIRST_DAY, LAST_DAY, type Day } from "./calendar/day";
export { frequencies, periodsWithin, type Frequency } from "./calendar/cycle";
export { overlap, type Period } from "./calendar/period";
export { dayCountBases, dayFraction, prorate } from "./calendar/proration";
export { parseTerms, termsForms, type Terms } from "./calendar/terms";
export { parseDateText } from "./schema/dateText";
export { parseNumberText, type DecimalSign } from "./schema/numberText";
export type { DateOrder } from "./schema/dateText";
export { dayOfNumber } from "./schema/dateNumber";
export { contentOfText } from "./schema/cellContent";
export { dateOrdersIn, decimalSignsIn } from "./schema/textContext";
export { readTierHeader } from "./catalog/tierHeader";
export { pricesUnits } from "./catalog/rowPricePer";
export { joinBands, parseBand, type TierBand } from "./pricing/tierBands";
export {
  adjustmentSteps,
  chargeQuantity,
  type AdjustmentStep,
  type ChargeLine,
  type ChargeTerms,
} from "./pricing/charge";
export { columnRater } from "./pricing/rateColumn";
export { hasMarginalRate, marginalRate } from "./pricing/marginalRate";
export { isOpenBound, tierFault, tierLabel, type Tier } from "./pricing/tiers";
export { aggregateReadings, aggregations, type Aggregation, type Readings } from "./metering/readings";
export { scaleDecimal } from "./money/scaledQuantity";
export { trueUp } from "./rating/commitment";
// From invoice to cash.
export { openLedger, planReport, reportPlan, type LedgerBook } from "./run/receivables/reportBook";
export { agingOf, type AgingFigures, type AgingReport } from "./receivables/reports/aging";
export { detailTypes, type AgingBasis } from "./receivables/reports/agingDetail";
export { agingSheets } from "./sheets/receivables/registry";
export {
  applyPayments,
  cashTotals,
  type CashTotal,
  type PaymentOptions,
  type PaymentsRun,
} from "./run/receivables/applyPayments";
export { withoutMended } from "./run/receivables/mendedIssues";
export { nextAct, planPayments, type ActOptions } from "./run/receivables/planPayments";
export type { ApplicationRow } from "./receivables/posting/rows";
export { choosableFor } from "./receivables/matching/choosable";
export { propose } from "./receivables/matching/propose";
export type { ChosenDocuments, Match } from "./receivables/matching/proposal";
export { unreversedRows } from "./receivables/posting/reverse";
export { sourceId, type Payment, type PostedRow } from "./receivables/book";
export type { Ledger } from "./receivables/ledger";
export type { OpenItemRow } from "./receivables/reports/agingDetail";
export { applicationsTable } from "./receivables/tables/applications.table";
export { keyFigureReport, type KeyFigureReport } from "./receivables/reports/keyFigureReport";
export { statementsOf, statementTypes, type Statement } from "./receivables/reports/statement";
export { expectedCashSheets, keyFigureSheets, statementSheets } from "./sheets/receivables/registry";
export {
  planReminders,
  remindCustomers,
  remindersPlan,
  type RemindersRun,
} from "./run/receivables/remindCustomers";
export { planDispute, planPromise, type NotedFollowUp } from "./run/receivables/noteFollowUp";
export { planDisputeClosed, runningDisputes, type DisputeOutcome } from "./run/receivables/closeDispute";
export { heldReasons, type Reminder } from "./receivables/reminders/remind";
export { remindersTable } from "./receivables/tables/reminders.table";
export { mailMerge } from "./exports/mailMerge";
export {
  creditableLines,
  creditInvoice,
  reasonCodes,
  typedAmount,
  type CreditOptions,
  type CreditRun,
} from "./run/receivables/creditInvoice";
export { mayNeedApproval } from "./run/receivables/creditApproval";
export { planCredit } from "./run/receivables/planCredit";
export { creditedBy } from "./invoicing/credits/creditNote";
export { lastLogged } from "./sheets/runLog";
// Review: acts on documents, and what a workbook that came back says.
export { acts, type Act, type ActId } from "./review/acts/acts";
export { statusLabel } from "./review/acts/judge";
export { approvalTables } from "./review/sheets/registry";
export { refusalCodes, type RefusalCode } from "./review/acts/refusal";
export { reviewCodes, type ReviewFinding } from "./review/finding";
export type { Formulas, SheetFormula } from "./review/verify/formulas";
export { openReview, type OpenedReview } from "./run/review/openReview";
export { performAct, type ActRun } from "./run/review/performAct";
export { headOf, planAct } from "./run/review/planAct";
export { factsOf as reviewFacts } from "./run/review/factsOf";
export { changesOfDocument } from "./run/review/changesOfDocument";
export { issuedDocuments, type IssuedDocuments } from "./run/review/issuedChanges";
export { planRestore } from "./run/review/planRestore";
export { errorEdits, readErrorRegister, type ErrorNotes } from "./review/errorRegister";
export { errorRegisterTable } from "./review/tables/errorRegister.table";
// Closing a period.
export { judgeChecklist, type JudgedChecklist, type JudgedStep } from "./run/review/closing/judgeChecklist";
export {
  closePeriod,
  type CloseOptions,
  type CloseResult,
  type CloseRun,
} from "./run/review/closing/closePeriod";
export { planClose } from "./run/review/closing/planClose";
export { planChecklist, planStep, type StepMark } from "./run/review/closing/planChecklist";
export { closingCheckHelp } from "./review/closing/checkHelp";
export { claimOfVerify } from "./review/verify/claim";
export { closedByName, firstOpenDay, type Closed } from "./review/closing/closedPeriods";
export { checklistTable, type ClosingCheckId, type StepState } from "./review/tables/checklist.table";
export { momentText as formatMoment } from "./schema/valueText";
export { verifyBook, type VerifiedBook, type VerifiedInvoice } from "./run/review/verifyBook";
export { isInvoice, isIssued, isWaitingCredit } from "./documents/documentKinds";
export {
  expectationBases,
  expectedCash,
  expectedWeeks,
  type ExpectedItem,
} from "./receivables/reports/expectedCash";
// Copies that leave the house.
export { cardFinderOf, cardsInCells } from "./sharing/scanCells";
export type { FindCards, PaymentCard } from "./sharing/paymentCards";
export { outputAreas, type SheetArea } from "./sharing/outputAreas";
export { planMask } from "./sharing/planMask";
export { planFreeze } from "./sharing/planFreeze";
export { redactBook } from "./sharing/redactBook";
export { customerFiles, type CustomerFiles } from "./exports/customerData";
export { eraseCustomer, type Erasure } from "./sharing/customer/eraseCustomer";
export { planErase } from "./sharing/customer/planErase";
export type { RedactedCell, RedactedSheet, Redaction } from "./sharing/redaction";
export { isKnownTable } from "./sharing/understoodTables";
export { customerFields } from "./personal/personalColumns";
export { customersTable } from "./catalog/customers.table";
export { parseNamedColumns, type NamedColumn } from "./settings/namedColumns";
export { gatherEvidence, planEvidence, type Evidence, type EvidenceLine } from "./evidence/evidence";
// Two workbooks side by side, and one under other terms.
export { compareBooks } from "./run/compareBooks";
export type { CellValue } from "./comparison/changedCell";
export type { Comparison, DocumentDifference } from "./comparison/comparison";
export { openWhatIf, type WhatIfSession } from "./run/whatIf";
export { parseTermChange, type TermChange } from "./whatIf/changeTerms";
export { allUnitPrices, changeableTerms, type ChangeableTerm } from "./whatIf/changeableTerms";
export type { OldAndNew, WhatIfAnswer } from "./whatIf/answer";
export { comparisonSheets, whatIfSheets } from "./sheets/review/registry";
// Documents for customers and their systems.
export { chosenDocuments, parseDocumentFilter, whyUnknown } from "./documents/documentFilter";
export type { LeftOut } from "./documents/leftOut";
export { makeEInvoices, type EInvoiceFile } from "./eInvoice/eInvoices";
export type { Profile } from "./eInvoice/profiles/profile";
export { findProfile, profiles } from "./eInvoice/profiles/registry";
export { syntaxes, type SyntaxId } from "./eInvoice/syntax/syntaxes";
export { printDocuments, printer, type PrintedFile } from "./print/printDocuments";
export { unprintable, type PrintedPaper } from "./print/papers";
export { printReminders, printStatements, type PrintedPapers } from "./print/printLedger";
export type { FilledRow } from "./print/filledRow";
export { bookLogo } from "./print/logo";
export { SEND_LIST, sendList } from "./print/sendList";
export type { PrintedDocument } from "./print/printedDocument";
export type { SwissBill } from "./print/swissBill";
export type { SwissAddress } from "./print/swissPayload";
export type { SwissWords } from "./print/swissWords";
export { commaSeparated, textField } from "./exports/text/delimitedText";
