import { sheet, workbook } from "../../../test/properties/support/sheets";
import { billPeriod } from "../run/billingRun";

const contracts = sheet("Contracts", [
  ["Contract ID", "Customer ID", "Start date"],
  ["K1", "C1", { date: 45_900 }],
]);
const prices = sheet("Prices", [
  ["Contract ID", "Product", "Pricing model", "Flat fee"],
  ["K1", "Fee", "flat", 100],
]);

function billed(...settings: readonly (readonly [string, string | number])[]) {
  const book = workbook([sheet("Settings", [["Key", "Value"], ...settings]), contracts, prices]);
  const result = billPeriod(book, {
    period: { from: 46_296, to: 46_326 },
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  const { issues, held, invoices } = result.run;
  return {
    twice: issues.filter(({ code }) => code === "DUPLICATE_KEY").map(({ at, value }) => [at.row, value]),
    held: held.map(({ contractId }) => contractId),
    documents: invoices.length,
  };
}

describe("a setting that stands twice", () => {
  it.each([
    ["amounts", "Currency", "EUR", "USD"],
    ["what else documents say", "Payment terms", "Net 30", "Net 14"],
  ])("holds everything where it decides %s", (_what, key, first, second) => {
    expect(billed([key, first], ["Tax rounding", "line"], [key.toUpperCase(), second])).toEqual({
      twice: [[3, key]],
      held: ["K1"],
      documents: 0,
    });
  });

  it("is said where it decides nothing of a document", () => {
    const seen = billed(["Aging limits", "30, 60"], ["Aging limits", "15, 30"]);
    expect(seen).toEqual({ twice: [[2, "Aging limits"]], held: [], documents: 1 });
  });

  it("is no matter where it says the same, or nothing", () => {
    const seen = billed(["Payment terms", "Net 30"], ["Payment terms", "net 30"], ["Payment terms", ""]);
    expect(seen).toEqual({ twice: [], held: [], documents: 1 });
  });
});

it("settings on the sheet of another table hold everything: the defaults would count in their place", () => {
  const sheets = sheet("Contracts", [
    ["Contract ID", "Customer ID", "Start date"],
    ["K1", "C1", { date: 45_900 }],
    [],
    ["Key", "Value"],
    ["Currency", "GBP"],
    ["Payment terms", "Net 14"],
  ]);
  const result = billPeriod(workbook([sheets, prices]), {
    period: { from: 46_296, to: 46_326 },
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  expect(result.run.issues.map(({ code, severity }) => `${code} ${severity}`)).toContain(
    "TABLE_NOT_READ error",
  );
  expect([result.run.invoices.length, result.run.held.map(({ contractId }) => contractId)]).toEqual([
    0,
    ["K1"],
  ]);
});
