import { areaReference, parseArea, type Area } from "../areaReference";
import { PlanError } from "./planError";
import { parseXml, type XmlElement } from "../../xml/xml";
import { appendContent, applyEdits, setAttribute, type XmlEdit } from "../../xml/xmlEdit";
import { escapeAttribute } from "../../xml/xmlText";

/** Columns behind the last one; their titles stand in the header of the sheet as well. */
function columnEdits(root: XmlElement, titles: readonly string[]): XmlEdit[] {
  const list = root.child("tableColumns");
  if (list === undefined || titles.length === 0) return [];
  const ids = list.children.map((column) => Number(column.attribute("id") ?? 0));
  const next = ids.reduce((most, id) => Math.max(most, id), 0) + 1;
  const columns = titles.map(
    (title, index) =>
      `<${list.prefix}tableColumn id="${String(next + index)}" name="${escapeAttribute(title)}"/>`,
  );
  const count = String(list.children.length + titles.length);
  return [setAttribute(list, "count", count), appendContent(list, columns.join(""))];
}

/**
 * The table part with rows taken in that begin within the table or right below it, and with columns behind its last one;
 * undefined when they are none of its own, or within it already. Rows that are to come in front of its totals need room
 * there first.
 */
export function extendTable(
  source: string,
  added: Area,
  columns: readonly string[] = [],
): string | undefined {
  const root = parseXml(source);
  const area = parseArea(root.attribute("ref") ?? "");
  if (area === undefined || !belongs(area, added)) return undefined;
  const totals = Number(root.attribute("totalsRowCount") ?? 0);
  const needsRows = added.lastRow > area.lastRow - totals;
  if (!needsRows && columns.length === 0) return undefined;
  if (needsRows && totals > 0) {
    const name = root.attribute("displayName") ?? "";
    throw new PlanError(`Rows cannot be added to the table "${name}": turn its row of totals off first.`);
  }
  const grown = (old: Area): string =>
    areaReference({
      ...old,
      lastRow: needsRows ? added.lastRow : old.lastRow,
      lastColumn: old.lastColumn + columns.length,
    });
  const edits = [setAttribute(root, "ref", grown(area)), ...columnEdits(root, columns)];
  const filter = root.child("autoFilter");
  const filtered = filter && parseArea(filter.attribute("ref") ?? "");
  if (filter !== undefined && filtered !== undefined)
    edits.push(setAttribute(filter, "ref", grown(filtered)));
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
