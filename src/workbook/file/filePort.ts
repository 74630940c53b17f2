import type { CellEdit, CellRef, Snapshot, WritePlan } from "../../core/api";
import { cancelled } from "../port/failures";
import { faultDetails } from "../port/faultDetails";
import { applyPlanInSteps } from "../xlsx/write/applyPlan";
import { PlanError } from "../xlsx/write/planError";
import type { WorkbookPackage } from "../xlsx/package/workbookPackage";
import type { PortFailure, PortResult, SheetFormulas, WorkbookPort, Work, WriteReceipt } from "../port/port";
import { changedSheet } from "../port/sameBook";
import { finishWithPauses, pauseForPage, type Pause } from "../bytes/steps";
import { actionsOf, touchedSheets } from "../port/touched";
import { readWorkbook, type ReadBefore } from "../xlsx/read/readWorkbook";

/** A file as it was opened or last written. */
interface State {
  readonly bytes: Uint8Array;
  readonly package: WorkbookPackage;
  readonly snapshot: Snapshot;
}

interface Journal extends WriteReceipt {
  readonly before: State;
  readonly after: State;
}

class Cancelled extends Error {}

const failed = (failure: PortFailure) => ({ ok: false, failure }) as const;
const done = <Value>(value: Value) => ({ ok: true, value }) as const;

/** The page draws and listens in between; cancelling takes effect in the next pause. */
function pauseOf({ isCancelled }: Work): Pause {
  const pause = pauseForPage();
  return () => {
    if (isCancelled?.()) throw new Cancelled();
    return pause();
  };
}

function failureOf(reason: unknown, act: "read" | "written"): PortFailure {
  if (reason instanceof Cancelled) return cancelled;
  if (reason instanceof PlanError) return { code: "MISSING", message: reason.message };
  return {
    code: "UNKNOWN",
    message: `The file could not be ${act}; copy the details if it keeps failing.`,
    details: faultDetails(reason),
  };
}

async function readState(bytes: Uint8Array, work: Work, before?: ReadBefore): Promise<PortResult<State>> {
  const onProgress = (rows: number) =>
    // How many rows there are is known at the end only; the bar nears its end without reaching it.
    work.onProgress?.({ activity: { kind: "reading" }, share: rows / (rows + 50_000) });
  const read = await readWorkbook(bytes, { onProgress, pause: pauseOf(work), ...(before && { before }) });
  if (!read.ok) return failed({ code: "UNREADABLE", message: read.failure.message });
  return done({ bytes, package: read.package, snapshot: read.snapshot });
}

/** Sheets that a plan leaves alone are not read again: they may be a hundred times as large as what it writes. */
function beforeWriting(snapshot: Snapshot, plan: WritePlan): ReadBefore {
  const keyOf = (sheet: string) => sheet.toLowerCase();
  const touched = new Set(touchedSheets(plan).map(keyOf));
  const written = new Set(plan.sheets.map(({ name }) => keyOf(name)));
  return {
    snapshot,
    isUnchanged: (sheet) => !touched.has(keyOf(sheet)),
    namesTexts: [...touched].some((sheet) => !written.has(sheet)),
  };
}

/** A workbook file that is open in a browser: every write makes the bytes of a new file, and undo takes the former. */
export class FilePort implements WorkbookPort {
  readonly host = "file";
  private readonly listeners = new Set<(cells: readonly CellRef[]) => void>();
  private selected: readonly CellRef[] = [];

  private constructor(
    private readonly fileName: string,
    private state: State,
  ) {}

  /** Opens a file; one that is no workbook, or an unsafe one, is a failure that says why. */
  static async open(name: string, bytes: Uint8Array, work: Work = {}): Promise<PortResult<FilePort>> {
    try {
      const read = await readState(bytes, work);
      return read.ok ? done(new FilePort(name, read.value)) : read;
    } catch (reason) {
      return failed(failureOf(reason, "read"));
    }
  }

  name(): string {
    return this.fileName;
  }

  /** The file as it stands, for downloading. */
  bytes(): Uint8Array {
    return this.state.bytes;
  }

  read(): Promise<PortResult<Snapshot>> {
    return Promise.resolve(done(this.state.snapshot));
  }

  async apply(plan: WritePlan, before: Snapshot, work: Work = {}): Promise<PortResult<WriteReceipt>> {
    const changed = await finishWithPauses(changedSheet(before, this.state.snapshot), pauseForPage());
    if (changed !== undefined) {
      const { overtaken } = await import(/* webpackChunkName: "overtaken" */ "../port/overtaken");
      return failed(overtaken(changed, before, this.state.snapshot));
    }
    return this.write(plan, work);
  }

  file(): Promise<PortResult<Uint8Array>> {
    return Promise.resolve(done(this.state.bytes));
  }

  async formulas(sheet: string): Promise<PortResult<SheetFormulas | undefined>> {
    const read = await readWorkbook(this.state.bytes, { withFormulas: true, pause: pauseForPage() });
    if (!read.ok) return failed({ code: "UNREADABLE", message: read.failure.message });
    return done(read.formulas.get(sheet));
  }

  undo(receipt: WriteReceipt): Promise<PortResult<void>> {
    const { before, after } = receipt as Journal;
    if (after !== this.state)
      return Promise.resolve(
        failed({
          code: "EDITED_SINCE",
          message:
            "The workbook was written again since that run, and undoing it would lose that; nothing was undone.",
        }),
      );
    this.state = before;
    return Promise.resolve(done(undefined));
  }

  async edit(edits: readonly CellEdit[]): Promise<PortResult<void>> {
    const written = await this.write({ sheets: [], removedSheets: [], appended: [], edits }, {});
    return written.ok ? done(undefined) : written;
  }

  reveal(cells: readonly CellRef[]): Promise<PortResult<void>> {
    this.select(cells);
    return Promise.resolve(done(undefined));
  }

  insertFormula(): Promise<PortResult<CellRef>> {
    return Promise.resolve(
      failed({
        code: "NOT_SUPPORTED",
        message: "Formulas are typed in Excel; copy this one, download the workbook and paste it there.",
      }),
    );
  }

  activeCell(): Promise<PortResult<CellRef>> {
    const [cell] = this.selected;
    if (cell) return Promise.resolve(done(cell));
    return Promise.resolve(
      failed({ code: "MISSING", message: "No cell is selected; click one in the grid." }),
    );
  }

  /** Nobody edits a file in the browser but Ratebook itself. */
  onEdit(): () => void {
    return () => undefined;
  }

  /** The cells that the grid shows as selected. */
  selection(): readonly CellRef[] {
    return this.selected;
  }

  select(cells: readonly CellRef[]): void {
    this.selected = cells;
    for (const listener of this.listeners) listener(cells);
  }

  /** Calls back when other cells are selected. */
  onSelect(listener: (cells: readonly CellRef[]) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private async write(plan: WritePlan, work: Work): Promise<PortResult<WriteReceipt>> {
    const before = this.state;
    try {
      work.onProgress?.({ activity: { kind: "writing" }, share: 0 });
      const bytes = await applyPlanInSteps(before.package, plan, pauseOf(work), {
        format: before.package.format,
      });
      work.onProgress?.({ activity: { kind: "readingBack" }, share: 0.6 });
      const stoppable = work.isCancelled ? { isCancelled: work.isCancelled } : {};
      const read = await readState(bytes, stoppable, beforeWriting(before.snapshot, plan));
      if (!read.ok) return read;
      this.state = read.value;
      const known = new Set(before.snapshot.grids.map(({ sheet }) => sheet.toLowerCase()));
      const sheets = actionsOf(plan, (name) => known.has(name.toLowerCase()));
      return done({ sheets, before, after: read.value });
    } catch (reason) {
      return failed(failureOf(reason, "written"));
    }
  }
}
