import { contract, price, usage, type RowInput } from "../support/workbookFixture";
import { bill, type Billed } from "../support/workbookRun";

/** A contract with its prices and usage; what is in no column of a default goes into `contract`. */
interface PeriodCase {
  readonly says: string;
  readonly contract?: RowInput;
  readonly prices: readonly (RowInput & { readonly "Pricing model": string })[];
  readonly used?: readonly (readonly [day: string, quantity: number])[];
  /** Lines as "start..end kind amount". */
  readonly lines: readonly string[];
  /** What the explanation of the first line must hold. */
  readonly fraction?: string;
}

const fee = (amount: number, row: RowInput = {}) => ({
  "Pricing model": "flat",
  "Flat fee": amount,
  ...row,
});
const perUnit = (unitPrice: number, row: RowInput = {}) => ({
  "Pricing model": "per_unit",
  "Unit price": unitPrice,
  ...row,
});

// April 2026 has 30 days.
const cases: readonly PeriodCase[] = [
  // 300 × 15/30
  {
    says: "a start on the 16th: half a month's fee",
    contract: { "Start date": "2026-04-16" },
    prices: [fee(300)],
    lines: ["2026-04-16..2026-04-30 fixed 150"],
    fraction: "15/30",
  },
  // 300 × 10/30; the last day of service counts
  {
    says: "an end on the 10th",
    contract: { "End date": "2026-04-10" },
    prices: [fee(300)],
    lines: ["2026-04-01..2026-04-10 fixed 100"],
    fraction: "10/30",
  },
  // 300 × 1/30
  {
    says: "a contract of one day",
    contract: { "Start date": "2026-04-11", "End date": "2026-04-11" },
    prices: [fee(300)],
    lines: ["2026-04-11..2026-04-11 fixed 10"],
    fraction: "1/30",
  },
  // 100 × 7/30 = 23.333…
  {
    says: "the prorated fee is rounded once",
    contract: { "Start date": "2026-04-24" },
    prices: [fee(100)],
    lines: ["2026-04-24..2026-04-30 fixed 23.33"],
    fraction: "7/30",
  },
  {
    says: "Proration None: the full fee",
    contract: { "Start date": "2026-04-16" },
    prices: [fee(300, { Proration: "None" })],
    lines: ["2026-04-16..2026-04-30 fixed 300"],
  },
  {
    says: "a fee in arrears is prorated alike",
    contract: { "Start date": "2026-04-16" },
    prices: [fee(300, { Timing: "Arrears" })],
    lines: ["2026-04-16..2026-04-30 fixed 150"],
    fraction: "15/30",
  },
  // 10 seats × 30 × 15/30
  {
    says: "contracted seats are prorated like a fee",
    contract: { "Start date": "2026-04-16" },
    prices: [perUnit(30, { Quantity: 10 })],
    lines: ["2026-04-16..2026-04-30 fixed 150"],
    fraction: "15/30",
  },
  // Minimum 100 × 15/30 = 50; 50 - 10
  {
    says: "a price's minimum is prorated",
    contract: { "Start date": "2026-04-16" },
    prices: [perUnit(1, { Minimum: 100 })],
    used: [["2026-04-20", 10]],
    lines: ["2026-04-16..2026-04-30 usage 10", "2026-04-16..2026-04-30 minimum 40"],
  },
  // 120 - 100 = 20: the included quantity is whole
  {
    says: "an included quantity is not prorated",
    contract: { "Start date": "2026-04-16" },
    prices: [perUnit(1, { "Included quantity": 100 })],
    used: [["2026-04-20", 120]],
    lines: ["2026-04-16..2026-04-30 included 0", "2026-04-16..2026-04-30 usage 20"],
  },
  {
    says: "anchor 15, started on it: the whole period from the 15th",
    contract: { "Start date": "2026-04-15", "Anchor day": 15 },
    prices: [fee(310)],
    lines: ["2026-04-15..2026-05-14 fixed 310"],
  },
  // The stub lies in 15 March to 14 April, 31 days: 310 × 14/31 = 140
  {
    says: "anchor 15, started on the 1st: the stub and the period after it",
    contract: { "Anchor day": 15 },
    prices: [fee(310)],
    lines: ["2026-04-01..2026-04-14 fixed 140", "2026-04-15..2026-05-14 fixed 310"],
    fraction: "14/31",
  },
  {
    says: "anchor 15: only usage of the period that ends in April",
    contract: { "Anchor day": 15 },
    prices: [perUnit(1)],
    used: [
      ["2026-04-14", 3],
      ["2026-04-15", 100],
    ],
    lines: ["2026-04-01..2026-04-14 usage 3"],
  },
  {
    says: "anchor 31 clamps to 30 April",
    contract: { "Start date": "2026-04-30", "Anchor day": 31 },
    prices: [fee(310)],
    lines: ["2026-04-30..2026-05-30 fixed 310"],
  },
  {
    says: "anchor 31: usage from 31 March to 29 April",
    contract: { "Start date": "2026-03-31", "Anchor day": 31 },
    prices: [perUnit(1)],
    used: [
      ["2026-03-31", 1],
      ["2026-04-29", 2],
      ["2026-04-30", 100],
    ],
    lines: ["2026-03-31..2026-04-29 usage 3"],
  },
  {
    says: "a quarterly fee in advance",
    contract: { "Billing frequency": "Quarterly" },
    prices: [fee(900)],
    lines: ["2026-04-01..2026-06-30 fixed 900"],
  },
  {
    says: "a half-yearly fee in advance",
    contract: { "Billing frequency": "Semiannual" },
    prices: [fee(900)],
    lines: ["2026-04-01..2026-09-30 fixed 900"],
  },
  {
    says: "an annual fee in advance",
    contract: { "Billing frequency": "Annual" },
    prices: [fee(1200)],
    lines: ["2026-04-01..2027-03-31 fixed 1200"],
  },
  {
    says: "an annual fee in arrears, a year after its start",
    contract: { "Start date": "2025-05-01", "Billing frequency": "Annual" },
    prices: [fee(1200, { Timing: "Arrears" })],
    lines: ["2025-05-01..2026-04-30 fixed 1200"],
  },
  // The quarter is February to April: 10 × 1 + (10 + 20 - 10) × 0.5
  {
    says: "a quarter's usage is rated as one",
    contract: { "Start date": "2026-02-01", "Billing frequency": "Quarterly" },
    prices: [{ "Pricing model": "graduated", Tiers: "10: 1; *: 0.5" }],
    used: [
      ["2026-02-10", 10],
      ["2026-04-30", 20],
    ],
    lines: ["2026-02-01..2026-04-30 usage 10", "2026-02-01..2026-04-30 usage 10"],
  },
  // February to April has 89 days, 80 of them from 10 February on: 890 × 80/89
  {
    says: "a quarter counts from the month that holds the start",
    contract: { "Start date": "2026-02-10", "Billing frequency": "Quarterly" },
    prices: [fee(890, { Timing: "Arrears" })],
    lines: ["2026-02-10..2026-04-30 fixed 800"],
    fraction: "80/89",
  },
  {
    says: "a quarterly fee is not due in the second month of its quarter",
    contract: { "Start date": "2026-03-01", "Billing frequency": "Quarterly" },
    prices: [fee(900)],
    lines: [],
  },
  {
    says: "a one-time fee is billed in full in the month of the start",
    contract: { "Start date": "2026-04-20", "Billing frequency": "One-time" },
    prices: [fee(500)],
    lines: ["fixed 500"],
  },
  {
    says: "a one-time fee of an earlier month is not billed again",
    contract: { "Start date": "2026-03-20", "Billing frequency": "One-time" },
    prices: [fee(500)],
    lines: [],
  },
  {
    says: "a one-time price begins with its Effective from",
    contract: { "Start date": "2026-03-01", "Billing frequency": "One-time" },
    prices: [fee(500, { "Effective from": "2026-04-05" })],
    lines: ["fixed 500"],
  },
  // 300 × 14/30 and 600 × 16/30
  {
    says: "a fee that changes on the 15th is two parts",
    prices: [fee(300, { "Effective to": "2026-04-14" }), fee(600, { "Effective from": "2026-04-15" })],
    lines: ["2026-04-01..2026-04-14 fixed 140", "2026-04-15..2026-04-30 fixed 320"],
    fraction: "14/30",
  },
  // 100 × 0.10 and 50 × 0.20
  {
    says: "usage before and after a price change, each at its own price",
    prices: [
      perUnit(0.1, { "Effective to": "2026-04-14" }),
      perUnit(0.2, { "Effective from": "2026-04-15" }),
    ],
    used: [
      ["2026-04-14", 100],
      ["2026-04-15", 50],
    ],
    lines: ["2026-04-01..2026-04-14 usage 10", "2026-04-15..2026-04-30 usage 10"],
  },
  // Each part has the first tier anew: 10 × 1 + 5 × 0.5 twice
  {
    says: "each part of a period is rated on its own",
    prices: [
      { "Pricing model": "graduated", Tiers: "10: 1; *: 0.5", "Price ID": "A", "Effective to": "2026-04-14" },
      {
        "Pricing model": "graduated",
        Tiers: "10: 1; *: 0.5",
        "Price ID": "B",
        "Effective from": "2026-04-15",
      },
    ],
    used: [
      ["2026-04-10", 15],
      ["2026-04-20", 15],
    ],
    lines: [
      "2026-04-01..2026-04-14 usage 10",
      "2026-04-01..2026-04-14 usage 2.5",
      "2026-04-15..2026-04-30 usage 10",
      "2026-04-15..2026-04-30 usage 2.5",
    ],
  },
  // 300 × 10/30
  {
    says: "a fee that ends with its price on the 10th",
    prices: [fee(300, { "Effective to": "2026-04-10" })],
    lines: ["2026-04-01..2026-04-10 fixed 100"],
    fraction: "10/30",
  },
  {
    says: "a contract that ended in March bills nothing",
    contract: { "Start date": "2026-01-01", "End date": "2026-03-31" },
    prices: [fee(300)],
    lines: [],
  },
  {
    says: "a contract that starts in May bills nothing",
    contract: { "Start date": "2026-05-01" },
    prices: [fee(300)],
    lines: [],
  },
  {
    says: "a suspended contract bills nothing",
    contract: { Status: "Suspended" },
    prices: [fee(300)],
    lines: [],
  },
];

const idOf = (at: number) => `P-${String(at + 1).padStart(2, "0")}`;

/** The lines of a contract, with their periods unless the case leaves them open. */
function shownLines(billed: Billed, at: number): string[] {
  const isOpen = cases[at]!.lines.every((line) => !line.includes(".."));
  return billed.linesOf(idOf(at)).map((line) => {
    const amount = `${String(line.Kind)} ${String(line.Amount)}`;
    return isOpen ? amount : `${String(line["Period start"])}..${String(line["Period end"])} ${amount}`;
  });
}

describe("billing periods", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Contracts: cases.map((periodCase, at) => contract(idOf(at), periodCase.contract)),
      Prices: cases.flatMap((periodCase, at) => periodCase.prices.map((row) => price(idOf(at), "", row))),
      Usage: cases.flatMap((periodCase, at) =>
        (periodCase.used ?? []).map(([day, quantity]) => usage(idOf(at), quantity, { Date: day })),
      ),
    });
  });

  test.each(cases.map(({ says }, at) => [says, at] as const))("%s", (_says, at) => {
    expect(shownLines(billed, at)).toEqual(cases[at]!.lines);
  });

  test("a prorated line says its fraction of the period", () => {
    const fractions = cases.flatMap(({ fraction }, at) => (fraction ? [{ at, fraction }] : []));
    for (const { at, fraction } of fractions) {
      const [first] = billed.linesOf(idOf(at));
      expect(first?.Explanation).toContain(fraction);
    }
  });

  test("a contract that bills nothing has no document", () => {
    const idle = cases.flatMap(({ lines }, at) => (lines.length === 0 ? [idOf(at)] : []));
    expect(billed.invoices.filter((row) => idle.includes(String(row["Contract ID"])))).toEqual([]);
  });

  test("usage of a period that ends later is outside", () => {
    // Anchor 15: 15 April; anchor 31: 30 April.
    expect(billed.json.controlTotals).toMatchObject([{ rowsOutside: 2, quantityOutside: 200 }]);
  });
});

describe("Advance billing = Ahead", () => {
  let billed: Billed;
  beforeAll(async () => {
    billed = await bill({
      Settings: [{ Key: "Advance billing", Value: "Ahead" }],
      Contracts: [
        contract("RUNNING", { "Start date": "2026-03-01" }),
        contract("NEW", { "Start date": "2026-04-16" }),
        contract("LAST", { "Start date": "2026-03-01", "End date": "2026-04-30" }),
        contract("QUARTER", { "Start date": "2026-02-01", "Billing frequency": "Quarterly" }),
        contract("FIRST-QUARTER", { "Billing frequency": "Quarterly" }),
        contract("ARREARS"),
      ],
      Prices: [
        ...["RUNNING", "NEW", "LAST", "QUARTER", "FIRST-QUARTER"].map((id) =>
          price(id, "flat", { "Flat fee": 100 }),
        ),
        price("ARREARS", "flat", { "Flat fee": 100, Timing: "Arrears" }),
      ],
      Usage: [],
    });
  });

  test.each([
    ["a running contract is billed the month after the run", "RUNNING", ["2026-05-01 100"]],
    // 100 × 15/30, then all of May
    ["a contract that starts is billed its first period as well", "NEW", ["2026-04-16 50", "2026-05-01 100"]],
    ["a contract that ends is billed nothing ahead", "LAST", []],
    ["a quarter that follows the run", "QUARTER", ["2026-05-01 100"]],
    ["a first quarter, whose next one does not follow the run yet", "FIRST-QUARTER", ["2026-04-01 100"]],
    ["a fee in arrears keeps its month", "ARREARS", ["2026-04-01 100"]],
  ])("%s", (_says, id, expected) => {
    const lines = billed.linesOf(id).map((row) => `${String(row["Period start"])} ${String(row.Amount)}`);
    expect(lines).toEqual(expected);
  });
});

describe("Proration basis = 30/360", () => {
  test("the 16th to the 31st of January are 15 of 30 days", async () => {
    const billed = await bill(
      {
        Settings: [{ Key: "Proration basis", Value: "30/360" }],
        Contracts: [contract("C", { "Start date": "2026-01-16" })],
        Prices: [price("C", "flat", { "Flat fee": 310 })],
      },
      { period: "2026-01" },
    );
    // 310 × 15/30; by actual days it were 310 × 16/31 = 160
    expect(billed.amounts("C")).toEqual(["fixed 155"]);
    expect(billed.linesOf("C")[0]?.Explanation).toContain("15/30");
  });
});
