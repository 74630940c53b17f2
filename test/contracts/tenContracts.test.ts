import { billStep } from "../time/chain";
import { added, bookOf } from "../time/documents";

type Rows = Parameters<typeof bookOf>[0][string];
type Tables = Readonly<Record<string, Rows>>;

interface Month {
  readonly period: string;
  /** Rows that are typed before the month is billed. */
  readonly rows?: Tables;
  /** Net and total of its document; blank where there is none. */
  readonly bills: string;
  readonly warns?: readonly string[];
}

interface Agreement {
  readonly tables: Tables;
  readonly months: readonly Month[];
}

const usage = (...rows: Rows): Rows => [["Contract ID", "Meter", "Date", "Quantity"], ...rows];

const contractOf = (start: string, currency = "USD"): Rows => [
  ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
  ["C1", "K1", "Acme", start, currency],
];

const agreements: Readonly<Record<string, Agreement>> = {
  "20 seats at 50.00 a month, paid ahead from 1 March; 5 more from 11 March; the first three months 10 % off; 20 % VAT":
    {
      tables: {
        Contracts: contractOf("2026-03-01"),
        Prices: [
          ["Contract ID", "Product", "Pricing model", "Unit price", "Quantity", "Tax code"],
          ["C1", "Seats", "per_unit", 50, 20, "VAT"],
        ],
        "Tax codes": [
          ["Tax code", "Rate"],
          ["VAT", 0.2],
        ],
        Quantities: [
          ["Contract ID", "Product", "Date", "Quantity"],
          ["C1", "Seats", "2026-03-11", 25],
        ],
        Discounts: [
          ["Discount ID", "Contract ID", "Percent", "Periods"],
          ["D1", "C1", 10, 3],
        ],
      },
      months: [
        { period: "2026-03", bills: "900.00 1080.00" },
        // 1,250.00 and, for 21 of 31 days, 846.77 − 677.42; 125.00 and 16.94 off.
        { period: "2026-04", bills: "1277.41 1532.89" },
        { period: "2026-05", bills: "1125.00 1350.00" },
        { period: "2026-06", bills: "1250.00 1500.00" },
      ],
    },
  "calls by started minute: 300 national minutes free, then 0.05; to Germany 0.10, to its mobiles 0.19 and no more than 80.00 a month":
    {
      tables: {
        Contracts: contractOf("2026-06-01"),
        Prices: [
          [
            "Contract ID",
            "Price ID",
            "Product",
            "Pricing model",
            "Meter",
            "Condition",
            "Unit price",
            "Price per",
            "Quantity step",
            "Quantity rounding",
            "Rate per",
            "Included amount",
            "Maximum",
            "Maximum period",
          ],
          [
            "C1",
            "N",
            "National",
            "per_unit",
            "Calls",
            "To = 48*",
            0.05,
            60,
            60,
            "Up",
            "Event",
            18_000,
            null,
            null,
          ],
          [
            "C1",
            "G",
            "Germany",
            "per_unit",
            "Calls",
            "To = 49*",
            0.1,
            60,
            60,
            "Up",
            "Event",
            null,
            null,
            null,
          ],
          [
            "C1",
            "M",
            "German mobiles",
            "per_unit",
            "Calls",
            "To = 491*",
            0.19,
            60,
            60,
            "Up",
            "Event",
            null,
            80,
            "Billing period",
          ],
        ],
        Usage: [
          ["Contract ID", "Meter", "Date", "Quantity", "To"],
          ...Array.from({ length: 5 }, (_, index) => [
            "C1",
            "Calls",
            `2026-06-0${String(index + 1)}`,
            3601,
            "4822",
          ]),
          ["C1", "Calls", "2026-06-10", 125, "4930"],
          ...Array.from({ length: 10 }, (_, index) => [
            "C1",
            "Calls",
            `2026-06-1${String(index)}`,
            3600,
            "4915",
          ]),
        ],
      },
      // 305 minutes less 300 are 0.25; 3 minutes 0.30; 600 minutes would be 114.00.
      months: [{ period: "2026-06", bills: "80.55 80.55" }],
    },
  "electricity: 12.00 a month, 0.28 a kWh up to 200 and 0.31 beyond, with 10 % tax in all prices; read monthly; 100.00 paid ahead":
    {
      tables: {
        Contracts: contractOf("2026-06-01"),
        Prices: [
          ["Contract ID", "Product", "Pricing model", "Meter", "Flat fee", "Tiers", "Timing", "Tax code"],
          ["C1", "Basic fee", "flat", null, 12, null, "Arrears", "T"],
          ["C1", "Energy", "graduated", "kWh", null, "200: 0.28; *: 0.31", null, "T"],
        ],
        Meters: [
          ["Meter", "Aggregation", "Digits"],
          ["kWh", "Register", 5],
        ],
        Usage: [
          ["Contract ID", "Meter", "Date", "Quantity", "Read"],
          ["C1", "kWh", "2026-06-01", 99_900, "Actual"],
          ["C1", "kWh", "2026-06-30", 150, "Estimated"],
          ["C1", "kWh", "2026-07-31", 300, "Actual"],
        ],
        "Tax codes": [
          ["Tax code", "Rate"],
          ["T", 0.1],
        ],
        Settings: [
          ["Key", "Value"],
          ["Prices include tax", "Yes"],
        ],
        Adjustments: [
          ["Contract ID", "Date", "Amount", "Description", "Reason code", "Tax code"],
          ["C1", "2026-06-05", 100, "Paid ahead", "DEPOSIT", "T"],
        ],
      },
      months: [
        // 12.00 + 71.50 + 100.00.
        { period: "2026-06", bills: "166.82 183.50" },
        // 12.00 + 42.00, all of it paid by the deposit.
        { period: "2026-07", bills: "0.00 0.00" },
        // 12.00, and 46.00 of the deposit are left.
        { period: "2026-08", bills: "0.00 0.00" },
      ],
    },
  "cloud: 0.08 an hour of compute, 0.10 a GB and month to the second; 6,000.00 a year promised, beyond it 1.2 times the price":
    {
      tables: {
        Contracts: contractOf("2026-01-01"),
        Prices: [
          ["Contract ID", "Product", "Pricing model", "Meter", "Unit price"],
          ["C1", "Compute", "per_unit", "Hours", 0.08],
          ["C1", "Storage", "per_unit", "GB", 0.1],
        ],
        Meters: [
          ["Meter", "Aggregation"],
          ["GB", "Weighted sum"],
        ],
        Commitments: [
          ["Commitment ID", "Contract ID", "Amount", "Period", "Overage factor"],
          ["CM", "C1", 6000, "Contract year", 1.2],
        ],
        Usage: usage(
          ["C1", "Hours", "2026-01-20", 50_000],
          ["C1", "Hours", "2026-02-20", 30_000],
          ["C1", "GB", "2026-02-16", 1000],
        ),
      },
      months: [
        { period: "2026-01", bills: "4000.00 4000.00" },
        // 2,400.00 + 46.43, and 0.2 × 446.43 beyond the promise.
        { period: "2026-02", bills: "2535.72 2535.72" },
      ],
    },
  "architects: 180.00 and 110.00 an hour, travel at cost + 5 %, at most 10,000.00; 10 % kept until 30 September; 2,000.00 ahead":
    {
      tables: {
        Contracts: [
          [
            "Contract ID",
            "Customer ID",
            "Customer name",
            "Start date",
            "Currency",
            "Not to exceed",
            "Retention %",
            "Retention release",
          ],
          ["C1", "K1", "Acme", "2026-06-01", "USD", 10_000, 10, "2026-09-30"],
        ],
        Prices: [
          ["Contract ID", "Price ID", "Product", "Pricing model", "Meter", "Condition", "Unit price"],
          ["C1", "S", "Senior", "per_unit", "Hours", "Role = Senior", 180],
          ["C1", "J", "Junior", "per_unit", "Hours", "Role = Junior", 110],
          ["C1", "T", "Travel", "percentage", "Travel", null, 1.05],
        ],
        Usage: [
          ["Contract ID", "Meter", "Date", "Quantity", "Role"],
          ["C1", "Hours", "2026-07-02", 20, "Senior"],
          ["C1", "Hours", "2026-07-03", 10, "Junior"],
          ["C1", "Travel", "2026-07-04", 400, ""],
          ["C1", "Hours", "2026-08-02", 30, "Senior"],
        ],
        Adjustments: [
          ["Adjustment ID", "Contract ID", "Date", "Amount", "Description", "Reason code"],
          ["A1", "C1", "2026-06-05", 2000, "Paid ahead", "DEPOSIT"],
        ],
      },
      months: [
        { period: "2026-06", bills: "2000.00 2000.00" },
        // 3,600.00 + 1,100.00 + 420.00, less 512.00 kept and 2,000.00 ahead.
        { period: "2026-07", bills: "2608.00 2608.00" },
        // 5,400.00 capped at 4,880.00, less 488.00.
        { period: "2026-08", bills: "4392.00 4392.00" },
        { period: "2026-09", bills: "1000.00 1000.00" },
      ],
    },
  "a website for 40,000.00: 30 % on signing, 40 % on delivery, the rest on acceptance, each only with a protocol":
    {
      tables: {
        Contracts: contractOf("2026-05-01"),
        Prices: [
          ["Contract ID", "Product", "Pricing model", "Flat fee", "Evidence required"],
          ["C1", "Website", "milestone", 40_000, "Yes"],
        ],
        Milestones: [
          ["Contract ID", "Milestone", "Product", "Percent", "Reached", "Evidence"],
          ["C1", "Signing", "Website", 30, "2026-05-04", "contract.pdf"],
          ["C1", "Delivery", "Website", 40, "2026-06-20", ""],
        ],
      },
      months: [
        { period: "2026-05", bills: "12000.00 12000.00" },
        { period: "2026-06", bills: "", warns: ["EVIDENCE_MISSING"] },
        {
          period: "2026-07",
          rows: { Milestones: [["C1", "Acceptance", "Website", 30, "2026-07-10", "protocol 2"]] },
          bills: "12000.00 12000.00",
          warns: ["EVIDENCE_MISSING"],
        },
      ],
    },
  "an agency takes 8 % of the ads that it books, 6 % above 50,000.00, at least 1,500.00 a month; audited figures count in the end":
    {
      tables: {
        Contracts: contractOf("2026-06-01"),
        Prices: [
          ["Contract ID", "Product", "Pricing model", "Meter", "Tiers", "Minimum"],
          ["C1", "Fee", "graduated_percentage", "Ad spend", "50000: 0.08; *: 0.06", 1500],
        ],
        Results: [
          ["Contract ID", "Measure", "Period", "Value", "Status"],
          ["C1", "Ad spend", "2026-06", 60_000, "Provisional"],
        ],
      },
      months: [
        { period: "2026-06", bills: "4600.00 4600.00" },
        {
          period: "2026-07",
          rows: {
            Results: [
              ["C1", "Ad spend", "2026-06", 70_000, "Audited"],
              ["C1", "Ad spend", "2026-07", 10_000, "Audited"],
            ],
          },
          bills: "2100.00 2100.00",
        },
      ],
    },
  "a recruiter takes 20 % of a year's pay, at least 5,000.00; all of it back within 30 days, half within 60":
    {
      tables: {
        Contracts: contractOf("2026-05-01"),
        Prices: [
          ["Contract ID", "Product", "Pricing model", "Unit price", "Minimum", "Refund scale"],
          ["C1", "Placement", "percentage", 0.2, 5000, "30: 1; 60: 0.5"],
        ],
        Placements: [
          ["Placement ID", "Contract ID", "Start", "Pay", "Left"],
          ["Ada", "C1", "2026-05-05", 80_000, "2026-06-20"],
          ["Ben", "C1", "2026-05-11", 20_000, ""],
        ],
      },
      months: [
        { period: "2026-05", bills: "21000.00 21000.00" },
        { period: "2026-06", bills: "-8000.00 -8000.00" },
      ],
    },
  "support for 2,000.00 a month, raised with an index every January but by 3 % at most; below 99.9 % available 10 % back, below 99 % 25 %":
    {
      tables: {
        Contracts: contractOf("2025-11-01"),
        Prices: [
          [
            "Contract ID",
            "Price ID",
            "Product",
            "Pricing model",
            "Meter",
            "Flat fee",
            "Timing",
            "Tiers",
            "Of product",
          ],
          ["C1", "S", "Support", "flat", null, 2000, "Arrears", null, null],
          [
            "C1",
            "SLA",
            "Availability",
            "service_credit",
            "Availability",
            null,
            null,
            "99.9: 0; 99: 0.10; *: 0.25",
            "Support",
          ],
        ],
        Escalations: [
          ["Escalation ID", "Contract ID", "Products", "From", "Index", "Base value", "Cap"],
          ["E", "C1", "Support", "2026-01-01", "CPI", 120, 3],
        ],
        Indices: [
          ["Index", "Month", "Value"],
          ["CPI", "2026-01", 126],
        ],
        Results: [
          ["Contract ID", "Measure", "Period", "Value"],
          ["C1", "Availability", "2025-12", 99.95],
          ["C1", "Availability", "2026-01", 99.5],
        ],
      },
      months: [
        { period: "2025-12", bills: "2000.00 2000.00" },
        { period: "2026-01", bills: "1854.00 1854.00" },
      ],
    },
  "a holding pays for two companies on one invoice, with 12,000.00 of credit bought for 10,000.00; 5 % GST and 7 % PST":
    {
      tables: {
        Customers: [
          ["Customer ID", "Customer name", "Parent", "Bill to"],
          ["H", "Holding", "", ""],
          ["A", "Alpha", "H", "Parent"],
          ["B", "Beta", "H", "Parent"],
        ],
        Contracts: [
          ["Contract ID", "Customer ID", "Start date", "Currency", "Tax code"],
          ["CA", "A", "2026-01-01", "CAD", "GST + PST"],
          ["CB", "B", "2026-01-01", "CAD", "GST + PST"],
        ],
        Prices: [
          ["Contract ID", "Product", "Pricing model", "Meter", "Unit price"],
          ["CA", "API", "per_unit", "Calls", 1],
          ["CB", "API", "per_unit", "Calls", 1],
        ],
        "Tax codes": [
          ["Tax code", "Rate"],
          ["GST", 0.05],
          ["PST", 0.07],
        ],
        Grants: [
          ["Grant ID", "Customer ID", "Amount", "From", "Source", "Price", "Tax code"],
          ["G1", "H", 12_000, "2026-01-01", "Paid", 10_000, "GST + PST"],
        ],
        Usage: usage(
          ["CA", "Calls", "2026-01-10", 3000],
          ["CB", "Calls", "2026-01-10", 4000],
          ["CA", "Calls", "2026-02-10", 4000],
          ["CB", "Calls", "2026-02-10", 3000],
        ),
      },
      months: [
        { period: "2026-01", bills: "10000.00 11200.00" },
        { period: "2026-02", bills: "2000.00 2240.00" },
      ],
    },
};

/** What these small books leave out on purpose. */
const beside = ["SELLER_INCOMPLETE", "PRICE_WITHOUT_USAGE"];

describe("contracts as companies have them", () => {
  it.each(Object.entries(agreements))("%s", async (_prose, { tables, months }) => {
    let book = bookOf({ Usage: usage(), ...tables });
    for (const { period, rows = {}, bills, warns = [] } of months) {
      for (const [sheet, more] of Object.entries(rows)) book = await added(book, sheet, more);
      const { run, bytes } = await billStep(book, `--period ${period} --number`);
      const said = run.issues.filter(({ severity, code }) => severity !== "info" && !beside.includes(code));
      expect({
        period,
        bills: run.invoices
          .map(({ subtotal, total }) => `${subtotal.toFixed(2)} ${total.toFixed(2)}`)
          .join(" "),
        said: said.map(({ code }) => code),
        found: run.reconciliation.findings
          .filter(({ severity }) => severity === "error")
          .map(({ code }) => code),
      }).toEqual({ period, bills, said: warns, found: [] });
      book = bytes;
    }
  });
});
