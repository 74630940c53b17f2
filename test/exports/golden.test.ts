import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exports } from "../../src/core/api";
import { bytesOf, caseTables, HERE, runExport, snapshotOf } from "./caseBook";

const book = snapshotOf(caseTables);
const GOLDEN = join(HERE, "golden");
/** Files that are not named by their target. */
const TARGET_OF: Readonly<Record<string, string>> = {
  EXTF: "datev",
  RaInterfaceLinesAll: "oracle-autoinvoice",
};

const files = readdirSync(GOLDEN).map((name) => ({
  name,
  target: TARGET_OF[/^[A-Za-z]+/.exec(name)![0]] ?? name.replace(/(?:-credits)?-RUN-.*$/, ""),
}));

const inEuro = ["INV-2026-0004"];
const leftOut: Readonly<Record<string, readonly string[]>> = {
  "quickbooks-desktop": inEuro,
  datev: inEuro,
  "sage-50": inEuro,
};

const targets = exports.filter(({ kind }) => kind === "documents").map(({ id }) => id);

describe.each(targets)("%s", (target) => {
  const run = runExport(target, book);

  it("makes its files of test/exports/golden, byte by byte", () => {
    const expected = files.filter((file) => file.target === target).map(({ name }) => name);
    const made = bytesOf(run);
    expect([...made.keys()].sort()).toEqual(expected.sort());
    for (const [name, bytes] of made)
      expect(bytes.toString("latin1")).toBe(readFileSync(join(GOLDEN, name)).toString("latin1"));
  });

  it("leaves out what it cannot say, and nothing else", () => {
    expect(run.leftOut.map(({ invoiceNumber, code, field }) => [invoiceNumber, code, field])).toEqual(
      (leftOut[target] ?? []).map((number) => [number, "NOT_REPRESENTABLE", "Invoices.Currency"]),
    );
  });
});
