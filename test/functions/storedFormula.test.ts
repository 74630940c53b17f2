import { formulaCells, withoutStoredValues } from "../../scripts/recalculate/formulaCells";
import { addressesOf } from "../../scripts/functions/references";
import { callsAddIn, shownFormula, storedFormula } from "../../scripts/functions/storedFormula";

describe("a formula of the add-in in a file", () => {
  it.each([
    ["=BILLING.DSO(A1,B1,30)", "_xldudf_BILLING_DSO(A1,B1,30)"],
    [
      "=ROUND(BILLING.CEI(1,2,3,4)+BILLING.DSO(1,2,3),2)",
      "ROUND(_xldudf_BILLING_CEI(1,2,3,4)+_xldudf_BILLING_DSO(1,2,3),2)",
    ],
    ["=SUM(A1:A3)", "SUM(A1:A3)"],
  ])("%s", (shown, stored) => {
    expect(storedFormula(shown)).toBe(stored);
    expect(shownFormula(stored)).toBe(shown);
    expect(callsAddIn(stored)).toBe(shown.includes("BILLING."));
  });
});

it("a reference is its cells row by row", () => {
  expect(addressesOf("B7")).toEqual([["B7"]]);
  expect(addressesOf("Z9:AB10")).toEqual([
    ["Z9", "AA9", "AB9"],
    ["Z10", "AA10", "AB10"],
  ]);
  expect(() => addressesOf("B:B")).toThrow("B:B is no reference to cells");
});

it("a recalculation keeps the values of the add-in and only them", () => {
  const sheet =
    '<c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_BILLING_ROUND_MONEY(C1:C2)</f><v>1.01</v></c>' +
    '<c r="A2"><v>2</v></c><c r="B1" t="str"><f>IF(A1=1,"ok","no")</f><v>ok</v></c>';
  expect(withoutStoredValues(sheet)).toBe(
    '<c r="A1" cm="1"><v>1.01</v></c><c r="A2"><v>2</v></c><c r="B1" t="str"><f>IF(A1=1,"ok","no")</f></c>',
  );
  expect(formulaCells(sheet).map(({ address }) => address)).toEqual(["A1", "B1"]);
});
