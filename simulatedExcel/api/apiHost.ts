import type { ApiObject } from "../office/apiObject";
import type { HostEvents } from "../office/hostEvents";
import type { Missing } from "../office/missing";
import type { CellCount } from "../office/transport";
import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { Table } from "../workbook/table";
import type { TrackedArea } from "../workbook/tracked";
import type { Workbook } from "../workbook/workbook";
import type { RangeObject } from "./sheetArea";

interface Kept {
  readonly object: ApiObject;
  readonly sheet: Sheet;
  readonly tracked: TrackedArea | undefined;
}

/** Ranges that live: those of the request that runs, and those kept for later ones. */
export class References {
  private readonly kept = new Map<string, Kept>();
  private readonly passing: { readonly sheet: Sheet; readonly tracked: TrackedArea }[] = [];
  private readonly keptAreas = new Set<TrackedArea>();
  private lastId = 0;

  get count(): number {
    return this.kept.size;
  }

  find(id: string): ApiObject | undefined {
    return this.kept.get(id)?.object;
  }

  keep(object: ApiObject, sheet: Sheet, tracked?: TrackedArea): string {
    const id = `reference-${String(++this.lastId)}`;
    this.kept.set(id, { object, sheet, tracked });
    if (tracked) this.keptAreas.add(tracked);
    return id;
  }

  /** The area follows its cells until the request is over, or for as long as it is kept. */
  pass(sheet: Sheet, tracked: TrackedArea): void {
    this.passing.push({ sheet, tracked });
  }

  remove(id: string): void {
    const kept = this.kept.get(id);
    this.kept.delete(id);
    if (!kept?.tracked) return;
    this.keptAreas.delete(kept.tracked);
    kept.sheet.tracked.delete(kept.tracked);
  }

  endRequest(): void {
    for (const { sheet, tracked } of this.passing.splice(0)) {
      if (!this.keptAreas.has(tracked)) sheet.tracked.delete(tracked);
    }
  }
}

/** Worksheets decoded from a file that is inserted. */
export type ReadFile = (bytes: Uint8Array) => Promise<Workbook>;

/** Makes objects of requests; a table of functions, so that no file needs the others. */
export interface ObjectMaker {
  range(sheet: Sheet, area: Area): RangeObject;
  areas(sheet: Sheet, areas: readonly Area[]): ApiObject;
  worksheet(sheet: Sheet): ApiObject;
  table(table: Table): ApiObject;
  tables(sheet?: Sheet): ApiObject;
  names(sheet?: Sheet): ApiObject;
}

/** What the objects of requests work on. */
export interface ApiHost {
  readonly book: Workbook;
  readonly references: References;
  readonly cells: CellCount;
  readonly events: HostEvents;
  readonly missing: Missing;
  readonly culture: { readonly name: string; readonly decimal: string; readonly group: string };
  readonly readFile: ReadFile;
  readonly make: ObjectMaker;
}
