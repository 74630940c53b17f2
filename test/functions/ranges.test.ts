import { rateUsage } from "../../src/functions/catalog/rating";
import { applyCash } from "../../src/functions/catalog/cash";
import { agingSummary } from "../../src/functions/catalog/receivables";
import { drawdown, meterUsage } from "../../src/functions/catalog/usage";
import { builtFunctions } from "../support/builtFunctions";

builtFunctions();

/** #VALUE! with its reason. */
const invalid = (message: RegExp) =>
  expect.objectContaining({
    code: "#VALUE!",
    message: expect.stringMatching(message) as string,
  }) as unknown as Error;

/** What 1,500 units cost: 1000 × 0.10 + 500 × 0.08 is 140. */
const cost = (tiers: unknown[][], quantity = 1500) => rateUsage([[quantity]], tiers)[0]![0];

describe("a tier range is read like the Tiers table", () => {
  it.each<[string, unknown[][]]>([
    [
      "bands as texts",
      [
        ["0-1000", 0.1],
        ["1001-5000", 0.08],
        ["above", 0.05],
      ],
    ],
    [
      "bands and prices as texts",
      [
        ["up to 1000", "$0.10"],
        ["1001 to 5000", "$0.08"],
        ["5000+", "$0.05"],
      ],
    ],
    [
      "From, To and a price",
      [
        ["From", "To", "Price"],
        [0, 1000, 0.1],
        [1001, 5000, 0.08],
        [5001, "and above", 0.05],
      ],
    ],
    [
      "From, To and a blank end",
      [
        ["From", "To", "Price"],
        [0, 1000, 0.1],
        [1001, 5000, 0.08],
        [5001, null, 0.05],
      ],
    ],
    [
      "a blank end that arrives as 0",
      [
        ["From", "To", "Rate"],
        [0, 1000, 0.1],
        [1001, 0, 0.08],
      ],
    ],
    [
      "From alone",
      [
        ["From", "Unit price"],
        [0, 0.1],
        [1001, 0.08],
        [5001, 0.05],
      ],
    ],
    [
      "columns in another order",
      [
        ["Rate", "Up to"],
        [0.1, 1000],
        [0.08, 5000],
        [0.05, "*"],
      ],
    ],
    [
      "other names",
      [
        ["Von", "Bis", "Preis"],
        [0, 1000, 0.1],
        [1001, 5000, 0.08],
        [5001, "mehr", 0.05],
      ],
    ],
    [
      "a band under its name",
      [
        ["Price", "Tier"],
        [0.1, "0-1000"],
        [0.08, "1001-5000"],
        [0.05, "above 5000"],
      ],
    ],
    [
      "a price per thousand",
      [
        ["Up to", "Price per 1,000"],
        [1000, 100],
        [5000, 80],
        ["*", 50],
      ],
    ],
    [
      "decimal commas",
      [
        ["1.000", "0,10"],
        ["5.000", "0,08"],
        ["*", "0,05"],
      ],
    ],
    [
      "an empty column between",
      [
        ["Up to", null, "Unit price"],
        [1000, null, 0.1],
        ["*", null, 0.08],
      ],
    ],
    [
      "names that nobody knows, by position",
      [
        ["Stufe 1", "Wert"],
        [1000, 0.1],
        [5000, 0.08],
        ["*", 0.05],
      ],
    ],
  ])("%s", (_title, tiers) => {
    expect(cost(tiers)).toBe(140);
  });

  it("keeps a first row of texts that is a tier", () => {
    expect(
      cost([
        ["0-1000", "0.10"],
        ["above", "0.08"],
      ]),
    ).toBe(140);
    expect(() =>
      cost([
        ["0-1000", "free"],
        ["above", 0.08],
      ]),
    ).toThrow(invalid(/free/));
  });

  it.each<[string, unknown[][], RegExp]>([
    [
      "a gap",
      [
        ["From", "To", "Price"],
        [0, 1000, 0.1],
        [1101, null, 0.08],
      ],
      /gap between 1,000 and 1,101/,
    ],
    [
      "an overlap",
      [
        ["From", "To", "Price"],
        [0, 1000, 0.1],
        [900, null, 0.08],
      ],
      /overlaps/,
    ],
    [
      "a column nobody reads",
      [
        ["Up to", "Price", "Fee", "Discount"],
        [1000, 0.1, 0, 5],
      ],
      /“Discount” is not read/,
    ],
    [
      "tiers of several prices",
      [
        ["Price ID", "Up to", "Price"],
        ["A", 10, 1],
      ],
      /“Price ID” is not read/,
    ],
    [
      "a comma that may be either",
      [
        [1000, "0.1"],
        ["*", "1,000,00"],
      ],
      /1,000,00/,
    ],
  ])("%s is told", (_title, tiers, message) => {
    expect(() => cost(tiers)).toThrow(invalid(message));
  });

  it("refuses a price per thousand where no units are priced", () => {
    const tiers = [
      ["Up to", "Price per 1,000"],
      [1000, 100],
    ];
    expect(() => rateUsage([[5]], tiers, "stairstep" as never)).toThrow(invalid(/1000 units/));
  });
});

describe("columns of a range are read like those of a sheet", () => {
  const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

  it("one text settles the decimal sign of the others", () => {
    expect(meterUsage(column("1.234", "2.500,75"))).toBe(3734.75);
    expect(meterUsage(column("1,234", "2,500.75"))).toBe(3734.75);
    expect(meterUsage(column("1.234", 1))).toBe(2.234);
    expect(drawdown("100", column("1.000,50", "60"))[1]).toEqual([100, 0, 900.5]);
    expect(applyCash(100, column("€ 60.00", "(20.00)", 70))).toEqual([[60], [-20], [60], [0]]);
  });

  it("what nothing settles is told", () => {
    expect(() => meterUsage(column("1,234", 5))).toThrow(invalid(/./));
  });

  it("dates are read by month, by figures and in the order that the column shows", () => {
    const used = (...dates: unknown[]) =>
      meterUsage(
        column(1, 2, 4),
        "sum" as never,
        undefined,
        undefined,
        undefined,
        undefined,
        column(...dates),
        "2026-10-01",
        "2026-10-31",
      );
    expect(used("Oct 2026", "2026-10", "Nov 2026")).toBe(3);
    expect(used("31/10/2026", "03/11/2026", "04/10/2026")).toBe(5);
    expect(used(20261005, 202610, 202611)).toBe(3);
    expect(used("5 Oct 2026", "2026-10-05T23:59:00+02:00", "10/2026")).toBe(7);
    expect(() => used("3/4/2026", 46300, 46301)).toThrow(invalid(/./));
  });

  it("due dates too", () => {
    const rows = agingSummary(
      column("30.09.2026", "01.11.2026"),
      column("1.000,00", "2.000,00"),
      "2026-10-31",
    );
    expect(rows.at(-1)).toEqual(["Total", 2, 3000]);
    expect(rows[1]).toEqual(["Current", 1, 2000]);
  });
});
