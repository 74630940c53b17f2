import { cellAt, type Area } from "./area";
import type { CellValue } from "./cell";
import { byUser, type Change, type Origin } from "./change";
import type { DefinedName } from "./definedName";
import { fault } from "./fault";
import { Sheet } from "./sheet";
import type { Table } from "./table";
import { american, type Writing } from "./typedText";

export interface CustomXml {
  readonly id: string;
  xml: string;
}

/** The value that a formula shows; undefined for 0. There is no calculation here. */
export type Calculation = (formula: string, sheet: string, address: string) => CellValue | undefined;

const MAX_SHEET_NAME = 31;

/** A workbook as Excel holds it in memory. */
export class Workbook {
  name = "Book1.xlsx";
  date1904 = false;
  calculationMode = "Automatic";
  /** The year of a date typed without one: fixed, so that tests do not age. */
  currentYear = 2026;
  calculate: Calculation = () => undefined;
  /** Whoever is changing the workbook at the moment. */
  origin: Origin = byUser;
  eventsEnabled = true;
  /** Sheets can be neither added nor removed, renamed, moved or hidden; undefined while they can. */
  protection: { readonly password: string | undefined } | undefined;
  /** Whether a leading apostrophe is part of the text in a cell of the text format. */
  apostropheStaysInTextCells = false;
  /** How people here write numbers and dates; they type so, and texts that are set are read so. */
  writing: Writing = american;
  readonly sheets: Sheet[] = [];
  /** Names of chart sheets: taken, and not among the worksheets. */
  readonly chartSheets: string[] = [];
  readonly tables: Table[] = [];
  readonly names: DefinedName[] = [];
  /** workbook.settings: key and JSON text. */
  readonly settings = new Map<string, string>();
  /** Office.context.document.settings: key and JSON text. */
  readonly documentSettings = new Map<string, string>();
  readonly customXml: CustomXml[] = [];
  private active: Sheet | undefined;
  private readonly selections = new Map<Sheet, readonly Area[]>();
  private readonly listeners: ((change: Change, origin: Origin) => void)[] = [];
  private lastId = 0;

  newId(): string {
    return String(++this.lastId);
  }

  listen(listener: (change: Change, origin: Origin) => void): void {
    this.listeners.push(listener);
  }

  notify(change: Change): void {
    for (const listener of this.listeners) listener(change, this.origin);
  }

  /** What happens meanwhile is done by this origin. */
  as<T>(origin: Origin, act: () => T): T {
    const before = this.origin;
    this.origin = origin;
    try {
      return act();
    } finally {
      this.origin = before;
    }
  }

  get activeSheet(): Sheet {
    return this.active ?? this.sheets.find(({ visibility }) => visibility === "Visible") ?? this.sheets[0]!;
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== "Visible") throw fault("InvalidOperation", `"${sheet.name}" is hidden`);
    const before = this.activeSheet;
    if (before === sheet) return;
    this.active = sheet;
    this.notify({ kind: "deactivated", sheet: before });
    this.notify({ kind: "activated", sheet });
  }

  selectionOf(sheet: Sheet): readonly Area[] {
    return this.selections.get(sheet) ?? [cellAt(0, 0)];
  }

  select(sheet: Sheet, areas: readonly Area[]): void {
    this.activate(sheet);
    this.selections.set(sheet, areas);
    this.notify({ kind: "selection", sheet, area: areas[0]! });
  }

  /** By name or id, without regard to case. */
  findSheet(key: string): Sheet | undefined {
    const wanted = key.toLowerCase();
    return (
      this.sheets.find(({ name }) => name.toLowerCase() === wanted) ??
      this.sheets.find(({ id }) => id.toLowerCase() === wanted)
    );
  }

  sheet(key: string): Sheet {
    const found = this.findSheet(key);
    if (!found) throw fault("ItemNotFound", `there is no sheet "${key}"`);
    return found;
  }

  addSheet(name = this.freeSheetName(), position = this.sheets.length): Sheet {
    this.checkStructureOpen();
    this.checkSheetName(name);
    const sheet = new Sheet(sheetId(this.newId()), name);
    this.sheets.splice(position, 0, sheet);
    this.notify({ kind: "sheetAdded", sheet });
    return sheet;
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.checkStructureOpen();
    this.checkSheetName(name, sheet);
    const before = sheet.name;
    sheet.name = name;
    if (before !== name) this.notify({ kind: "sheetRenamed", sheet, before, after: name });
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.checkStructureOpen();
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length)
      throw fault("InvalidArgument");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
  }

  /** Before a file is loaded into this workbook. */
  forgetSheets(): void {
    this.sheets.length = 0;
    this.active = undefined;
    this.selections.clear();
  }

  deleteSheet(sheet: Sheet): void {
    this.checkStructureOpen();
    if (sheet.visibility === "VeryHidden") throw fault("InvalidOperation", `"${sheet.name}" is very hidden`);
    this.checkOthersVisible(sheet);
    const position = this.sheets.indexOf(sheet);
    this.sheets.splice(position, 1);
    removeWhere(this.tables, (table) => table.sheet === sheet);
    removeWhere(this.names, ({ scope }) => scope === sheet);
    for (const { target } of this.names) if (target?.sheet === sheet) target.tracked.area = undefined;
    for (const tracked of sheet.tracked) tracked.area = undefined;
    if (this.active === sheet) {
      this.active = this.sheets.slice(position).find(isVisible) ?? this.sheets.filter(isVisible).at(-1);
    }
    this.selections.delete(sheet);
    this.notify({ kind: "sheetDeleted", sheet });
  }

  setVisibility(sheet: Sheet, visibility: Sheet["visibility"]): void {
    this.checkStructureOpen();
    if (visibility !== "Visible") this.checkOthersVisible(sheet);
    sheet.visibility = visibility;
    if (this.active === sheet && visibility !== "Visible") this.active = this.sheets.find(isVisible);
  }

  /** The name itself, or with a number behind it as Excel does for copies. */
  freeNameLike(name: string): string {
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : ` (${String(number)})`;
      const candidate = name.slice(0, MAX_SHEET_NAME - suffix.length) + suffix;
      if (!this.findSheet(candidate) && !this.isChartSheet(candidate)) return candidate;
    }
  }

  private checkStructureOpen(): void {
    if (this.protection) throw fault("AccessDenied", "the structure of the workbook is protected");
  }

  private freeSheetName(): string {
    let number = this.sheets.length + 1;
    while (this.findSheet(`Sheet${String(number)}`)) number++;
    return `Sheet${String(number)}`;
  }

  private checkSheetName(name: string, renamed?: Sheet): void {
    const isRefused =
      name === "" ||
      name.length > MAX_SHEET_NAME ||
      /[:\\/?*[\]]/.test(name) ||
      /^'|'$/.test(name) ||
      name.toLowerCase() === "history";
    if (isRefused) throw fault("InvalidArgument", `"${name}" cannot be the name of a sheet`);
    const wanted = name.toLowerCase();
    const isTaken = this.sheets.some((sheet) => sheet !== renamed && sheet.name.toLowerCase() === wanted);
    if (isTaken || this.isChartSheet(name)) {
      throw fault("ItemAlreadyExists", `there is a sheet "${name}"`);
    }
  }

  private isChartSheet(name: string): boolean {
    return this.chartSheets.some((chartSheet) => chartSheet.toLowerCase() === name.toLowerCase());
  }

  private checkOthersVisible(sheet: Sheet): void {
    if (!this.sheets.some((other) => other !== sheet && isVisible(other))) {
      throw fault("InvalidOperation", "a workbook must contain at least one visible sheet");
    }
  }
}

function isVisible({ visibility }: Sheet): boolean {
  return visibility === "Visible";
}

function sheetId(number: string): string {
  return `{00000000-0000-4000-8000-${number.padStart(12, "0")}}`;
}

export function removeWhere<T>(list: T[], isRemoved: (item: T) => boolean): void {
  for (let index = list.length - 1; index >= 0; index--) if (isRemoved(list[index]!)) list.splice(index, 1);
}
