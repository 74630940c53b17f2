import { billStep } from "../../scripts/workedExamples/billStep";
import { bookOf } from "../time/documents";
import { disagreements } from "./agreement";

it("an adjustment of a suspended contract is billed alone, and its invoice is right when it is computed again", async () => {
  const { run, bytes } = await billStep(
    bookOf({
      Contracts: [
        ["Contract ID", "Customer ID", "Start date", "Currency", "Status"],
        ["C1", "K1", "2026-01-01", "USD", "Suspended"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Flat fee"],
        ["C1", "Fee", "flat", 300],
      ],
      Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
      Adjustments: [
        ["Adjustment ID", "Contract ID", "Date", "Amount", "Description", "Reason code"],
        ["X1", "C1", "2026-01-10", 50, "Reminder fee", "EXTRA"],
      ],
    }),
    "--period 2026-01 --number",
  );
  expect(run.invoices.map(({ subtotal }) => subtotal.toFixed(2))).toEqual(["50.00"]);
  expect(await disagreements(bytes, "2026-01")).toEqual([]);
});
