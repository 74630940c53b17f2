import fc from "fast-check";
import { check } from "../../../test/properties/support/check";
import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { evaluated } from "../../../test/support/evaluated";
import { cellAddress, type Snapshot } from "../grid/grid";
import { gatherEvidence, planEvidence, type Evidence } from "./evidence";

const october = { period: { from: 46_296, to: 46_326 }, asOf: undefined, giveNumbers: false };
const NUMBER = "DRAFT-C-1-2026-10-USD";

interface Terms {
  readonly prices: readonly (readonly Cell[])[];
  readonly usage?: readonly (readonly Cell[])[];
  readonly start?: string;
  readonly commitment?: number;
  readonly adjustments?: readonly (readonly Cell[])[];
}

const priceColumns = [
  ...["Contract ID", "Product", "Pricing model", "Unit price", "Tiers", "Flat fee", "Included quantity"],
  ...["Discount %", "Minimum", "Maximum", "Quantity"],
];

function bookOf({ prices, usage = [], start = "2026-01-01", commitment, adjustments = [] }: Terms): Snapshot {
  return workbook([
    sheet("Settings", [
      ["Key", "Value"],
      ["Tax code", "S"],
    ]),
    sheet("Tax codes", [
      ["Tax code", "Rate"],
      ["S", { percent: 0.2 }],
    ]),
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Minimum commitment"],
      ["C-1", "K1", "Acme", start, commitment],
    ]),
    sheet("Prices", [priceColumns, ...prices]),
    sheet("Usage", [["Contract ID", "Meter", "Date", "Quantity"], ...usage]),
    sheet("Adjustments", [["Contract ID", "Date", "Amount", "Description", "Reason code"], ...adjustments]),
  ]);
}

const rowsOf = (quantities: readonly number[]): Cell[][] =>
  quantities.map((quantity, row) => [
    "C-1",
    "Calls",
    `2026-10-${String((row % 30) + 1).padStart(2, "0")}`,
    quantity,
  ]);

function evidenceOf(snapshot: Snapshot, line?: number): Evidence {
  const found = gatherEvidence(snapshot, NUMBER, line, october);
  if (!found?.ok) throw new Error("there is no evidence");
  return found.evidence;
}

/** Formulas whose recalculated value is not the stored one. */
function differences(snapshot: Snapshot, { sheet: { rows } }: Evidence): string[] {
  return evaluated(rows, snapshot).flatMap(({ row, column, formula, stored, value }) =>
    Math.abs(stored - value) <= 1e-9 * Math.max(1, Math.abs(stored))
      ? []
      : [`${cellAddress({ row, column })} =${formula}: ${String(stored)}, not ${String(value)}`],
  );
}

const textsOf = ({ sheet: { rows } }: Evidence): string[] =>
  rows.flatMap(([first]) => (typeof first?.value === "string" ? [first.value] : []));

describe("evidence", () => {
  it.each<[string, Terms, string]>([
    ["a flat fee", { prices: [["C-1", "Fee", "flat", undefined, undefined, 100]] }, "100"],
    [
      "a fee for some days",
      { prices: [["C-1", "Fee", "flat", undefined, undefined, 49]], start: "2026-10-18" },
      "22.13",
    ],
    [
      "tiers with an included quantity",
      {
        prices: [["C-1", "Calls", "graduated", undefined, "10: 0.333; *: 0.125", undefined, 5]],
        usage: rowsOf([7.5, 11, 4]),
      },
      "4.27",
    ],
    [
      "a discount and a minimum",
      {
        prices: [["C-1", "Calls", "per_unit", 0.077, undefined, undefined, undefined, { percent: 0.1 }, 5]],
        usage: rowsOf([3, 4]),
      },
      "5",
    ],
    [
      "a maximum",
      {
        prices: [["C-1", "Calls", "per_unit", 3, undefined, undefined, undefined, undefined, undefined, 10]],
        usage: rowsOf([3, 4]),
      },
      "10",
    ],
    [
      "seats for some days",
      {
        prices: [
          [
            "C-1",
            "Seats",
            "graduated",
            undefined,
            "3: 10 + 1; *: 7",
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            5,
          ],
        ],
        start: "2026-10-15",
      },
      "24.68",
    ],
    [
      "a minimum commitment",
      { prices: [["C-1", "Calls", "per_unit", 2]], usage: rowsOf([3]), commitment: 50 },
      "50",
    ],
    [
      "a minimum commitment for some days",
      {
        prices: [["C-1", "Calls", "per_unit", 2]],
        usage: [["C-1", "Calls", "2026-10-20", 3]],
        commitment: 50,
        start: "2026-10-15",
      },
      "27.42",
    ],
    [
      "an adjustment",
      {
        prices: [["C-1", "Fee", "flat", undefined, undefined, 100]],
        adjustments: [["C-1", "2026-10-05", -12.5, "Outage", "SLA"]],
      },
      "87.5",
    ],
  ])("of %s is re-added by its formulas", (_, terms, net) => {
    const snapshot = bookOf(terms);
    const evidence = evidenceOf(snapshot);
    expect(differences(snapshot, evidence)).toEqual([]);
    const lines = evidence.lines.reduce(
      (total, { amount }) => total.plus(amount),
      evidence.total.minus(evidence.total),
    );
    expect(lines.toFixed()).toBe(net);
    expect(evidence.total.toFixed()).toBe(lines.times("1.2").toDecimalPlaces(2).toFixed());
    expect(evidence.lines.every(({ steps, sources }) => steps.length > 0 && sources.length > 0)).toBe(true);
  });

  it("lists a dozen usage rows with their cells and adds the others by a formula", () => {
    const snapshot = bookOf({
      prices: [["C-1", "Calls", "per_unit", 1]],
      usage: rowsOf(Array.from({ length: 30 }, (_, row) => row + 1)),
    });
    const evidence = evidenceOf(snapshot);
    const rest = evidence.sheet.rows.find(([first]) => first?.value === "    and 18 more rows, together");
    expect(rest?.[1]?.formula).toBe("ROUND(SUM('Usage'!$D$14:$D$31),9)");
    expect(evidence.sheet.rows.filter((row) => row[7]?.link?.sheet === "Usage")).toHaveLength(14);
    expect(differences(snapshot, evidence)).toEqual([]);
  });

  it("says which line bears a cent of the rounding", () => {
    const snapshot = bookOf({
      prices: [["C-1", "Calls", "graduated", undefined, "1: 0.333; 2: 0.333; *: 0.334"]],
      usage: rowsOf([3]),
    });
    const texts = textsOf(evidenceOf(snapshot));
    expect(texts.find((text) => text.includes("is rounded once"))).toContain(
      "line 3 takes the smallest unit",
    );
  });

  it("of one line has the lines of its price and no totals", () => {
    const snapshot = bookOf({
      prices: [
        ["C-1", "Fee", "flat", undefined, undefined, 100],
        ["C-1", "Calls", "graduated", undefined, "1: 2; *: 1"],
      ],
      usage: rowsOf([3]),
    });
    const evidence = evidenceOf(snapshot, 3);
    expect(evidence.lines.map(({ line }) => line)).toEqual([3]);
    const texts = textsOf(evidence).join("\n");
    expect(texts).toContain("Line 2:");
    expect(texts).not.toContain("Line 1:");
    expect(texts).not.toContain("Subtotal");
    expect(gatherEvidence(snapshot, NUMBER, 4, october)).toEqual({ ok: false, lines: 3 });
    expect(gatherEvidence(snapshot, "INV-1", undefined, october)).toBeUndefined();
  });

  it("leaves a sheet Evidence of somebody else alone", () => {
    const snapshot = bookOf({ prices: [["C-1", "Fee", "flat", undefined, undefined, 100]] });
    const withSheet = { ...snapshot, grids: [...snapshot.grids, sheet("Evidence", [["Photos"]])] };
    expect(planEvidence(evidenceOf(snapshot)).sheets.map(({ name }) => name)).toEqual(["Evidence"]);
    expect(planEvidence(evidenceOf(withSheet)).sheets.map(({ name }) => name)).toEqual(["Evidence (2)"]);
  });

  it("is re-added by its formulas whatever the terms", () => {
    const figure = (most: number) => fc.integer({ min: 1, max: most * 1000 }).map((value) => value / 1000);
    const terms = fc.record({
      first: figure(3),
      second: figure(2),
      bound: fc.integer({ min: 1, max: 60 }),
      included: fc.constantFrom(undefined, 2, 10),
      discount: fc.constantFrom(undefined, { percent: 0.07 }, { percent: 0.125 }),
      minimum: fc.constantFrom(undefined, 20, 55.55),
      seats: fc.integer({ min: 1, max: 9 }),
      start: fc.constantFrom("2026-01-01", "2026-10-07", "2026-10-23"),
      usage: fc.array(figure(20), { minLength: 1, maxLength: 20 }),
    });
    check(
      fc.property(terms, ({ first, second, bound, included, discount, minimum, seats, start, usage }) => {
        const tiers = `${String(bound)}: ${String(first)}; *: ${String(second)} + 1`;
        const snapshot = bookOf({
          prices: [
            ["C-1", "Calls", "graduated", undefined, tiers, undefined, included, discount, minimum],
            [
              "C-1",
              "Seats",
              "per_unit",
              first,
              undefined,
              undefined,
              undefined,
              discount,
              minimum,
              undefined,
              seats,
            ],
          ],
          usage: rowsOf(usage),
          start,
        });
        expect(differences(snapshot, evidenceOf(snapshot))).toEqual([]);
      }),
      60,
    );
  });
});

it("says which step of a capacity the peaks of its meters ask for, and adds nothing up", () => {
  const snapshot = workbook([
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Customer name", "Start date"],
      ["C-1", "K1", "Acme", "2026-01-01"],
    ]),
    sheet("Prices", [
      ["Contract ID", "Price ID", "Product", "Pricing model"],
      ["C-1", "P1", "Plan", "capacity"],
    ]),
    sheet("Tiers", [
      ["Price ID", "Limits", "Flat fee"],
      ["P1", "seats 1", 50],
      ["P1", "seats 5; GB 9", 90],
    ]),
    // 2 seats are the second step by chance.
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ["C-1", "seats", "2026-10-05", 2],
    ]),
  ]);
  const evidence = evidenceOf(snapshot);
  expect(textsOf(evidence)).toContain(
    "The first step that covers the peaks of seats and GB: the highest of each of 1 usage row",
  );
  const step = evidence.sheet.rows.flat().find((cell) => cell?.formula?.includes("SUM(B") === true);
  expect([step, differences(snapshot, evidence)]).toEqual([undefined, []]);
});
