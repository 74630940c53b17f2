import { billStep } from "../../scripts/workedExamples/billStep";
import { added, bookOf } from "../time/documents";

type Cell = string | number;

/** A fee of 900 CREDITS in advance, and a rate of 0.05; later rates are entered as they become known. */
const bookOfFee = (frequency: string, billing: string, ...rates: readonly (readonly Cell[])[]) =>
  bookOf({
    Settings: [
      ["Key", "Value"],
      ["Advance billing", billing],
    ],
    Contracts: [
      ["Contract ID", "Customer ID", "Start date", "Currency", "Billing frequency"],
      ["C1", "K1", "2026-01-01", "USD", frequency],
    ],
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Flat fee", "Timing", "Currency"],
      ["C1", "Fee", "flat", 900, "Advance", "CREDITS"],
    ],
    Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
    "Exchange rates": [["Date", "From", "To", "Rate"], rateFrom("2026-01-01", 0.05), ...rates],
  });

const rateFrom = (day: string, rate: number) => [day, "CREDITS", "USD", rate];

interface Billed {
  readonly nets: string;
  readonly found: readonly string[];
}

/** Bills months one after the other, with rates that are entered before some of them. */
async function billed(
  book: Uint8Array,
  months: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Promise<Billed> {
  let bytes = book;
  const nets: string[] = [];
  const found: string[] = [];
  for (const [period, entered] of Object.entries(months)) {
    const { run, bytes: next } = await billStep(
      await added(bytes, "Exchange rates", entered),
      `--period ${period} --number`,
    );
    bytes = next;
    nets.push(run.invoices.map(({ subtotal }) => subtotal.toFixed(2)).join("+") || "none");
    for (const { severity, code, difference } of run.reconciliation.findings)
      if (severity === "error") found.push(`${period} ${code} ${difference.toFixed(2)}`);
  }
  return { nets: nets.join(" "), found };
}

describe("a fee in advance in a unit of its own", () => {
  it("of a quarter is right by the rate that was known when it was billed", async () => {
    // 900 × 0.05 in January; the next quarter at the 0.06 of March.
    expect(
      await billed(bookOfFee("Quarterly", "In period"), {
        "2026-01": [],
        "2026-02": [rateFrom("2026-02-10", 0.04)],
        "2026-03": [rateFrom("2026-03-10", 0.06)],
        "2026-04": [],
      }),
    ).toEqual({ nets: "45.00 none none 54.00", found: [] });
  });

  it("that is billed ahead takes the rate known for its last day, and keeps it", async () => {
    // January and February in January, both at rates known then: 45 and 900 × 0.04. March at 0.04, and April at 0.03.
    expect(
      await billed(bookOfFee("Monthly", "Ahead", rateFrom("2026-02-10", 0.04)), {
        "2026-01": [],
        "2026-02": [rateFrom("2026-02-20", 0.06), rateFrom("2026-03-15", 0.04)],
        "2026-03": [rateFrom("2026-03-20", 0.03)],
      }),
    ).toEqual({ nets: "81.00 36.00 27.00", found: [] });
  });

  it("is wrong by a rate that is entered late for days before it was billed", async () => {
    expect(
      await billed(bookOfFee("Quarterly", "In period"), {
        "2026-01": [],
        "2026-02": [rateFrom("2026-01-10", 0.04)],
      }),
    ).toEqual({ nets: "45.00 none", found: ["2026-02 PRICE_MISMATCH -9.00"] });
  });
});
