import { Decimal } from "../../money/decimal";
import type { PlannedRow, PlannedSheet } from "../plan";
import { checkCreditTies, type PlannedCredit } from "./creditTies";
import { UntiedPlan } from "./tie";

type Value = string | number;

function sheet(name: string, rows: readonly (readonly Value[])[]): PlannedSheet {
  const planned = rows.map((cells): PlannedRow =>
    cells.map((value) =>
      value === "" ? null : { value: typeof value === "number" ? new Decimal(value) : value },
    ),
  );
  return { name, rows: planned, widths: (rows[0] ?? []).map(() => 10) };
}

type Rows = readonly (readonly Value[])[];

const invoices: Rows = [
  [
    "Invoice number",
    "Status",
    "Type",
    "Currency",
    "Subtotal",
    "Tax",
    "Total",
    "Paid",
    "Balance",
    "Corrects",
    "Run ID",
  ],
  ["A-1", "Issued", "Invoice", "EUR", 100, 19, 119, 0, 119, "", ""],
  ["CN-1", "Issued", "Credit note", "EUR", -10, -1.9, -11.9, 0, -11.9, "A-1", "RUN-1"],
  ["CN-2", "Issued", "Credit note", "EUR", -30, -5.7, -35.7, 0, -35.7, "A-1", "RUN-2"],
  ["CN-0", "Void", "Credit note", "EUR", -99, -9, -108, 0, -108, "A-1", "RUN-0"],
];
const lines: Rows = [
  ["Invoice number", "Amount", "Tax code", "Tax rate"],
  ["A-1", 100, "STD", 0.19],
  ["CN-1", -10, "STD", 0.19],
  ["CN-2", -20, "STD", 0.19],
  ["CN-2", -10, "STD", 0.19],
];
/** What is printed, its figures at the right. */
const print: Rows = [["CN-2"], ["", -20], ["", -10], ["", -30], ["", -5.7], ["", -35.7], ["", 35.7]];

const amounts = (net: number, tax: number) => ({ net: new Decimal(net), tax: new Decimal(tax) });
const printed = (rows: Rows): ReadonlyMap<string, PlannedSheet> =>
  new Map([["CN-2", { ...sheet("CN-2", rows), widths: [10, 10] }]]);

const good: PlannedCredit = {
  invoices: sheet("Invoices", invoices),
  lines: sheet("Invoice lines", lines),
  numbers: ["CN-2"],
  formatted: printed(print),
  taxRounding: "invoice",
  credited: amounts(30, 5.7),
  left: amounts(60, 11.4),
};

const changed = (rows: Rows, row: number, column: number, value: Value): Rows =>
  rows.map((cells, at) =>
    at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells,
  );

describe("checkCreditTies", () => {
  it("takes a credit that agrees, whatever void notes say", () => {
    expect(() => checkCreditTies(good)).not.toThrow();
  });

  it.each<readonly [string, Rows]>([
    ["a note of another system takes more than there was", changed(invoices, 2, 10, "")],
    ["an invoice of another system has lines that are not its net", changed(invoices, 1, 4, 90)],
    ["an invoice of another system states no tax", changed(invoices, 1, 5, "")],
  ])("says nothing of what is left where %s", (_, rows) => {
    const wrong = { ...good, invoices: sheet("Invoices", rows), left: amounts(1, 1) };
    expect(() => checkCreditTies(wrong)).not.toThrow();
  });

  it.each<readonly [string, PlannedCredit, string]>([
    [
      "a line that is not in the net",
      { ...good, lines: sheet("Invoice lines", changed(lines, 4, 1, -11)) },
      "CN-2: its lines add up to −31, Subtotal is −30",
    ],
    [
      "a note that is not written",
      { ...good, invoices: sheet("Invoices", changed(invoices, 3, 0, "CN-3")) },
      "CN-2: rows in Invoices are 0, there must be 1",
    ],
    [
      "a net that is reported otherwise",
      { ...good, credited: amounts(31, 5.7) },
      "CN-2: the net reported is −31, Subtotal is −30",
    ],
    [
      "a tax that is reported otherwise",
      { ...good, credited: amounts(30, 5.71) },
      "CN-2: the tax reported is −5.71, Tax is −5.7",
    ],
    [
      "a net that is left otherwise",
      { ...good, left: amounts(70, 11.4) },
      "A-1: Subtotal less its credits is 60, left is reported as 70",
    ],
    [
      "a tax that is left otherwise",
      { ...good, left: amounts(60, 11.41) },
      "A-1: Tax less its credits is 11.4, left is reported as 11.41",
    ],
    [
      "a printed total that is another",
      { ...good, formatted: printed(changed(print, 5, 1, -35.8)) },
      "the sheet CN-2: its total is −35.8, Total in Invoices is −35.7",
    ],
  ])("refuses %s", (_, wrong, fault) => {
    expect(() => checkCreditTies(wrong)).toThrow(UntiedPlan);
    expect(() => checkCreditTies(wrong)).toThrow(`figures do not agree, nothing was written: ${fault}`);
  });
});
