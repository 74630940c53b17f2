import { added, bookOf } from "../time/documents";
import { billOver } from "./billOver";

type Cells = readonly (readonly (string | number)[])[];

const contracts = (...rows: Cells) => [
  ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency", "Minimum commitment"],
  ...rows,
];

/** A fee of 50 in advance and usage at 1; usage at 1 with at least 100 a month. */
const quarter = {
  Contracts: contracts(
    ["C1", "K1", "Acme", "2026-01-01", "USD", ""],
    ["C2", "K2", "Blue", "2026-01-01", "USD", 100],
  ),
  Prices: [
    ["Contract ID", "Product", "Pricing model", "Meter", "Unit price", "Flat fee"],
    ["C1", "API", "per_unit", "API", 1, ""],
    ["C1", "Fee", "flat", "", "", 50],
    ["C2", "API", "per_unit", "API", 1, ""],
  ],
  Usage: [
    ["Contract ID", "Meter", "Date", "Quantity"],
    ["C1", "API", "2026-01-05", 60],
    ["C2", "API", "2026-01-05", 70],
    ["C1", "API", "2026-02-05", 61],
    ["C2", "API", "2026-02-05", 71],
    ["C1", "API", "2026-03-05", 62],
    ["C2", "API", "2026-03-05", 172],
  ],
};

interface Runs {
  readonly nets: string;
  readonly found: readonly string[];
}

function told(steps: Awaited<ReturnType<typeof billOver>>): Runs {
  const found = steps.at(-1)!.run.reconciliation.findings.filter(({ severity }) => severity === "error");
  const nets = steps.map(
    ({ run }) => run.invoices.map(({ subtotal }) => subtotal.toFixed(2)).join("+") || "none",
  );
  return { nets: nets.join(" "), found: found.map(({ code }) => code) };
}

describe("a run of a quarter", () => {
  it("bills what the months before it left, and nothing a second time", async () => {
    // C1: 110; then 2 × 50 + 61 + 62. C2: 70 and 30 to the minimum; then 71 + 29 + 172.
    expect(told(await billOver(bookOf(quarter), ["2026-01", "2026-Q1", "2026-Q1", "2026-03"]))).toEqual({
      nets: "110.00+100.00 223.00+272.00 none none",
      found: [],
    });
    expect(told(await billOver(bookOf(quarter), ["2026-01", "2026-02", "2026-03", "2026-Q1"]))).toEqual({
      nets: "110.00+100.00 111.00+100.00 112.00+172.00 none",
      found: [],
    });
  });

  it("nets late usage of a month that was billed against its minimum", async () => {
    const january = await billOver(bookOf(quarter), ["2026-01"]);
    const late = [
      ["C1", "API", "2026-01-20", 5],
      ["C2", "API", "2026-01-20", 12],
    ];
    const rest = await billOver(await added(january[0]!.bytes, "Usage", late), ["2026-Q1"]);
    // C1: 5 more. C2: 12 fill what was charged to the minimum.
    expect(told([...january, ...rest])).toEqual({ nets: "110.00+100.00 228.00+272.00", found: [] });
  });

  it("settles a change of seats within a month that it bills itself", async () => {
    const book = bookOf({
      Contracts: contracts(["C1", "K1", "Acme", "2026-04-01", "USD", ""]),
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Quantity", "Timing"],
        ["C1", "Seats", "per_unit", 1, 10, "Advance"],
      ],
      Quantities: [
        ["Contract ID", "Product", "Date", "Quantity"],
        ["C1", "Seats", "2026-04-16", 20],
      ],
      Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
    });
    // 10 − 5 + 10, 20 and 20, whether in three runs or in one.
    expect(told(await billOver(book, ["2026-04", "2026-05", "2026-06"]))).toEqual({
      nets: "10.00 25.00 20.00",
      found: [],
    });
    expect(told(await billOver(book, ["2026-Q2"]))).toEqual({ nets: "55.00", found: [] });
  });
});
