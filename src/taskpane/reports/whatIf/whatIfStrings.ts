import { counted } from "../../strings/counted";

export const whatIfStrings = {
  lead: "Final documents at another price, before tax. Nothing is written unless you ask for the sheet.",
  none: "There are no final documents yet, or no price to change.",
  what: "Price",
  all: "All unit prices",
  termName: (contract: string, product: string, column: string, tier: string, today: string) =>
    [contract, product, tier === "" ? column : tier, today].filter((part) => part !== "").join(" · "),
  period: "Period",
  allPeriods: "All periods",
  change: "Change",
  percent: (percent: string) => `${percent} of today`,
  figure: "New figure",
  figureHint: (today: string) => `Today ${today}`,
  running: "Pricing every document again",
  same: "The same as today: nothing changes.",
  fromTo: (currency: string, old: string, now: string) => `${currency} ${old} → ${now}`,
  winners: (count: string) => `${counted(count, "customer", "customers")} would pay less`,
  losers: (count: string) => `${count} more`,
  customers: "Who pays less or more",
  customersNote: "The largest difference first",
  asTheyAre: (count: string) => `${counted(count, "contract counts", "contracts count")} as billed`,
  reason: (contract: string, period: string, reason: string) => `${contract}, ${period}: ${reason}`,
  write: "Write What-if sheet",
  act: "What-if",
  written: "The sheet What-if is written.",
  unchanged: "The workbook says so already.",
};
