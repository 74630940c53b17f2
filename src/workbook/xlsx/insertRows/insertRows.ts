import { indexOfBytes } from "../../bytes/bytes";
import { decodeUtf8, encodeUtf8 } from "../../bytes/text";
import type { Steps } from "../../bytes/steps";
import type { PackageDraft } from "../../opc/packageDraft";
import { parseXml } from "../../xml/xml";
import { applyEdits, setAttribute } from "../../xml/xmlEdit";
import { escapeText } from "../../xml/xmlText";
import { parseArea } from "../areaReference";
import type { WorkbookDraft } from "../book/workbookDraft";
import { PlanError } from "../write/planError";
import { withMovedFormulas } from "./formulaElements";
import { movedFormula } from "./movedFormula";
import { areaEdits, moveSheetRows } from "./moveSheetRows";
import { movedReferences, movedRow, type RowInsertion } from "./rowInsertion";

/** What is on a sheet and would not follow its rows: named with the word that people know it by. */
const ANCHORED: readonly (readonly [kind: string, name: string])[] = [
  ["/comments", "a note"],
  ["/threadedComment", "a comment"],
  ["/pivotTable", "a pivot table"],
];

/** Refuses what Excel would move and this does not; above the rows it stays where it is. */
function checkAnchored(draft: PackageDraft, part: string, { sheet, row }: RowInsertion): void {
  for (const [kind, name] of ANCHORED) {
    for (const related of draft.relationships(part).ofKind(kind)) {
      if (related.part === undefined) continue;
      const references = draft.text(related.part).matchAll(/\sref="([^"]*)"/g);
      const isBelow = [...references].some(([, reference]) => (parseArea(reference!)?.lastRow ?? 0) >= row);
      if (isBelow)
        throw new PlanError(
          `Rows cannot come into the sheet "${sheet}" above its row ${String(row + 1)}: ${name} is there; move it to another sheet.`,
        );
    }
  }
}

/** A table keeps its row of totals below the rows that come into it, and its filter above that. */
function movedTable(source: string, insertion: RowInsertion): string {
  const root = parseXml(source);
  const moved = withMovedFormulas(
    applyEdits(source, areaEdits(root, insertion)),
    { sheet: insertion.sheet, isBelow: true },
    insertion,
  );
  const filter = root.child("autoFilter");
  const filtered = filter && parseArea(filter.attribute("ref") ?? "");
  if (!filter || !filtered || filtered.lastRow !== insertion.row - 1) return moved;
  // The filter ends right above the totals, so that nothing of it moved: it takes the rows in.
  const grown = parseXml(moved).child("autoFilter")!;
  const last = String(filtered.lastRow + insertion.count + 1);
  return applyEdits(moved, [setAttribute(grown, "ref", filter.attribute("ref")!.replace(/\d+$/, last))]);
}

/** Pictures and charts that hang on a row follow it. */
function movedDrawing(source: string, insertion: RowInsertion): string {
  return source.replace(
    /(<(?:[\w.-]+:)?row>)(\d+)(?=<)/g,
    (_, tag: string, row: string) => tag + String(movedRow(Number(row), insertion)),
  );
}

/** The cells that a pivot table counts. */
function movedSource(source: string, insertion: RowInsertion): string {
  const element = [...parseXml(source).descendants("worksheetSource")][0];
  const reference = element?.attribute("ref");
  if (!element || reference === undefined || element.attribute("sheet") !== insertion.sheet) return source;
  return applyEdits(source, [setAttribute(element, "ref", movedReferences(reference, insertion))]);
}

/** Formulas of other sheets, charts and pivot tables that name the sheet. */
function* followElsewhere(
  draft: PackageDraft,
  workbook: WorkbookDraft,
  part: string,
  insertion: RowInsertion,
): Steps<void> {
  const name = encodeUtf8(escapeText(insertion.sheet.replaceAll("'", "''")));
  const sheetOf = new Map(workbook.sheets.map((sheet) => [sheet.part, sheet.name]));
  for (const other of draft.partsOf(/^xl\/(?:worksheets|chartsheets|charts|pivotCache)\/[^/]+\.xml$/)) {
    if (other === part) continue;
    const bytes = yield* draft.plainBytes(other);
    // Names of sheets are compared without regard to case; a formula that writes it in another is Excel's rarest.
    if (indexOfBytes(bytes, name) < 0) continue;
    const text = decodeUtf8(bytes);
    const position = { sheet: sheetOf.get(other), isBelow: false };
    const moved = movedSource(withMovedFormulas(text, position, insertion), insertion);
    if (moved !== text) draft.rewrite(other, moved);
  }
}

/**
 * Makes room for rows in the middle of a sheet, as Excel does: what is below moves down, and whatever names its cells
 * (formulas anywhere, names, tables, rules, links, pictures, charts) follows. Throws a PlanError for what cannot follow.
 */
export function* insertRows(
  draft: PackageDraft,
  workbook: WorkbookDraft,
  part: string,
  insertion: RowInsertion,
): Steps<void> {
  checkAnchored(draft, part, insertion);
  draft.rewrite(part, yield* moveSheetRows(yield* draft.plainBytes(part), insertion));
  const related = (kind: string) =>
    draft
      .relationships(part)
      .ofKind(kind)
      .flatMap((relationship) => relationship.part ?? []);
  for (const table of related("/table")) draft.rewrite(table, movedTable(draft.text(table), insertion));
  for (const drawing of related("/drawing"))
    draft.rewrite(drawing, movedDrawing(draft.text(drawing), insertion));
  yield* followElsewhere(draft, workbook, part, insertion);
  workbook.names.change((formula) => movedFormula(formula, { sheet: undefined, isBelow: false }, insertion));
}
