import { bookOf } from "../time/documents";
import { netsOver } from "./billOver";

/** What is kept back is a share of what is billed in all, also where a later run takes some of that back. */
async function netsOf(progress: readonly (readonly [string, number])[]): Promise<string> {
  const book = bookOf({
    Contracts: [
      ["Contract ID", "Customer ID", "Start date", "Currency", "Retention %", "Retention release"],
      ["C1", "K1", "2026-01-01", "USD", 10, "2026-04-10"],
    ],
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Flat fee"],
      ["C1", "Build", "percent_complete", 1000],
    ],
    Usage: [["Contract ID", "Meter", "Date", "Quantity"]],
    Progress: [
      ["Contract ID", "Product", "Date", "Percent"],
      ...progress.map(([day, percent]) => ["C1", "Build", day, percent]),
    ],
  });
  return await netsOver(book, ["2026-01", "2026-02", "2026-03", "2026-04"]);
}

it("gives back its share of what is taken back, and releases what is left", async () => {
  // 500 − 50; −100 + 10; 200 − 20; then 50 − 10 + 20.
  const reports = [
    ["2026-01-10", 50],
    ["2026-02-10", 40],
    ["2026-03-10", 60],
  ] as const;
  expect(await netsOf(reports)).toBe("450.00 -90.00 180.00 60.00");
});
