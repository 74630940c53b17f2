import { Bench } from "./support/bench";
import { bytesOf, october } from "./support/smallBook";

const VISA = "4111 1111 1111 1111";
const [usage] = october.Usage!;
const inUsage = (...changes: readonly object[]) => ({
  ...october,
  Usage: [...october.Usage!, ...changes.map((change) => ({ ...usage, ...change }))],
});

/** Sheets that a run writes, in which a number that somebody typed into an input has no business. */
const reports = ["Issues", "Reconciliation", "Control totals", "Invoices", "Run log"];

it.each([
  ["the quantity of a usage row", inUsage({ Quantity: VISA, "Event ID": "X" })],
  ["the contract of a usage row", inUsage({ "Contract ID": VISA, "Event ID": "X" })],
  ["the day of a usage row", inUsage({ Date: VISA, "Event ID": "X" })],
  ["the meter of a usage row", inUsage({ Meter: VISA, "Event ID": "X" })],
  ["the id of an event that is there already", inUsage({ "Event ID": VISA }, { "Event ID": VISA })],
  [
    "a unit price",
    { ...october, Prices: october.Prices!.map((row) => ({ ...row, "Unit price": VISA, Tiers: undefined })) },
  ],
  [
    "the contract of an adjustment",
    { ...october, Adjustments: october.Adjustments!.map((row) => ({ ...row, "Contract ID": VISA })) },
  ],
])("a card number in %s is in no report", async (_where, tables) => {
  const { bench, run } = await new Bench(await bytesOf(tables)).bill();
  const { grids } = await bench.snapshot();
  const showing = grids.filter(({ columns }) =>
    columns.some(({ texts }) => [...texts].some((text) => text.includes(VISA))),
  );
  expect(showing.map(({ sheet }) => sheet).filter((sheet) => reports.includes(sheet))).toEqual([]);
  const { controlTotals, issues, reconciliation } = run;
  expect(JSON.stringify([controlTotals, issues, reconciliation])).not.toContain(VISA);
  expect(issues.some(({ message }) => message.includes("**** **** **** 1111"))).toBe(true);
});
