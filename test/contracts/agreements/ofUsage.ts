import { contractOf, usage, type Agreements } from "./agreement";

/** Seats, calls, energy, cloud: what is used is billed. */
export const ofUsage: Agreements = {
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
};
