import type { Sha256 } from "../base/sha256";
import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import type { Catalog } from "../catalog/records";
import type { DocumentRegister } from "../documents/register";
import type { Grid, Snapshot } from "../grid/grid";
import type { Invoice } from "../invoicing/invoice";
import type { Issue } from "../issues/issue";
import type { UsageFileRow } from "../metering/usageFiles";
import type { ControlTotal } from "../reconciliation/controlTotals";
import type { Reconciliation } from "../reconciliation/reconcile";
import type { Moment } from "../schema/momentCell";
import type { Settings } from "../settings/settings";
import type { PlannedImage } from "./plan";
import type { RegisterRows } from "./registerRows";
import type { RunLog } from "./runLog";

/** What a run is written with, besides what it found out. */
export interface WriteOptions {
  readonly when: Moment;
  readonly who: string;
  readonly engineVersion: string;
  readonly sha256: Sha256;
  /** The options that decide figures, for the Run log. */
  readonly parameters: string;
  /** Formatted invoice sheets to write at most. */
  readonly sheetLimit: number;
  /** A picture file named in Settings, where the ring outside found one. */
  readonly logo?: Pick<PlannedImage, "bytes" | "type"> | undefined;
}

/** What output sheets are made from: the workbook as it was read, and what the run found out. */
export interface OutputInput {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly period: Period;
  readonly asOf: Day;
  /** Documents that the workbook holds before the run is written. */
  readonly register: DocumentRegister;
  /** Documents and lines as the workbook holds them once the run is written; drafts of the run count. */
  readonly after: DocumentRegister;
  readonly catalog: Catalog;
  /** New documents of the run. */
  readonly invoices: readonly Invoice[];
  readonly reconciliation: Reconciliation;
  readonly controlTotals: readonly ControlTotal[];
  readonly issues: readonly Issue[];
  /** Files whose rows are part of Usage without being copied. */
  readonly usageFiles: readonly UsageFileRow[];
  /** The sheets whose cells decide figures, for the Run log's hash. */
  readonly inputGrids: readonly Grid[];
  readonly runLog: RunLog;
  readonly runId: string;
  /** Rows of Invoices and Invoice lines, which each refer to the other. */
  readonly registerRows: RegisterRows;
  readonly options: WriteOptions;
}
