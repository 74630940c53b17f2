import type { RowInput } from "../support/workbookFixture";
import { Bench } from "./support/bench";
import { bytesOf, october } from "./support/smallBook";

/** October with 882.00 EUR of K1, a credit note of 854.40 EUR for K2, and 36.30 USD of K3. */
const ofSeveralKinds = (Policy: readonly RowInput[]) => ({
  ...october,
  Contracts: october.Contracts!.map((row) =>
    row["Contract ID"] === "K3" ? { ...row, Currency: "USD" } : row,
  ),
  Adjustments: october.Adjustments!.map((row) => ({ ...row, Amount: -1000 })),
  Policy: [{ Person: "Ann", Role: "Preparer", Limit: undefined, Currency: undefined }, ...Policy],
});

const approver = (Limit?: number | string, Currency?: string): RowInput => ({
  Person: "Ben",
  Role: "Approver",
  Limit,
  Currency,
});

it.each<readonly [string, readonly RowInput[], string, string]>([
  ["none", [approver()], "K1 K2 K3", ""],
  ["one for any currency", [approver(860)], "K2 K3", "K1"],
  ["one that is the total of a credit", [approver(854.4)], "K2 K3", "K1"],
  ["a cent below a credit", [approver(854.39)], "K3", "K1 K2"],
  ["one of each currency", [approver(900, "EUR"), approver(10, "USD")], "K1 K2", "K3"],
  ["one of a currency that no document has", [approver(900, "CHF")], "", "K1 K2 K3"],
  ["two of one currency: the higher counts", [approver(10, "EUR"), approver(882, "EUR")], "K1 K2", "K3"],
  ["one as a text", [approver("1,000.00", "eur")], "K1 K2", "K3"],
])("of all documents at once those within a limit are approved: %s", async (_name, Policy, done, refused) => {
  const billed = (await new Bench(await bytesOf(ofSeveralKinds(Policy))).bill()).bench;
  const submitted = (await billed.act("submit", { by: "Ann" })).bench;
  const { run } = await submitted.act("approve", { by: "Ben" });
  const contractOf = (number: string) => number.split("-")[1]!;
  expect(run.done.map(({ approval }) => contractOf(approval.invoiceNumber)).join(" ")).toBe(done);
  expect(run.refused.map(({ invoice }) => contractOf(invoice)).join(" ")).toBe(refused);
  expect(run.refused.every(({ code }) => code === "OVER_LIMIT")).toBe(true);
});
