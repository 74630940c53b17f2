import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { dayOf } from "../calendar/day";
import { formatMoney } from "../money/format";
import { collectIssues } from "../issues/collectIssues";
import { readSettings } from "../settings/readSettings";
import { checkPayments } from "./checkPayments";

const date = { date: dayOf(2026, 10, 5) };
const header = ["Payment ID", "Customer ID", "Date", "Amount", "Currency", "Reference"];

function issuesOf(rows: readonly (readonly Cell[])[], titles: readonly string[] = header) {
  const snapshot = workbook([sheet("Payments", [titles, ...rows])]);
  const { report, list } = collectIssues();
  const customers = new Map([["C-1", { customerId: "C-1", customerName: "One", currency: "JPY" }]]);
  const invoices = [{ customerId: "K-9" }] as never;
  const settings = readSettings(snapshot, () => undefined);
  checkPayments(snapshot, { settings, catalog: { customers }, register: { invoices } }, report);
  return list().map(({ code, severity, at, message, stake }) => ({
    code,
    severity,
    row: at.row,
    message,
    ...(stake ? { stake: `${stake.currency} ${formatMoney(stake.amount, stake.currency)}` } : {}),
  }));
}

test("rows that are right say nothing", () => {
  expect(
    issuesOf([
      ["P-1", "C-1", date, 100, "USD", "INV-1"],
      ["P-2", "K-9", date, -5, undefined, undefined],
      [undefined, undefined, date, 7, undefined, "INV-2"],
    ]),
  ).toEqual([]);
});

test("a workbook without payments says nothing", () => {
  expect(issuesOf([["x"]], ["Something"])).toEqual([]);
});

test("unknown customers and currencies are named, and what a known one may be meant", () => {
  expect(
    issuesOf([
      ["P-1", "c1", date, 1, undefined, ""],
      ["P-2", "C-1", date, 1, "EURO", ""],
    ]),
  ).toMatchObject([
    {
      code: "UNKNOWN_CUSTOMER",
      severity: "error",
      row: 1,
      message: "customer “c1” is not in Customers (is “C-1” meant?)",
    },
    { code: "UNKNOWN_CURRENCY", severity: "error", row: 2 },
  ]);
});

test("cells that cannot be read and columns that miss are errors", () => {
  expect(issuesOf([["P-1", "C-1", "someday", "much", "USD", ""]]).map(({ code }) => code)).toEqual([
    "NOT_A_DATE",
    "NOT_A_NUMBER",
  ]);
  expect(issuesOf([["P-1", date]], ["Payment ID", "Date"]).map(({ code }) => code)).toEqual([
    "MISSING_COLUMN",
  ]);
});

test("equal rows without an id are one warning a currency, with the money that they add", () => {
  const row = (id: string | undefined, amount: number, currency?: string) => [
    id,
    "C-1",
    date,
    amount,
    currency,
    "INV-1",
  ];
  const issues = issuesOf([
    row(undefined, 10, "USD"),
    row(undefined, 10, "USD"),
    row(undefined, 10, "USD"),
    row(undefined, 300),
    row(undefined, 300),
    row("P-1", 10, "USD"),
    row("P-2", 10, "USD"),
    [undefined, "C-1", date, 10, "USD", "INV-2"],
  ]);
  expect(issues).toEqual([
    {
      code: "REPEATED_ROWS",
      severity: "warning",
      row: 2,
      message: "2 rows are equal in every cell to one above, as here to D2; each counts",
      stake: "USD 20.00",
    },
    {
      code: "REPEATED_ROWS",
      severity: "warning",
      row: 5,
      message: "1 row is equal in every cell to one above, as here to D5; each counts",
      stake: "JPY 300",
    },
  ]);
});

test("rows with an id are told apart by it, and equal ones are for those who count them", () => {
  const row = ["P-1", "C-1", date, 10, "USD", "INV-1"];
  expect(issuesOf([row, row])).toEqual([]);
});

test("a run that was pasted twice is an error", () => {
  const run = Array.from({ length: 12 }, (_, index) => [undefined, "C-1", date, index + 1, "USD", ""]);
  expect(issuesOf([...run, ...run])).toMatchObject([
    { code: "REPEATED_ROWS", severity: "error", row: 13, stake: "USD 78.00" },
  ]);
});
