import { sheet, workbook } from "../../../test/properties/support/sheets";
import { dayOf } from "../calendar/day";
import { parsePeriod } from "../calendar/period";
import { billPeriod } from "../run/billingRun";

/** October of a contract with a commitment of 5.00 and five prices of 0.004 each. */
function billOctober(lineRounding: string) {
  const october = { date: dayOf(2026, 10, 1) };
  const products = ["a", "b", "c", "d", "e"];
  const snapshot = workbook([
    sheet("Settings", [
      ["Key", "Value"],
      ["Line rounding", lineRounding],
    ]),
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date", "Minimum commitment"],
      ["C1", "A", october, 5],
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Pricing model", "Unit price"],
      ...products.map((product) => ["C1", product, "per_unit", 0.004]),
    ]),
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ...products.map((product) => ["C1", product, october, 1]),
    ]),
  ]);
  const result = billPeriod(snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error("no period");
  const { invoices, reconciliation } = result.run;
  return { total: invoices[0]?.total.toString(), findings: reconciliation.findings.map(({ code }) => code) };
}

describe("a commitment topped up", () => {
  it.each(["line", "invoice"])(
    "makes the invoice exactly the commitment with rounding per %s",
    (rounding) => {
      expect(billOctober(rounding)).toEqual({ total: "5", findings: [] });
    },
  );
});
