import { billStep } from "../../scripts/workedExamples/billStep";
import { added, bookOf } from "../time/documents";
import { billOver, netsOver } from "./billOver";

const contracts = [
  ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
  ["C1", "K1", "Acme", "2026-10-01", "USD"],
];
const usage = [["Contract ID", "Meter", "Date", "Quantity"]];

const netOf = ({ run }: Awaited<ReturnType<typeof billStep>>) =>
  run.invoices.map(({ subtotal }) => subtotal.toFixed(2)).join(" ");

describe("projects and results over time", () => {
  it.each([
    ["up", 12_000, "100.00"],
    ["down", 8000, "-100.00"],
  ])("an audited value trues %s what was billed on a provisional one", async (_way, value, net) => {
    const book = bookOf({
      Contracts: contracts,
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Meter", "Unit price"],
        ["C1", "Share", "percentage", "Savings", 0.05],
      ],
      Usage: usage,
      Results: [
        ["Contract ID", "Measure", "Period", "Value", "Status"],
        ["C1", "Savings", "2026-10", 10_000, "Provisional"],
      ],
    });
    const october = await billStep(book, "--period 2026-10 --number");
    expect(netOf(october)).toBe("500.00");
    const audited = await added(october.bytes, "Results", [["C1", "Savings", "2026-10", value, "Audited"]]);
    const november = await billStep(audited, "--period 2026-11 --number");
    expect(netOf(november)).toBe(net);
    expect(november.run.reconciliation.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const again = await billStep(november.bytes, "--period 2026-12 --number");
    expect(netOf(again)).toBe("");
  });

  it("a level is one month's: a quarter is credited month by month, by the days of each", async () => {
    const book = bookOf({
      Contracts: [
        [...contracts[0]!, "Billing"],
        [...contracts[1]!, "Quarterly"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Meter", "Flat fee", "Of product", "Tiers"],
        ["C1", "Hosting", "flat", "", 9200, "", ""],
        ["C1", "Uptime", "service_credit", "Uptime", "", "Hosting", "99.9: 0; 99: 0.10; *: 0.25"],
      ],
      Usage: usage,
      Results: [
        ["Contract ID", "Measure", "Period", "Value"],
        ["C1", "Uptime", "2026-10", 99.5],
        ["C1", "Uptime", "2026-11", 99.95],
        ["C1", "Uptime", "2026-12", 98],
      ],
    });
    const steps = await billOver(book, ["2026-10", "2026-11", "2026-12", "2027-01"], ({ run }) => {
      expect(run.reconciliation.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    });
    // Of 9,200 for 92 days October's 31 days are 3,100, of which 10 %; December's as much, of which 25 %.
    expect(steps.map(netOf)).toEqual(["9200.00", "", "-1085.00", "9200.00"]);
  });

  it.each([
    ["2026-10-01", "0.00 none none"],
    ["2026-10-30", "0.00 none none"],
    ["2026-10-31", "8000.00 none none"],
    ["2026-11-29", "16000.00 -8000.00 none"],
    ["2026-11-30", "16000.00 -4000.00 none"],
    ["2026-12-29", "16000.00 none -4000.00"],
    ["2026-12-30", "16000.00 none none"],
  ])("gives back a share of a fee once where somebody left on %s", async (left, nets) => {
    const book = bookOf({
      Contracts: contracts,
      Prices: [
        ["Contract ID", "Price ID", "Product", "Pricing model", "Unit price", "Refund scale"],
        ["C1", "C1 Fee", "Placement", "percentage", 0.2, "30: 1; 60: 0.5; 90: 0.25"],
      ],
      Usage: usage,
      Placements: [
        ["Placement ID", "Contract ID", "Start", "Pay", "Left"],
        ["PL1", "C1", "2026-10-01", 80_000, left],
      ],
    });
    expect(await netsOver(book, ["2026-10", "2026-11", "2026-12"])).toBe(nets);
  });

  it("refuses a scale that is none, and placements that end before they begin or stand twice", async () => {
    const prices = (scale: string) => [
      ["Contract ID", "Product", "Pricing model", "Unit price", "Refund scale"],
      ["C1", "Placement", "percentage", 0.2, scale],
    ];
    const placements = [
      ["Placement ID", "Contract ID", "Start", "Pay", "Left"],
      ["PL1", "C1", "2026-10-05", 80_000, "2026-10-04"],
      ["PL2", "C1", "2026-10-05", 80_000, ""],
      ["pl2", "C1", "2026-10-06", 70_000, ""],
    ];
    const tables = { Contracts: contracts, Usage: usage, Placements: placements };
    const saidOf = async (scale: string) => {
      const { run } = await billStep(bookOf({ ...tables, Prices: prices(scale) }), "--period 2026-10");
      const bad = run.issues.filter(({ code }) => code === "BAD_TERMS");
      return bad.map(({ at }) => `${at.sheet} ${String(at.row)} ${String(at.column)}`).sort();
    };
    expect(await saidOf("30: 1; 60: 0.5")).toEqual(["Placements 1 4", "Placements 3 0"]);
    expect(await saidOf("30: 2")).toContain("Prices 1 4");
    expect(await saidOf("some: 1")).toContain("Prices 1 4");
  });

  it("refuses milestones beyond the project, and progress beyond all of it", async () => {
    const prices = [
      ["Contract ID", "Product", "Pricing model", "Flat fee"],
      ["C1", "Site", "milestone", 1000],
      ["C1", "Build", "percent_complete", 1000],
    ];
    const book = bookOf({
      Contracts: contracts,
      Prices: prices,
      Milestones: [
        ["Contract ID", "Milestone", "Product", "Amount", "Reached"],
        ["C1", "One", "Site", 600, "2026-10-05"],
        ["C1", "Two", "Site", 401, "2026-10-06"],
      ],
      Progress: [
        ["Contract ID", "Product", "Date", "Percent"],
        ["C1", "Build", "2026-10-05", 101],
      ],
    });
    const { run } = await billStep(book, "--period 2026-10");
    const errors = run.issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, at }) => `${code} ${at.sheet}`).sort()).toEqual([
      "BAD_TERMS Milestones",
      "BAD_TERMS Progress",
    ]);
    expect(run.invoices).toEqual([]);
  });
});
