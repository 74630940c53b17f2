import { contract, percent, price, settings, usage, type RowInput } from "../support/workbookFixture";
import { bill, type Billed } from "../support/workbookRun";

/** One contract with one price; its lines as "kind amount". */
interface ModelCase {
  readonly says: string;
  readonly price: RowInput & { readonly "Pricing model": string };
  /** The quantities of its usage rows. */
  readonly used: readonly number[];
  readonly lines: readonly string[];
}

const model = (name: string, row: RowInput) => ({ ...row, "Pricing model": name });
const tiered = (name: string, tiers: string, row: RowInput = {}) => model(name, { ...row, Tiers: tiers });

const STEPS = "1000: 0.10; 5000: 0.08; *: 0.05";
const FEES = "100: 1 + 10; *: 0.5 + 5";

const cases: readonly ModelCase[] = [
  {
    says: "flat is the fee whatever the usage",
    price: model("flat", { "Flat fee": 99.95 }),
    used: [],
    lines: ["fixed 99.95"],
  },
  {
    says: "flat covers the usage of its meter",
    price: model("flat", { "Flat fee": 99.95 }),
    used: [5000],
    lines: ["fixed 99.95"],
  },
  // 123 × 0.07
  { says: "per_unit", price: model("per_unit", { "Unit price": 0.07 }), used: [123], lines: ["usage 8.61"] },
  // 0.00001234 × 1,000,000
  {
    says: "per_unit with a price of many decimals",
    price: model("per_unit", { "Unit price": 0.00001234 }),
    used: [1_000_000],
    lines: ["usage 12.34"],
  },
  // 123,456,789,012 × 0.01
  {
    says: "per_unit over billions",
    price: model("per_unit", { "Unit price": 0.01 }),
    used: [123_456_789_012],
    lines: ["usage 1234567890.12"],
  },
  // 0.1 + 0.2 is 0.3 and not 0.30000000000000004; × 0.05 = 0.015 → 0.02
  {
    says: "quantities are added as decimals",
    price: model("per_unit", { "Unit price": 0.05 }),
    used: [0.1, 0.2],
    lines: ["usage 0.02"],
  },
  // 1.005 × 1 → 1.01 (a binary 1.005 lies below the half)
  {
    says: "half a cent rounds away from zero",
    price: model("per_unit", { "Unit price": 1.005 }),
    used: [1],
    lines: ["usage 1.01"],
  },
  // 1,000 × 0.10 + 4,000 × 0.08 + 1,000 × 0.05
  {
    says: "graduated: a line for each tier",
    price: tiered("graduated", STEPS),
    used: [6000],
    lines: ["usage 100", "usage 320", "usage 50"],
  },
  {
    says: "graduated: the bound belongs to the lower tier",
    price: tiered("graduated", STEPS),
    used: [1000],
    lines: ["usage 100"],
  },
  // 1,000 × 0.10 + 0.5 × 0.08
  {
    says: "graduated: a fraction above the bound belongs to the upper tier",
    price: tiered("graduated", STEPS),
    used: [1000.5],
    lines: ["usage 100", "usage 0.04"],
  },
  // (100 × 1 + 10) + (50 × 0.5 + 5)
  {
    says: "graduated: the fee of every tier entered",
    price: tiered("graduated", FEES),
    used: [150],
    lines: ["usage 110", "usage 30"],
  },
  {
    says: "graduated: zero usage is charged the first tier's fee",
    price: tiered("graduated", FEES),
    used: [0],
    lines: ["usage 10"],
  },
  // 100 × 1 + 10
  { says: "volume: at the bound", price: tiered("volume", FEES), used: [100], lines: ["usage 110"] },
  // 101 × 0.5 + 5
  { says: "volume: above the bound", price: tiered("volume", FEES), used: [101], lines: ["usage 55.5"] },
  {
    says: "volume: zero usage is charged the first tier's fee",
    price: tiered("volume", FEES),
    used: [0],
    lines: ["usage 10"],
  },
  // 20 / 10 = 2 packages × 3
  {
    says: "package: a full package starts no other",
    price: model("package", { "Unit price": 3, "Package size": 10 }),
    used: [20],
    lines: ["usage 6"],
  },
  {
    says: "package: the smallest part starts one",
    price: model("package", { "Unit price": 3, "Package size": 10 }),
    used: [20.0000001],
    lines: ["usage 9"],
  },
  {
    says: "package: zero usage is zero packages",
    price: model("package", { "Unit price": 3, "Package size": 10 }),
    used: [0],
    lines: ["usage 0"],
  },
  {
    says: "stairstep: the fee of the tier that holds the bound",
    price: tiered("stairstep", "10: 0 + 50; *: 0 + 80"),
    used: [10],
    lines: ["usage 50"],
  },
  {
    says: "stairstep: a fraction above the bound",
    price: tiered("stairstep", "10: 0 + 50; *: 0 + 80"),
    used: [10.5],
    lines: ["usage 80"],
  },
  {
    says: "stairstep: zero usage is charged the first step",
    price: tiered("stairstep", "10: 0 + 50; *: 0 + 80"),
    used: [0],
    lines: ["usage 50"],
  },
  // 1,000 × 0.029 + 0.30
  {
    says: "percentage of a sum plus a fee",
    price: model("percentage", { "Unit price": 0.029, "Flat fee": 0.3 }),
    used: [400, 600],
    lines: ["usage 29.3"],
  },
  {
    says: "percentage: no fee at zero",
    price: model("percentage", { "Unit price": 0.029, "Flat fee": 0.3 }),
    used: [0],
    lines: ["usage 0"],
  },
  // 10 → 0.10, at least 0.50; 100 → 1.00; 1,000 → 10.00, at most 2.00: 11.10 + 0.40 - 8.00 = 3.50
  {
    says: "percentage per event: minimum and maximum are each event's",
    price: model("percentage", { "Unit price": 0.01, Minimum: 0.5, Maximum: 2, "Rate per": "Event" }),
    used: [10, 100, 1000],
    lines: ["usage 11.1", "minimum 0.4", "maximum -8"],
  },
  // 100 × 0.029 + 0.30 = 3.20; 50 × 0.029 + 0.30 = 1.75
  {
    says: "percentage per event: the fee is each event's",
    price: model("percentage", { "Unit price": 0.029, "Flat fee": 0.3, "Rate per": "Event" }),
    used: [100, 50],
    lines: ["usage 4.95"],
  },
  // Ten events of 0.29 × 0.01 + 0.001 = 0.0039 each: 0.039 → 0.04, while ten rounded ones were 0.00
  {
    says: "per event: rounded once for the period",
    price: model("percentage", { "Unit price": 0.01, "Flat fee": 0.001, "Rate per": "Event" }),
    used: Array.from({ length: 10 }, () => 0.29),
    lines: ["usage 0.04"],
  },
  // 1,000 × 0.02 + 500 × 0.01
  {
    says: "graduated_percentage",
    price: tiered("graduated_percentage", "1000: 0.02; *: 0.01"),
    used: [1500],
    lines: ["usage 20", "usage 5"],
  },
  // 1 → 1 package, 11 → 2 packages; 3 × 3
  {
    says: "package per event: each event starts its own",
    price: model("package", { "Unit price": 3, "Package size": 10, "Rate per": "Event" }),
    used: [1, 11],
    lines: ["usage 9"],
  },
  // 150 - 100 = 50 × 0.20
  {
    says: "included quantity is a line of nothing",
    price: model("per_unit", { "Unit price": 0.2, "Included quantity": 100 }),
    used: [150],
    lines: ["included 0", "usage 10"],
  },
  // 250 - 100 = 150: 100 × 1 + 50 × 0.5
  {
    says: "included quantity comes off before the tiers",
    price: tiered("graduated", "100: 1; *: 0.5", { "Included quantity": 100 }),
    used: [250],
    lines: ["included 0", "usage 100", "usage 25"],
  },
  // 35 - 15 = 20: 2 packages × 3
  {
    says: "included quantity comes off before packages",
    price: model("package", { "Unit price": 3, "Package size": 10, "Included quantity": 15 }),
    used: [35],
    lines: ["included 0", "usage 6"],
  },
  // 100 × 12 %
  {
    says: "discount: a plain number is percent",
    price: model("per_unit", { "Unit price": 1, "Discount %": 12 }),
    used: [100],
    lines: ["usage 100", "discount -12"],
  },
  {
    says: "discount: a percent cell is a fraction",
    price: model("per_unit", { "Unit price": 1, "Discount %": percent(0.12) }),
    used: [100],
    lines: ["usage 100", "discount -12"],
  },
  {
    says: "minimum: the rest is a line",
    price: model("per_unit", { "Unit price": 1, Minimum: 10 }),
    used: [3],
    lines: ["usage 3", "minimum 7"],
  },
  {
    says: "minimum: none when it is reached",
    price: model("per_unit", { "Unit price": 1, Minimum: 10 }),
    used: [10],
    lines: ["usage 10"],
  },
  {
    says: "maximum: what lies above comes off",
    price: model("per_unit", { "Unit price": 1, Maximum: 20 }),
    used: [30],
    lines: ["usage 30", "maximum -10"],
  },
  // 100 - 50 = 50, raised to 60
  {
    says: "discount comes before the minimum",
    price: model("per_unit", { "Unit price": 1, "Discount %": 50, Minimum: 60 }),
    used: [100],
    lines: ["usage 100", "discount -50", "minimum 10"],
  },
  // 100 - 10 = 90, cut to 80
  {
    says: "discount comes before the maximum",
    price: model("per_unit", { "Unit price": 1, "Discount %": 10, Maximum: 80 }),
    used: [100],
    lines: ["usage 100", "discount -10", "maximum -10"],
  },
  {
    says: "corrections are summed",
    price: model("per_unit", { "Unit price": 2 }),
    used: [10, -4],
    lines: ["usage 12"],
  },
  // -(100 × 1 + 50 × 0.5)
  {
    says: "a negative total mirrors the price of its size",
    price: tiered("graduated", "100: 1; *: 0.5", { "Negative usage": "Mirror" }),
    used: [-150],
    lines: ["usage -100", "usage -25"],
  },
  {
    says: "a mirrored half cent rounds away from zero",
    price: model("per_unit", { "Unit price": 0.005, "Negative usage": "Mirror" }),
    used: [-1],
    lines: ["usage -0.01"],
  },
  {
    says: "Zero usage = No charge turns the first tier's fee off",
    price: tiered("graduated", FEES, { "Zero usage": "No charge" }),
    used: [0],
    lines: ["usage 0"],
  },
  // 25 × 18
  {
    says: "a contracted quantity needs no usage and is a fixed fee",
    price: model("per_unit", { "Unit price": 18, Quantity: 25 }),
    used: [],
    lines: ["fixed 450"],
  },
  // 10 × 5 + 15 × 4
  {
    says: "a contracted quantity in tiers",
    price: tiered("graduated", "10: 5; *: 4", { Quantity: 25 }),
    used: [],
    lines: ["fixed 50", "fixed 60"],
  },
];

const idOf = (at: number) => `M-${String(at + 1).padStart(3, "0")}`;

describe("pricing models", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Settings: settings({ Currency: "USD" }),
      Contracts: [...cases.map((_, at) => contract(idOf(at))), contract("T-1")],
      Prices: [
        ...cases.map((modelCase, at) => price(idOf(at), "", modelCase.price)),
        price("T-1", "graduated", { "Price ID": "T-1-CALLS" }),
      ],
      // Out of order on purpose.
      Tiers: [
        { "Price ID": "T-1-CALLS", "Up to": "*", "Unit price": 0.25, "Flat fee": 0 },
        { "Price ID": "T-1-CALLS", "Up to": 10, "Unit price": 0.5, "Flat fee": 7 },
      ],
      Usage: [
        ...cases.flatMap((modelCase, at) => modelCase.used.map((quantity) => usage(idOf(at), quantity))),
        usage("T-1", 30),
      ],
    });
  });

  test.each(cases.map((modelCase, at) => [modelCase.says, idOf(at), modelCase.lines] as const))(
    "%s",
    (_says, id, lines) => {
      expect(billed.amounts(id)).toEqual(lines);
    },
  );

  // (10 × 0.5 + 7) + 20 × 0.25
  test("tiers from the Tiers table are those of a cell", () => {
    expect(billed.amounts("T-1")).toEqual(["usage 12", "usage 5"]);
  });

  test("nothing is held and no issue is an error", () => {
    expect(billed.json.heldInvoices).toEqual([]);
    expect(billed.issues.filter((issue) => issue.Severity === "error")).toEqual([]);
  });

  test("a run finds no fault with its own documents", () => {
    expect(billed.findings()).toEqual([]);
  });

  test("each line is quantity × unit price + flat fee to within a cent", () => {
    for (const line of billed.table("Invoice lines")) {
      const product = Number(line.Quantity) * Number(line["Unit price"]) + Number(line["Flat fee"]);
      expect(Math.abs(product - Number(line.Amount))).toBeLessThanOrEqual(0.01 + 1e-9);
    }
  });

  test("each line is explained", () => {
    expect(billed.table("Invoice lines").filter((line) => !line.Explanation)).toEqual([]);
  });

  test("an info issue names each invoice where zero usage decides an amount", () => {
    const zero = cases.flatMap(({ says }, at) =>
      /: zero usage is charged/.test(says) ? [`Prices!${String(at + 2)}`] : [],
    );
    const told = billed.issues.filter((issue) => issue.Code === "ZERO_USAGE_FEE");
    expect(told.map((issue) => issue.Severity)).toEqual(zero.map(() => "info"));
    expect(billed.cellsOf("ZERO_USAGE_FEE").map((cell) => cell.replace(/![A-Z]+/, "!"))).toEqual(zero);
  });
});
