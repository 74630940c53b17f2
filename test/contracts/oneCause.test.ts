import {
  billPeriod,
  cellAddress,
  formatDay,
  parseIsoDay,
  parsePeriod,
  type BillingRun,
} from "../../src/core/api";
import { sheet, workbook, type Cell } from "../properties/support/sheets";

/** What a run says of terms: each cause once, at its cell, with the figures that a person looks for. */
type Rows = readonly (readonly Cell[])[];

const day = (text: string): Cell => ({ date: parseIsoDay(text)! });

function bill(sheets: Readonly<Record<string, Rows>>, period = "2026-10"): BillingRun {
  const base: Record<string, Rows> = {
    Contracts: [
      ["Contract ID", "Customer ID", "Start date", "Currency"],
      ["C1", "K1", day("2026-01-01"), "USD"],
      ["C2", "K2", day("2026-01-01"), "USD"],
    ],
    Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
  };
  const snapshot = workbook(Object.entries({ ...base, ...sheets }).map(([name, rows]) => sheet(name, rows)));
  const result = billPeriod(snapshot, { period: parsePeriod(period), asOf: undefined, giveNumbers: false });
  if (!result.ok) throw new Error(result.reason);
  return result.run;
}

const told = ({ issues }: BillingRun) =>
  issues
    .filter(({ severity, code }) => severity !== "info" && code !== "PRICE_WITHOUT_USAGE")
    .map(({ code, at, message }) => `${code} ${at.sheet}!${cellAddress(at)} ${message}`);
const billed = ({ invoices }: BillingRun) =>
  invoices.map(({ contractId, subtotal }) => `${contractId} ${subtotal.toFixed(2)}`);

const fees: Rows = [
  ["Contract ID", "Product", "Pricing model", "Flat fee"],
  ["C1", "Support", "flat", 100],
  ["C2", "Support", "flat", 80],
];
const escalations: Rows = [
  ["Escalation ID", "Contract ID", "From", "Index", "Base value"],
  ["E1", "C1", day("2026-06-01"), "CPI", 100],
];

describe("two values for one month of an index", () => {
  const indices = (second: number): Rows => [
    ["Index", "Month", "Value"],
    ["CPI", "2026-06", 110],
    ["cpi", "2026-06", second],
    ["CPI", "2026-09", 120],
    ["CPI", "2026-09", 121],
  ];

  it("hold the contracts whose steps ask for it, and no others", () => {
    const run = bill({ Prices: fees, Escalations: escalations, Indices: indices(112) });
    expect(billed(run)).toEqual(["C2 80.00"]);
    expect(told(run)).toEqual([
      "DUPLICATE_KEY Indices!C3 Value “cpi of 2026-06” stands in row 2 already; each may stand once",
      "DUPLICATE_KEY Indices!C5 Value “CPI of 2026-09” stands in row 4 already; each may stand once",
    ]);
    expect(run.issues.filter(({ code }) => code === "DUPLICATE_KEY").map(({ holds }) => holds)).toEqual([
      ["C1"],
      [],
    ]);
  });

  it("that are the same are one", () => {
    const run = bill({ Prices: fees, Escalations: escalations, Indices: indices(110).slice(0, 3) });
    expect([billed(run), told(run)]).toEqual([["C1 110.00", "C2 80.00"], []]);
  });
});

it("an index without a value does not hold a percentage, which no step raises", () => {
  const percentage = ["C1", "Payments", "percentage", "", 0.05];
  const run = (prices: Rows) =>
    bill({
      Prices: [["Contract ID", "Product", "Pricing model", "Flat fee", "Unit price"], ...prices],
      Usage: [
        ["Contract ID", "Meter", "Date", "Quantity"],
        ["C1", "Payments", day("2026-10-05"), 1000],
      ],
      Escalations: escalations,
      Indices: [["Index", "Month", "Value"]],
    });
  expect(billed(run([percentage]))).toEqual(["C1 50.00"]);
  expect(billed(run([percentage, ["C1", "Support", "flat", 100, ""]]))).toEqual([]);
});

it("two rates of one day hold the contracts with prices in the unit", () => {
  const run = bill({
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Flat fee", "Currency"],
      ["C1", "Support", "flat", 100, "CREDITS"],
      ["C2", "Support", "flat", 80, "USD"],
    ],
    "Exchange rates": [
      ["Date", "From", "To", "Rate"],
      [day("2026-09-01"), "CREDITS", "USD", 0.5],
      [day("2026-09-01"), "Credits", "usd", 0.6],
    ],
  });
  expect(billed(run)).toEqual(["C2 80.00"]);
  expect(told(run)).toEqual([
    "DUPLICATE_KEY Exchange rates!D3 Rate “CREDITS USD of 2026-09-01” stands in row 2 already; each may stand once",
  ]);
});

it("a peak above all steps of a capacity is named with its meter and limit", () => {
  const run = bill({
    Prices: [
      ["Contract ID", "Price ID", "Product", "Pricing model"],
      ["C1", "P1", "Plan", "capacity"],
    ],
    Tiers: [
      ["Price ID", "Limits", "Flat fee"],
      ["P1", "seats 100; GB 1000", 50],
      ["P1", "seats 500; GB 5000", 90],
    ],
    Usage: [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C1", "seats", day("2026-10-05"), 120],
      ["C1", "GB", day("2026-10-05"), 5001],
    ],
  });
  expect(billed(run)).toEqual([]);
  expect(told(run)).toContainEqual(
    expect.stringMatching(
      /^ABOVE_LAST_TIER Prices!\w+ 5001 of GB is above the last tier \(GB 5000\); add a step without Limits for no limit$/,
    ),
  );
});

it("months without a result are one warning with what they would bill together", () => {
  const run = bill({
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Meter", "Unit price"],
      ["C1", "Share", "percentage", "Savings", 0.05],
    ],
    Results: [
      ["Contract ID", "Measure", "Period", "Value"],
      ["C1", "Savings", "2026-01", 1000],
      ["C1", "Savings", "2026-06", 2000],
    ],
  });
  const missing = run.issues.filter(({ code }) => code === "RESULT_MISSING");
  expect(missing.map(({ message }) => message)).toEqual([
    "there is no result of Savings for 2026-02-01 to 2026-05-31 and 2026-07-01 to 2026-10-31: what it would bill waits",
  ]);
  // Four months like January and four like June: 4 × 50.00 + 4 × 100.00.
  expect(missing[0]!.stake!.amount.toFixed(2)).toBe("600.00");
});

it("what is beyond a promise of a year and was never billed is found once, with the last run that counts", () => {
  const months = [
    { first: "2026-01-01", last: "2026-01-31", units: 60 },
    { first: "2026-02-01", last: "2026-02-28", units: 60 },
    { first: "2026-03-01", last: "2026-03-31", units: 10 },
  ];
  const run = bill(
    {
      Prices: [
        ["Contract ID", "Price ID", "Product", "Pricing model", "Unit price"],
        ["C1", "P1", "Calls", "per_unit", 1],
      ],
      Commitments: [
        ["Commitment ID", "Contract ID", "Amount", "Period", "Overage factor"],
        ["M1", "C1", 100, "Contract year", 1.5],
      ],
      Usage: [
        ["Contract ID", "Meter", "Date", "Quantity"],
        ...months.map(({ last, units }) => ["C1", "Calls", day(last), units]),
      ],
      Invoices: [
        ["Invoice number", "Status", "Contract ID", "Period start", "Period end", "Invoice date"],
        ...months.map(({ first, last }) => [last, "Issued", "C1", day(first), day(last), day(last)]),
      ],
      "Invoice lines": [
        ["Invoice number", "Contract ID", "Price ID", "Period start", "Period end", "Quantity", "Amount"],
        ...months.map(({ first, last, units }) => [last, "C1", "P1", day(first), day(last), units, units]),
      ],
    },
    "2026-03",
  );
  // 60 + 60 + 10 − 100 = 30 beyond, × (1.5 − 1).
  expect(
    run.reconciliation.findings
      .filter(({ contractId }) => contractId === "C1")
      .map(({ code, invoiceNumber, period, difference }) => [
        code,
        invoiceNumber,
        formatDay(period!.to),
        difference.toFixed(2),
      ]),
  ).toEqual([["MINIMUM_NOT_BILLED", "", "2026-03-31", "15.00"]]);
});

it("unknown contracts beyond a thousand are one finding with all their rows", () => {
  const usageOf = (row: number): Cell[] => [`X${String(row)}`, "Calls", day("2026-10-05"), 1];
  const rows = Array.from({ length: 1300 }, (_, row) => usageOf(row % 1200));
  const run = bill({
    Prices: fees,
    Usage: [["Contract ID", "Meter", "Date", "Quantity"], ...rows],
  });
  const found = run.reconciliation.findings.filter(({ code }) => code === "USAGE_WITHOUT_CONTRACT");
  expect(found).toHaveLength(1001);
  const [rest, ...listed] = found;
  expect(rest).toMatchObject({
    contractId: "",
    cause: "200 usage rows of other contracts that are not known, each of no more rows than those listed",
    source: { sheet: "Usage" },
  });
  // Those that occur twice are all listed.
  const twice = listed.filter(({ cause }) => cause.startsWith("2 usage rows"));
  expect(twice).toHaveLength(100);
});
