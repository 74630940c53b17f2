import { cellAddress, type CellEdit, type CellRef, type Snapshot, type WritePlan } from "../../core/api";
import { failureOfSheet, missingSheet } from "../port/failures";
import { isPlannedChart } from "../xlsx/chartLook";
import { planInDateSystem } from "../xlsx/dateSystem";
import type { PortFailure, PortResult, SheetFormulas, WorkbookPort, Work, WriteReceipt } from "../port/port";
import { changedSheet } from "../port/sameBook";
import { finishWithPauses, pauseForPage } from "../bytes/steps";
import { actionsOf } from "../port/touched";
import { answered } from "./answers";
import type { OfficeLibrary } from "./api";
import { roundTrip } from "./batches";
import type { BeforeImage } from "./beforeImage";
import { failureOf, Stop } from "./failures";
import { readFile } from "./readFile";
import { readFormulas } from "./readFormulas";
import { readBook } from "./readSnapshot";
import type { Created } from "./restore";
import { targetOf, type Targets } from "./target";

/** What a write left behind for undoing it: how its sheets were before, and how it left them. */
interface Journal extends WriteReceipt {
  readonly before: readonly BeforeImage[];
  readonly after: Snapshot;
}

const differs = (before: Snapshot, now: Snapshot) =>
  finishWithPauses(changedSheet(before, now), pauseForPage());
const loadWriting = () => import(/* webpackChunkName: "excel-writing" */ "./writing");
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Excel tells of what was written a moment after it has answered. */
const EVENT_PAUSE = 500;
/** Excel may be busy for a moment; a workbook half written must not be left so. */
const RESTORE_PAUSES = [0, 200, 1000];

/** The workbook that is open in Excel. */
export class OfficePort implements WorkbookPort {
  readonly host = "excel";
  private bookName = "";
  /** Writes that are under way. */
  private writes = 0;

  constructor(private readonly library: OfficeLibrary) {}

  name(): string {
    return this.bookName;
  }

  async read(work: Work = {}): Promise<PortResult<Snapshot>> {
    return this.run(async (context) => {
      context.workbook.load("name");
      const snapshot = await readBook(context, work, { withPictures: true });
      this.bookName = answered(context.workbook, "name") ?? "";
      return snapshot;
    });
  }

  async apply(plan: WritePlan, before: Snapshot, work: Work = {}): Promise<PortResult<WriteReceipt>> {
    return this.runWrite(async (context) => {
      const reading: Work = { ...(work.isCancelled && { isCancelled: work.isCancelled }) };
      work.onProgress?.({ activity: { kind: "comparing" }, share: 0 });
      const now = await readBook(context, reading);
      const changed = await differs(before, now);
      if (changed !== undefined) {
        // Hardly anybody ever needs it, and it reads the Run log.
        const { overtaken } = await import(/* webpackChunkName: "overtaken" */ "../port/overtaken");
        throw new Stop(overtaken(changed, before, now));
      }
      return this.write(context, planInDateSystem(plan, now.date1904), work);
    });
  }

  async file(): Promise<PortResult<Uint8Array>> {
    return this.run(() => readFile(this.library.Office));
  }

  async formulas(sheet: string): Promise<PortResult<SheetFormulas | undefined>> {
    return this.run((context) => readFormulas(context, sheet));
  }

  async undo(receipt: WriteReceipt): Promise<PortResult<void>> {
    const { before, after, sheets } = receipt as Journal;
    return this.runWrite(async (context) => {
      const edited = await differs(after, await readBook(context, {}, { only: lowerNames(sheets) }));
      if (edited !== undefined)
        throw new Stop(
          failureOfSheet(
            edited,
            "EDITED_SINCE",
            `The sheet “${edited}” was edited since the run, and undoing it would lose that; nothing was undone.`,
          ),
        );
      const created = createdNames(sheets);
      await this.putBack(context, before, {
        sheet: ({ name }) => created.has(name.toLowerCase()),
        // Charts that somebody has put there since stay.
        chart: isPlannedChart,
      });
    });
  }

  async edit(edits: readonly CellEdit[]): Promise<PortResult<void>> {
    const plan: WritePlan = { sheets: [], removedSheets: [], appended: [], edits };
    return this.runWrite(async (context) => {
      const { findTargets, writePlan } = await loadWriting();
      const targets = await findTargets(context, plan, {});
      refuseImpossible(plan, targets);
      await writePlan(context, plan, targets, {});
    });
  }

  async reveal(cells: readonly CellRef[]): Promise<PortResult<void>> {
    const [first] = cells;
    if (!first) return { ok: true, value: undefined };
    return this.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(first.sheet);
      await roundTrip(context);
      if (sheet.isNullObject) throw new Stop(missingSheet(first.sheet));
      sheet.activate();
      const areas = areasOf(cells.filter(({ sheet: name }) => name === first.sheet));
      // Several areas at once are a later addition to Excel; without it the first is shown.
      if (areas.length > 1 && this.library.Office.context.requirements.isSetSupported("ExcelApi", "1.18"))
        sheet.getRanges(joined(areas)).select();
      else sheet.getRange(areas[0]).select();
      await roundTrip(context);
    });
  }

  async insertFormula(formula: string): Promise<PortResult<CellRef>> {
    return this.runWrite(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.formulas = [[formula]];
      return this.refOf(context, cell);
    });
  }

  async activeCell(): Promise<PortResult<CellRef>> {
    return this.run((context) => this.refOf(context, context.workbook.getActiveCell()));
  }

  onEdit(listener: (sheet: string) => void): () => void {
    const added = this.run(async (context) => {
      const { worksheets } = context.workbook;
      const handler = worksheets.onChanged.add(async (change) => {
        // Co-authors have panes of their own, and what this add-in writes is no edit.
        if (change.source !== "Local" || this.isOfThisAddIn(change)) return;
        await this.run(async (editContext) => {
          const sheet = editContext.workbook.worksheets.getItem(change.worksheetId);
          sheet.load("name");
          await roundTrip(editContext);
          listener(sheet.name);
        });
      });
      await roundTrip(context);
      return handler;
    });
    return () =>
      void added.then(async (result) => {
        if (!result.ok) return;
        result.value.remove();
        await result.value.context.sync();
      });
  }

  /** Whether this add-in made a change; Excel before 1.14 does not say, so what comes while it writes is its own. */
  private isOfThisAddIn(change: Excel.WorksheetChangedEventArgs): boolean {
    if (this.library.Office.context.requirements.isSetSupported("ExcelApi", "1.14")) {
      return change.triggerSource === "ThisLocalAddin";
    }
    return this.writes > 0;
  }

  /** As `run`, for what writes; its events follow a moment after its answer. */
  private async runWrite<Value>(
    batch: (context: Excel.RequestContext) => Promise<Value>,
  ): Promise<PortResult<Value>> {
    this.writes++;
    const result = await this.run(batch, this.grouped());
    void wait(EVENT_PAUSE).then(() => this.writes--);
    return result;
  }

  private async refOf(context: Excel.RequestContext, cell: Excel.Range): Promise<CellRef> {
    cell.load("rowIndex,columnIndex");
    cell.worksheet.load("name");
    await roundTrip(context);
    return { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex };
  }

  /** Writes, and puts everything back when that fails or is cancelled half way. */
  private async write(context: Excel.RequestContext, plan: WritePlan, work: Work): Promise<Journal> {
    const { captureBefore, findTargets, writePlan } = await loadWriting();
    const targets = await findTargets(context, plan, work);
    refuseImpossible(plan, targets);
    const sheets = actionsOf(plan, (name) => targets.get(name.toLowerCase())?.sheet !== undefined);
    const { images: before, sheetIds } = await captureBefore(
      context,
      targets,
      work,
      this.library.Office.context,
    );
    try {
      await writePlan(context, plan, targets, work);
      const after = await readBook(context, {}, { only: lowerNames(sheets) });
      return { sheets, before, after };
    } catch (reason) {
      const created = createdNames(sheets);
      const left = await this.putBackInNewContext(
        before,
        {
          sheet: ({ id, name }) =>
            !sheetIds.has(id) && [...created].some((createdName) => isNameFor(name, createdName)),
          // One may not have got its name yet.
          chart: () => true,
        },
        sheets,
      );
      throw new Stop(withLeft(failureOf(reason), left));
    }
  }

  private async putBackInNewContext(
    before: readonly BeforeImage[],
    created: Created,
    sheets: WriteReceipt["sheets"],
  ): Promise<readonly string[]> {
    let left: readonly string[] = sheets.map(({ name }) => name);
    for (const pause of RESTORE_PAUSES) {
      await wait(pause);
      const result = await this.run((context) => this.putBack(context, before, created), this.grouped());
      if (result.ok) return [];
      left = result.failure.left ?? left;
    }
    return left;
  }

  private async putBack(
    context: Excel.RequestContext,
    before: readonly BeforeImage[],
    created: Created,
  ): Promise<void> {
    const { restore } = await loadWriting();
    const left = await restore(context, before, created);
    if (left.length > 0)
      throw new Stop({
        code: "UNKNOWN",
        message: `These sheets could not be put back: ${left.join(", ")}.`,
        left,
      });
  }

  /** What is written is one entry of Excel's own Undo, however many requests it takes, where Excel can do that. */
  private grouped(): Excel.RunOptions {
    if (this.library.Office.context.requirements.isSetSupported("ExcelApi", "1.20"))
      return { mergeUndoGroup: true };
    return {};
  }

  private async run<Value>(
    batch: (context: Excel.RequestContext) => Promise<Value>,
    options: Excel.RunOptions = {},
  ): Promise<PortResult<Value>> {
    try {
      const value = await this.library.Excel.run({ delayForCellEdit: true, ...options }, batch);
      return { ok: true, value };
    } catch (reason) {
      return { ok: false, failure: failureOf(reason) };
    }
  }
}

/** Rows and cells go into sheets that are there, below what is on them. */
function refuseImpossible({ appended, edits = [] }: WritePlan, targets: Targets): void {
  const moving = appended.find(({ movesRowsBelow }) => movesRowsBelow);
  if (moving) {
    const message = `Rows come into the middle of the sheet “${moving.sheet}” in files only; move what is below its rows to another sheet.`;
    throw new Stop({ code: "NOT_SUPPORTED", message });
  }
  for (const name of [...appended.map(({ sheet }) => sheet), ...edits.map(({ at }) => at.sheet)])
    if (!targetOf(targets, name).sheet) throw new Stop(missingSheet(name));
}

const lowerNames = (sheets: WriteReceipt["sheets"]): ReadonlySet<string> =>
  new Set(sheets.map(({ name }) => name.toLowerCase()));

function createdNames(sheets: WriteReceipt["sheets"]): ReadonlySet<string> {
  return new Set(sheets.flatMap(({ name, action }) => (action === "created" ? [name.toLowerCase()] : [])));
}

/** Whether a sheet has the name that it was to have, or the number behind it that Excel gives where that is taken. */
function isNameFor(name: string, planned: string): boolean {
  const [lower, bare] = [name.toLowerCase(), name.toLowerCase().replace(/ \(\d+\)$/, "")];
  return lower === planned || (lower !== bare && planned.startsWith(bare));
}

function withLeft(failure: PortFailure, left: readonly string[]): PortFailure {
  if (left.length === 0) return failure;
  const message = `${failure.message} These sheets could not be put back: ${left.join(", ")}.`;
  return { ...failure, message, left };
}

/** Runs of rows in a column as one address each. */
function areasOf(cells: readonly CellRef[]): string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const areas: string[] = [];
  for (let first = 0, next = 1; first < sorted.length; next++) {
    const last = sorted[next - 1]!;
    const following = sorted[next];
    if (following && following.column === last.column && following.row <= last.row + 1) continue;
    const begin = cellAddress(sorted[first]!);
    areas.push(first === next - 1 ? begin : `${begin}:${cellAddress(last)}`);
    first = next;
  }
  return areas;
}

/** Excel takes about 8,000 characters of addresses. */
function joined(areas: readonly string[]): string {
  let text = areas[0]!;
  for (const area of areas.slice(1)) {
    if (text.length + area.length > 8000) break;
    text += `,${area}`;
  }
  return text;
}
