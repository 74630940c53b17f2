import { sheet, workbook } from "../../../test/properties/support/sheets";
import { billPeriod } from "../run/billingRun";

const OCTOBER = 46_296;
const contracts = sheet("Contracts", [
  ["Contract ID", "Customer ID", "Start date"],
  ["C1", "K1", { date: 45_900 }],
  ["C2", "K2", { date: 45_900 }],
]);
const prices = sheet("Prices", [
  ["Contract ID", "Product", "Meter", "Pricing model", "Unit price"],
  ["C1", "Calls", "Calls", "per_unit", 1],
  ["C2", "Calls", "Calls", "per_unit", 1],
]);
const customers = sheet("Customers", [
  ["Customer ID", "Customer name", "Parent"],
  ["K1", "Fjord", "GROUP"],
  ["K2", "Dune"],
  ["GROUP", "Group"],
]);

/** Contracts that wait and what is said of rows that name C1 and a customer. */
function held(customer: string) {
  const usage = sheet("Usage", [
    ["Contract ID", "Customer ID", "Meter", "Date", "Quantity"],
    ["C1", customer, "Calls", { date: OCTOBER + 3 }, 10],
    ["C2", "", "Calls", { date: OCTOBER + 3 }, 10],
  ]);
  const result = billPeriod(workbook([contracts, prices, customers, usage]), {
    period: { from: OCTOBER, to: OCTOBER + 30 },
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  const said = result.run.issues.filter(({ code }) => code === "OTHER_CUSTOMER");
  return [
    result.run.held.map(({ contractId }) => contractId),
    said.map(({ at, value }) => [at.row, at.column, value]),
  ];
}

describe("a row of usage that names a contract and a customer", () => {
  it("holds the contracts of both where the contract is of another customer", () => {
    expect(held("K2")).toEqual([["C1", "C2"], [[1, 1, "K2"]]]);
  });

  it.each([
    ["the customer of the contract", "K1"],
    ["the one that it belongs to", "GROUP"],
    ["nobody", ""],
    ["somebody of another list", "user-17"],
  ])("is billed by its contract where it names %s", (_whom, customer) => {
    expect(held(customer)).toEqual([[], []]);
  });
});
