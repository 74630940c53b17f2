import { contract, price, usage, type RowInput } from "../support/workbookFixture";
import type { TableRow } from "../support/workbookReading";
import { bill, type Billed } from "../support/workbookRun";

const ids = Array.from({ length: 24 }, (_, at) => `C-${String(at + 1).padStart(2, "0")}`);

const models: readonly RowInput[] = [
  { "Pricing model": "flat", "Flat fee": 19.99, Product: "Calls" },
  { "Pricing model": "per_unit", "Unit price": 0.0123 },
  { "Pricing model": "graduated", Tiers: "100: 0.10 + 1; 500: 0.08; *: 0.05" },
  { "Pricing model": "volume", Tiers: "100: 0.10; *: 0.0333" },
  { "Pricing model": "package", "Unit price": 2.5, "Package size": 7 },
  { "Pricing model": "stairstep", Tiers: "200: 0 + 10; *: 0 + 17.5" },
  { "Pricing model": "percentage", "Unit price": 0.029, "Flat fee": 0.3, "Rate per": "Event" },
  { "Pricing model": "graduated_percentage", Tiers: "300: 0.02; *: 0.01", Minimum: 5 },
];

/** The same numbers at every run: a multiplicative generator (Lehmer's). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

function tables(): Record<string, RowInput[]> {
  const random = generator(42);
  const day = () => `2026-04-${String(1 + Math.floor(random() * 30)).padStart(2, "0")}`;
  return {
    Contracts: ids.map((id, at) =>
      contract(id, {
        "Tax code": at % 3 === 0 ? "STD" : undefined,
        Currency: at % 5 === 0 ? "EUR" : "USD",
        "Minimum commitment": at % 4 === 0 ? 100 : undefined,
      }),
    ),
    Prices: ids.flatMap((id, at) => [
      price(id, "", models[at % models.length]),
      price(id, "per_unit", { Product: "Storage", "Unit price": 0.07, "Discount %": 15 }),
    ]),
    Usage: Array.from({ length: 400 }, (_, at) =>
      usage(ids[at % ids.length]!, Math.round(random() * 10_000) / 100, {
        Date: day(),
        Meter: random() < 0.5 ? "Calls" : "Storage",
        "Event ID": `E-${String(at % 390)}-${String(at % ids.length)}`,
      }),
    ),
    "Tax codes": [{ "Tax code": "STD", Rate: 0.19 }],
  };
}

/** The tables with their rows and columns, and the sheets themselves, in another order. */
function mixed(
  book: Readonly<Record<string, readonly RowInput[]>>,
  seed: number,
): Record<string, RowInput[]> {
  const random = generator(seed);
  const sheets = shuffled(Object.entries(book), random).map(([name, rows]) => {
    const headers = shuffled([...new Set(rows.flatMap((row) => Object.keys(row)))], random);
    const reordered = rows.map((row) => Object.fromEntries(headers.map((header) => [header, row[header]])));
    return [name, shuffled(reordered, random)] as const;
  });
  return Object.fromEntries(sheets);
}

const keyed = (rows: readonly TableRow[]) => rows.map((row) => JSON.stringify(row)).sort();

describe("the order of rows, columns and sheets", () => {
  const runs: Billed[] = [];
  beforeAll(async () => {
    for (const book of [tables(), mixed(tables(), 7), mixed(tables(), 11)]) runs.push(await bill(book));
  });

  test("the workbook is worth comparing", () => {
    expect(runs[0]?.invoices.length).toBe(ids.length);
    expect(runs[0]?.table("Invoice lines").length).toBeGreaterThan(60);
  });

  test.each([1, 2])("does not change an invoice (order %i)", (at) => {
    expect(keyed(runs[at]!.invoices)).toEqual(keyed(runs[0]!.invoices));
  });

  test.each([1, 2])("does not change a line (order %i)", (at) => {
    expect(keyed(runs[at]!.table("Invoice lines"))).toEqual(keyed(runs[0]!.table("Invoice lines")));
  });

  test.each([1, 2])("does not change control totals (order %i)", (at) => {
    expect(keyed(runs[at]!.table("Control totals"))).toEqual(keyed(runs[0]!.table("Control totals")));
  });
});
