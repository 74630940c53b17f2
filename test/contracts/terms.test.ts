import { billPeriod, parseIsoDay, parsePeriod, type BillingRun } from "../../src/core/api";
import { sheet, workbook, type Cell } from "../properties/support/sheets";

type Rows = readonly (readonly Cell[])[];

const day = (text: string): Cell => ({ date: parseIsoDay(text)! });

interface Book {
  readonly contracts?: Rows;
  readonly prices?: Rows;
  readonly usage?: Rows;
  /** Other sheets by name. */
  readonly more?: Readonly<Record<string, Rows>>;
}

/** A contract C1 with a fee of 100.00, unless a test says otherwise, billed for a month. */
function bill({ contracts, prices, usage, more = {} }: Book, period = "2026-10"): BillingRun {
  const snapshot = workbook([
    sheet("Settings", [
      ["Key", "Value"],
      ["Currency", "USD"],
    ]),
    sheet(
      "Contracts",
      contracts ?? [
        ["Contract ID", "Customer ID", "Start date"],
        ["C1", "K1", day("2026-01-01")],
      ],
    ),
    sheet(
      "Prices",
      prices ?? [
        ["Contract ID", "Price ID", "Product", "Pricing model", "Flat fee"],
        ["C1", "P1", "Fee", "flat", 100],
      ],
    ),
    sheet("Usage", usage ?? [["Contract ID", "Meter", "Date", "Quantity"]]),
    ...Object.entries(more).map(([name, rows]) => sheet(name, rows)),
  ]);
  const result = billPeriod(snapshot, { period: parsePeriod(period), asOf: undefined, giveNumbers: true });
  if (!result.ok) throw new Error(result.reason);
  return result.run;
}

const linesOf = ({ invoices }: BillingRun) =>
  invoices.flatMap(({ lines }) => lines.map(({ kind, amount }) => `${kind} ${amount.toFixed(2)}`));

const errorsOf = ({ issues }: BillingRun) =>
  issues
    .filter(({ severity }) => severity === "error")
    .map(({ code, at }) => `${code} ${at.sheet}!${String(at.row + 1)},${String(at.column + 1)}`);

describe("rows that mean nothing", () => {
  const discount = ["Discount ID", "Contract ID", "Plan", "Percent", "Amount", "Carry"];
  const grant = ["Grant ID", "Contract ID", "Amount", "Units", "Product", "From", "Source", "Price"];
  const from = day("2026-10-01");
  const refused: readonly (readonly [string, string, Rows, number])[] = [
    ["a percentage and an amount", "Discounts", [discount, ["D1", "C1", undefined, 10, 5, undefined]], 4],
    ["neither of them", "Discounts", [discount, ["D1", "C1", undefined, undefined, undefined, undefined]], 5],
    [
      "a percentage that is carried",
      "Discounts",
      [discount, ["D1", "C1", undefined, 10, undefined, "Yes"]],
      6,
    ],
    [
      "a grant of money and units",
      "Grants",
      [grant, ["G1", "C1", 5, 5, undefined, from, undefined, undefined]],
      4,
    ],
    [
      "units of nothing",
      "Grants",
      [grant, ["G1", "C1", undefined, 5, undefined, from, undefined, undefined]],
      4,
    ],
    [
      "a price of what is given",
      "Grants",
      [grant, ["G1", "C1", 5, undefined, undefined, from, undefined, 4]],
      8,
    ],
    ["units of a fee", "Grants", [grant, ["G1", "C1", undefined, 5, "Fee", from, undefined, undefined]], 5],
    [
      "a commitment without a figure",
      "Commitments",
      [
        ["Commitment ID", "Contract ID", "Amount"],
        ["M1", "C1", undefined],
      ],
      3,
    ],
    [
      "seats of a fee",
      "Quantities",
      [
        ["Contract ID", "Product", "Date", "Quantity"],
        ["C1", "Fee", from, 5],
      ],
      2,
    ],
    [
      "an index without a base",
      "Escalations",
      [
        ["Escalation ID", "Contract ID", "From", "Index"],
        ["E1", "C1", from, "CPI"],
      ],
      1,
    ],
  ];

  test.each(refused)("%s", (_name, table, rows, column) => {
    const run = bill({ more: { [table]: rows } });
    const cells = errorsOf(run);
    expect(cells).toEqual([expect.stringMatching(new RegExp(`^BAD_TERMS ${table}!2,`))]);
    // A column that the table does not have is named by its first cell.
    expect(cells[0]).toMatch(new RegExp(`,(${String(column)}|1)$`));
    expect(run.invoices).toEqual([]);
  });

  it("a discount for nobody, which holds nobody", () => {
    const run = bill({
      more: {
        Discounts: [
          ["Discount ID", "Contract ID", "Percent"],
          ["D1", undefined, 10],
        ],
      },
    });
    expect(errorsOf(run)).toEqual(["BAD_TERMS Discounts!2,2"]);
    expect(linesOf(run)).toEqual(["fixed 100.00"]);
  });

  it("a commitment beside the one in Contracts", () => {
    const contracts = [
      ["Contract ID", "Customer ID", "Start date", "Minimum commitment"],
      ["C1", "K1", day("2026-01-01"), 500],
    ];
    const more = {
      Commitments: [
        ["Commitment ID", "Contract ID", "Amount"],
        ["M1", "C1", 100],
      ],
    };
    expect(errorsOf(bill({ contracts, more }))).toEqual(["BAD_TERMS Commitments!2,1"]);
  });

  it("a customer that is above itself", () => {
    const more = {
      Customers: [
        ["Customer ID", "Customer name", "Parent"],
        ["K1", "North", "K2"],
        ["K2", "South", "K1"],
      ],
    };
    expect(errorsOf(bill({ more }))).toEqual(["BAD_TERMS Customers!2,3", "BAD_TERMS Customers!3,3"]);
  });
});

describe("what earlier documents took", () => {
  const grants = {
    Grants: [
      ["Grant ID", "Contract ID", "Amount", "From"],
      ["G1", "C1", 150, day("2026-09-01")],
    ],
  };
  const september = (status: string) => ({
    Invoices: [
      [
        "Invoice number",
        "Status",
        "Contract ID",
        "Period start",
        "Period end",
        "Currency",
        "Subtotal",
        "Tax",
        "Total",
      ],
      ["INV-1", status, "C1", day("2026-09-01"), day("2026-09-30"), "USD", 0, 0, 0],
    ],
    "Invoice lines": [
      [
        "Invoice number",
        "Line",
        "Contract ID",
        "Price ID",
        "Product",
        "Kind",
        "Period start",
        "Period end",
        "Amount",
      ],
      ["INV-1", 1, "C1", "P1", "Fee", "fixed", day("2026-09-01"), day("2026-09-30"), 100],
      ["INV-1", 2, "C1", "G1", "Grant", "grant", day("2026-09-01"), day("2026-09-30"), -100],
    ],
  });

  it("is gone from a grant", () => {
    expect(linesOf(bill({ more: { ...grants, ...september("Issued") } }))).toEqual([
      "fixed 100.00",
      "grant -50.00",
    ]);
  });

  it("comes back where the document is void, and a draft took nothing", () => {
    for (const status of ["Void", "Draft"])
      expect(linesOf(bill({ more: { ...grants, ...september(status) } }))).toEqual([
        "fixed 100.00",
        "grant -100.00",
      ]);
  });
});

describe("rules that follow each other", () => {
  it("discount, limit and grant each work on what is left", () => {
    const run = bill({
      contracts: [
        ["Contract ID", "Customer ID", "Start date", "Not to exceed"],
        ["C1", "K1", day("2026-10-01"), 70],
      ],
      more: {
        Discounts: [
          ["Discount ID", "Contract ID", "Percent"],
          ["D1", "C1", 20],
        ],
        Grants: [
          ["Grant ID", "Contract ID", "Amount", "From"],
          ["G1", "C1", 30, day("2026-10-01")],
        ],
      },
    });
    expect(linesOf(run)).toEqual(["fixed 100.00", "discount -20.00", "maximum -10.00", "grant -30.00"]);
    expect(run.invoices[0]?.total.toFixed(2)).toBe("40.00");
  });

  it("a minimum commitment counts what discounts leave", () => {
    const run = bill({
      contracts: [
        ["Contract ID", "Customer ID", "Start date", "Minimum commitment"],
        ["C1", "K1", day("2026-10-01"), 90],
      ],
      more: {
        Discounts: [
          ["Discount ID", "Contract ID", "Percent"],
          ["D1", "C1", 20],
        ],
      },
    });
    expect(linesOf(run)).toEqual(["fixed 100.00", "discount -20.00", "commitment 10.00"]);
  });

  it("a promise for every day is kept day by day", () => {
    const run = bill({
      contracts: [
        ["Contract ID", "Customer ID", "Start date", "End date"],
        ["C1", "K1", day("2026-10-01"), day("2026-10-02")],
      ],
      prices: [
        ["Contract ID", "Price ID", "Product", "Pricing model", "Unit price"],
        ["C1", "P1", "API", "per_unit", 1],
      ],
      usage: [
        ["Contract ID", "Meter", "Date", "Quantity"],
        ["C1", "API", day("2026-10-01"), 15],
        ["C1", "API", day("2026-10-02"), 4],
      ],
      more: {
        Commitments: [
          ["Commitment ID", "Contract ID", "Amount", "Period", "Overage factor"],
          ["M1", "C1", 10, "Day", 2],
        ],
      },
    });
    expect(linesOf(run)).toEqual(["usage 19.00", "overage 5.00", "commitment 6.00"]);
  });
});
