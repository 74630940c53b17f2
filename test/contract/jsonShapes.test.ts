import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "../support/commandLine";
import { invoice, payment, runAgain, runOn, type Tables } from "../support/receivablesBook";
import { writeBook } from "../support/workbookFixture";

const page = readFileSync(join(__dirname, "..", "..", "docs", "json.md"), "utf8");

/** The keys that the page names for a command, those of all included. */
function keysOf(command: string): ReadonlySet<string> {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${command}\``)) ?? "";
  const named = [...row.matchAll(/`(\w+)`/g)].map(([, key = ""]) => key);
  return new Set([...named, "issues", "output", "asOf"]);
}

const book: Tables = {
  Invoices: [invoice("A-1", "C1", "2026-01-10", 100, { "Due date": "2026-02-10", Subtotal: 100, Tax: 0 })],
  Payments: [payment("P1", "2026-01-20", 40, { "Customer ID": "C1", Reference: "A-1" })],
};

it.each<[command: string, options: readonly string[]]>([
  ["reconcile", []],
  ["payments", []],
  ["aging", []],
  ["statement", []],
  ["remind", []],
  ["kpis", ["--expected-cash"]],
  ["credit", ["A-1", "--reason", "PRICE"]],
])("the page of JSON names every key of %s", async (command, options) => {
  const { json } = await runOn<Readonly<Record<string, unknown>>>(book, command, ...options);
  const keys = keysOf(command);
  expect(Object.keys(json).length).toBeGreaterThan(2);
  expect(Object.keys(json).filter((key) => !keys.has(key))).toEqual([]);
});

it.each<[command: string, keys: string, options: readonly string[]]>([
  ["export", "target files leftOut already issues output", ["--to", "journal"]],
  [
    "import",
    "source rows added leftOut findings issues output",
    ["list.csv", "--from", "quickbooks-customers"],
  ],
  [
    "tie-out",
    "source asOf matched findings totals issues output",
    ["list.csv", "--from", "csv", "--as-of", "2026-03-31"],
  ],
  ["documents", "files sendList leftOut issues", []],
  ["e-invoice", "profile syntax files leftOut issues", ["--profile", "en16931"]],
])("%s prints the keys of the contract, and the page names them", async (command, keys, options) => {
  const folder = newFolder();
  await writeBook(join(folder, "book.xlsx"), book);
  writeFileSync(
    join(folder, "list.csv"),
    "Customer,Invoice number,Date,Open,Currency\nC1,A-1,2026-01-10,60,EUR\n",
  );
  const { json } = await runAgain<Readonly<Record<string, unknown>>>(
    join(folder, "book.xlsx"),
    command,
    ...options,
  );
  expect(Object.keys(json).sort()).toEqual(keys.split(" ").sort());
  expect(Object.keys(json).filter((key) => !keysOf(command).has(key))).toEqual([]);
});
