import { encodeUtf8 } from "../../bytes/text";
import { parseXml } from "../../xml/xml";
import { keptRules } from "./keptRules";

const rows = Array.from({ length: 12 }, () => []);
const planned = { name: "Invoices", rows, widths: [] };

/** What is kept of a sheet of nine rows with some conditional formats. */
function kept(rules: string, prefix = ""): string {
  const part = `<${prefix}worksheet xmlns${prefix === "" ? "" : ":x"}="m"><${prefix}dimension ref="A1:D9"/><${prefix}sheetData/>${rules}</${prefix}worksheet>`;
  return keptRules(encodeUtf8(part), planned);
}

const rule =
  '<cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>$D2&lt;0</formula></cfRule>';

describe("conditional formats of a sheet that is written again", () => {
  it.each([
    ["to the last row reach the last row", "D2:D9", "D2:D12"],
    ["beyond it stay as they are", "D2:D500", "D2:D500"],
    ["of some rows, of one cell and of whole columns stay", "A2:A5 B9 C:C", "A2:A5 B9 C:C"],
    ["of several areas grow one by one", "A2:A9 C2:C3", "A2:A12 C2:C3"],
  ])("%s", (_what, before, after) => {
    const element = (areas: string) =>
      `<conditionalFormatting sqref="${areas}">${rule}</conditionalFormatting>`;
    expect(kept(element(before))).toBe(element(after));
  });

  it("lose what belongs to extensions, and their prefix", () => {
    const extended =
      '<x:conditionalFormatting sqref="A2"><x:cfRule type="dataBar" priority="2"><x:dataBar><x:color rgb="FF638EC6"/></x:dataBar>' +
      '<x:extLst><x:ext xmlns:x14="e"><x14:id>{1}</x14:id></x:ext></x:extLst></x:cfRule></x:conditionalFormatting>';
    const text = kept(extended, "x:");
    expect(text).toBe(
      '<conditionalFormatting sqref="A2"><cfRule type="dataBar" priority="2"><dataBar><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>',
    );
    expect(() => parseXml(`<worksheet xmlns="m">${text}</worksheet>`)).not.toThrow();
  });

  it("of pivot tables, or named by what the sheet does not know, are left out", () => {
    const odd = rule.replace("<cfRule", '<cfRule xr:uid="{1}"');
    expect(kept(`<conditionalFormatting pivot="1" sqref="A2">${rule}</conditionalFormatting>`)).toBe("");
    expect(kept(`<conditionalFormatting sqref="A2">${odd}</conditionalFormatting>`)).toBe("");
    expect(kept("")).toBe("");
  });
});
