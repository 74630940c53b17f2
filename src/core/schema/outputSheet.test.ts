import { sheet, workbook } from "../../../test/properties/support/sheets";
import { textColumn } from "./column";
import { outputMapping, outputSheetName } from "./outputSheet";
import { defineTable } from "./table";

const ours = ["Code", "Sheet", "Message", "Value"];
const theirs = ["Nr", "What", "Who"];
const [code, location, message, value] = ours.map((title) => textColumn({ title, help: "" }));
const issues = defineTable({
  title: "Issues",
  synonyms: [],
  help: "",
  columns: { code: code!, location: location!, message: message!, value: value! },
  examples: [],
});

describe("outputSheetName", () => {
  it("is the own name where nobody else has it", () => {
    expect(outputSheetName(issues, workbook([]))).toBe("Issues");
    expect(outputSheetName(issues, workbook([sheet("Issues", [ours])]))).toBe("Issues");
  });

  it("is a free name beside a sheet of somebody, and the same one the next time", () => {
    const ourSheet = sheet("Issues", [theirs, [1, "late", "Ann"]]);
    expect(outputSheetName(issues, workbook([ourSheet]))).toBe("Issues (2)");
    expect(outputSheetName(issues, workbook([ourSheet, sheet("Issues (2)", [ours])]))).toBe("Issues (2)");
    expect(outputSheetName(issues, workbook([ourSheet, sheet("issues (2)", [theirs])]))).toBe("Issues (3)");
  });
});

describe("outputMapping", () => {
  it("names the sheet only where it is not the one of the table's name", () => {
    const ourSheet = sheet("Issues", [theirs]);
    expect([...outputMapping(issues, workbook([sheet("Issues", [ours])]))]).toEqual([]);
    expect([...outputMapping(issues, workbook([ourSheet]))]).toEqual([["sheet", "Issues (2)"]]);
  });
});
