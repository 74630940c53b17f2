import { cellAddress, type SheetArea, addAll } from "../../../core/api";
import { decodeUtf8 } from "../../bytes/text";
import { finish, type Steps } from "../../bytes/steps";
import { namingPart } from "../../opc/namingPart";
import { PackageDraft } from "../../opc/packageDraft";
import { parseXml } from "../../xml/xml";
import { applyEdits, removeElement, type XmlEdit } from "../../xml/xmlEdit";
import { escapeText } from "../../xml/xmlText";
import type { WorkbookPackage } from "../package/workbookPackage";
import { release } from "../write/release";
import { keepAsWorkbook } from "../write/workbookType";
import { formulaCells, type FormulaCell } from "./formulaCells";

/** What is to become values. */
export interface FreezeChoice {
  /** Cells whose formulas all become values. */
  readonly areas: readonly SheetArea[];
  /** Formulas with the add-in's functions become values wherever they are. */
  readonly functions: boolean;
}

export interface FrozenWorkbook {
  readonly bytes: Uint8Array;
  /** How many formulas became values, by sheet. */
  readonly frozen: readonly { readonly sheet: string; readonly cells: number }[];
  /** Formulas without a result to keep; those with functions of the add-in calculate again where it is there. */
  readonly kept: readonly { readonly sheet: string; readonly cell: string }[];
}

/** Our functions as a file names them, and as cells show them or other programs leave them. */
const OUR_FUNCTION = /(?:_xlfn\.|_xludf\.|@)*(?:_xldudf_BILLING_|BILLING\.)([A-Z][A-Z0-9_.]*)(?=\()/gi;
/** A text in a formula, which names nothing. */
const QUOTED = /"(?:[^"]|"")*"/g;
/** What a cell shows where its function is not known. */
const NO_NAME = /^#NAME\?$/;

const usesOurs = (formula: string): boolean => formula.replace(QUOTED, "").search(OUR_FUNCTION) >= 0;

/** The formula with our functions named as Excel stores them, so that they calculate again where the add-in is there. */
function repaired(formula: string): string {
  const pieces = formula.split(/("(?:[^"]|"")*")/);
  const mended = pieces.map((piece, index) =>
    index % 2 === 1
      ? piece
      : piece.replace(
          OUR_FUNCTION,
          (_, name: string) => `_xldudf_BILLING_${name.toUpperCase().replaceAll(".", "_")}`,
        ),
  );
  return mended.join("");
}

const isWithin = (cell: FormulaCell, areas: readonly SheetArea[]): boolean =>
  areas.some(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      cell.row >= firstRow && cell.row <= lastRow && cell.column >= firstColumn && cell.column <= lastColumn,
  );

/** A formula goes, and with it the mark that its result spills; the result stays byte for byte. */
function freezeEdits(source: string, { tag: [start, end], formula }: FormulaCell): XmlEdit[] {
  const tag = source.slice(start, end);
  const plain = tag.replace(/\scm\s*=\s*(?:"[^"]*"|'[^']*')/, "");
  return [
    ...(plain === tag ? [] : [{ start, end, text: plain }]),
    { start: formula[0], end: formula[1], text: "" },
  ];
}

function repairEdits(source: string, { formula: [start, end], text }: FormulaCell): XmlEdit[] {
  const mended = repaired(text);
  if (mended === text) return [];
  const open = source.indexOf(">", start) + 1;
  return [{ start: open, end: source.lastIndexOf("<", end - 1), text: escapeText(mended) }];
}

interface SheetResult {
  readonly edits: readonly XmlEdit[];
  readonly frozen: number;
  readonly kept: readonly FormulaCell[];
}

/** Cells that share a formula go together: without the first of them the others would have none. */
function freezeSheet(source: string, areas: readonly SheetArea[], functions: boolean): SheetResult {
  const cells = formulaCells(source);
  const groups = new Set<number>();
  const isChosen = (cell: FormulaCell) => isWithin(cell, areas) || (functions && usesOurs(cell.text));
  for (const cell of cells) if (cell.shared !== undefined && isChosen(cell)) groups.add(cell.shared);
  const hasResult = ({ value, text }: FormulaCell) =>
    value !== undefined && !(NO_NAME.test(value) && usesOurs(text));
  // A group of which one has no result stays whole.
  const unfinished = new Set(cells.filter((cell) => !hasResult(cell)).map(({ shared }) => shared));
  const edits: XmlEdit[] = [];
  const kept: FormulaCell[] = [];
  let frozen = 0;
  for (const cell of cells) {
    const isShared = cell.shared !== undefined;
    if (!(isShared ? groups.has(cell.shared) : isChosen(cell))) continue;
    if (hasResult(cell) && !(isShared && unfinished.has(cell.shared))) {
      edits.push(...freezeEdits(source, cell));
      frozen++;
    } else {
      edits.push(...repairEdits(source, cell));
      kept.push(cell);
    }
  }
  return { edits, frozen, kept };
}

/** Columns of tables that fill new rows with a formula do so no more. */
function withoutColumnFormulas(source: string): string {
  const root = parseXml(source);
  return applyEdits(source, [...root.descendants("calculatedColumnFormula")].map(removeElement));
}

function* freezeParts(source: WorkbookPackage, { areas, functions }: FreezeChoice): Steps<FrozenWorkbook> {
  const draft = new PackageDraft(source.parts);
  keepAsWorkbook(draft, source.format);
  const frozen: { sheet: string; cells: number }[] = [];
  const kept: { sheet: string; cell: string }[] = [];
  for (const { name: sheet, partName, kind } of source.sheets) {
    const ofSheet = areas.filter((area) => area.sheet === sheet);
    if (kind !== "worksheet" || (ofSheet.length === 0 && !functions)) continue;
    const text = decodeUtf8(yield* draft.plainBytes(partName));
    const result = namingPart(partName, () => freezeSheet(text, ofSheet, functions));
    if (result.edits.length > 0) draft.rewrite(partName, applyEdits(text, result.edits));
    if (result.frozen > 0) frozen.push({ sheet, cells: result.frozen });
    addAll(
      kept,
      result.kept.map((cell) => ({ sheet, cell: cellAddress(cell) })),
    );
    yield;
  }
  for (const { partName, area } of source.tableParts) {
    if (!areas.some(({ sheet, firstRow }) => sheet === area.sheet && firstRow === area.firstRow)) continue;
    const text = draft.text(partName);
    const plain = withoutColumnFormulas(text);
    if (plain !== text) draft.rewrite(partName, plain);
  }
  // The order of calculation names cells that have no formula any more; Excel finds it again.
  if (frozen.length > 0) release(draft, "/calcChain");
  return { bytes: yield* draft.toZip(), frozen, kept };
}

/** The workbook as a file in which the chosen formulas are their stored results; nothing else changes. */
export function freezeFormulas(source: WorkbookPackage, choice: FreezeChoice): FrozenWorkbook {
  return finish(freezeParts(source, choice));
}
