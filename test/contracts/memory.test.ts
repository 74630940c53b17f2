import { billStep } from "../../scripts/workedExamples/billStep";
import { added, bookOf } from "../time/documents";

const contracts = [
  ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
  ["C1", "K1", "Acme", "2026-10-01", "USD"],
];
const usage = [["Contract ID", "Meter", "Date", "Quantity"]];

type Step = Awaited<ReturnType<typeof billStep>>;

const netOf = ({ run }: Step) => run.invoices.map(({ subtotal }) => subtotal.toFixed(2)).join(" ");

/** Bills a month and numbers its documents. */
const month = (book: Step["bytes"], period: string) => billStep(book, `--period ${period} --number`);

describe("what earlier documents billed", () => {
  it("late usage takes back units that moved on and that a billed period has used", async () => {
    const book = bookOf({
      Contracts: contracts,
      Prices: [
        [
          "Contract ID",
          "Price ID",
          "Product",
          "Pricing model",
          "Meter",
          "Unit price",
          "Included quantity",
          "Rollover periods",
        ],
        ["C1", "P1", "API", "per_unit", "API", 1, 1000, 1],
      ],
      Usage: [...usage, ["C1", "API", "2026-10-10", 600], ["C1", "API", "2026-11-10", 1400]],
    });
    const october = await month(book, "2026-10");
    const november = await month(october.bytes, "2026-11");
    expect(netOf(november)).toBe("0.00");
    const late = await added(november.bytes, "Usage", [["C1", "API", "2026-10-20", 300]]);
    const december = await month(late, "2026-12");
    expect(netOf(december)).toBe("300.00");
    expect(december.run.reconciliation.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(netOf(await month(december.bytes, "2027-01"))).toBe("");
  });

  it("a deposit without an id is deducted as well, with its own tax", async () => {
    const book = bookOf({
      Contracts: contracts,
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Flat fee", "Effective from"],
        ["C1", "Work", "flat", 1000, "2026-11-01"],
      ],
      Adjustments: [
        ["Contract ID", "Date", "Amount", "Description", "Reason code"],
        ["C1", "2026-10-10", 300, "Deposit", "DEPOSIT"],
      ],
    });
    const october = await month(book, "2026-10");
    expect(netOf(october)).toBe("300.00");
    const november = await month(october.bytes, "2026-11");
    expect(netOf(november)).toBe("700.00");
    expect(netOf(await month(november.bytes, "2026-12"))).toBe("1000.00");
  });
});
