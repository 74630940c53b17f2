import { fee, perUnit, used, yearOf } from "./caseYear";
import type { TimeCase } from "./timeCase";

const thirty = { basis: "30/360" as const };
const monthly = { start: "2026-10-01" };
const year2025 = { amount: "1000", period: "Contract year" as const };

/** The second half: commitments, late rows, parts of a period. */
export const usageCases: Readonly<Record<string, TimeCase>> = {
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
