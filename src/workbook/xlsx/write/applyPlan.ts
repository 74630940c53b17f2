import {
  groupBy,
  type AppendedRows,
  type CellEdit,
  type PlannedSheet,
  type WritePlan,
} from "../../../core/api";
import { planInDateSystem } from "../dateSystem";
import { concatBytes, concatInSteps } from "../../bytes/bytes";
import type { FileBytes } from "../../bytes/fileBytes";
import { finish, finishWithPauses, type Pause, type Steps } from "../../bytes/steps";
import { addedArea, appendRows } from "./appendRows";
import { spreadsheetType } from "../../opc/contentTypes";
import { editCells } from "./editCells";
import { extendTable, hasHeaderRow } from "./extendTable";
import { keptRules } from "./keptRules";
import { PackageDraft } from "../../opc/packageDraft";
import { folderOf } from "../../opc/partName";
import { checkPlan } from "./planCheck";
import { PlanError } from "./planError";
import { insertRows } from "../insertRows/insertRows";
import { release } from "./release";
import { SheetPartWriter } from "./sheetParts";
import { emptyStyleSheet, StyleSheet } from "../styles/styleSheet";
import { TableNames } from "./tableNames";
import { keepAsWorkbook } from "./workbookType";
import { codeNameOf } from "./worksheetPieces";
import { WorkbookDraft } from "../book/workbookDraft";
import type { WorkbookFormat, WorkbookPackage } from "../package/workbookPackage";

const MACRO_TYPE = "application/vnd.ms-office.vbaProject";

export interface ApplyOptions {
  /** What the bytes are: an .xlsm keeps the macros of the workbook as they are, an .xlsx, the default, has none. */
  readonly format?: WorkbookFormat;
}

/**
 * The workbook with a plan carried out, as the bytes of a file. Parts the plan does not touch are copied
 * as they are packed. Throws a PlanError for a plan this workbook cannot take, and a PackageError or an
 * XmlError when a part that has to be changed turns out to be damaged.
 */
export function applyPlan(source: WorkbookPackage, plan: WritePlan, options: ApplyOptions = {}): Uint8Array {
  return concatBytes(applyPlanInPieces(source, plan, options));
}

/** As `applyPlan`, as pieces of the file: those of parts that the plan does not touch are not copied. */
export function applyPlanInPieces(
  source: WorkbookPackage,
  plan: WritePlan,
  options: ApplyOptions = {},
): readonly FileBytes[] {
  return finish(carryOut(source, plan, options));
}

/** As `applyPlan`, with pauses; a page that takes a turn in each stays alive. What a pause throws ends the work. */
export function applyPlanInSteps(
  source: WorkbookPackage,
  plan: WritePlan,
  pause: Pause,
  options: ApplyOptions = {},
): Promise<Uint8Array> {
  return finishWithPauses(carryOutWhole(source, plan, options), pause);
}

function* carryOutWhole(source: WorkbookPackage, plan: WritePlan, options: ApplyOptions): Steps<Uint8Array> {
  return yield* concatInSteps(yield* carryOut(source, plan, options));
}

function* carryOut(
  source: WorkbookPackage,
  given: WritePlan,
  { format = "xlsx" }: ApplyOptions,
): Steps<readonly FileBytes[]> {
  checkPlan(given);
  const plan = planInDateSystem(given, source.date1904);
  const draft = new PackageDraft(source.parts);
  const workbook = new WorkbookDraft(draft);
  const stylesPart = findStyles(source, draft);
  const stylesBefore = draft.text(stylesPart);
  const styles = new StyleSheet(stylesBefore);
  setFormat(draft, workbook, format);
  removeSheets(workbook, plan.removedSheets);
  const tableNames = takenTableNames(source, workbook, plan.sheets);
  const writer = new SheetPartWriter(draft, styles, tableNames);
  for (const sheet of plan.sheets) yield* writeSheet(writer, draft, workbook, sheet, format);
  const edits = groupBy(plan.edits ?? [], ({ at }) => at.sheet);
  // Cells above rows that are added come first: a sheet with its rows is packed, and may be large.
  const isAbove = ([sheet, cells]: readonly [string, readonly CellEdit[]]) =>
    plan.appended
      .filter((added) => added.sheet.toLowerCase() === sheet.toLowerCase())
      .every(({ firstRow }) => cells.every(({ at }) => at.row < firstRow));
  const [first, last] = [[...edits].filter(isAbove), [...edits].filter((edit) => !isAbove(edit))];
  for (const [sheet, cells] of first) yield* editSheet(draft, workbook, styles, sheet, cells);
  for (const added of plan.appended) yield* appendToSheet(draft, workbook, styles, added);
  for (const [sheet, cells] of last) yield* editSheet(draft, workbook, styles, sheet, cells);
  workbook.save();
  const stylesAfter = styles.toXml();
  if (stylesAfter !== stylesBefore) draft.rewrite(stylesPart, stylesAfter);
  return yield* draft.toPieces();
}

function findStyles(source: WorkbookPackage, draft: PackageDraft): string {
  if (source.stylesPart !== undefined) return source.stylesPart;
  const part = `${folderOf(draft.workbookPart)}styles.xml`;
  draft.add(part, spreadsheetType("styles"), emptyStyleSheet(draft.dialect.main));
  draft.relationships(draft.workbookPart).add(`${draft.dialect.relationships}/styles`, part);
  return part;
}

/** What a file is made is no template; the order of calculation is Excel's to find again. */
function setFormat(draft: PackageDraft, workbook: WorkbookDraft, format: WorkbookFormat): void {
  release(draft, "/calcChain");
  if (format === "xlsx") leaveMacrosOut(draft, workbook);
  keepAsWorkbook(draft, format);
}

function leaveMacrosOut(draft: PackageDraft, workbook: WorkbookDraft): void {
  release(draft, "/vbaProject");
  for (const sheet of workbook.sheets) if (sheet.kind === "macrosheet") workbook.remove(sheet);
  draft.contentTypes.removeDefaults(MACRO_TYPE);
}

function removeSheets(workbook: WorkbookDraft, names: readonly string[]): void {
  for (const name of names) {
    const sheet = workbook.find(name);
    if (sheet !== undefined) workbook.remove(sheet);
  }
}

/** The table names that the plan's own tables must not take again. */
function takenTableNames(
  source: WorkbookPackage,
  workbook: WorkbookDraft,
  replaced: readonly PlannedSheet[],
): TableNames {
  const written = new Set(replaced.map((sheet) => sheet.name.toLowerCase()));
  const stays = (sheet: string): boolean =>
    workbook.find(sheet) !== undefined && !written.has(sheet.toLowerCase());
  const names = source.tableParts.map(({ area }) => area).filter(({ sheet }) => stays(sheet));
  const lastId = source.tableParts.reduce((most, { id }) => Math.max(most, id), 0);
  return new TableNames([...names.map(({ name }) => name), ...workbook.names.all], lastId);
}

function* writeSheet(
  writer: SheetPartWriter,
  draft: PackageDraft,
  workbook: WorkbookDraft,
  sheet: PlannedSheet,
  format: WorkbookFormat,
): Steps<void> {
  const old = workbook.find(sheet.name)?.part;
  const before = old === undefined ? undefined : yield* draft.plainBytes(old);
  const kept = {
    // Macros know a sheet by this name, and would lose one that is replaced.
    codeName: format === "xlsm" && before ? codeNameOf(before) : undefined,
    rules: before ? keptRules(before, sheet) : "",
  };
  const state = sheet.isHidden ? "hidden" : "visible";
  const id = workbook.put(sheet.name, yield* writer.write(sheet, kept), state);
  const rows = sheet.page?.repeatRows;
  if (rows !== undefined) workbook.names.addPrintTitles(id, sheet.name, rows);
}

/** The part of a worksheet that must be there. */
function worksheetPart(workbook: WorkbookDraft, name: string): string {
  const sheet = workbook.find(name);
  if (sheet?.part !== undefined && sheet.kind === "worksheet") return sheet.part;
  throw new PlanError(`The sheet "${name}" cannot be changed: the workbook has no such sheet.`);
}

function* editSheet(
  draft: PackageDraft,
  workbook: WorkbookDraft,
  styles: StyleSheet,
  sheet: string,
  edits: readonly CellEdit[],
): Steps<void> {
  const part = worksheetPart(workbook, sheet);
  draft.rewrite(part, yield* editCells(yield* draft.plainBytes(part), edits, styles));
}

function* appendToSheet(
  draft: PackageDraft,
  workbook: WorkbookDraft,
  styles: StyleSheet,
  added: AppendedRows,
): Steps<void> {
  const sheetPart = worksheetPart(workbook, added.sheet);
  const area = addedArea(added);
  if (area === undefined) return;
  const tables = draft
    .relationships(sheetPart)
    .ofKind("/table")
    .map(({ part }) => part)
    .filter((part) => part !== undefined);
  if (added.movesRowsBelow) {
    const { sheet, firstRow: row, rows } = added;
    yield* insertRows(draft, workbook, sheetPart, { sheet, row, count: rows.length });
  }
  const isHeaderRow = (row: number): boolean => tables.some((table) => hasHeaderRow(draft.text(table), row));
  const part = yield* draft.plainBytes(sheetPart);
  draft.rewrite(sheetPart, yield* appendRows(part, added, styles, isHeaderRow));
  for (const table of tables) {
    const extended = extendTable(draft.text(table), area, added.tableColumns);
    if (extended !== undefined) draft.rewrite(table, extended);
  }
}
