import type { Snapshot } from "../../grid/grid";
import { outputSheetsOf } from "../outputSheet";

/** What a report about receivables is written with: the workbook that it goes into, and what it says. */
export interface ReportInput<Report> {
  readonly snapshot: Snapshot;
  readonly report: Report;
}

/** Colour of the tabs of all reports about receivables. */
export const REPORT_TAB = "7030A0";

export const reportSheetsOf = <Report>() => outputSheetsOf<ReportInput<Report>>();
