import { sheet, workbook } from "../../test/properties/support/sheets";
import { parseIsoDay, priceHistory } from "../core/api";
import { priceHistoryText } from "./priceHistoryText";

const day = (text: string) => ({ date: parseIsoDay(text)! });

const book = workbook([
  sheet("Contracts", [
    ["Contract ID", "Customer ID", "Start date"],
    ["C1", "K1", day("2025-10-01")],
  ]),
  sheet("Prices", [
    ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", "Effective from", "Effective to"],
    ["C1", "API", "per_unit", 2, undefined, undefined, day("2026-03-31")],
    ["C1", "API", "per_unit", 3, undefined, day("2026-04-01"), undefined],
    ["C1", "Fee", "flat", undefined, 1000],
  ]),
  sheet("Escalations", [
    ["Escalation ID", "Contract ID", "Products", "From", "Percent"],
    ["E1", "C1", "Fee", day("2026-10-01"), 5],
  ]),
]);

describe("the prices of a contract over time", () => {
  it("are shown as what changed, amendments and escalations alike", () => {
    const history = priceHistory(book, "C1", parseIsoDay("2026-10-31"));
    expect(priceHistoryText("C1", history!).split("\n")).toEqual([
      "Prices of contract C1",
      expect.stringMatching(/^Fee, 2025-10-01 to 2026-09-30 {2}\(Prices!/),
      "  + Pricing model: Flat",
      "  + Flat fee: 1,000",
      expect.stringMatching(/^Fee, 2026-10-01 to 2027-09-30/),
      "  ~ Flat fee: 1,000 → 1,050",
      expect.stringMatching(/^Fee, 2027-10-01 to/),
      "  ~ Flat fee: 1,050 → 1,102.5",
      expect.stringMatching(/^API, 2025-10-01 to 2026-03-31/),
      "  + Pricing model: Per unit",
      "  + Unit price: 2",
      expect.stringMatching(/^API, 2026-04-01 to open/),
      "  ~ Unit price: 2 → 3",
      "",
    ]);
  });

  it("are none of a contract that is not known", () => {
    expect(priceHistory(book, "C9", undefined)).toBeUndefined();
  });
});
