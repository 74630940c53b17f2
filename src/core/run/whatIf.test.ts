import { billMonth } from "../../../test/simulation/engine/runYear";
import { month } from "../../../test/simulation/year/day";
import { bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";
import { dayOf } from "../calendar/day";
import type { Snapshot } from "../grid/grid";
import type { AdjustmentStep } from "../pricing/charge";
import { parseTermChange } from "../whatIf/changeTerms";
import { openWhatIf, type WhatIfSession } from "./whatIf";

const units = (row: Row = {}) =>
  priceRow({ Product: "Units", "Pricing model": "per_unit", "Unit price": 1, ...row });
const used = (contract: string, quantity: number, date: string): Row => ({
  "Contract ID": contract,
  Meter: "Units",
  Date: date,
  Quantity: quantity,
});

/** January and February of two contracts; the second in tiers, with a discount and a minimum. */
function session(settings: readonly Row[] = []): WhatIfSession {
  let book = bookOf({
    Contracts: [contractRow(), contractRow({ "Contract ID": "C2", "Customer ID": "K2" })],
    Prices: [
      units(),
      units({
        "Contract ID": "C2",
        "Pricing model": "graduated",
        "Unit price": undefined,
        Tiers: "50: 1; *: 0.5",
        "Discount %": 10,
        Minimum: 60,
      }),
    ],
    Usage: [used("C1", 100, "2026-01-10"), used("C2", 70, "2026-01-10"), used("C1", 10, "2026-02-10")],
    ...(settings.length > 0 ? { Settings: settings } : {}),
  });
  for (const run of ["2026-01", "2026-02"]) book = billMonth(book, month(run)).book;
  return openWhatIf(book);
}

/** What each line would change, and the total. */
function changes(of: WhatIfSession, texts: readonly string[], order?: readonly AdjustmentStep[]): string[] {
  const asked = of.ask({ changes: texts.map((text) => parseTermChange(text)!), order });
  if (!asked.ok) throw new Error(asked.reason);
  const { lines, totals } = of.reprice(asked.terms);
  return [...lines, ...totals].map(({ difference }) => difference.toFixed(2));
}

test.each<[string, readonly string[], readonly AdjustmentStep[] | undefined, string[]]>([
  ["nothing", [], undefined, ["0.00", "0.00", "0.00", "0.00", "0.00"]],
  ["a price", ["Prices[C1 Units].Unit price=1.2"], undefined, ["20.00", "2.00", "0.00", "0.00", "22.00"]],
  [
    "two changes of one price",
    ["Prices[C1 Units].Unit price=2", "Prices[c1 units].Maximum=50"],
    undefined,
    ["-50.00", "10.00", "0.00", "0.00", "-40.00"],
  ],
  ["a tier", ["Prices[C2 Units].Tiers=*: 2"], undefined, ["0.00", "0.00", "66.00", "0.00", "66.00"]],
  [
    "the minimum before the discount",
    [],
    ["minimum", "discount", "maximum"],
    ["0.00", "0.00", "-6.00", "-6.00", "-12.00"],
  ],
  [
    "another start, by which rows are metered anew",
    ["Contracts[C1].Start date=2026-02-01"],
    undefined,
    ["-100.00", "0.00", "0.00", "0.00", "-100.00"],
  ],
  [
    "a commitment, on a line of its own",
    ["Contracts[C1].Minimum commitment=50"],
    undefined,
    ["0.00", "40.00", "0.00", "0.00", "0.00", "40.00"],
  ],
])("%s", (_title, texts, order, expected) => {
  expect(changes(session(), texts, order)).toEqual(expected);
});

/** January of C1 with 100 units at 1.00, a tenth off, and hosting that rises; promised are 50.00. */
function agreed(): WhatIfSession {
  const book = bookOf({
    Contracts: [contractRow({ "Start date": "2025-01-01" })],
    Prices: [
      units({ "Price ID": "U" }),
      priceRow({ "Price ID": "H", Product: "Hosting", "Flat fee": 100, Timing: "Arrears" }),
    ],
    Usage: [used("C1", 100, "2026-01-10")],
    Discounts: [{ "Discount ID": "D1", "Contract ID": "C1", Percent: { percent: 0.1 }, Products: "Units" }],
    Escalations: [
      {
        "Escalation ID": "S1",
        "Contract ID": "C1",
        Products: "Hosting",
        From: { date: 46_023 },
        Percent: { percent: 0.05 },
      },
    ],
  });
  return openWhatIf(billMonth(book, month("2026-01")).book);
}

test.each<[string, string, string]>([
  ["nothing", "Prices[U].Unit price=1", "0.00"],
  ["a price with a discount behind it", "Prices[U].Unit price=2", "90.00"],
  ["a discount", "Discounts[D1].Percent=20%", "-10.00"],
  ["the days of a discount", "Discounts[d1].From=2026-02-01", "10.00"],
  ["an escalation", "Escalations[S1].Percent=10%", "5.00"],
  ["what is not exceeded", "Contracts[C1].Not to exceed=150", "-45.00"],
  ["a cap", "Prices[U].Maximum period=Contract", "0.00"],
  ["a factor", "Prices[U].Quantity factor=0.5", "-45.00"],
  ["a product that a discount is for", "Discounts[D1].Products=Hosting", "-0.50"],
])("agreements: %s", (_title, change, expected) => {
  expect(changes(agreed(), [change]).at(-1)).toBe(expected);
});

test("one session answers any number of questions, each from today's terms", () => {
  const one = session();
  const dearer = () => changes(one, ["Prices[*].Discount %=0"]);
  const first = dearer();
  expect(changes(one, ["Prices[C1 Units].Unit price=5"])[4]).toBe("440.00");
  expect(dearer()).toEqual(first);
});

test("with Line rounding = invoice a document is rounded once under other terms too", () => {
  const once = session([{ Key: "Line rounding", Value: "invoice" }]);
  expect(changes(once, [])).toEqual(["0.00", "0.00", "0.00", "0.00", "0.00"]);
  expect(changes(once, ["Prices[C1 Units].Unit price=1.00006"])).toEqual([
    "0.01",
    "0.00",
    "0.00",
    "0.00",
    "0.01",
  ]);
});

test("terms with an error are refused with its cell", () => {
  const asked = session().ask({ changes: [parseTermChange("Prices[C2 Units].Tiers=none")!] });
  expect(asked).toMatchObject({ ok: false, reason: expect.stringContaining("BAD_TIERS") as string });
});

describe("a document to which today's terms give no amount", () => {
  const withPrices = (more: Readonly<Record<string, readonly Row[]>>, price: Row) =>
    billMonth(
      bookOf({
        Contracts: [contractRow()],
        Prices: [units(), priceRow({ Product: "Hosting", "Flat fee": 100, Timing: "Arrears", ...price })],
        Usage: [used("C1", 100, "2026-01-10")],
        ...more,
      }),
      month("2026-01"),
    ).book;
  const instead = (book: Snapshot, name: string, row: Row): Snapshot => {
    const [grid] = bookOf({ [name]: [row] }).grids;
    return { ...book, grids: book.grids.map((each) => (each.sheet === name ? grid! : each)) };
  };
  const rate = { Date: "2026-01-01", From: "CREDITS", To: "USD", Rate: 0.5 };
  const value = { Index: "CPI", Month: "2026-01", Value: 110 };
  const escalation = {
    "Escalation ID": "S1",
    "Contract ID": "C1",
    Products: "Hosting",
    From: { date: dayOf(2026, 1, 2) },
    Index: "CPI",
    "Base value": 100,
  };

  test.each<[string, Snapshot, string, Row]>([
    [
      "a rate",
      withPrices({ "Exchange rates": [rate] }, { Currency: "CREDITS" }),
      "Exchange rates",
      { ...rate, Date: "2026-06-01" },
    ],
    [
      "an index",
      withPrices({ Escalations: [escalation], Indices: [value] }, {}),
      "Indices",
      { ...value, Month: "2026-06" },
    ],
  ])("for want of %s is named, and not rated as if it cost nothing", (_what, book, sheet, later) => {
    const answer = (of: Snapshot) => {
      const opened = openWhatIf(of);
      const asked = opened.ask({
        changes: [parseTermChange("Prices[C1 Units].Unit price=2")!],
        order: undefined,
      });
      if (!asked.ok) throw new Error(asked.reason);
      const { withoutAmount, totals } = opened.reprice(asked.terms);
      return [withoutAmount.length, ...totals.map(({ difference }) => difference.toFixed(2))];
    };
    expect(answer(book)).toEqual([0, "100.00"]);
    expect(answer(instead(book, sheet, later))).toEqual([1, "0.00"]);
  });
});
