import { readFileSync } from "node:fs";
import { join } from "node:path";
import { invoice, payment, runOn, type Tables } from "../support/receivablesBook";

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
