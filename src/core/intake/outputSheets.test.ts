import { sheet } from "../../../test/properties/support/sheets";
import { isOutputSheet } from "./outputSheets";

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
