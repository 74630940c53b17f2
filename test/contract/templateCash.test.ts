import { join } from "node:path";
import { newFolder, ratebook } from "../support/commandLine";
import { runAgain } from "../support/receivablesBook";

interface PaymentsJson {
  readonly applications: readonly Readonly<Record<string, string | number>>[];
  readonly issues: readonly unknown[];
  readonly output: string;
}
interface RemindJson {
  readonly reminders: readonly Readonly<Record<string, string | number>>[];
  readonly held: readonly Readonly<Record<string, string>>[];
}

it("the rows of the template go from a bill to cash and reminders without an issue", async () => {
  const folder = newFolder();
  await ratebook(["template", "t.xlsx"], folder);
  const book = join(folder, "t.xlsx");
  expect((await ratebook(["check", book], folder)).status).toBe(0);
  await ratebook(["bill", book, "--period", "2026-10", "--number", "--out", "b.xlsx"], folder);
  const paid = await runAgain<PaymentsJson>(join(folder, "b.xlsx"), "payments", "--accept", "medium");
  expect(paid.json.issues).toEqual([]);
  expect(paid.json.applications.map(({ invoiceNumber, amount }) => [invoiceNumber, amount])).toEqual([
    ["INV-2026-0001", 250],
  ]);
  const { json } = await runAgain<RemindJson>(
    join(folder, paid.json.output),
    "remind",
    "--as-of",
    "2027-01-15",
  );
  // The dispute is open still, so the invoice is held; nothing else is owed.
  expect(json.held.map(({ invoiceNumber, reason }) => [invoiceNumber, reason])).toEqual([
    ["INV-2026-0001", "Disputed"],
  ]);
});
