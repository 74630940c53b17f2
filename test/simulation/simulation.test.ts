import { checks } from "./checks";
import { documentsOf } from "./engine/documents";
import { runYear } from "./engine/runYear";
import { features, type Features } from "./generate/features";
import { generateYear } from "./generate/generateYear";
import { judgeNet } from "./judge/nets";
import { fee, perUnit, used, yearOf } from "./cases/caseYear";
import { foundYears } from "./cases/foundYears";
import { relatives } from "./variants/relatives";
import { traitsOf } from "./year/traits";

/** The first seed and how many years each check is put to here: such as have that way or that leak. */
const samples: readonly (readonly [check: string, first: number, years: number])[] = [
  ["amounts", 40, 1],
  ["year", 1, 3],
  ...Object.keys(relatives).map((check) => [check, 1, check === "late rows at once" ? 2 : 1] as const),
  ["deleted line", 3, 1],
  ["wrong price", 12, 1],
  ["billed twice", 13, 1],
  ["missing month", 1, 2],
  ["late without an invoice", 19, 1],
  ["usage taken back", 19, 1],
  ["prices typed over", 1, 1],
  ["credited in part", 1, 1],
];

const everyFeature: Features = new Set(features);

describe.each(samples)("simulated years, %s", (check, first, years) => {
  it("agree with one exact calculation", () => {
    const seeds = Array.from({ length: years }, (_, at) => first + at);
    const faults = seeds.flatMap((seed) =>
      checks
        .get(check)?.(generateYear(seed, everyFeature))
        .map((fault) => ({ seed, ...fault })),
    );
    expect(faults).toEqual([]);
  });
});

it("every check has its sample", () => {
  expect(samples.map(([check]) => check).sort()).toEqual([...checks.keys()].sort());
});

describe("years that were once wrong", () => {
  it.each(Object.entries(foundYears))("%s", (_, { check, year }) => {
    expect(checks.get(check)?.(year)).toEqual([]);
  });
});

describe("the simulator", () => {
  const small = yearOf({
    firstRun: "2026-01",
    runs: 3,
    contracts: [
      { start: "2026-01-01", prices: [fee("100"), perUnit("2")], usage: [used("2026-02-10", "7")] },
    ],
  });

  it("sees one cent", () => {
    const billed = runYear(small).map(({ run, book }) => ({ run, documents: documentsOf(book) }));
    const dearer = { ...small.contracts[0]!, prices: [fee("100.01"), perUnit("2")] };
    expect(judgeNet(small.contracts[0]!, small, billed)).toEqual([]);
    expect(judgeNet(dearer, small, billed)).toEqual([
      { kind: "net", contractId: "C1", text: "by 2026-01 billed 100.00, owed 100.01" },
    ]);
  });

  it("draws the same year for the same seed, and another for another", () => {
    const [first, again, other] = [7, 7, 8].map((seed) => generateYear(seed, everyFeature));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it("draws everything that it knows of", () => {
    const traits = new Set(
      Array.from({ length: 400 }, (_, seed) => traitsOf(generateYear(seed, everyFeature)).split(", ")).flat(),
    );
    const wanted = [
      ...[
        "ahead",
        "30/360",
        "anchor",
        "quarterly",
        "semiannual",
        "annual",
        "one-time",
        "start inside",
        "end",
      ],
      ...["fee change", "usage change", "late", "arrears", "no proration", "events", "quantity", "included"],
      ...["minimum", "maximum", "discount", "zeroUsage", "aggregation", "graduated", "volume", "stairstep"],
      ...["package", "percentage", "graduated_percentage"],
      ...["negative rows", "mirror", "average", "unique", "latest", "count", "max"],
      ...["half_even", "rounded once", "tax per line", "shared invoices"],
      ...["factor", "step", "includedReset", "includedEvents", "includedAmount", "event fees", "rollover"],
      ...["tierBound", "blocks", "tier maximum", "negative as zero", "dynamic", "condition", "maximumPeriod"],
      ...["percent discounts", "amount discounts", "carried", "notToExceed", "commitment rows", "overage"],
      ...["retention", "deposits", "grants", "levels", "escalations", "index", "several taxes", "cash"],
      ...["milestones", "progress", "milestone", "percent_complete"],
      ...["results", "service_credit", "unitGrants", "rates"],
      ...[
        "capacity",
        "filter",
        "keys",
        "evidence",
        "placements",
        "renewal",
        "parent",
        "gross",
        "instalments",
      ],
      ...["evidence of results", "tiers of seats", "tiers of what is held", "short periods over time"],
      ...["commitment row of a day", "commitments of a customer", "grants of a customer", "grants after tax"],
      ...["weighted sum", "held", "register", "stacked", "committed quantity", "commitment row of a year"],
      ...["commitment of billing period", "commitment of contract year"],
    ];
    expect(wanted.filter((trait) => !traits.has(trait))).toEqual([]);
  });
});
