import { contractOf, usage, type Agreements } from "./agreement";

/** Hours, projects, results, and who pays for whom. */
export const ofWork: Agreements = {
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
  "support for 1,000.00 a month whose level is measured after the month and audited later: the credit waits for the report":
    {
      tables: {
        Contracts: contractOf("2026-01-01"),
        Prices: [
          [
            ...["Contract ID", "Price ID", "Product", "Pricing model", "Meter", "Flat fee", "Tiers"],
            ...["Of product", "Evidence required"],
          ],
          ["C1", "S", "Support", "flat", null, 1000, null, null, null],
          [
            ...["C1", "SLA", "Availability", "service_credit", "Availability", null],
            ...["99.9: 0; 99: 0.10; *: 0.25", "Support", "Yes"],
          ],
        ],
        Results: [
          ["Contract ID", "Measure", "Period", "Value", "Status", "Evidence"],
          ["C1", "Availability", "2026-02", 99.5, "Provisional", ""],
        ],
      },
      months: [
        { period: "2026-01", bills: "1000.00 1000.00", warns: ["RESULT_MISSING"] },
        {
          period: "2026-02",
          // January is known now: 10 % of its 1,000.00. February has no report yet.
          rows: { Results: [["C1", "Availability", "2026-01", 99.5, "Provisional", "report 1"]] },
          bills: "900.00 900.00",
          warns: ["EVIDENCE_MISSING"],
        },
        {
          period: "2026-03",
          // Audited, January was worse: 25 %, of which 10 % were credited.
          rows: {
            Results: [
              ["C1", "Availability", "2026-01", 98.2, "Audited", "report 2"],
              ["C1", "Availability", "2026-02", 99.95, "Audited", "report 3"],
              ["C1", "Availability", "2026-03", 99.95, "Audited", "report 4"],
            ],
          },
          bills: "850.00 850.00",
        },
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
