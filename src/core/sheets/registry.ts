import { balancesSheet } from "./balances.sheet";
import { renewalsSheet } from "./renewals.sheet";
import { revenueScheduleSheet } from "./revenueSchedule.sheet";
import { instalmentsSheet } from "./instalments.sheet";
import { controlTotalsSheet } from "./controlTotals.sheet";
import { invoiceLinesSheet } from "./invoiceLines.sheet";
import { invoicesSheet } from "./invoices.sheet";
import { issuesSheet } from "./issues.sheet";
import { usageFilesSheet } from "./usageFiles.sheet";
import type { OutputSheet } from "./outputSheet";
import { reconciliationSheet } from "./reconciliation.sheet";
import { runLogSheet } from "./runLog.sheet";

/** Every table that a run writes, in the order of their sheets. */
export const outputSheets: readonly OutputSheet[] = [
  invoicesSheet,
  invoiceLinesSheet,
  reconciliationSheet,
  controlTotalsSheet,
  usageFilesSheet,
  balancesSheet,
  instalmentsSheet,
  renewalsSheet,
  revenueScheduleSheet,
  issuesSheet,
  runLogSheet,
];
