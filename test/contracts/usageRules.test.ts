import { billPeriod, parseIsoDay, parsePeriod } from "../../src/core/api";
import { sheet, workbook, type Cell } from "../properties/support/sheets";

type Row = Readonly<Record<string, Cell>>;

interface Book {
  readonly prices: readonly Row[];
  readonly usage: readonly Row[];
  readonly meters?: readonly Row[];
  readonly tiers?: readonly Row[];
}

const at = (day: number, time = 0): Cell => ({ date: parseIsoDay("2026-06-01")! - 1 + day + time });

function rows(records: readonly Row[]): Cell[][] {
  const titles = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return [titles, ...records.map((record) => titles.map((title) => record[title]))];
}

/** June 2026, 30 days, of contract A at a price P. */
function bill({ prices, usage, meters = [], tiers = [] }: Book) {
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
      ...(tiers.length > 0
        ? [sheet("Tiers", rows(tiers.map((tier) => ({ "Price ID": "P1", ...tier }))))]
        : []),
    ]),
    { period: parsePeriod("2026-06"), asOf: undefined, giveNumbers: false },
  );
  if (!result.ok) throw new Error(result.reason);
  const { invoices, issues } = result.run;
  return {
    net: invoices[0]?.subtotal.toFixed(2) ?? "none",
    lines: (invoices[0]?.lines ?? []).map(
      ({ kind, quantity, amount }) => `${kind} ${quantity.toString()} ${amount.toFixed(2)}`,
    ),
    said: (invoices[0]?.lines ?? []).map(({ explanation }) => explanation),
    errors: issues.filter(({ severity }) => severity === "error").map(({ code }) => code),
  };
}

const perUnit = { "Pricing model": "per_unit", "Unit price": 1 };
const days = (...quantities: readonly number[]) =>
  quantities.map((Quantity, index) => ({ Date: at(index + 1), Quantity }));

const cases: readonly (readonly [string, Book, readonly string[]])[] = [
  [
    "factor and step: 7,400 × 0.001, Up = 8",
    { prices: [{ ...perUnit, "Quantity factor": 0.001, "Quantity rounding": "Up" }], usage: days(7400) },
    ["usage 8 8.00"],
  ],
  [
    "whole packs: 15 in steps of 10 at 1 per 10 = 2",
    {
      prices: [{ ...perUnit, "Price per": 10, "Quantity step": 10, "Quantity rounding": "Up" }],
      usage: days(15),
    },
    ["usage 20 2.00"],
  ],
  [
    "60/60 rounding of seconds, a fee for each call",
    {
      prices: [
        {
          ...perUnit,
          "Flat fee": 0.1,
          "Price per": 60,
          "Rate per": "Event",
          "Quantity step": 60,
          "Quantity rounding": "Up",
        },
      ],
      usage: days(61, 30),
    },
    ["usage 180 3.20"],
  ],
  [
    "included of every day: 10 a day of 15, 3, 12 = 5 + 0 + 2",
    { prices: [{ ...perUnit, "Included quantity": 10, "Included reset": "Day" }], usage: days(15, 3, 12) },
    ["included 23 0.00", "usage 7 7.00"],
  ],
  [
    "the first 2 events are free, in the order of their dates",
    {
      prices: [{ ...perUnit, "Flat fee": 2, "Rate per": "Event", "Included events": 2 }],
      usage: [...days(50, 100), { Date: at(1), Quantity: 7 }],
    },
    ["included 57 0.00", "usage 100 102.00"],
  ],
  [
    "of an event partly inside the amount the rest is charged",
    {
      prices: [{ ...perUnit, "Flat fee": 2, "Rate per": "Event", "Included amount": 100 }],
      usage: days(50, 100, 10),
    },
    ["included 100 0.00", "usage 60 64.00"],
  ],
  [
    "an exclusive bound belongs to the next tier",
    {
      prices: [{ "Pricing model": "volume", Tiers: "100: 2; *: 1", "Tier bound": "Exclusive" }],
      usage: days(100),
    },
    ["usage 100 100.00"],
  ],
  [
    "blocks of the tier's share, and the most of a tier",
    {
      prices: [{ "Pricing model": "graduated" }],
      tiers: [
        { "Up to": 20, "Unit price": 5, "Block size": 10, Maximum: 8 },
        { "Up to": "*", "Unit price": 3, "Block size": 10 },
      ],
      usage: days(25),
    },
    ["usage 2 10.00", "maximum 1 -2.00", "usage 1 3.00"],
  ],
  [
    "blocks of the whole quantity",
    {
      prices: [{ "Pricing model": "volume" }],
      tiers: [
        { "Up to": 20, "Unit price": 5, "Block size": 10 },
        { "Up to": "*", "Unit price": 3, "Block size": 10 },
      ],
      usage: days(25),
    },
    ["usage 3 9.00"],
  ],
  [
    "a negative total counts 0",
    { prices: [{ ...perUnit, "Negative usage": "Zero" }], usage: days(5, -8) },
    ["usage 0 0.00"],
  ],
  [
    "the condition with most parts takes the row, then the longer beginning",
    {
      prices: [
        { ...perUnit, Condition: "To = 49*" },
        { ...perUnit, "Unit price": 2, Condition: "To = 4930*" },
        { ...perUnit, "Unit price": 3, Condition: "To = 49*; Kind = fax" },
        { ...perUnit, "Unit price": 4 },
      ],
      usage: [
        { Date: at(1), Quantity: 1, To: "4940", Kind: "voice" },
        { Date: at(1), Quantity: 10, To: "49301", Kind: "voice" },
        { Date: at(1), Quantity: 100, To: "49301", Kind: "fax" },
        { Date: at(1), Quantity: 1000, To: "33", Kind: "fax" },
      ],
    },
    ["usage 1 1.00", "usage 10 20.00", "usage 100 300.00", "usage 1000 4000.00"],
  ],
  [
    "amounts of events, marked up",
    {
      prices: [{ "Pricing model": "dynamic", "Unit price": 1.5 }],
      usage: [
        { Date: at(1), Quantity: 4, Amount: 10 },
        { Date: at(2), Quantity: 6, Amount: 2 },
      ],
    },
    ["usage 10 18.00"],
  ],
  [
    "the first step that covers the peaks of every meter",
    {
      prices: [{ "Pricing model": "capacity" }],
      tiers: [
        { Limits: "seats 100; GB 1000", "Flat fee": 50 },
        { Limits: "seats 500", "Flat fee": 90 },
        { Limits: "", "Flat fee": 200 },
      ],
      usage: [
        { Meter: "seats", Date: at(1), Quantity: 100 },
        { Meter: "GB", Date: at(2), Quantity: 1001 },
      ],
    },
    ["usage 1 90.00"],
  ],
  [
    "a level by its seconds: 1,000 from the 16th of 30 days",
    {
      prices: [perUnit],
      meters: [{ Aggregation: "Weighted sum" }],
      usage: [{ Date: at(16), Quantity: 1000 }],
    },
    ["usage 500 500.00"],
  ],
  [
    "units by days, both the day added and the day removed: 10 on 10 of 30 days",
    {
      prices: [{ "Pricing model": "graduated", Tiers: "6: 30; *: 3 + 1" }],
      meters: [{ Aggregation: "Held" }],
      usage: [
        { Date: at(11), Quantity: 10 },
        { Date: at(20), Quantity: -10 },
      ],
    },
    ["usage 2 60.00", "usage 1.33333333333333 5.00"],
  ],
  [
    "keys that are active",
    {
      prices: [{ ...perUnit, "Unit price": 30 }],
      meters: [{ Aggregation: "Held", "Key column": "Seat" }],
      usage: [
        { Date: at(1), Quantity: 1, Seat: "a", State: "Active" },
        { Date: at(1), Quantity: 1, Seat: "b", State: "Active" },
        { Date: at(15), Quantity: 1, Seat: "b", State: "Inactive" },
      ],
    },
    ["usage 1.5 45.00"],
  ],
  [
    "readings of a register of 5 digits: 99998 then 3 = 5",
    { prices: [perUnit], meters: [{ Aggregation: "Register", Digits: 5 }], usage: days(99_998, 3) },
    ["usage 5 5.00"],
  ],
  [
    "an estimate is settled by the next reading",
    {
      prices: [perUnit],
      meters: [{ Aggregation: "Register" }],
      usage: [
        { Date: at(1), Quantity: 100, Read: "Actual" },
        { Date: at(10), Quantity: 160, Read: "Estimated" },
        { Date: at(20), Quantity: 150, Read: "Actual" },
      ],
    },
    ["usage 50 50.00"],
  ],
  [
    "an estimate before the register passes zero",
    {
      prices: [perUnit],
      meters: [{ Aggregation: "Register", Digits: 5 }],
      usage: [
        { Date: at(1), Quantity: 99_900, Read: "Actual" },
        { Date: at(10), Quantity: 99_990, Read: "Estimated" },
        { Date: at(20), Quantity: 50, Read: "Actual" },
      ],
    },
    ["usage 150 150.00"],
  ],
  [
    "an estimate beyond zero, which was too high",
    {
      prices: [perUnit],
      meters: [{ Aggregation: "Register", Digits: 5 }],
      usage: [
        { Date: at(1), Quantity: 99_900, Read: "Actual" },
        { Date: at(10), Quantity: 20, Read: "Estimated" },
        { Date: at(20), Quantity: 99_950, Read: "Actual" },
      ],
    },
    ["usage 50 50.00"],
  ],
  [
    "over midnight, the end not counted",
    {
      prices: [perUnit],
      meters: [{ Filter: "time = 22:00-06:00" }],
      usage: [
        { Date: at(1, 22 / 24), Quantity: 1 },
        { Date: at(2, 6 / 24), Quantity: 10 },
        { Date: at(3), Quantity: 100 },
      ],
    },
    ["usage 101 101.00"],
  ],
  [
    "from Monday to Friday",
    {
      prices: [perUnit],
      meters: [{ Filter: "weekday = Mon-Fri" }],
      usage: [
        { Date: at(5), Quantity: 1 },
        { Date: at(6), Quantity: 10 },
        { Date: at(8), Quantity: 100 },
      ],
    },
    ["usage 101 101.00"],
  ],
];

describe("usage is priced as agreed", () => {
  it.each(cases)("%s", (_name, book, lines) => {
    expect(bill(book)).toMatchObject({ errors: [], lines });
  });

  it("says how a converted quantity came about", () => {
    const [book] = cases.map(([, each]) => each);
    expect(bill(book!).said).toEqual(["8 × 1 (7,400 metered × 0.001, up to a multiple of 1) = 8.00"]);
  });

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
