import { billStep } from "../../scripts/workedExamples/billStep";
import { bookOf } from "../time/documents";
import { disagreements } from "./agreement";
import { netsOver } from "./billOver";

/** Rows that follow each other in time, and raises, for what is billed once: projects, placements, service credits. */
type Rows = Parameters<typeof bookOf>[0][string];

async function netsOf(book: Parameters<typeof bookOf>[0], periods: readonly string[]): Promise<string> {
  const Contracts: Rows = [
    ["Contract ID", "Customer ID", "Start date", "Currency"],
    ["C1", "K1", "2026-01-01", "USD"],
  ];
  const bytes = bookOf({ Contracts, Usage: [["Contract ID", "Meter", "Date", "Quantity"]], ...book });
  return await netsOver(bytes, periods, async (step, period) => {
    expect(step.run.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await disagreements(step.bytes, period)).toEqual([]);
  });
}

const months = ["2026-01", "2026-02", "2026-03", "2026-04"];
const totals = (model: string, ...rows: Rows): Rows => [
  ["Contract ID", "Price ID", "Product", "Pricing model", "Flat fee", "Effective from", "Effective to"],
  ...rows.map(([id = "", ...row]) => ["C1", id, "Build", model, ...row]),
];
const changed = (model: string) =>
  totals(model, ["First", 1000, "", "2026-02-28"], ["Second", 1200, "2026-03-01", ""]);
const progress: Rows = [
  ["Contract ID", "Product", "Date", "Percent"],
  ["C1", "Build", "2026-01-10", 50],
  ["C1", "Build", "2026-03-10", 60],
  ["C1", "Build", "2026-04-10", 100],
];
const milestones = (...shares: readonly (readonly [string, number])[]): Rows => [
  ["Contract ID", "Milestone", "Product", "Percent", "Reached"],
  ...shares.map(([reached, percent], index) => ["C1", `M${String(index)}`, "Build", percent, reached]),
];
const raises: Rows = [
  ["Escalation ID", "Contract ID", "From", "Every", "Percent"],
  ["E1", "C1", "2026-02-01", 1, 10],
];

describe("the total of a project", () => {
  it("that is changed counts from its day on, once, less what was billed before", async () => {
    // 50 % of 1,000; 60 % of 1,200 less 500; the rest of 1,200.
    const nets = await netsOf({ Prices: changed("percent_complete"), Progress: progress }, months);
    expect(nets).toBe("500.00 none 220.00 480.00");
  });

  it("that is changed is what later milestones are a share of, and the last one takes the rest of it", async () => {
    const Milestones = milestones(["2026-01-05", 50], ["2026-03-05", 20], ["2026-04-05", 30]);
    // 50 % of 1,000, 20 % of 1,200, and 1,200 − 740.
    const nets = await netsOf({ Prices: changed("milestone"), Milestones }, months);
    expect(nets).toBe("500.00 none 240.00 460.00");
  });

  it.each(["milestone", "percent_complete"])("of %s is no price that an escalation raises", async (model) => {
    const book = {
      Prices: totals(model, ["Only", 1000, "", ""]),
      Escalations: raises,
      ...(model === "milestone"
        ? { Milestones: milestones(["2026-01-05", 50], ["2026-03-05", 10], ["2026-04-05", 40]) }
        : { Progress: progress }),
    };
    expect(await netsOf(book, months)).toBe("500.00 none 100.00 400.00");
  });

  it("refuses shares of more than all of it, whatever the totals of their days", async () => {
    const { run } = await billStep(
      bookOf({
        Contracts: [
          ["Contract ID", "Customer ID", "Start date", "Currency"],
          ["C1", "K1", "2026-01-01", "USD"],
        ],
        Prices: changed("milestone"),
        Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
        // 600 and 504 are less than 1,200, and 102 percent.
        Milestones: milestones(["2026-01-05", 60], ["2026-03-05", 42]),
      }),
      "--period 2026-01",
    );
    const bad = run.issues.filter(({ severity }) => severity === "error");
    expect(bad.map(({ code, at }) => `${code} ${at.sheet} ${String(at.row)}`)).toEqual([
      "BAD_TERMS Milestones 2",
    ]);
  });
});

it("a placement is rated, and given back, at the price of the day on which it began", async () => {
  const Prices: Rows = [
    [
      "Contract ID",
      "Price ID",
      "Product",
      "Pricing model",
      "Unit price",
      "Refund scale",
      "Effective from",
      "Effective to",
    ],
    ["C1", "First", "Placement", "percentage", 0.2, "30: 1; 60: 0.5", "", "2026-02-28"],
    ["C1", "Second", "Placement", "percentage", 0.25, "30: 1", "2026-03-01", ""],
  ];
  const Placements: Rows = [
    ["Placement ID", "Contract ID", "Product", "Start", "Pay", "Left"],
    ["P1", "C1", "Placement", "2026-01-20", 1000, "2026-03-05"],
    ["P2", "C1", "", "2026-03-10", 1000, ""],
  ];
  // In March 250 for the second, less half of the 200 of the first, who left on day 45.
  expect(await netsOf({ Prices, Placements }, months)).toBe("200.00 none 150.00 none");
});

it.each([
  ["To", "2026-01-31"],
  ["Periods", 1],
])(
  "what is given back of a fee bears the discount that the fee bore, also after its %s",
  async (limit, value) => {
    const book = {
      Prices: [
        ["Contract ID", "Price ID", "Product", "Pricing model", "Unit price", "Refund scale"],
        ["C1", "Fee", "Placement", "percentage", 0.2, "30: 1; 60: 0.5"],
      ],
      Placements: [
        ["Placement ID", "Contract ID", "Start", "Pay", "Left"],
        ["P1", "C1", "2026-01-20", 1000, "2026-03-05"],
      ],
      Discounts: [
        ["Discount ID", "Contract ID", "Percent", limit],
        ["D1", "C1", 10, value],
      ],
    };
    // 200 less 20; half of it is 100 less 10.
    expect(await netsOf(book, months)).toBe("180.00 none -90.00 none");
  },
);

describe("service credits of one product", () => {
  const credited = (...rows: Rows): Rows => [
    [
      "Contract ID",
      "Price ID",
      "Product",
      "Pricing model",
      "Meter",
      "Flat fee",
      "Of product",
      "Tiers",
      "Effective from",
      "Effective to",
    ],
    ["C1", "Hosting", "Hosting", "flat", "", 280, "", "", "", ""],
    ...rows.map(([id = "", meter = "", ...row]) => [
      "C1",
      id,
      meter,
      "service_credit",
      meter,
      "",
      "Hosting",
      ...row,
    ]),
  ];
  const Results: Rows = [
    ["Contract ID", "Measure", "Period", "Value"],
    ...["2026-01", "2026-02", "2026-03"].flatMap((month) => [
      ["C1", "Uptime", month, 99],
      ["C1", "Speed", month, 99],
    ]),
  ];

  it("each are of the days for which they are agreed", async () => {
    const Prices = credited(
      ["First", "Uptime", "99.9: 0; *: 0.10", "2026-02-01", "2026-02-14"],
      ["Second", "Uptime", "99.9: 0; *: 0.20", "2026-02-15", ""],
    );
    // February: 10 % of 140 and 20 % of 140; March: 20 % of 280.
    expect(await netsOf({ Prices, Results }, months.slice(0, 3))).toBe("280.00 238.00 224.00");
  });

  it("together are never above what it bills", async () => {
    const Prices = credited(
      ["First", "Uptime", "99.9: 0; *: 0.60", "", ""],
      ["Second", "Speed", "99.9: 0; *: 0.60", "", ""],
    );
    expect(await netsOf({ Prices, Results }, months.slice(0, 2))).toBe("0.00 0.00");
  });
});
