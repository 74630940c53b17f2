import { decodeText, escapeText } from "../../xml/xmlText";
import { parseArea } from "../areaReference";
import { PlanError } from "../write/planError";
import { movedFormula, type FormulaPosition } from "./movedFormula";
import { movedReferences, type RowInsertion } from "./rowInsertion";

/** Elements whose text is a formula, in sheets, tables, charts and the rules of cells. */
const FORMULA =
  /<((?:[\w.-]+:)?(?:f|formula|formula1|formula2|calculatedColumnFormula|totalsRowFormula))(\s[^<>]*)?>([^<]*)<\/\1>/g;

const attribute = (attributes: string, name: string) =>
  new RegExp(String.raw`\s${name}\s*=\s*["']([^"']*)`).exec(attributes)?.[1];

/**
 * The formulas of the cells that share one are told from where each is, so they hold only where all of them move alike:
 * with `=D2/D3` shared by rows 2 to 4, rows that come in at row 5 part the last from the others.
 */
function checkShared(
  formula: string,
  attributes: string,
  position: FormulaPosition,
  insertion: RowInsertion,
): void {
  const area = parseArea(attribute(attributes, "ref") ?? "");
  if (attribute(attributes, "t") !== "shared" || area === undefined) return;
  const further = area.lastRow - area.firstRow;
  const isParted = area.firstRow < insertion.row && area.lastRow >= insertion.row;
  const atLast = { ...insertion, row: insertion.row - further };
  const isAlike = movedFormula(formula, position, insertion) === movedFormula(formula, position, atLast);
  // An absolute row is the same for all of them, and moved for all; this looks at it as if it were not, and refuses too much.
  if (isParted || (further > 0 && !isAlike))
    throw new PlanError(
      `Rows cannot come into the sheet "${insertion.sheet}" above its row ${String(insertion.row + 1)}: formulas share their text across it; move what stands there to another sheet.`,
    );
}

/** A part's formulas with their references moved; `position` says where the formulas of the part are. */
export function withMovedFormulas(xml: string, position: FormulaPosition, insertion: RowInsertion): string {
  return xml.replace(FORMULA, (whole, name: string, attributes: string | undefined, written: string) => {
    const formula = decodeText(written);
    checkShared(formula, attributes ?? "", position, insertion);
    const moved = movedFormula(formula, position, insertion);
    const area = attribute(attributes ?? "", "ref");
    const movedRef =
      area === undefined || position.sheet !== insertion.sheet ? area : movedReferences(area, insertion);
    if (moved === formula && movedRef === area) return whole;
    const tag =
      area === undefined ? (attributes ?? "") : (attributes ?? "").replace(area, () => movedRef ?? area);
    return `<${name}${tag}>${escapeText(moved)}</${name}>`;
  });
}
