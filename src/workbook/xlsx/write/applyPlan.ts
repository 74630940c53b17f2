import {
  groupBy,
  type AppendedRows,
  type CellEdit,
  type PlannedSheet,
  type WritePlan,
} from "../../../core/api";
import { planInDateSystem } from "../dateSystem";
import { finish, finishWithPauses, type Pause, type Steps } from "../../bytes/steps";
import { addedArea, appendRows } from "./appendRows";
import { spreadsheetType } from "../../opc/contentTypes";
import { editCells } from "./editCells";
import { extendTable, hasHeaderRow } from "./extendTable";
import { PackageDraft } from "../../opc/packageDraft";
import { folderOf } from "../../opc/partName";
import { checkPlan } from "./planCheck";
import { PlanError } from "./planError";
import { SheetPartWriter } from "./sheetParts";
import { emptyStyleSheet, StyleSheet } from "../styles/styleSheet";
import { TableNames } from "./tableNames";
import { WorkbookDraft } from "../book/workbookDraft";
import type { WorkbookPackage } from "../package/workbookPackage";

const MACRO_TYPE = "application/vnd.ms-office.vbaProject";

/**
 * The workbook with a plan carried out, as the bytes of an .xlsx. Parts the plan does not touch are copied
 * as they are packed. Throws a PlanError for a plan this workbook cannot take, and a PackageError or an
 * XmlError when a part that has to be changed turns out to be damaged.
 */
export function applyPlan(source: WorkbookPackage, plan: WritePlan): Uint8Array {
  return finish(carryOut(source, plan));
}

/** As `applyPlan`, with pauses; a page that takes a turn in each stays alive. What a pause throws ends the work. */
export function applyPlanInSteps(
  source: WorkbookPackage,
  plan: WritePlan,
  pause: Pause,
): Promise<Uint8Array> {
  return finishWithPauses(carryOut(source, plan), pause);
}

function* carryOut(source: WorkbookPackage, given: WritePlan): Steps<Uint8Array> {
  checkPlan(given);
  const plan = planInDateSystem(given, source.date1904);
  const draft = new PackageDraft(source.parts);
  const workbook = new WorkbookDraft(draft);
  const stylesPart = findStyles(source, draft);
  const stylesBefore = draft.text(stylesPart);
  const styles = new StyleSheet(stylesBefore);
  makePlainWorkbook(draft, workbook);
  removeSheets(workbook, plan.removedSheets);
  const tableNames = takenTableNames(source, workbook, plan.sheets);
  yield* writeSheets(new SheetPartWriter(draft, styles, tableNames), workbook, plan.sheets);
  for (const added of plan.appended) yield* appendToSheet(draft, workbook, styles, added);
  const edits = groupBy(plan.edits ?? [], ({ at }) => at.sheet);
  for (const [sheet, own] of edits) yield* editSheet(draft, workbook, styles, sheet, own);
  workbook.save();
  const stylesAfter = styles.toXml();
  if (stylesAfter !== stylesBefore) draft.rewrite(stylesPart, stylesAfter);
  return yield* draft.toZip();
}

function findStyles(source: WorkbookPackage, draft: PackageDraft): string {
  if (source.stylesPart !== undefined) return source.stylesPart;
  const part = `${folderOf(draft.workbookPart)}styles.xml`;
  draft.add(part, spreadsheetType("styles"), emptyStyleSheet(draft.dialect.main));
  draft.relationships(draft.workbookPart).add(`${draft.dialect.relationships}/styles`, part);
  return part;
}

/** An .xlsx has no macros and is no template; the order of calculation is Excel's to find again. */
function makePlainWorkbook(draft: PackageDraft, workbook: WorkbookDraft): void {
  const { workbookPart, contentTypes } = draft;
  const relationships = draft.relationships(workbookPart);
  for (const kind of ["/calcChain", "/vbaProject"]) {
    for (const { id } of relationships.ofKind(kind)) draft.release(workbookPart, id);
  }
  for (const sheet of workbook.sheets) if (sheet.kind === "macrosheet") workbook.remove(sheet);
  contentTypes.removeDefaults(MACRO_TYPE);
  const plainType = spreadsheetType("sheet.main");
  if (contentTypes.typeOf(workbookPart) !== plainType) contentTypes.setType(workbookPart, plainType);
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

function* writeSheets(
  writer: SheetPartWriter,
  workbook: WorkbookDraft,
  sheets: readonly PlannedSheet[],
): Steps<void> {
  for (const sheet of sheets) {
    const id = workbook.put(sheet.name, yield* writer.write(sheet));
    const rows = sheet.page?.repeatRows;
    if (rows !== undefined) workbook.names.addPrintTitles(id, sheet.name, rows);
  }
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
  const isHeaderRow = (row: number): boolean => tables.some((table) => hasHeaderRow(draft.text(table), row));
  const part = yield* draft.plainBytes(sheetPart);
  draft.rewrite(sheetPart, yield* appendRows(part, added, styles, isHeaderRow));
  for (const table of tables) {
    const extended = extendTable(draft.text(table), area);
    if (extended !== undefined) draft.rewrite(table, extended);
  }
}
