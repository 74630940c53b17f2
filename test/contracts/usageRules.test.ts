import { billPeriod, parseIsoDay, parsePeriod } from "../../src/core/api";
import { sheet, workbook, type Cell } from "../properties/support/sheets";

type Row = Readonly<Record<string, Cell>>;

interface Book {
  readonly prices: readonly Row[];
  readonly usage: readonly Row[];
  readonly meters?: readonly Row[];
}

const at = (day: number): Cell => ({ date: parseIsoDay("2026-06-01")! - 1 + day });

function rows(records: readonly Row[]): Cell[][] {
  const titles = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return [titles, ...records.map((record) => titles.map((title) => record[title]))];
}

/** June 2026, 30 days, of contract A at a price P. */
function bill({ prices, usage, meters = [] }: Book) {
  const contract = { "Contract ID": "A", "Customer ID": "C", "Start date": at(1), Currency: "USD" };
  const price = (record: Row, index: number) => ({
    "Contract ID": "A",
    "Price ID": `P${String(index + 1)}`,
    Product: `P${String(index + 1)}`,
    Meter: "M",
    ...record,
  });
  const use = (record: Row) => ({ "Contract ID": "A", Meter: "M", ...record });
  const result = billPeriod(
    workbook([
      sheet("Contracts", rows([contract])),
      sheet("Prices", rows(prices.map(price))),
      sheet("Usage", rows(usage.map(use))),
      ...(meters.length > 0
        ? [sheet("Meters", rows(meters.map((meter) => ({ Meter: "M", ...meter }))))]
        : []),
    ]),
    { period: parsePeriod("2026-06"), asOf: undefined, giveNumbers: false },
  );
  if (!result.ok) throw new Error(result.reason);
  const { invoices, issues } = result.run;
  return {
    net: invoices[0]?.subtotal.toFixed(2) ?? "none",
    errors: issues.filter(({ severity }) => severity === "error").map(({ code }) => code),
  };
}

const perUnit = { "Pricing model": "per_unit", "Unit price": 1 };
const days = (...quantities: readonly number[]) =>
  quantities.map((Quantity, index) => ({ Date: at(index + 1), Quantity }));

describe("terms of usage without a meaning", () => {
  it.each([
    ["a step without rounding", { ...perUnit, "Quantity step": 10 }],
    ["free events of a period", { ...perUnit, "Included events": 3 }],
    ["a rollover of nothing", { ...perUnit, "Rollover periods": 1 }],
    ["daily units of nothing", { ...perUnit, "Included reset": "Day" }],
    ["a condition that is none", { ...perUnit, Condition: "EU" }],
  ])("refuses %s", (_name, price) => {
    expect(bill({ prices: [price], usage: days(1) })).toMatchObject({ net: "none", errors: ["BAD_TERMS"] });
  });

  it("refuses to remove more than is held", () => {
    const book = { prices: [perUnit], meters: [{ Aggregation: "Held" }], usage: days(5, -6) };
    expect(bill(book)).toMatchObject({ net: "none", errors: ["BAD_TERMS"] });
  });

  it("holds a contract with usage of no condition, and of two alike", () => {
    const usage = [{ Date: at(1), Quantity: 1, Region: "EU" }];
    const other = { prices: [{ ...perUnit, Condition: "Region = US" }], usage };
    const alike = {
      prices: [
        { ...perUnit, Condition: "Region = EU" },
        { ...perUnit, Condition: "region = eu" },
      ],
      usage,
    };
    expect(bill(other).errors).toEqual(["UNPRICED_USAGE"]);
    expect(bill(alike).errors).toEqual(["AMBIGUOUS_PRICE"]);
  });
});
