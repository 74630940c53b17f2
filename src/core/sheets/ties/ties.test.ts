import { sheet, workbook, type Cell } from "../../../../test/properties/support/sheets";
import { currencyTotals } from "../../invoicing/currencyTotals";
import { Decimal } from "../../money/decimal";
import { billPeriod } from "../../run/billingRun";
import { planWrites } from "../../run/planWrites";
import type { PlannedCell, PlannedSheet } from "../plan";
import { outputSheets } from "../registry";
import { checkTies, UntiedPlan, type PlannedFigures } from "./ties";

const OCTOBER = 46_296;
const date = (day: number): Cell => ({ date: OCTOBER + day });

/** A contract with two tax codes and usage, and a credit of an invoice of September. */
const book = workbook([
  sheet("Contracts", [
    ["Contract ID", "Customer ID", "Start date", "Currency", "Tax code"],
    ["C-1", "K-1", date(-31), "EUR", "STD"],
  ]),
  sheet("Prices", [
    ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", "Tax code"],
    ["C-1", "Calls", "per_unit", 0.333, undefined, undefined],
    ["C-1", "Book", "flat", undefined, 50.05, "LOW"],
  ]),
  sheet("Tax codes", [
    ["Tax code", "Rate"],
    ["STD", { percent: 0.19 }],
    ["LOW", { percent: 0.07 }],
  ]),
  sheet("Usage", [
    ["Contract ID", "Meter", "Date", "Quantity"],
    ["C-1", "Calls", date(3), 101],
    ["C-1", "Calls", date(4), 7],
    ["C-2", "Calls", date(4), 7],
  ]),
  sheet("Adjustments", [
    ["Adjustment ID", "Contract ID", "Date", "Amount", "Description", "Reason code", "Invoice number"],
    ["A-1", "C-1", date(9), -30, "Too much", "PRICE", "INV-1"],
  ]),
  sheet("Invoices", [
    [
      "Invoice number",
      "Status",
      "Type",
      "Contract ID",
      "Period start",
      "Period end",
      "Invoice date",
      "Currency",
      "Subtotal",
      "Tax",
      "Total",
    ],
    ["INV-1", "Issued", "Invoice", "C-1", date(-30), date(-1), date(-1), "EUR", 100, 13, 113],
  ]),
  sheet("Invoice lines", [
    [
      "Invoice number",
      "Line",
      "Contract ID",
      "Product",
      "Kind",
      "Period start",
      "Period end",
      "Amount",
      "Tax code",
      "Tax rate",
    ],
    ["INV-1", 1, "C-1", "Calls", "usage", date(-30), date(-1), 50, "STD", { percent: 0.19 }],
    ["INV-1", 2, "C-1", "Book", "fixed", date(-30), date(-1), 50, "LOW", { percent: 0.07 }],
  ]),
]);

const options = {
  when: { day: OCTOBER, time: 0 },
  who: "",
  engineVersion: "0",
  sha256: () => "",
  parameters: "",
  sheetLimit: 50,
};

const result = billPeriod(book, {
  period: { from: OCTOBER, to: OCTOBER + 30 },
  asOf: undefined,
  giveNumbers: true,
});
if (!result.ok) throw new Error(result.reason);
const { run } = result;
const { sheets } = planWrites(run, book, options).plan;
const named = (name: string) => sheets.find((plannedSheet) => plannedSheet.name === name)!;
const tables = outputSheets.map(({ table }) => table.title);

const good: PlannedFigures = {
  invoices: named("Invoices"),
  lines: named("Invoice lines"),
  reconciliation: named("Reconciliation"),
  controlTotals: named("Control totals"),
  numbers: run.invoices.map(({ number }) => number),
  formatted: sheets.filter(({ name }) => !tables.includes(name)),
  reported: {
    totals: currencyTotals(run.invoices),
    lines: run.invoices.reduce((all, { lines }) => all + lines.length, 0),
    rowsRead: 3,
  },
  taxRounding: "invoice",
};

type Change = (cell: PlannedCell) => PlannedCell | null;
const more =
  (amount: number): Change =>
  (cell) => ({ ...cell, value: new Decimal(cell.value as Decimal).plus(amount) });

/** A sheet with one cell changed: in a row that holds a text, in the column of a title. */
function changed(from: PlannedSheet, text: string, title: string, change: Change): PlannedSheet {
  const column = from.rows[0]!.findIndex((cell) => cell?.value === title);
  const at = from.rows.findIndex((row) => row.some((cell) => cell?.value === text));
  return {
    ...from,
    rows: from.rows.map((row, index) =>
      index === at
        ? row.map((cell, columnIndex) => (columnIndex === column && cell ? change(cell) : cell))
        : row,
    ),
  };
}

/** A printed sheet with the figure that is so far from the end of its amounts changed. */
function printed(number: string, fromEnd: number): readonly PlannedSheet[] {
  return good.formatted.map((plannedSheet) => {
    if (plannedSheet.name !== number) return plannedSheet;
    const last = plannedSheet.widths.length - 1;
    const rows = plannedSheet.rows.flatMap((row, index) =>
      typeof row[last]?.value === "object" ? [index] : [],
    );
    const at = rows.at(fromEnd)!;
    return {
      ...plannedSheet,
      rows: plannedSheet.rows.map((row, index) =>
        index === at ? row.map((cell, column) => (column === last && cell ? more(0.01)(cell) : cell)) : row,
      ),
    };
  });
}

const invoice = "INV-2026-0001";
const credit = "CN-2026-0001";
const inInvoices = (number: string, title: string, change: Change = more(0.01)) => ({
  invoices: changed(good.invoices, number, title, change),
});
const inLines = (title: string, change: Change = more(0.01)) => ({
  lines: changed(good.lines, invoice, title, change),
});
const inControlTotals = (title: string) => ({
  controlTotals: changed(good.controlTotals, "Calls", title, more(1)),
});

const sabotaged: readonly (readonly [string, Partial<PlannedFigures>, RegExp])[] = [
  ["a line", inLines("Amount"), /its lines add up to 86.02, Subtotal is 86.01/],
  ["a line finer than a cent", inLines("Amount", more(0.001)), /lines finer than its currency 1/],
  ["a line's tax rate", inLines("Tax rate", more(0.5)), /the tax of its lines is .*, Tax is/],
  ["a net", inInvoices(invoice, "Subtotal"), /its lines add up to 86.01, Subtotal is 86.02/],
  ["a tax", inInvoices(invoice, "Tax"), /the tax of its lines is .*, Tax is/],
  ["the tax of a credit", inInvoices(credit, "Tax", more(-0.1)), /CN-2026-0001: the tax of its lines is/],
  ["a total", inInvoices(invoice, "Total"), /Subtotal and Tax are .*, Total is/],
  ["a balance", inInvoices(invoice, "Balance"), /Total less Paid is .*, Balance is/],
  [
    "a row that is missing",
    { invoices: { ...good.invoices, rows: good.invoices.rows.slice(0, -1) } },
    /rows in Invoices are 0/,
  ],
  ["a printed line", { formatted: printed(invoice, 0) }, /the sheet INV-2026-0001: its lines add up to/],
  ["a printed net", { formatted: printed(invoice, -5) }, /the sheet INV-2026-0001: its net is/],
  ["a printed tax", { formatted: printed(invoice, -3) }, /the sheet INV-2026-0001: its taxes add up to/],
  ["a printed total", { formatted: printed(invoice, -2) }, /the sheet INV-2026-0001: its total is/],
  ["what is due", { formatted: printed(invoice, -1) }, /what is due, or given back, is/],
  ["a printed number", { formatted: [...good.formatted].reverse() }, /is shown times 0/],
  ["rows rated", inControlTotals("Rows rated"), /Control totals, Calls: Rows of all that became of it are/],
  ["a quantity rated", inControlTotals("Quantity rated"), /Quantity of all that became of it are/],
  [
    "rows read",
    { reported: { ...good.reported, rowsRead: 4 } },
    /Rows read are 3, the totals reported are of 4/,
  ],
  [
    "a total of the reconciliation",
    { reconciliation: changed(good.reconciliation, "Total under-billed", "Difference", more(1)) },
    /Total under-billed is/,
  ],
  [
    "a total reported",
    {
      reported: {
        ...good.reported,
        totals: good.reported.totals.map((total) => ({ ...total, tax: total.tax.plus(1) })),
      },
    },
    /the totals in EUR: Tax of all invoices is/,
  ],
  ["a currency that is not reported", { reported: { ...good.reported, totals: [] } }, /reported is 0/],
  ["lines reported", { reported: { ...good.reported, lines: 9 } }, /lines of the run are 4, reported are 9/],
];

describe("checkTies", () => {
  it("takes a plan whose figures agree", () => {
    expect(() => {
      checkTies(good);
    }).not.toThrow();
  });

  it.each(sabotaged)("refuses a plan with another figure in %s", (_figure, change, message) => {
    const check = () => {
      checkTies({ ...good, ...change });
    };
    expect(check).toThrow(UntiedPlan);
    expect(check).toThrow(message);
  });
});

describe("planWrites", () => {
  it("plans nothing for a run whose documents do not add up", () => {
    const [first, ...others] = run.invoices;
    const wrong = { ...run, invoices: [{ ...first!, subtotal: first!.subtotal.plus(1) }, ...others] };
    expect(() => planWrites(wrong, book, options)).toThrow(UntiedPlan);
  });
});
