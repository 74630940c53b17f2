import { contract, price, usage, type RowInput } from "../support/workbookFixture";
import { bill, type Billed } from "../support/workbookRun";

interface CommitmentCase {
  readonly says: string;
  readonly contract: RowInput;
  readonly prices?: readonly RowInput[];
  readonly used: number;
  readonly lines: readonly string[];
}

const year = { "Commitment period": "Contract year" };

const cases: readonly CommitmentCase[] = [
  // 500 - 412.30
  {
    says: "what a period's minimum commitment lacks",
    contract: { "Minimum commitment": 500, "Commitment period": "Billing period" },
    used: 412.3,
    lines: ["usage 412.3", "commitment 87.7"],
  },
  {
    says: "nothing when it is reached exactly",
    contract: { "Minimum commitment": 500, "Commitment period": "Billing period" },
    used: 500,
    lines: ["usage 500"],
  },
  // 100 + 350 of 500
  {
    says: "fixed fees and usage count together",
    contract: { "Minimum commitment": 500, "Commitment period": "Billing period" },
    prices: [{ Product: "Platform", "Pricing model": "flat", "Flat fee": 100 }],
    used: 350,
    lines: ["usage 350", "fixed 100", "commitment 50"],
  },
  // 500 × 15/30 - 100
  {
    says: "prorated in a short first period",
    contract: {
      "Minimum commitment": 500,
      "Commitment period": "Billing period",
      "Start date": "2026-04-16",
    },
    used: 100,
    lines: ["usage 100", "commitment 150"],
  },
  // 1,000 - 300, in the run that ends the year from 1 May 2025 on
  {
    says: "a contract year's true-up at its end",
    contract: { "Minimum commitment": 1000, ...year, "Start date": "2025-05-01" },
    used: 300,
    lines: ["usage 300", "commitment 700"],
  },
  {
    says: "no true-up before the contract year ends",
    contract: { "Minimum commitment": 1000, ...year },
    used: 300,
    lines: ["usage 300"],
  },
  // 1 January to 30 April are 120 of 365 days: 3,650 × 120/365 = 1,200; - 100
  {
    says: "a contract year cut short is prorated by days",
    contract: {
      "Minimum commitment": 3650,
      ...year,
      "Start date": "2026-01-01",
      "End date": "2026-04-30",
    },
    used: 100,
    lines: ["usage 100", "commitment 1100"],
  },
];

const idOf = (at: number) => `CM-${String(at + 1)}`;

describe("minimum commitments", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Contracts: cases.map((commitment, at) => contract(idOf(at), commitment.contract)),
      Prices: cases.flatMap((commitment, at) => [
        price(idOf(at), "per_unit", { "Unit price": 1 }),
        ...(commitment.prices ?? []).map((row) => price(idOf(at), "", row)),
      ]),
      Usage: cases.map((commitment, at) => usage(idOf(at), commitment.used, { Date: "2026-04-20" })),
    });
  });

  test.each(cases.map((commitment, at) => [commitment.says, idOf(at), commitment.lines] as const))(
    "%s",
    (_says, id, lines) => {
      // The order of two prices on an invoice is not part of the contract; the commitment comes last.
      const shown = billed.amounts(id);
      expect([...shown].sort()).toEqual([...lines].sort());
      expect(shown.at(-1)).toBe(lines.at(-1));
    },
  );

  test("the line says what was committed and what was reached", () => {
    const line = billed.linesOf("CM-1").find((row) => row.Kind === "commitment");
    expect(line?.Explanation).toMatch(/500\.00 [-−] 412\.30/);
  });

  test("the fraction of a short period stands in the explanation", () => {
    expect(billed.linesOf("CM-4").at(-1)?.Explanation).toContain("15/30");
    expect(billed.linesOf("CM-7").at(-1)?.Explanation).toContain("120/365");
  });
});

describe("commitments and what comes after them", () => {
  test("an adjustment does not count towards the commitment", async () => {
    const billed = await bill({
      Contracts: [contract("C", { "Minimum commitment": 100, "Tax code": "STD" })],
      Prices: [price("C", "per_unit", { "Unit price": 1 })],
      Usage: [usage("C", 60)],
      Adjustments: [
        {
          "Adjustment ID": "A-1",
          "Contract ID": "C",
          Date: "2026-04-20",
          Amount: -10,
          Description: "Outage",
          "Reason code": "SLA",
        },
      ],
      "Tax codes": [{ "Tax code": "STD", Rate: 0.2 }],
    });
    // 60 + (100 - 60) - 10 = 90; tax on 90 is 18
    expect(billed.amounts("C")).toEqual(["usage 60", "commitment 40", "adjustment -10"]);
    expect(billed.invoice("C")).toMatchObject({ Subtotal: 90, Tax: 18, Total: 108 });
  });

  test("a price's own minimum counts first", async () => {
    const billed = await bill({
      Contracts: [contract("C", { "Minimum commitment": 100 })],
      Prices: [price("C", "per_unit", { "Unit price": 1, Minimum: 70 })],
      Usage: [usage("C", 60)],
    });
    // 60 raised to 70, then to 100
    expect(billed.amounts("C")).toEqual(["usage 60", "minimum 10", "commitment 30"]);
  });
});
