import { perUnit, used, yearOf, type FoundYear } from "./caseYear";

/** Years that were billed wrong by what is made of quantities: events of no units, packs of a peak. */
export const yearsOfQuantities: Readonly<Record<string, FoundYear>> = {
  "a call of no units that comes late costs its fee, alone and beside another": {
    check: "year",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          prices: [perUnit("1", { flatFee: "2", ratePer: "Event" })],
          usage: [
            used("2026-01-05", "10"),
            used("2026-01-06", "0", "2026-02"),
            used("2026-01-07", "5", "2026-03"),
            { ...used("2026-01-08", "0", "2026-03"), eventId: "none" },
          ],
        },
      ],
    }),
  },
  "an event that is rounded to nothing and comes late costs its minimum": {
    check: "year",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            {
              id: "U",
              product: "API",
              model: "percentage",
              unitPrice: "0.11",
              minimum: "3",
              ratePer: "Event",
              factor: "0.1",
              step: "5",
              quantityRounding: "Nearest",
            },
          ],
          usage: [used("2026-01-16", "26.1"), used("2026-01-30", "12.15", "2026-03")],
        },
      ],
    }),
  },
  "of two prices the one that holds the peak charges it, though both are the same number of packs": {
    check: "year",
    year: yearOf({
      runs: 1,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            perUnit("7.3", {
              id: "U1",
              aggregation: "Max",
              factor: "0.25",
              step: "5",
              quantityRounding: "Down",
              to: "2026-01-06",
            }),
            perUnit("6", {
              id: "U2",
              aggregation: "Max",
              factor: "0.25",
              step: "5",
              quantityRounding: "Down",
              from: "2026-01-07",
            }),
          ],
          usage: [used("2026-01-06", "49.5"), used("2026-01-17", "54.36")],
        },
      ],
    }),
  },
  "a late peak of as many packs moves to the price that holds it": {
    check: "year",
    year: yearOf({
      runs: 3,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            perUnit("12", {
              id: "U1",
              aggregation: "Max",
              factor: "0.1",
              step: "0.5",
              quantityRounding: "Up",
              to: "2026-01-15",
            }),
            perUnit("7", {
              id: "U2",
              aggregation: "Max",
              factor: "0.1",
              step: "0.5",
              quantityRounding: "Up",
              from: "2026-01-16",
            }),
          ],
          usage: [used("2026-01-05", "70.03"), used("2026-01-20", "71.52", "2026-02")],
        },
      ],
    }),
  },
};
