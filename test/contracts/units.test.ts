import { billStep } from "../../scripts/workedExamples/billStep";
import { added, bookOf } from "../time/documents";
import { disagreements } from "./agreement";

/** Fees in advance in a unit of their own: a rate that is entered later changes nothing that was billed. */
const rates: readonly (readonly [string, number])[] = [
  ["2026-02-15", 0.04],
  ["2026-03-15", 0.06],
];

async function netsOf(start: string, frequency: string, anchor: number, billing: string): Promise<string> {
  let bytes = bookOf({
    Settings: [
      ["Key", "Value"],
      ["Advance billing", billing],
    ],
    Contracts: [
      ["Contract ID", "Customer ID", "Start date", "Currency", "Billing frequency", "Anchor day"],
      ["C1", "K1", start, "USD", frequency, anchor],
    ],
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Unit price", "Quantity", "Timing", "Currency"],
      ["C1", "Seat", "per_unit", 90, 10, "Advance", "CREDITS"],
    ],
    Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
    Quantities: [
      ["Contract ID", "Product", "Date", "Quantity"],
      ["C1", "Seat", "2026-03-01", 20],
    ],
    "Exchange rates": [
      ["Date", "From", "To", "Rate"],
      ["2026-01-01", "CREDITS", "USD", 0.05],
    ],
  });
  const nets: string[] = [];
  for (const period of ["2026-01", "2026-02", "2026-03", "2026-04"]) {
    const known = rates.filter(([day]) => day.startsWith(period));
    bytes = await added(
      bytes,
      "Exchange rates",
      known.map(([day, rate]) => [day, "CREDITS", "USD", rate]),
    );
    const step = await billStep(bytes, `--period ${period} --number`);
    nets.push(step.run.invoices.map(({ subtotal }) => subtotal.toFixed(2)).join("+") || "none");
    bytes = step.bytes;
    expect(await disagreements(bytes, period)).toEqual([]);
  }
  return nets.join(" ");
}

it("are converted at a rate that is known when they are billed", async () => {
  // 900 at 0.05. In April 10 more for 45 of 90 days, 450 at the 0.05 of their quarter, and 1,800 at 0.06.
  expect(await netsOf("2026-01-15", "Quarterly", 15, "In period")).toBe("45.00 none none 130.50");
  // 900 at 0.05 twice; 1,800 for March at the 0.04 of February, for April at the 0.06 of March.
  expect(await netsOf("2026-01-01", "Monthly", 1, "Ahead")).toBe("90.00 72.00 108.00 108.00");
});
