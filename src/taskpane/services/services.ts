import type { CellRef, Grid, Snapshot } from "../../core/api";
import type { PortResult, WorkbookPort, Work } from "../../workbook/port/port";
import type { SessionClient } from "../client/sessionClient";
import type { PreparedBy } from "./preparedBy";

/** For Diagnostics; nothing of the workbook's contents. */
export interface HostFacts {
  readonly host: string;
  readonly platform: string;
  readonly version: string;
  readonly sets: readonly string[];
}

/** A workbook file that the page shows beside the pane. */
export interface ShownBook {
  readonly grids: () => readonly Grid[];
  /** The first is shown; a new list whenever others are selected. */
  readonly selected: () => readonly CellRef[];
  readonly select: (cell: CellRef) => void;
  /** Calls back when cells or the selection change. */
  readonly onChange: (listener: () => void) => () => void;
  /** The file with all that was written. */
  readonly download: () => Promise<Blob>;
}

/** Everything the screens work with, for one workbook. */
export interface Services {
  readonly port: WorkbookPort;
  readonly session: SessionClient;
  readonly facts: HostFacts;
  readonly preparedBy: PreparedBy;
  /** Reads another workbook, which is not opened. */
  readonly readBook: (file: File, work?: Work) => Promise<PortResult<Snapshot>>;
  /** Present where there is no Excel to show the sheets. */
  readonly shown?: ShownBook;
}

/** How the page comes to a workbook. */
export interface Openers {
  inExcel(): Promise<Services>;
  file(file: File, work?: Work): Promise<PortResult<Services>>;
  sample(work?: Work): Promise<PortResult<Services>>;
}
