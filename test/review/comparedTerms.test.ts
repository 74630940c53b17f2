import { compareBooks, type Comparison } from "../../src/core/api";
import { sum, zero } from "../../src/core/money/decimal";
import { percent, type RowInput } from "../support/workbookFixture";
import { Bench } from "./support/bench";
import { bytesOf, october, type BookTables } from "./support/smallBook";
import { agreedOctober } from "./support/termsBook";

/** A row of a table with other cells, found by one of its own. */
interface OtherRow {
  readonly table: string;
  readonly where: RowInput;
  readonly change: RowInput;
}

function changed(tables: BookTables, others: readonly OtherRow[]): BookTables {
  return others.reduce((book, { table, where, change }) => {
    const isIt = (row: RowInput) => Object.entries(where).every(([title, value]) => row[title] === value);
    const rows = book[table]!.map((row) => (isIt(row) ? { ...row, ...change } : row));
    return { ...book, [table]: rows };
  }, tables);
}

const other = (table: string, where: RowInput, change: RowInput): OtherRow => ({ table, where, change });
const price = (id: string, change: RowInput) => other("Prices", { "Price ID": id }, change);
const contract = (id: string, change: RowInput) => other("Contracts", { "Contract ID": id }, change);

/** What of October is other in B, with the effects that it has, as "document: effect amount". */
const octobers: readonly (readonly [string, readonly OtherRow[], readonly string[]])[] = [
  ["a discount", [price("P3", { "Discount %": percent(0.25) })], ["K2: discount -48", "K2: tax -9.6"]],
  ["a tier's bound", [other("Tiers", { "Up to": 1000 }, { "Up to": 2000 })], ["K1: tier 20", "K1: tax 4"]],
  ["a model", [price("P4", { "Pricing model": "graduated" })], ["K3: tier 10", "K3: tax 1"]],
  ["a rate of tax", [other("Tax codes", { "Tax code": "RED" }, { Rate: percent(0.21) })], ["K3: tax 3.63"]],
  ["a tax code", [contract("K3", { "Tax code": "STD" })], ["K3: tax 3.3"]],
  ["a currency", [contract("K3", { Currency: "USD" })], ["K3: currency -36.3", "K3: currency 36.3"]],
  [
    "the start of a contract",
    [contract("K1", { "Start date": "2026-10-11" })],
    ["K1: proration -140.65", "K1: tax -28.13"],
  ],
  [
    "the end of a contract",
    [contract("K1", { "End date": "2026-10-20" })],
    ["K1: proration -128.71", "K1: tax -25.74"],
  ],
  [
    "an adjustment",
    [other("Adjustments", {}, { Amount: -33.33 })],
    ["K2: adjustment -13.33", "K2: tax -2.67"],
  ],
  [
    "a filter",
    [other("Meters", { Meter: "traffic EU" }, { Filter: "Region = US" })],
    ["K3: quantity -21", "K3: tax -2.1"],
  ],
  [
    "a quantity, a price, a discount and a rate of tax",
    [
      other("Usage", { "Event ID": "E4" }, { Quantity: 700 }),
      price("P3", { "Unit price": 0.6, "Discount %": percent(0.2) }),
      other("Tax codes", { "Tax code": "STD" }, { Rate: percent(0.19) }),
    ],
    ["K1: tax -7.35", "K2: quantity 27", "K2: price 63", "K2: discount -42", "K2: tax 6.44"],
  ],
];

/** The same of what is agreed beside prices. */
const terms: readonly (readonly [string, readonly OtherRow[], readonly string[]])[] = [
  ["a commitment", [other("Commitments", {}, { Amount: 700 })], ["COMMITTED: minimum 150"]],
  [
    "a discount of a contract",
    [other("Discounts", { "Discount ID": "D1" }, { Percent: percent(0.3) })],
    ["DISCOUNTED: discount -100"],
  ],
  ["a grant", [other("Grants", {}, { Amount: 100 })], ["PREPAID: adjustment 200"]],
  ["seats", [other("Quantities", { Date: "2026-10-16" }, { Quantity: 25 })], ["SEATS: quantity 20.65"]],
  ["an index", [other("Indices", { Month: "2026-05" }, { Value: 112 })], ["INDEXED: price 20"]],
  // What a credit is worth is a rate, and no other usage.
  ["a rate", [other("Exchange rates", { Date: "2026-10-01" }, { Rate: 0.07 })], ["CONVERTED: price 4"]],
  // 500 more, of which a tenth is kept back.
  [
    "what a milestone is paid",
    [other("Milestones", { Milestone: "Design" }, { Amount: 1500 })],
    ["PROJECT: price 450"],
  ],
  [
    "when a milestone was reached",
    [other("Milestones", { Milestone: "Design" }, { Reached: "2026-11-10" })],
    ["PROJECT: quantity -900"],
  ],
  ["retention", [contract("PROJECT", { "Retention %": percent(0.05) })], ["PROJECT: adjustment 150"]],
];

const effectsOf = ({ documents }: Comparison) =>
  documents.flatMap(({ contractId, effects }) =>
    effects.map(({ effect, amount }) => `${contractId}: ${effect} ${amount.toFixed()}`),
  );

/** Effects add up to the difference exactly, document by document and currency by currency. */
function expectTied({ documents, effects, totals }: Comparison): void {
  for (const document of documents)
    expect(sum(document.effects.map(({ amount }) => amount)).toFixed()).toBe(document.difference.toFixed());
  for (const { currency, totalA, totalB } of totals) {
    const ofCurrency = effects.filter((effect) => effect.currency === currency);
    const difference = totalB.minus(totalA);
    expect(sum([zero, ...ofCurrency.map(({ amount }) => amount)]).toFixed()).toBe(difference.toFixed());
  }
}

describe.each([
  ["October", october, octobers],
  ["October with more terms", agreedOctober, terms],
] as const)("%s compared with", (_name, tables, cases) => {
  const billed = async (book: BookTables) =>
    (await new Bench(await bytesOf(book)).bill({ number: true })).bench.snapshot();
  let before: Awaited<ReturnType<typeof billed>>;
  beforeAll(async () => {
    before = await billed(tables);
  });

  it("itself has no effect", () => {
    const compared = compareBooks(before, before);
    expect([compared.documents, compared.effects]).toEqual([[], []]);
    expectTied(compared);
  });

  it.each(cases)("%s", async (_what, others, effects) => {
    const compared = compareBooks(before, await billed(changed(tables, others)));
    expect(effectsOf(compared)).toEqual(effects);
    expectTied(compared);
  });
});
