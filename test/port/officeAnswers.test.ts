import type { PlannedSheet, WritePlan } from "../../src/core/api";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { png } from "../support/testWorkbook";
import type { OfficeHost } from "../../simulatedExcel";
import { readBy } from "./books";
import { freshOfficePerTest } from "./openedOffice";

const open = freshOfficePerTest();

const sheet = (name: string, text: string): PlannedSheet => ({
  name,
  rows: [[{ value: text }], [{ value: 12.5, style: { format: "0.00", bold: true } }]],
  widths: [20],
  merges: ["A1:B1"],
  page: { orientation: "portrait" },
});

/** Two documents of an earlier run, which people arrange; the next run writes one anew and removes the other. */
const file = applyPlan(emptyPackage(), {
  sheets: [sheet("Bill", "first"), sheet("Old bill", "first")],
  removedSheets: [],
  appended: [],
});
const nextRun: WritePlan = {
  sheets: [sheet("Bill", "second")],
  removedSheets: ["Old bill"],
  appended: [],
};

/** One of all that people do to a document, within few cells. */
async function arrange({ Excel }: OfficeHost, name: string): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const { format } = sheet.getRange("B2");
    format.borders.getItem("EdgeLeft").style = "Double";
    format.borders.getItem("EdgeBottom").color = "#FF0000";
    format.fill.color = "#FFFF00";
    format.font.set({ name: "Arial", size: 14, color: "#0000FF", underline: "Single", italic: true });
    format.indentLevel = 2;
    format.protection.locked = false;
    sheet.getRange("A2").getEntireRow().format.rowHeight = 44;
    sheet.getRange("B1").getEntireColumn().format.columnWidth = 77;
    sheet.getRange("A3").hyperlink = { address: "https://example.com/", textToDisplay: "Note" };
    const { dataValidation } = sheet.getRange("C1");
    dataValidation.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
    dataValidation.prompt = { showPrompt: true, title: "Paid", message: "Yes or no" };
    sheet.showGridlines = false;
    sheet.tabColor = "#00FF00";
    sheet.pageLayout.set({ orientation: "Landscape", leftMargin: 12 });
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "Mine";
    sheet.shapes.addImage(btoa(String.fromCharCode(...png(30, 20)))).name = "Stamp";
    await context.sync();
  });
}

/** A member of an answer, and what of the workbook is not put back where it is not known. */
type LeftOut = readonly [member: string, ...lost: string[]];

const looks: readonly LeftOut[] = [
  ["borders/left", "left", "right"],
  ["borders/bottom/style", "bottom", "top"],
  ["borders", "top", "bottom", "left", "right"],
  ["font/underline", "underline"],
  ["font/color", "fontColor"],
  ["font/name", "fontName"],
  ["font", "fontName", "fontSize", "fontColor", "bold", "italic", "underline"],
  ["fill/pattern"],
  ["fill/color", "fill"],
  ["fill", "fill"],
  ["protection/locked", "locked"],
  ["format/protection", "locked"],
  ["indentLevel", "indent"],
  ["hyperlink", "link", "fontColor", "underline"],
];

const setup: readonly LeftOut[] = [
  ["rowHidden"],
  ["rowHeight", "rows"],
  ["useStandardHeight", "rows"],
  ["columnWidth", "columns"],
  ["useStandardWidth", "columns"],
  ["showGridlines", "showGridlines"],
  ["tabColor", "tabColor"],
  ["orientation", "Orientation"],
  ["zoom", "Zoom"],
  ["zoom/horizontalFitToPages", "Zoom"],
  ["leftMargin", "LeftMargin"],
  ["centerFooter", "DefaultForAllPages.CenterFooter"],
  ["pageLayout", "page"],
];

const others: readonly LeftOut[] = [
  ["visibility"],
  ["protection/protected"],
  ["isDataFiltered"],
  ["position"],
  ["zOrderPosition"],
  ["altTextTitle"],
  ["rotation"],
  ["dataValidation/errorAlert"],
  ["prompt", "Prompt"],
  ["rule", "validations"],
];

/** The workbook without what is not looked at, by the names of the snapshot. */
function withoutNames(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutNames(item, names));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNames(member, names)]));
}

const bookOf = (host: OfficeHost, lost: readonly string[]) => withoutNames(host.snapshot(), lost);

describe("a member that answers lack", () => {
  it.each([...looks, ...setup, ...others])("ends no write and no undo: %s", async (member, ...lost) => {
    const { host, port } = await open(file);
    for (const name of ["Bill", "Old bill"]) await arrange(host, name);
    const before = bookOf(host, lost);
    for (const lack of ["absent", "null"] as const) {
      host.answerAll();
      const snapshot = await readBy(port);
      host.leaveOut(member, lack);
      const result = await port.apply(nextRun, snapshot);
      expect({ lack, result }).toMatchObject({ lack, result: { ok: true } });
      if (!result.ok) return;
      expect(await port.undo(result.value)).toEqual({ ok: true, value: undefined });
      expect({ lack, book: bookOf(host, lost) }).toEqual({ lack, book: before });
    }
  });
});
