import { sheet, workbook } from "../../../test/properties/support/sheets";
import { isOutputSheet, outputSheetName } from "./outputSheets";

const ours = ["Code", "Severity", "Sheet", "Cell", "Value", "Message", "Amount at stake", "Held invoice"];
const theirs = ["Nr", "What", "Who"];

describe("isOutputSheet", () => {
  it.each([
    ["Issues", ours, true],
    ["Issues", ["Mine", ...ours], true],
    ["Issues (2)", ours, true],
    ["Issues", ours.slice(0, 4), true],
    ["Issues", theirs, false],
    ["Issues", ["Code", "Message"], false],
    ["My issues", ours, false],
  ])("%s with %j: %s", (name, header, isOurs) => {
    expect(isOutputSheet(sheet(name, [header]))).toBe(isOurs);
  });
});

describe("outputSheetName", () => {
  it("is the own name where nobody else has it", () => {
    expect(outputSheetName("Issues", workbook([]))).toBe("Issues");
    expect(outputSheetName("Issues", workbook([sheet("Issues", [ours])]))).toBe("Issues");
  });

  it("is a free name beside a sheet of somebody, and the same one the next time", () => {
    const own = sheet("Issues", [theirs, [1, "late", "Ann"]]);
    expect(outputSheetName("Issues", workbook([own]))).toBe("Issues (2)");
    expect(outputSheetName("Issues", workbook([own, sheet("Issues (2)", [ours])]))).toBe("Issues (2)");
    expect(outputSheetName("Issues", workbook([own, sheet("issues (2)", [theirs])]))).toBe("Issues (3)");
  });
});
