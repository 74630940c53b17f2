import type { WritePlan } from "../../src/core/api";
import { png } from "../support/testWorkbook";
import type { OfficeHost } from "../../simulatedExcel";
import { billingPlan, starterBook } from "./officeBooks";
import { readBy } from "./books";
import { written, type OpenedOffice, type OpenOffice } from "./openedOffice";

const documentsOf = ({ sheets }: WritePlan) => sheets.filter(({ table }) => table === undefined);

/** What people do to invoice sheets: looks, sizes, panes, page, pictures, links and rules of their own. */
async function arrange({ Excel }: OfficeHost, name: string): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const range = sheet.getRange("B3:C4");
    range.format.borders.getItem("EdgeLeft").style = "Double";
    range.format.borders.getItem("EdgeBottom").color = "#FF0000";
    range.format.fill.color = "#FFFF00";
    range.format.font.strikethrough = true;
    range.format.font.name = "Arial";
    range.format.indentLevel = 2;
    range.format.protection.locked = false;
    sheet.getRange("A2").getEntireRow().format.rowHeight = 44;
    sheet.getRange("C1").getEntireColumn().format.columnWidth = 77;
    sheet.getRange("J30").values = [["Checked"]];
    sheet.getRange("J31").hyperlink = { address: "https://example.com/", textToDisplay: "Note" };
    sheet.getRange("J33:K34").merge(false);
    sheet.getRange("L1").dataValidation.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B5"));
    sheet.showGridlines = true;
    sheet.tabColor = "#00FF00";
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.leftMargin = 12;
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "Mine";
    sheet.pageLayout.headersFooters.defaultForAllPages.leftHeader = "Mine, too";
    sheet.pageLayout.setPrintArea("A1:H40");
    const picture = sheet.shapes.addImage(btoa(String.fromCharCode(...png(30, 20))));
    picture.name = "Stamp";
    picture.left = 33;
    await context.sync();
  });
}

/** A book with the sheets of a first run, arranged by people, and a second run that rewrites all and removes one. */
export async function secondRun(open: OpenOffice): Promise<OpenedOffice & { readonly plan: WritePlan }> {
  const opened = await open(starterBook());
  const { host, port, snapshot } = opened;
  const first = billingPlan(snapshot, png(40, 20));
  await written(port.apply(first, snapshot));
  const documents = documentsOf(first);
  expect(documents.length).toBeGreaterThan(1);
  for (const { name } of documents) await arrange(host, name);
  const again = billingPlan(snapshot, png(60, 20));
  const [removed] = documentsOf(again);
  const plan = {
    ...again,
    sheets: again.sheets.filter((sheet) => sheet !== removed),
    removedSheets: [removed!.name],
  };
  return { ...opened, snapshot: await readBy(port), plan };
}
