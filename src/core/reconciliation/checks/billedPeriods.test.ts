import { sheet, workbook, type Cell } from "../../../../test/properties/support/sheets";
import { dayOf } from "../../calendar/day";
import { parsePeriod } from "../../calendar/period";
import { billPeriod } from "../../run/billingRun";

const october = dayOf(2026, 10, 1);

interface Book {
  readonly settings?: readonly (readonly Cell[])[];
  /** Contract, product, unit price, the quantity used on its first day, which and its last may be given. */
  readonly prices: readonly (readonly [string, string, number, number, number?, number?])[];
  /** Number, contract, product, quantity and amount of lines of another system. */
  readonly lines?: readonly (readonly [string, string, Cell, Cell, number])[];
}

function billOctober({ settings = [], prices, lines = [] }: Book) {
  const contracts = [...new Set(prices.map(([contract]) => contract))];
  const snapshot = workbook([
    sheet("Settings", [["Key", "Value"], ...settings]),
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date"],
      ...contracts.map((contract) => [contract, "A", { date: october }]),
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Pricing model", "Unit price", "Effective from", "Effective to"],
      ...prices.map(([contract, product, unitPrice, , from = october, to = october + 30]) => [
        contract,
        product,
        "per_unit",
        unitPrice,
        { date: from },
        { date: to },
      ]),
    ]),
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ...prices.map(([contract, product, , quantity, from = october]) => [
        contract,
        product,
        { date: from },
        quantity,
      ]),
    ]),
    sheet("Invoice lines", [
      ["Invoice number", "Contract ID", "Product", "Quantity", "Amount", "Period start"],
      ...lines.map((line) => [...line, { date: october }]),
    ]),
  ]);
  const result = billPeriod(snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error("no period");
  const { invoices, reconciliation } = result.run;
  return {
    amounts: invoices.map(({ lines: invoiceLines }) => invoiceLines.map(({ amount }) => amount.toString())),
    findings: reconciliation.findings.map(
      ({ code, contractId, expected, found }) =>
        `${code} ${contractId} ${expected.toString()} ${found.toString()}`,
    ),
  };
}

describe("an invoice that is rounded once", () => {
  const settings = [
    ["Line rounding", "invoice"],
    ["Invoice grouping", "customer"],
  ];
  const prices = ["a", "b", "c", "d", "e"].map((product) => [`C-${product}`, product, 0.004, 1] as const);
  const billed = (amounts: readonly number[]) =>
    prices.map(([contract, product], index) => ["X-1", contract, product, 1, amounts[index]!] as const);

  it("is no finding against itself, though its lines are not the rounded prices", () => {
    const { amounts, findings } = billOctober({ settings, prices });
    expect(amounts).toEqual([["0.01", "0.01", "0", "0", "0"]]);
    expect(findings).toEqual([]);
  });

  it("may share its total over the lines in another way", () => {
    const { findings } = billOctober({ settings, prices, lines: billed([0, 0, 0.01, 0, 0.01]) });
    expect(findings).toEqual([]);
  });

  it("is compared as a whole, to the minor unit", () => {
    const { findings } = billOctober({ settings, prices, lines: billed([0, 0, 0, 0, 0.01]) });
    expect(findings).toEqual(["AMOUNT_MISMATCH  0.02 0.01"]);
  });

  it("has one finding where one line is wrong", () => {
    const { findings } = billOctober({ settings, prices, lines: billed([0.01, 0.01, 0, 0, 0.05]) });
    expect(findings).toEqual(["PRICE_MISMATCH C-e 0 0.05"]);
  });
});

describe("a line over the days of two prices", () => {
  const middle = october + 15;
  const prices = [
    ["C1", "a", 2, 10, october, middle - 1],
    ["C1", "a", 3, 10, middle, october + 30],
  ] as const;
  const billed = (amount: number) =>
    billOctober({ prices, lines: [["X-1", "C1", "a", 20, amount]] }).findings;

  it("is compared with their sum", () => {
    expect(billed(50)).toEqual([]);
    expect(billed(45)).toEqual(["PRICE_MISMATCH C1 50 45"]);
  });
});

describe("a billed amount of another magnitude", () => {
  const billed = (amount: number) =>
    billOctober({ prices: [["C1", "a", 0.03, 1]], lines: [["X-1", "C1", "a", 1, amount]] }).findings;

  it("is a mistaken unit where it is a power of ten of what is owed", () => {
    expect(billed(3)).toEqual(["UNIT_MISMATCH C1 0.03 3"]);
    expect(billed(300)).toEqual(["UNIT_MISMATCH C1 0.03 300"]);
  });

  it("is a wrong price where it only comes near one", () => {
    expect(billed(2.8)).toEqual(["PRICE_MISMATCH C1 0.03 2.8"]);
    expect(billed(280)).toEqual(["PRICE_MISMATCH C1 0.03 280"]);
  });
});
