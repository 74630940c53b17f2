import {
  cellAddress,
  type CellEdit,
  type CellRef,
  type SheetFormula,
  type Snapshot,
  type WritePlan,
} from "../../core/api";
import { finish } from "../bytes/steps";
import { cancelled, failureOfSheet, missingSheet } from "../port/failures";
import { faultDetails } from "../port/faultDetails";
import { overtaken } from "../port/overtaken";
import type { PortFailure, PortResult, SheetFormulas, WorkbookPort, Work, WriteReceipt } from "../port/port";
import { changedSheet } from "../port/sameBook";
import { actionsOf, touchedSheets } from "../port/touched";
import type { GoogleRange, GoogleServices } from "./api";
import { readBook } from "./readBook";
import { putSheetBack, sheetBefore, type SheetBefore } from "./sheetBefore";
import { checkSheets, findSheet, Refused, writePlan } from "./writePlan";

interface Journal extends WriteReceipt {
  readonly before: readonly SheetBefore[];
  readonly after: Snapshot;
}

/** Of a workbook the sheets and tables with these names. */
function only({ grids, tables, ...rest }: Snapshot, names: ReadonlySet<string>): Snapshot {
  const isMeant = (name: string) => names.has(name.toLowerCase());
  return {
    ...rest,
    grids: grids.filter(({ sheet }) => isMeant(sheet)),
    tables: tables.filter(({ sheet }) => isMeant(sheet)),
  };
}

function failureOf(reason: unknown): PortFailure {
  if (reason instanceof Refused) return reason.failure;
  const message = reason instanceof Error ? reason.message : "";
  if (/protected/i.test(message))
    return {
      code: "PROTECTED_SHEET",
      message:
        "A sheet or range is protected; ask its owner to let you edit it, or to take the protection away.",
    };
  return {
    code: "UNKNOWN",
    message: "Google Sheets did not do it; copy the details if it keeps failing.",
    details: faultDetails(reason),
  };
}

const refOf = (range: GoogleRange): CellRef => ({
  sheet: range.getSheet().getName(),
  row: range.getRow() - 1,
  column: range.getColumn() - 1,
});

/**
 * The spreadsheet that is open in Google Sheets, seen by a script beside it. A script runs in one piece, so nothing here
 * waits; a write can be taken back while the script runs, and by the version history of Google later.
 */
export class GooglePort implements WorkbookPort {
  readonly host = "google";

  constructor(private readonly services: GoogleServices) {}

  name(): string {
    return this.services.spreadsheet.getName();
  }

  read(work: Work = {}): Promise<PortResult<Snapshot>> {
    return this.answer(() =>
      readBook(this.services, (sheet, share) => {
        if (work.isCancelled?.() === true) throw new Refused(cancelled);
        work.onProgress?.({ activity: { kind: "reading", name: sheet }, share });
      }),
    );
  }

  apply(plan: WritePlan, before: Snapshot, work: Work = {}): Promise<PortResult<WriteReceipt>> {
    return this.answer(() => {
      work.onProgress?.({ activity: { kind: "comparing" }, share: 0 });
      const now = readBook(this.services);
      const changed = finish(changedSheet(before, now));
      if (changed !== undefined) throw new Refused(overtaken(changed, before, now));
      return this.write(plan, work);
    });
  }

  undo(receipt: WriteReceipt): Promise<PortResult<void>> {
    return this.answer(() => {
      const { sheets, before, after } = receipt as Journal;
      const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
      const edited = finish(changedSheet(only(after, names), only(readBook(this.services), names)));
      if (edited !== undefined)
        throw new Refused(
          failureOfSheet(
            edited,
            "EDITED_SINCE",
            `The sheet “${edited}” was edited since the run, and undoing it would lose that; nothing was undone.`,
          ),
        );
      this.putBack(sheets, before);
    });
  }

  file(): Promise<PortResult<Uint8Array>> {
    return this.answer(() => {
      throw new Refused({
        code: "NOT_SUPPORTED",
        message: "Google Sheets makes the file: File, Download, Microsoft Excel.",
      });
    });
  }

  formulas(sheetName: string): Promise<PortResult<SheetFormulas | undefined>> {
    return this.answer(() => {
      const sheet = findSheet(this.services.spreadsheet, sheetName);
      const found = new Map<string, SheetFormula>();
      if (!sheet || sheet.getLastRow() === 0) return sheet && found;
      const range = sheet.getRange(1, 1, sheet.getLastRow(), sheet.getLastColumn());
      for (const [row, cells] of range.getFormulas().entries())
        for (const [column, formula] of cells.entries())
          if (formula.startsWith("="))
            found.set(`${String(row)},${String(column)}`, { text: formula.slice(1), down: 0, right: 0 });
      return found;
    });
  }

  edit(edits: readonly CellEdit[]): Promise<PortResult<void>> {
    return this.answer(() => void this.write({ sheets: [], removedSheets: [], appended: [], edits }, {}));
  }

  reveal(cells: readonly CellRef[]): Promise<PortResult<void>> {
    return this.answer(() => {
      const [first] = cells;
      if (!first) return;
      const sheet = findSheet(this.services.spreadsheet, first.sheet);
      if (!sheet) throw new Refused(missingSheet(first.sheet));
      sheet.activate();
      const beside = cells.filter(({ sheet: name }) => name === first.sheet);
      if (beside.length > 1) sheet.getRangeList(beside.map(cellAddress)).activate();
      // The first comes last: it is the active one then.
      sheet.getRange(first.row + 1, first.column + 1, 1, 1).activate();
    });
  }

  insertFormula(formula: string): Promise<PortResult<CellRef>> {
    return this.answer(() => {
      const cell = this.currentCell();
      cell.setFormulas([[formula]]);
      return refOf(cell);
    });
  }

  activeCell(): Promise<PortResult<CellRef>> {
    return this.answer(() => refOf(this.currentCell()));
  }

  /** A script is told of edits only by triggers, each in a run of its own. */
  onEdit(): () => void {
    return () => undefined;
  }

  private currentCell(): GoogleRange {
    const cell = this.services.spreadsheet.getCurrentCell();
    if (cell) return cell;
    throw new Refused({ code: "MISSING", message: "No cell is selected; click one in a sheet." });
  }

  /** Writes, and puts everything back where that fails or is cancelled half way. */
  private write(plan: WritePlan, work: Work): Journal {
    const { spreadsheet } = this.services;
    checkSheets(spreadsheet, plan);
    const known = touchedSheets(plan).flatMap((name) => findSheet(spreadsheet, name) ?? []);
    const sheets = actionsOf(plan, (name) => findSheet(spreadsheet, name) !== undefined);
    const before = known.map((sheet) => sheetBefore(sheet, this.services));
    try {
      writePlan(plan, this.services, (activity, share) => {
        if (work.isCancelled?.() === true) throw new Refused(cancelled);
        work.onProgress?.({ activity, share });
      });
    } catch (reason) {
      this.putBack(sheets, before);
      throw reason;
    }
    work.onProgress?.({ activity: { kind: "writing" }, share: 1 });
    return { sheets, before, after: readBook(this.services) };
  }

  private putBack(sheets: WriteReceipt["sheets"], before: readonly SheetBefore[]): void {
    const { spreadsheet } = this.services;
    for (const { name, action } of sheets) {
      const sheet = action === "created" ? findSheet(spreadsheet, name) : undefined;
      if (sheet) spreadsheet.deleteSheet(sheet);
    }
    for (const sheet of [...before].sort((a, b) => a.index - b.index)) putSheetBack(sheet, this.services);
  }

  private answer<Value>(does: () => Value): Promise<PortResult<Value>> {
    try {
      return Promise.resolve({ ok: true, value: does() });
    } catch (reason) {
      return Promise.resolve({ ok: false, failure: failureOf(reason) });
    }
  }
}
