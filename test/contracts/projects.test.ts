import { billStep } from "../time/chain";
import { added, bookOf } from "../time/documents";

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
