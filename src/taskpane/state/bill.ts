import type { WritePlan } from "../../core/api";
import type { WriteReceipt } from "../../workbook/port/port";
import type { Edits } from "../session/settingEdits";
import type { MappingChoice, RunChoice } from "../session/views";
import type { BillAction, BillState } from "./billState";
import type { Result } from "./failure";
import type { Store } from "./store";

/** The commands of a billing run. Each answers by changing the state; none of them throws. */
export interface Bill {
  readonly store: Store<BillState, BillAction>;
  /** Reads the workbook, once more if it has been read. */
  readonly open: () => Promise<void>;
  /** Reads the workbook with the usage of these files. */
  readonly useFiles: (files: readonly File[]) => Promise<void>;
  readonly choose: (change: Partial<RunChoice>) => void;
  /** Opens the mapping of a table, on a sheet that is not its own yet where one is given. */
  readonly map: (role: string, sheet?: string) => Promise<void>;
  readonly saveMapping: (choice: MappingChoice, sheet: string) => Promise<void>;
  readonly insertSample: () => Promise<void>;
  /** Carries out a small change of the workbook and reads it again. */
  readonly change: (edits: () => Promise<Edits>) => Promise<boolean>;
  /** Carries out a plan and reads the workbook again; undefined where there was nothing to write. */
  readonly carryOut: (plan: () => Promise<WritePlan>) => Promise<Result<WriteReceipt | undefined>>;
  /** Takes back what was carried out. */
  readonly takeBack: (receipt: WriteReceipt) => Promise<Result<void>>;
  /** Reads the workbook again where it was written or edited since. */
  readonly refresh: () => Promise<void>;
  readonly check: () => Promise<void>;
  readonly preview: () => Promise<void>;
  readonly write: () => Promise<void>;
  /** Takes back the last run that was written. */
  readonly undo: () => Promise<void>;
  readonly cancel: () => void;
  readonly back: () => void;
  readonly dismiss: () => void;
}
