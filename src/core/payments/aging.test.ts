import fc from "fast-check";
import { decimals } from "../../../test/properties/support/arbitraries";
import { check } from "../../../test/properties/support/check";
import { parseIsoDay } from "../calendar/day";
import { Decimal, sum } from "../money/decimal";
import {
  agingBands,
  agingBandsFault,
  agingBucket,
  daysPastDue,
  defaultAgingLimits,
  summarizeAging,
  type AgingBands,
  type AgingTally,
  type OpenItem,
} from "./aging";

const day = (text: string) => parseIsoDay(text)!;
const asOf = day("2026-10-31");
const bands = agingBands(defaultAgingLimits);
const item = (due: string | undefined, balance: string): OpenItem => ({
  due: due === undefined ? undefined : day(due),
  balance: new Decimal(balance),
});

/** A summary in short: label, count and amount of each row. */
function summary(items: readonly OpenItem[], of: AgingBands = bands) {
  const result = summarizeAging(items, asOf, of);
  if (!result.ok) return `item ${String(result.index)} has no due date`;
  const shown = ({ count, amount }: AgingTally) => [count, amount.toString()];
  return {
    rows: result.rows.map((row) => [row.label, ...shown(row)]),
    credits: shown(result.credits),
    total: shown(result.total),
  };
}

describe("daysPastDue", () => {
  it.each([
    ["2026-10-01", 30],
    ["2026-10-31", 0],
    ["2026-11-01", 0],
    ["2026-10-30", 1],
    ["2025-10-31", 365],
    ["2024-02-28", 976],
  ])("due on %s is %i days late on 2026-10-31", (due, days) => {
    expect(daysPastDue(day(due), asOf)).toBe(days);
  });
});

describe("agingBucket", () => {
  it.each([
    [-45, "Current"],
    [0, "Current"],
    [1, "1-30"],
    [30, "1-30"],
    [31, "31-60"],
    [60, "31-60"],
    [61, "61-90"],
    [90, "61-90"],
    [91, "91+"],
    [400, "91+"],
  ])("%i days past due are %s", (days, label) => {
    expect(agingBucket(days, bands)).toBe(label);
  });

  it("takes labels of its own", () => {
    const customBands = agingBands([7], ["Not due", "This week", "Call them"]);
    expect([0, 7, 8].map((days) => agingBucket(days, customBands))).toEqual([
      "Not due",
      "This week",
      "Call them",
    ]);
  });
});

describe("agingBands", () => {
  it("name a band of one day by that day", () => {
    expect(agingBands([1, 7, 8]).labels).toEqual(["Current", "1", "2-7", "8", "9+"]);
  });

  it("are two without limits", () => {
    expect(agingBands([]).labels).toEqual(["Current", "1+"]);
  });
});

describe("agingBandsFault", () => {
  it.each([
    [[30, 60, 90], undefined],
    [[1], ["not late", "one day", "more"]],
  ])("finds nothing in %j with labels %j", (limits, labels) => {
    expect(agingBandsFault(limits, labels)).toBeUndefined();
  });

  it.each([[[30, 30]], [[60, 30]], [[0, 30]], [[-1]], [[30.5]], [[NaN]], [[30, Infinity]]])(
    "asks for rising whole numbers in place of %j",
    (limits) => {
      expect(agingBandsFault(limits)).toBe(
        `Limits must be whole numbers above 0 that rise, such as 30, 60, 90; here they are ${limits.join(", ")}.`,
      );
    },
  );

  it("asks for a label of every band", () => {
    expect(agingBandsFault([30, 60], ["Current", "1-30", "31+"])).toBe(
      "There must be 4 labels, for what is not late, for each limit and for the open last band; here they are 3.",
    );
  });
});

describe("summarizeAging", () => {
  it("puts each balance into its band, credits apart whatever their date", () => {
    const items = [
      item("2026-11-30", "1000"),
      item("2026-10-16", "1500.10"),
      item("2026-10-31", "0.20"),
      item("2026-09-24", "100"),
      item("2026-01-01", "-250"),
      item(undefined, "-50"),
    ];
    expect(summary(items)).toEqual({
      rows: [
        ["Current", 2, "1000.2"],
        ["1-30", 1, "1500.1"],
        ["31-60", 1, "100"],
        ["61-90", 0, "0"],
        ["91+", 0, "0"],
      ],
      credits: [2, "-300"],
      total: [6, "2300.3"],
    });
  });

  it("leaves settled invoices out, also without a due date", () => {
    expect(summary([item("2026-01-01", "0"), item(undefined, "0")])).toMatchObject({
      credits: [0, "0"],
      total: [0, "0"],
    });
  });

  it("names the first item that is owed and has no due date", () => {
    const items = [
      item(undefined, "-5"),
      item("2026-10-01", "5"),
      item(undefined, "5"),
      item(undefined, "6"),
    ];
    expect(summary(items)).toBe("item 2 has no due date");
  });

  it("keeps bands apart that have the same label", () => {
    const same = agingBands([30], ["Current", "Late", "Late"]);
    expect(summary([item("2026-10-30", "1"), item("2026-01-01", "2")], same)).toMatchObject({
      rows: [
        ["Current", 0, "0"],
        ["Late", 1, "1"],
        ["Late", 1, "2"],
      ],
    });
  });

  it("adds up: rows and credits are the total, and that is the sum of the balances", () => {
    const items = fc.array(
      fc.record({ due: fc.integer({ min: 45_000, max: 48_000 }), balance: decimals(9, 4, "negative") }),
    );
    const limits = fc
      .uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 6 })
      .map((days) => days.sort((a, b) => a - b));
    check(
      fc.property(items, limits, (open, days) => {
        expect(agingBandsFault(days)).toBeUndefined();
        const result = summarizeAging(open, asOf, agingBands(days));
        if (!result.ok) throw new Error("all have a due date");
        const parts = [...result.rows, result.credits];
        expect(sum(parts.map(({ amount }) => amount)).equals(result.total.amount)).toBe(true);
        expect(sum(open.map(({ balance }) => balance)).equals(result.total.amount)).toBe(true);
        expect(parts.reduce((count, part) => count + part.count, 0)).toBe(result.total.count);
      }),
    );
  });
});
