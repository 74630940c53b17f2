import type { Grid, RedactedSheet, Redaction, Snapshot } from "../../../core/api";
import { decodeUtf8 } from "../../bytes/text";
import { finish, type Steps } from "../../bytes/steps";
import { spreadsheetType } from "../../opc/contentTypes";
import { namingPart } from "../../opc/namingPart";
import { xmlDeclaration } from "../../opc/namespaces";
import { PackageDraft } from "../../opc/packageDraft";
import { parseXml } from "../../xml/xml";
import { applyEdits, setAttribute } from "../../xml/xmlEdit";
import { escapeAttribute } from "../../xml/xmlText";
import { areaReference } from "../areaReference";
import { emptyPackage } from "../package/emptyPackage";
import type { SheetPart } from "../package/sheetList";
import type { TablePart } from "../package/tables";
import type { WorkbookPackage } from "../package/workbookPackage";
import { tableXml, uniqueColumnNames } from "../write/tableXml";
import { copiedCells } from "./redactSheet";

/** Sheets that a formula names, with or without quotes. */
const NAMED_SHEET = /'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A sheet of the copy with all that its part is made from. */
interface CopiedSheet {
  readonly listed: SheetPart;
  readonly redacted: RedactedSheet;
  readonly grid: Grid;
}

/** A table of a sheet in the copy: its columns are called as their header cells are. */
interface CopiedTable {
  readonly part: TablePart;
  readonly columns: readonly string[];
}

function sheetsOf({ sheets }: WorkbookPackage, redaction: Redaction, { grids }: Snapshot): CopiedSheet[] {
  return sheets.flatMap((listed) => {
    const redacted = redaction.sheets.find(({ sheet }) => sheet === listed.name);
    const grid = grids.find(({ sheet }) => sheet === listed.name);
    return redacted && grid ? [{ listed, redacted, grid }] : [];
  });
}

function headerText({ grid, redacted }: CopiedSheet, row: number, column: number): string {
  const cell = redacted.cellAt(row, column);
  if (cell.kind === "text") return cell.text;
  const cells = grid.columns[column];
  return cell.kind === "kept" && cells ? (cells.texts.at(cells.values[row]!) ?? "") : "";
}

/** The tables of a sheet of which a column goes into the copy. */
function tablesOf(sheet: CopiedSheet, { tableParts }: WorkbookPackage): CopiedTable[] {
  return tableParts.flatMap((part) => {
    const { sheet: name, firstRow, firstColumn, lastColumn } = part.area;
    if (name !== sheet.listed.name || !part.hasHeader) return [];
    const columns = Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) => firstColumn + index);
    if (columns.every((column) => sheet.redacted.cellAt(firstRow, column).kind === "dropped")) return [];
    return [
      { part, columns: uniqueColumnNames(columns.map((column) => headerText(sheet, firstRow, column))) },
    ];
  });
}

/** The cells of a sheet, with a header for every column of its tables. */
function withHeaders(redacted: RedactedSheet, tables: readonly CopiedTable[]): RedactedSheet {
  const headers = new Map<string, string>();
  for (const { part, columns } of tables)
    for (const [index, text] of columns.entries())
      headers.set(`${String(part.area.firstRow)}|${String(part.area.firstColumn + index)}`, text);
  return {
    ...redacted,
    cellAt: (row, column) => {
      const header = headers.get(`${String(row)}|${String(column)}`);
      return header === undefined ? redacted.cellAt(row, column) : { kind: "text", text: header };
    },
  };
}

/** Styles say how figures look; a text that a number format shows may name somebody. */
function redactedStyles(source: string, text: Redaction["text"]): string {
  const root = parseXml(source);
  const formats = [...root.descendants("numFmt")].flatMap((element) => {
    const code = element.attribute("formatCode") ?? "";
    const redacted = code.replace(/"([^"]*)"/g, (_, shown: string) => `"${text(shown)}"`);
    return redacted === code ? [] : [setAttribute(element, "formatCode", redacted)];
  });
  const names = [...root.descendants("cellStyle")].flatMap((element, index) =>
    element.attribute("builtinId") === undefined
      ? [setAttribute(element, "name", `Style ${String(index + 1)}`)]
      : [],
  );
  return applyEdits(source, [...formats, ...names]);
}

function workbookXml(sheets: readonly CopiedSheet[], date1904: boolean, ids: readonly string[]): string {
  // Excel opens no workbook without a sheet that is shown.
  const first = Math.max(
    0,
    sheets.findIndex(({ listed: { state } }) => state === "visible"),
  );
  const listed = sheets.map(({ listed: { state }, redacted: { name } }, index) => {
    const shown = state === "visible" || index === first ? "" : ` state="${state}"`;
    return `<sheet name="${escapeAttribute(name)}" sheetId="${String(index + 1)}"${shown} r:id="${ids[index]!}"/>`;
  });
  return (
    `<workbookPr${date1904 ? ' date1904="1"' : ""}/><bookViews><workbookView activeTab="${String(first)}"/></bookViews>` +
    `<sheets>${listed.join("")}</sheets></workbook>`
  );
}

/** A workbook being put together from what may be given away. */
class RedactedPackage {
  private readonly draft = new PackageDraft(emptyPackage().parts);
  private readonly before: PackageDraft;
  private lastTable = 0;

  constructor(
    private readonly source: WorkbookPackage,
    private readonly redaction: Redaction,
    private readonly sheets: readonly CopiedSheet[],
    private readonly isForeign: (formula: string) => boolean,
  ) {
    this.before = new PackageDraft(source.parts);
  }

  *toZip(): Steps<Uint8Array> {
    const { draft, source, sheets } = this;
    const ids: string[] = [];
    for (const sheet of sheets) {
      const part = yield* this.sheetPart(sheet);
      ids.push(draft.relationships(draft.workbookPart).add(`${draft.dialect.relationships}/worksheet`, part));
    }
    const { main, relationships } = draft.dialect;
    const root = `${xmlDeclaration}<workbook xmlns="${main}" xmlns:r="${relationships}">`;
    draft.rewrite(draft.workbookPart, root + workbookXml(sheets, source.date1904, ids));
    this.copyStyles();
    return yield* draft.toZip();
  }

  private copyStyles(): void {
    const { draft, source, redaction } = this;
    const { stylesPart } = source;
    if (stylesPart === undefined) return;
    const styles = namingPart(stylesPart, () => redactedStyles(this.before.text(stylesPart), redaction.text));
    const [styleLink] = draft.relationships(draft.workbookPart).ofKind("/styles");
    if (styleLink?.part !== undefined)
      draft.rewrite(styleLink.part, styles.replaceAll(source.parts.dialect.main, draft.dialect.main));
  }

  /** Whether all sheets that a formula names are in the copy by the same name; names and tables are not looked up. */
  private holds(formula: string): boolean {
    if (formula.includes("[") || this.isForeign(formula)) return false;
    const kept = new Set(
      this.sheets.flatMap(({ redacted: { sheet, name } }) => (sheet === name ? [name.toLowerCase()] : [])),
    );
    return [...formula.matchAll(NAMED_SHEET)].every(([, quoted, plain]) =>
      kept.has((quoted?.replaceAll("''", "'") ?? plain ?? "").toLowerCase()),
    );
  }

  private *sheetPart(sheet: CopiedSheet): Steps<string> {
    const { draft, redaction } = this;
    const { main, relationships } = draft.dialect;
    const { partName } = sheet.listed;
    const text = decodeUtf8(yield* this.before.plainBytes(partName));
    const tables = tablesOf(sheet, this.source);
    const redacted = withHeaders(sheet.redacted, tables);
    const input = { grid: sheet.grid, redacted, text: redaction.text, holds: (of: string) => this.holds(of) };
    const { columns, rows } = namingPart(partName, () => copiedCells(text, input));
    const part = draft.freeName("xl/worksheets/sheet", ".xml");
    const merges = sheet.redacted.merges.map((area) => `<mergeCell ref="${areaReference(area)}"/>`);
    const ids = tables.map((table) =>
      draft.relationships(part).add(`${draft.dialect.relationships}/table`, this.tablePart(table)),
    );
    draft.add(
      part,
      spreadsheetType("worksheet"),
      `${xmlDeclaration}<worksheet xmlns="${main}" xmlns:r="${relationships}">${columns}<sheetData>${rows}</sheetData>` +
        (merges.length > 0
          ? `<mergeCells count="${String(merges.length)}">${merges.join("")}</mergeCells>`
          : "") +
        (ids.length > 0
          ? `<tableParts count="${String(ids.length)}">${ids.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`
          : "") +
        "</worksheet>",
    );
    return part;
  }

  private tablePart({ part: { area }, columns }: CopiedTable): string {
    const { draft, redaction } = this;
    const id = ++this.lastTable;
    const part = draft.freeName("xl/tables/table", ".xml");
    const name = redaction.text(area.name) === area.name ? area.name : `Table${String(id)}`;
    const { firstRow: headerRow, firstColumn } = area;
    const lastRow = Math.max(area.lastRow, headerRow + 1);
    draft.add(
      part,
      spreadsheetType("table"),
      tableXml({ id, name, headerRow, lastRow, firstColumn, columns }, draft.dialect),
    );
    return part;
  }
}

/** What else a workbook holds that a copy for others does not. */
const leftBehind: readonly (readonly [RegExp, string])[] = [
  [/comments?\d*\.xml$|threadedComments\//i, "comments"],
  [/^docProps\//i, "properties"],
  [/\/media\//i, "pictures"],
  [/\/charts\//i, "charts"],
  [/\/pivot(?:Tables|Cache)\//i, "pivot tables"],
  [/vbaProject\.bin$/i, "macros"],
  [/\/externalLinks\//i, "links to other workbooks"],
];

/** The kinds of parts of a workbook that stay behind. */
export function partsLeftBehind({ partNames }: WorkbookPackage): string[] {
  return leftBehind.flatMap(([name, kind]) => (partNames.some((part) => name.test(part)) ? [kind] : []));
}

/**
 * The copy of a workbook as a file: nothing of the workbook's is in it but what the redaction names. A formula that is
 * foreign to the copy becomes its value.
 */
export function redactedPackage(
  source: WorkbookPackage,
  snapshot: Snapshot,
  redaction: Redaction,
  isForeign: (formula: string) => boolean = () => false,
): Uint8Array {
  const sheets = sheetsOf(source, redaction, snapshot);
  return finish(new RedactedPackage(source, redaction, sheets, isForeign).toZip());
}
