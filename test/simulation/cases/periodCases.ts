import { fee, perUnit, used, yearOf } from "./caseYear";
import type { TimeCase } from "./timeCase";

/** 10 a unit up to a day, and 8 from another. */
const tenThenEight = (to: string, from: string) => [
  perUnit("10", { id: "OLD", to }),
  perUnit("8", { id: "NEW", from }),
];

const monthly = { start: "2026-10-01" };

/** Names, figures and arithmetic are those of the shared cases of billing over time. */
export const periodCases: Readonly<Record<string, TimeCase>> = {
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
};
