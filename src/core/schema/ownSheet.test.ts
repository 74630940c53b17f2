import { sheet, workbook } from "../../../test/properties/support/sheets";
import { textColumn } from "./column";
import { outputMapping, outputSheetName } from "./ownSheet";
import { defineTable } from "./table";

const ours = ["Code", "Sheet", "Message", "Value"];
const theirs = ["Nr", "What", "Who"];
const [code, place, message, value] = ours.map((title) => textColumn({ title, help: "" }));
const issues = defineTable({
  title: "Issues",
  synonyms: [],
  help: "",
  columns: { code: code!, place: place!, message: message!, value: value! },
  examples: [],
});

describe("outputSheetName", () => {
  it("is the own name where nobody else has it", () => {
    expect(outputSheetName(issues, workbook([]))).toBe("Issues");
    expect(outputSheetName(issues, workbook([sheet("Issues", [ours])]))).toBe("Issues");
  });

  it("is a free name beside a sheet of somebody, and the same one the next time", () => {
    const own = sheet("Issues", [theirs, [1, "late", "Ann"]]);
    expect(outputSheetName(issues, workbook([own]))).toBe("Issues (2)");
    expect(outputSheetName(issues, workbook([own, sheet("Issues (2)", [ours])]))).toBe("Issues (2)");
    expect(outputSheetName(issues, workbook([own, sheet("issues (2)", [theirs])]))).toBe("Issues (3)");
  });
});

describe("outputMapping", () => {
  it("names the sheet only where it is not the one of the table's name", () => {
    const own = sheet("Issues", [theirs]);
    expect([...outputMapping(issues, workbook([sheet("Issues", [ours])]))]).toEqual([]);
    expect([...outputMapping(issues, workbook([own]))]).toEqual([["sheet", "Issues (2)"]]);
  });
});
