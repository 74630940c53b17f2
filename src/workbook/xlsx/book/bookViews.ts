import { WORKBOOK_ORDER } from "./workbookOrder";
import type { XmlElement } from "../../xml/xml";
import { insertInOrder, setAttribute, type XmlEdit } from "../../xml/xmlEdit";

interface Tab {
  readonly sheetId: number;
  readonly state: "visible" | "hidden" | "veryHidden";
}

/**
 * Keeps the same tab in front as tabs come and go; a view that names a tab beyond the last makes Excel
 * repair the file. A workbook without a view gets one, because each sheet's view refers to it.
 */
export function workbookViewEdits(
  workbook: XmlElement,
  before: readonly Tab[],
  after: readonly Tab[],
): XmlEdit[] {
  const views = workbook.child("bookViews");
  if (views === undefined) {
    const { prefix } = workbook;
    const text = `<${prefix}bookViews><${prefix}workbookView/></${prefix}bookViews>`;
    return [insertInOrder(workbook, WORKBOOK_ORDER, "bookViews", text)];
  }
  const kept = new Set(after.map(({ sheetId }) => sheetId));
  if (before.every(({ sheetId }) => kept.has(sheetId))) return [];
  return views.childrenNamed("workbookView").flatMap((view) => {
    const active = before[Number(view.attribute("activeTab") ?? 0)]?.sheetId;
    return [
      setAttribute(view, "firstSheet", undefined),
      setAttribute(view, "activeTab", String(frontTab(active, after))),
    ];
  });
}

function frontTab(active: number | undefined, tabs: readonly Tab[]): number {
  const index = tabs.findIndex(({ sheetId }) => sheetId === active);
  if (index >= 0) return index;
  return Math.max(
    0,
    tabs.findIndex(({ state }) => state === "visible"),
  );
}
