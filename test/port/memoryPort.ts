import type { CellEdit, CellRef, PlannedChart, Snapshot, WritePlan } from "../../src/core/api";
import { cancelled, failureOfSheet, missingSheet } from "../../src/workbook/port/failures";
import { overtaken } from "../../src/workbook/port/overtaken";
import type { PortFailure, PortResult, WorkbookPort, Work, WriteReceipt } from "../../src/workbook/port/port";
import { changedSheet } from "../../src/workbook/port/sameBook";
import { finish } from "../../src/workbook/bytes/steps";
import { actionsOf } from "../../src/workbook/port/touched";
import { Refused, withPlan } from "./memoryBook";

/** The charts that plans have drawn, by the name of their sheet. */
type Charts = ReadonlyMap<string, readonly PlannedChart[]>;

interface Journal extends WriteReceipt {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly charts: Charts;
}

function withCharts(charts: Charts, { sheets, removedSheets }: WritePlan): Charts {
  const kept = [...charts].filter(([sheet]) => !removedSheets.includes(sheet));
  const drawn = sheets.map(({ name, charts: planned = [] }) => [name, planned] as const);
  return new Map([...kept, ...drawn].filter(([, planned]) => planned.length > 0));
}

/** Of a workbook the sheets and tables whose names are among these. */
function only(book: Snapshot, names: ReadonlySet<string>): Snapshot {
  const isNamed = ({ sheet }: { readonly sheet: string }) => names.has(sheet.toLowerCase());
  return { ...book, grids: book.grids.filter(isNamed), tables: book.tables.filter(isNamed) };
}

/** The sheets of `now`, those that were written as they were before. */
function putBack(now: Snapshot, { before, sheets }: Journal): Snapshot {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const untouched = new Map(now.grids.map((grid) => [grid.sheet, grid]));
  const grids = before.grids.map((grid) =>
    names.has(grid.sheet.toLowerCase()) ? grid : (untouched.get(grid.sheet) ?? grid),
  );
  const tables = before.tables.map((table) =>
    names.has(table.sheet.toLowerCase())
      ? table
      : (now.tables.find(({ name }) => name === table.name) ?? table),
  );
  return { ...now, grids, tables };
}

/** A workbook that is nothing but its values: what every other adapter of the port must agree with. */
export class MemoryPort implements WorkbookPort {
  /** All that was shown, call by call. */
  readonly revealed: (readonly CellRef[])[] = [];
  private readonly listeners = new Set<(sheet: string) => void>();
  private drawn: Charts = new Map();
  private active: CellRef | undefined;
  private refusal: PortFailure | undefined;

  constructor(
    private book: Snapshot,
    readonly host: WorkbookPort["host"] = "excel",
  ) {}

  /** What stands beside the cells of each sheet. */
  get charts(): Charts {
    return this.drawn;
  }

  name(): string {
    return "harbour.xlsx";
  }

  /** The next call fails with this. */
  failNext(failure: PortFailure): void {
    this.refusal = failure;
  }

  /** As if a person typed into cells; listeners are told. */
  type(sheet: string, edits: readonly CellEdit[] = []): void {
    this.book = withPlan(this.book, { sheets: [], removedSheets: [], appended: [], edits });
    for (const listener of this.listeners) listener(sheet);
  }

  read(): Promise<PortResult<Snapshot>> {
    return this.answer(() => this.book);
  }

  apply(plan: WritePlan, before: Snapshot, work: Work = {}): Promise<PortResult<WriteReceipt>> {
    return this.answer(() => {
      work.onProgress?.({ activity: { kind: "comparing" }, share: 0 });
      const changed = finish(changedSheet(before, this.book));
      if (changed !== undefined) throw new Refused(overtaken(changed, before, this.book));
      if (work.isCancelled?.()) throw new Refused(cancelled);
      const known = new Set(this.book.grids.map(({ sheet }) => sheet.toLowerCase()));
      const written = withPlan(this.book, plan);
      const sheets = actionsOf(plan, (name) => known.has(name.toLowerCase()));
      const journal: Journal = { sheets, before: this.book, after: written, charts: this.drawn };
      this.book = written;
      this.drawn = withCharts(this.drawn, plan);
      work.onProgress?.({ activity: { kind: "writing" }, share: 1 });
      return journal;
    });
  }

  file(): Promise<PortResult<Uint8Array>> {
    return this.answer(() => {
      throw new Refused({ code: "NOT_SUPPORTED", message: "There is no file behind this workbook." });
    });
  }

  /** Nothing but values is kept here. */
  formulas(): Promise<PortResult<undefined>> {
    return this.answer(() => undefined);
  }

  undo(receipt: WriteReceipt): Promise<PortResult<void>> {
    return this.answer(() => {
      const journal = receipt as Journal;
      const names = new Set(receipt.sheets.map(({ name }) => name.toLowerCase()));
      const edited = finish(changedSheet(only(journal.after, names), only(this.book, names)));
      if (edited !== undefined)
        throw new Refused(failureOfSheet(edited, "EDITED_SINCE", `The sheet “${edited}” was edited since.`));
      this.book = putBack(this.book, journal);
      this.drawn = journal.charts;
    });
  }

  edit(edits: readonly CellEdit[]): Promise<PortResult<void>> {
    return this.answer(() => {
      this.book = withPlan(this.book, { sheets: [], removedSheets: [], appended: [], edits });
    });
  }

  reveal(cells: readonly CellRef[]): Promise<PortResult<void>> {
    return this.answer(() => {
      const [first] = cells;
      if (!first) return;
      if (!this.book.grids.some(({ sheet }) => sheet === first.sheet))
        throw new Refused(missingSheet(first.sheet));
      this.active = first;
      this.revealed.push(cells);
    });
  }

  insertFormula(formula: string): Promise<PortResult<CellRef>> {
    return this.answer(() => {
      const at = this.activeOrFirst();
      // Nothing calculates here, so the cell shows 0 as it does in Excel before the first calculation.
      if (!formula.startsWith("=")) throw new Error(`${formula} is no formula`);
      this.book = withPlan(this.book, {
        sheets: [],
        removedSheets: [],
        appended: [],
        edits: [{ at, value: 0 }],
      });
      return at;
    });
  }

  activeCell(): Promise<PortResult<CellRef>> {
    return this.answer(() => this.activeOrFirst());
  }

  onEdit(listener: (sheet: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private activeOrFirst(): CellRef {
    return this.active ?? { sheet: this.book.grids[0]?.sheet ?? "Sheet1", row: 0, column: 0 };
  }

  private answer<Value>(does: () => Value): Promise<PortResult<Value>> {
    const failure = this.refusal;
    this.refusal = undefined;
    if (failure) return Promise.resolve({ ok: false, failure });
    try {
      return Promise.resolve({ ok: true, value: does() });
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      return Promise.resolve({ ok: false, failure: reason.failure });
    }
  }
}
