import { sheet, workbook } from "../../../test/properties/support/sheets";
import { checkBook } from "./checkBook";

const options = { period: undefined, asOf: undefined, giveNumbers: false };

const payments = sheet("Payments", [
  ["Payment ID", "Customer ID", "Date", "Amount", "Currency"],
  ["P1", "C9", { date: 46_000 }, 10, "EUR"],
  ["P2", "C1", { date: 46_000 }, 10, "EURO"],
]);
const customers = sheet("Customers", [
  ["Customer ID", "Customer name"],
  ["C1", "Heron"],
]);
const contracts = sheet("Contracts", [
  ["Contract ID", "Customer ID", "Start date"],
  ["K1", "C1", { date: 45_900 }],
]);
const prices = sheet("Prices", [
  ["Contract ID", "Product", "Pricing model", "Flat fee"],
  ["K1", "Fee", "flat", 1],
]);

const ofPayments = (sheets: readonly ReturnType<typeof sheet>[], period = false) =>
  checkBook(workbook(sheets), {
    ...options,
    period: period ? { from: 46_000, to: 46_030 } : undefined,
  })
    .issues.filter(({ at }) => at.sheet === "Payments")
    .map(({ code, at }) => [code, at.row, at.column]);

const wrong = [
  ["UNKNOWN_CURRENCY", 2, 4],
  ["UNKNOWN_CUSTOMER", 1, 1],
];

it("checks Payments where there is a period to bill", () => {
  expect(ofPayments([customers, contracts, prices, payments], true)).toEqual(wrong);
});

it("checks Payments where no usage names a period", () => {
  expect(ofPayments([customers, contracts, prices, payments])).toEqual(wrong);
});

it("checks Payments of a workbook that holds nothing to bill", () => {
  expect(ofPayments([customers, payments])).toEqual(wrong);
});
