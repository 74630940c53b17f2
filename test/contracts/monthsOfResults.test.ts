import { billStep } from "../../scripts/workedExamples/billStep";
import { bookOf } from "../time/documents";
import { disagreements } from "./agreement";
import { netsOver } from "./billOver";

/** Values of Results are whole months, whatever the days that a contract or a price bills. */
type Rows = Parameters<typeof bookOf>[0][string];

const results: Rows = [
  ["Contract ID", "Measure", "Period", "Value"],
  ["C1", "Savings", "2026-01", 1000],
  ["C1", "Savings", "2026-02", 2000],
  ["C1", "Savings", "2026-03", 4000],
  ["C1", "Savings", "2026-04", 8000],
];
const contracts = (...row: readonly (string | number)[]): Rows => [
  ["Contract ID", "Customer ID", "Currency", "Start date", "End date", "Billing frequency", "Anchor day"],
  ["C1", "K1", "USD", ...row],
];
const prices = (...rows: Rows): Rows => [
  [
    "Contract ID",
    "Price ID",
    "Product",
    "Pricing model",
    "Meter",
    "Unit price",
    "Effective from",
    "Effective to",
  ],
  ...rows.map((row) => ["C1", ...row]),
];
const share = prices(["Share", "Share", "percentage", "Savings", 0.1, "", ""]);
const usage: Rows = [["Contract ID", "Meter", "Date", "Quantity"]];

async function netsOf(book: Parameters<typeof bookOf>[0], periods: readonly string[]): Promise<string> {
  const bytes = bookOf({ Usage: usage, Results: results, ...book });
  return await netsOver(bytes, periods, async ({ bytes }, period) => {
    expect(await disagreements(bytes, period)).toEqual([]);
  });
}

const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];

describe("a value of a month that is cut by a billing period or a price", () => {
  it("is billed once, for the last day of its month", async () => {
    const monthly = contracts("2026-01-15", "", "Monthly", 15);
    expect(await netsOf({ Contracts: monthly, Prices: share }, months)).toBe(
      "none 100.00 200.00 400.00 800.00",
    );
    // 15 January to 14 April holds the last days of three months.
    const quarterly = contracts("2026-01-15", "", "Quarterly", 15);
    expect(await netsOf({ Contracts: quarterly, Prices: share }, months)).toBe("none none none 700.00 none");
  });

  it("is billed where the contract ends before its month does", async () => {
    const ended = contracts("2026-01-15", "2026-04-20", "Monthly", 15);
    // To 14 April March, to 20 April April.
    expect(await netsOf({ Contracts: ended, Prices: share }, months)).toBe("none 100.00 200.00 1200.00 none");
  });

  it.each([
    ["of the same product", "Share", 0.2, "100.00 400.00 800.00"],
    ["of another product of the measure", "Share Pro", 0.2, "100.00 400.00 800.00"],
  ])(
    "is billed at the price of its last day, where one %s follows inside",
    async (_which, product, rate, nets) => {
      const changed = prices(
        ["Old", "Share", "percentage", "Savings", 0.1, "", "2026-02-14"],
        ["New", product, "percentage", "Savings", rate, "2026-02-15", ""],
      );
      const book = { Contracts: contracts("2026-01-01", "", "Monthly", 1), Prices: changed };
      expect(await netsOf(book, months.slice(0, 3))).toBe(nets);
    },
  );

  it("is billed at the last price where none follows, and at a raised price where that is raised inside", async () => {
    const Contracts = contracts("2026-01-01", "", "Monthly", 1);
    const ended = prices(["Old", "Share", "percentage", "Savings", 0.1, "", "2026-02-14"]);
    expect(await netsOf({ Contracts, Prices: ended }, months.slice(0, 3))).toBe("100.00 200.00 none");
    const Escalations: Rows = [
      ["Escalation ID", "Contract ID", "From", "Percent"],
      ["E1", "C1", "2026-02-15", 10],
    ];
    const units = prices(["Unit", "Unit", "per_unit", "Savings", 1, "", ""]);
    const raised = { Contracts, Prices: units, Escalations };
    expect(await netsOf(raised, months.slice(0, 3))).toBe("1000.00 2200.00 4400.00");
  });
});

it("rows of Usage for a measure are no result: they are an error, and their contract waits", async () => {
  const bytes = bookOf({
    Contracts: [
      ["Contract ID", "Customer ID", "Currency", "Start date"],
      ["C1", "K1", "USD", "2026-01-01"],
      ["C2", "K2", "USD", "2026-01-01"],
    ],
    Prices: [...share, ["C2", "Other", "Share", "percentage", "Savings", 0.01, "", ""]],
    Usage: [...usage, ["C2", "Savings", "2026-01-10", 10_000]],
    Results: results,
  });
  const { run } = await billStep(bytes, "--period 2026-01 --number");
  expect(run.invoices.map(({ contractId }) => contractId)).toEqual(["C1"]);
  const errors = run.issues.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, at }) => `${code} ${at.sheet} ${String(at.row)}`)).toEqual([
    "UNPRICED_USAGE Usage 1",
  ]);
});
