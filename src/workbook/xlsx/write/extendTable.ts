import { areaReference, parseArea, type Area } from "../areaReference";
import { PlanError } from "./planError";
import { parseXml, type XmlElement } from "../../xml/xml";
import { applyEdits, setAttribute } from "../../xml/xmlEdit";

/**
 * The table part with rows taken in that begin within the table or right below it; undefined when they are
 * none of its own, or within it already. Rows that are to come in front of its totals need room there first.
 */
export function extendTable(source: string, added: Area): string | undefined {
  const root = parseXml(source);
  const area = parseArea(root.attribute("ref") ?? "");
  if (area === undefined || !belongs(area, added)) return undefined;
  const totals = Number(root.attribute("totalsRowCount") ?? 0);
  if (added.lastRow <= area.lastRow - totals) return undefined;
  if (totals > 0) {
    const name = root.attribute("displayName") ?? "";
    throw new PlanError(`Rows cannot be added to the table "${name}": turn its row of totals off first.`);
  }
  const edits = [setAttribute(root, "ref", areaReference({ ...area, lastRow: added.lastRow }))];
  const filter = root.child("autoFilter");
  const filtered = filter && parseArea(filter.attribute("ref") ?? "");
  if (filter !== undefined && filtered !== undefined) {
    edits.push(setAttribute(filter, "ref", areaReference({ ...filtered, lastRow: added.lastRow })));
  }
  return applyEdits(source, edits);
}

/** Whether a table has its titles in a row. */
export function hasHeaderRow(source: string, row: number): boolean {
  const root = parseXml(source);
  return root.attribute("headerRowCount") !== "0" && firstRowOf(root) === row;
}

function firstRowOf(root: XmlElement): number | undefined {
  return parseArea(root.attribute("ref") ?? "")?.firstRow;
}

function belongs(table: Area, added: Area): boolean {
  const below = added.firstRow > table.firstRow && added.firstRow <= table.lastRow + 1;
  return below && added.firstColumn <= table.lastColumn && added.lastColumn >= table.firstColumn;
}
