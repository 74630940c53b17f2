import { fee, perUnit, used, yearOf } from "./caseYear";
import type { SimulatedYear } from "../year/simulatedYear";

/** A case of billing over time with the figures of its hand-made arithmetic. */
export interface TimeCase {
  readonly year: SimulatedYear;
  /** Net by run and contract; a contract that is not named is not looked at. */
  readonly nets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a run that never happened would have billed: the amount of its finding. */
  readonly missing?: Readonly<Record<string, string>>;
  /** What the days billed up to a run cost now beyond what they were billed. */
  readonly repriced?: { readonly by: string; readonly billed: string; readonly difference: string };
}

/** 10 a unit up to a day, and 8 from another. */
const tenThenEight = (to: string, from: string) => [
  perUnit("10", { id: "OLD", to }),
  perUnit("8", { id: "NEW", from }),
];

const thirty = { basis: "30/360" as const };
const monthly = { start: "2026-10-01" };
const year2025 = { amount: "1000", period: "Contract year" as const };

/** Names, figures and arithmetic are those of the shared cases of billing over time. */
export const timeCases: Readonly<Record<string, TimeCase>> = {
  "price-from-the-first": {
    year: yearOf({
      contracts: [
        {
          start: "2026-09-01",
          prices: tenThenEight("2026-09-30", "2026-10-01"),
          usage: [used("2026-10-05", "100"), used("2026-11-05", "50")],
        },
      ],
    }),
    nets: { "2026-11": { C1: "400.00" } },
    repriced: { by: "2026-10", billed: "1000", difference: "-200.00" },
  },
  "price-from-the-middle": {
    year: yearOf({
      contracts: [
        {
          start: "2026-09-01",
          prices: tenThenEight("2026-10-15", "2026-10-16"),
          usage: [used("2026-10-05", "60"), used("2026-10-20", "40"), used("2026-11-05", "50")],
        },
      ],
    }),
    nets: { "2026-11": { C1: "400.00" } },
    repriced: { by: "2026-10", billed: "1000", difference: "-80.00" },
  },
  "price-changed-and-late-rows": {
    year: yearOf({
      contracts: [
        {
          start: "2026-09-01",
          prices: tenThenEight("2026-09-30", "2026-10-01"),
          usage: [used("2026-10-05", "100"), used("2026-10-20", "20", "2026-11"), used("2026-11-05", "50")],
        },
      ],
    }),
    nets: { "2026-11": { C1: "560.00" } },
    repriced: { by: "2026-10", billed: "1000", difference: "-200.00" },
  },
  "model-changed": {
    year: yearOf({
      contracts: [
        {
          start: "2026-09-01",
          prices: [
            {
              id: "OLD",
              product: "API",
              model: "graduated",
              tiers: [
                { upTo: "50", unitPrice: "2", flatFee: "0" },
                { unitPrice: "1", flatFee: "0" },
              ],
              to: "2026-09-30",
            },
            perUnit("1.8", { id: "NEW", from: "2026-10-01" }),
          ],
          usage: [used("2026-10-05", "100"), used("2026-11-05", "10")],
        },
      ],
    }),
    nets: { "2026-11": { C1: "18.00" } },
    repriced: { by: "2026-10", billed: "150", difference: "30.00" },
  },
  "fee-changed-in-an-issued-month": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          prices: [fee("310", { to: "2026-10-15" }), fee("620", { id: "G", from: "2026-10-16" })],
        },
      ],
    }),
    nets: { "2026-11": { C1: "620.00" } },
    repriced: { by: "2026-10", billed: "310", difference: "160.00" },
  },
  "forgotten-month-anchor-15": {
    year: yearOf({ contracts: [{ start: "2026-07-15", anchor: 15, prices: [fee("100")] }] }),
    nets: {
      "2026-07": { C1: "100.00" },
      "2026-08": { C1: "100.00" },
      "2026-10": { C1: "100.00" },
    },
    missing: { "2026-09": "100.00" },
  },
  "first-quarter-missing": {
    year: yearOf({
      contracts: [{ start: "2024-05-20", anchor: 15, frequency: "Quarterly", prices: [fee("910")] }],
    }),
    nets: { "2024-08": { C1: "910.00" } },
    missing: { "2024-05": "860.54" },
  },
  "first-year-missing": {
    year: yearOf({
      contracts: [
        { start: "2026-08-03", end: "2027-08-03", anchor: 3, frequency: "Annual", prices: [fee("240")] },
      ],
    }),
    nets: { "2027-08": { C1: "0.66" } },
    missing: { "2026-08": "240.00" },
  },
  "month-without-usage-anchor-29": {
    year: yearOf({
      contracts: [
        { start: "2026-03-29", anchor: 29, prices: [perUnit("5")], usage: [used("2026-04-10", "19")] },
      ],
    }),
    nets: { "2026-03": { C1: "0.00" }, "2026-04": { C1: "95.00" }, "2026-05": { C1: "0.00" } },
  },
  "anchor-31-over-february": {
    year: yearOf({
      contracts: [
        {
          start: "2026-01-31",
          anchor: 31,
          prices: [perUnit("1")],
          usage: [
            used("2026-02-27", "10"),
            used("2026-02-28", "20"),
            used("2026-03-30", "30"),
            used("2026-03-31", "40"),
            used("2026-04-29", "50"),
          ],
        },
      ],
    }),
    nets: {
      "2026-01": { C1: "0.00" },
      "2026-02": { C1: "10.00" },
      "2026-03": { C1: "50.00" },
      "2026-04": { C1: "90.00" },
    },
  },
  "ahead-stub": {
    year: yearOf({
      ahead: true,
      contracts: [{ start: "2026-01-08", anchor: 10, prices: [fee("310")] }],
    }),
    nets: { "2026-01": { C1: "640.00" }, "2026-02": { C1: "310.00" }, "2026-03": { C1: "310.00" } },
  },
  "ahead-price-change-at-a-bound": {
    year: yearOf({
      ahead: true,
      contracts: [
        {
          start: "2026-01-01",
          prices: [fee("100", { to: "2026-03-31" }), fee("130", { id: "G", from: "2026-04-01" })],
        },
      ],
    }),
    nets: {
      "2026-01": { C1: "200.00" },
      "2026-02": { C1: "100.00" },
      "2026-03": { C1: "130.00" },
      "2026-04": { C1: "130.00" },
    },
  },
  "ahead-price-change-inside": {
    year: yearOf({
      ahead: true,
      contracts: [
        {
          start: "2026-01-01",
          prices: [fee("100", { to: "2026-04-15" }), fee("130", { id: "G", from: "2026-04-16" })],
        },
      ],
    }),
    nets: {
      "2026-01": { C1: "200.00" },
      "2026-02": { C1: "100.00" },
      "2026-03": { C1: "115.00" },
      "2026-04": { C1: "130.00" },
    },
  },
  "ahead-end": {
    year: yearOf({
      ahead: true,
      contracts: [{ start: "2026-01-01", end: "2026-04-14", prices: [fee("100")] }],
    }),
    nets: {
      "2026-01": { C1: "200.00" },
      "2026-02": { C1: "100.00" },
      "2026-03": { C1: "46.67" },
      "2026-04": { C1: "0.00" },
    },
  },
  "ahead-quarter-after-a-stub": {
    year: yearOf({
      ahead: true,
      contracts: [{ start: "2024-05-20", anchor: 15, frequency: "Quarterly", prices: [fee("910")] }],
    }),
    nets: {
      "2024-05": { C1: "860.54" },
      "2024-06": { C1: "0.00" },
      "2024-07": { C1: "910.00" },
      "2024-08": { C1: "0.00" },
      "2024-09": { C1: "0.00" },
    },
  },
  "ahead-renewal": {
    year: yearOf({
      ahead: true,
      contracts: [
        { start: "2026-01-01", end: "2026-04-15", prices: [fee("100")] },
        { id: "C2", start: "2026-04-16", prices: [fee("200")] },
      ],
    }),
    nets: {
      "2026-01": { C1: "200.00", C2: "0.00" },
      "2026-02": { C1: "100.00", C2: "0.00" },
      "2026-03": { C1: "50.00", C2: "0.00" },
      "2026-04": { C1: "0.00", C2: "300.00" },
    },
  },
  "contract-year-usage-after-its-end": {
    year: yearOf({
      contracts: [
        {
          start: "2025-11-15",
          commitment: year2025,
          prices: [perUnit("10")],
          usage: [used("2026-11-20", "100")],
        },
      ],
    }),
    nets: { "2026-11": { C1: "2000.00" } },
  },
  "contract-year-fee": {
    year: yearOf({ contracts: [{ start: "2025-11-15", commitment: year2025, prices: [fee("30")] }] }),
    nets: { "2025-11": { C1: "16.00" }, "2026-11": { C1: "670.00" } },
  },
  "contract-year-ends-inside-a-period": {
    year: yearOf({
      contracts: [{ start: "2025-11-15", anchor: 10, commitment: year2025, prices: [fee("30")] }],
    }),
    nets: {
      "2025-11": { C1: "25.00" },
      "2025-12": { C1: "30.00" },
      "2026-10": { C1: "30.00" },
      "2026-11": { C1: "670.00" },
    },
  },
  "late-under-a-paid-true-up": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          commitment: { amount: "100", period: "Billing period" },
          prices: [fee("50"), perUnit("10")],
          usage: [used("2026-10-05", "3"), used("2026-10-30", "1.5", "2026-11"), used("2026-11-05", "9")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "100.00" }, "2026-11": { C1: "140.00" } },
  },
  "late-beyond-a-paid-true-up": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          commitment: { amount: "100", period: "Billing period" },
          prices: [fee("50"), perUnit("10")],
          usage: [used("2026-10-05", "3"), used("2026-10-30", "4", "2026-11"), used("2026-11-05", "9")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "100.00" }, "2026-11": { C1: "160.00" } },
  },
  "late-under-a-minimum": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          prices: [perUnit("10", { minimum: "50" })],
          usage: [used("2026-10-05", "3"), used("2026-10-30", "1.5", "2026-11"), used("2026-11-05", "9")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "50.00" }, "2026-11": { C1: "90.00" } },
  },
  "late-after-the-year-was-topped-up": {
    year: yearOf({
      contracts: [
        {
          start: "2025-11-01",
          commitment: year2025,
          prices: [perUnit("10")],
          usage: [used("2026-10-05", "30"), used("2026-10-15", "20", "2026-11"), used("2026-11-05", "5")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "1000.00" }, "2026-11": { C1: "50.00" } },
  },
  "late-in-two-batches": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          prices: [
            {
              id: "U",
              product: "API",
              model: "graduated",
              tiers: [
                { upTo: "100", unitPrice: "1", flatFee: "0" },
                { unitPrice: "0.5", flatFee: "0" },
              ],
            },
          ],
          usage: [
            used("2026-10-05", "80"),
            used("2026-10-06", "15", "2026-11"),
            used("2026-10-07", "30", "2026-12"),
          ],
        },
      ],
    }),
    nets: { "2026-10": { C1: "80.00" }, "2026-11": { C1: "15.00" }, "2026-12": { C1: "17.50" } },
  },
  "late-after-the-end": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          end: "2026-10-31",
          prices: [perUnit("1")],
          usage: [used("2026-10-05", "80"), used("2026-10-06", "15", "2026-11")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "80.00" }, "2026-11": { C1: "15.00" } },
  },
  "event-minimum-in-a-stub": {
    year: yearOf({
      contracts: [
        {
          start: "2026-10-16",
          prices: [perUnit("0.029", { model: "percentage", minimum: "0.5", ratePer: "Event" })],
          usage: [used("2026-10-20", "5"), used("2026-10-21", "5")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "1.00" } },
  },
  "cancelled-year-settled-by-a-credit": {
    year: yearOf({
      contracts: [
        {
          start: "2013-08-01",
          end: "2013-08-30",
          frequency: "Annual",
          prices: [fee("239.90")],
        },
      ],
    }),
    nets: { "2013-08": { C1: "19.72" } },
  },
  "one-time-without-end": {
    year: yearOf({
      contracts: [{ start: "2026-10-05", frequency: "One-time", prices: [fee("200")] }],
    }),
    nets: { "2026-10": { C1: "200.00" }, "2026-11": { C1: "0.00" }, "2026-12": { C1: "0.00" } },
  },
  "included-granted-once": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          prices: [
            perUnit("2", { included: "100", to: "2026-10-15" }),
            perUnit("2", { id: "V", included: "100", from: "2026-10-16" }),
          ],
          usage: [used("2026-10-05", "100"), used("2026-10-20", "100")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "200.00" } },
  },
  "included-in-date-order": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          prices: [
            perUnit("2", { included: "100", to: "2026-10-15" }),
            perUnit("3", { id: "V", included: "100", from: "2026-10-16" }),
          ],
          usage: [used("2026-10-20", "100"), used("2026-10-05", "60")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "180.00" } },
  },
  "peak-in-the-first-part": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          prices: [
            perUnit("2", { included: "100", to: "2026-10-15", aggregation: "Max" }),
            perUnit("3", { id: "V", included: "100", from: "2026-10-16", aggregation: "Max" }),
          ],
          usage: [
            used("2026-10-01", "110"),
            used("2026-10-08", "120"),
            used("2026-10-14", "115"),
            used("2026-10-18", "118"),
            used("2026-10-25", "120"),
            used("2026-10-31", "119"),
          ],
        },
      ],
    }),
    nets: { "2026-10": { C1: "40.00" } },
  },
  "minimum-of-each-part": {
    year: yearOf({
      contracts: [
        {
          ...monthly,
          prices: [
            perUnit("1", { minimum: "310", to: "2026-10-15" }),
            perUnit("1", { id: "V", minimum: "620", from: "2026-10-16" }),
          ],
          usage: [used("2026-10-05", "100"), used("2026-10-20", "500")],
        },
      ],
    }),
    nets: { "2026-10": { C1: "650.00" } },
  },
  "change-on-the-31st": {
    year: yearOf({
      ...thirty,
      contracts: [
        {
          ...monthly,
          prices: [fee("3000", { to: "2026-10-30" }), fee("3000", { id: "G", from: "2026-10-31" })],
        },
      ],
    }),
    nets: { "2026-10": { C1: "3000.00" } },
  },
  "change-on-the-16th": {
    year: yearOf({
      ...thirty,
      contracts: [
        {
          ...monthly,
          prices: [fee("3000", { to: "2026-10-15" }), fee("6000", { id: "G", from: "2026-10-16" })],
        },
      ],
    }),
    nets: { "2026-10": { C1: "4500.00" } },
  },
};
