import { columnIndex } from "../areaReference";
import { parseXml, type XmlElement } from "../../xml/xml";
import { applyEdits, setAttribute } from "../../xml/xmlEdit";

/** A row of a sheet as it is written: its tag and its cells by column. */
export interface ExistingRow {
  readonly element: XmlElement;
  readonly cells: ReadonlyMap<number, XmlElement>;
}

/** Reads one row element. A cell that does not say its column is the one after the cell before it. */
export function parseRow(xml: string): ExistingRow {
  const element = parseXml(xml);
  const cells = new Map<number, XmlElement>();
  let column = -1;
  for (const cell of element.childrenNamed("c")) {
    const name = /^\$?([A-Z]+)/i.exec(cell.attribute("r") ?? "")?.[1];
    column = name === undefined ? column + 1 : columnIndex(name);
    cells.set(column, cell);
  }
  return { element, cells };
}

/** The style index of a cell. */
export function cellStyle(cell: XmlElement): number {
  return Number(cell.attribute("s") ?? 0);
}

/** Whether a cell holds a value or a formula, not only a style. */
export function holdsContent(cell: XmlElement): boolean {
  return cell.children.some((child) => child.inner !== "" || child.attribute("t") !== undefined);
}

/** The row with cells put among its own. What it says of its span may no longer be true and goes. */
export function withCells({ element, cells }: ExistingRow, added: ReadonlyMap<number, string>): string {
  const all = new Map(Array.from(cells, ([column, cell]) => [column, cell.outer]));
  for (const [column, xml] of added) all.set(column, xml);
  const content = [...all].sort(([left], [right]) => left - right).map(([, xml]) => xml);
  const tag = element.tag.replace(/\s*\/?>$/, ">");
  const row = parseXml(`${tag}</${element.qualifiedName}>`);
  const opening = applyEdits(tag, [setAttribute(row, "spans", undefined)]);
  return `${opening}${content.join("")}</${element.qualifiedName}>`;
}
