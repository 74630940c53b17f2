import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exports } from "../../src/core/api";
import { bytesOf, caseTables, HERE, runExport, snapshotOf } from "./caseBook";

const book = snapshotOf(caseTables);
const GOLDEN = join(HERE, "golden");
/** Where what is made otherwise lies, to be looked at and kept. */
const MADE = join(HERE, "../../.cache/exports");
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

it("keeps no files of exports that are gone", () => {
  expect(files.filter(({ target }) => !targets.includes(target)).map(({ name }) => name)).toEqual([]);
});

describe.each(targets)("%s", (target) => {
  const run = runExport(target, book);

  it("makes its files of test/exports/golden, byte by byte", () => {
    const expected = files.filter((file) => file.target === target).map(({ name }) => name);
    const made = bytesOf(run);
    expect([...made.keys()].sort()).toEqual(expected.sort());
    for (const [name, bytes] of made)
      expect(bytes.toString("latin1")).toBe(readFileSync(join(GOLDEN, name)).toString("latin1"));
  });

  afterAll(() => {
    for (const [name, bytes] of bytesOf(run)) {
      const kept = join(GOLDEN, name);
      if (existsSync(kept) && readFileSync(kept).equals(bytes)) continue;
      mkdirSync(MADE, { recursive: true });
      writeFileSync(join(MADE, name), bytes);
      process.stderr.write(`made otherwise, and laid into .cache/exports to be looked at: ${name}\n`);
    }
  });

  it("leaves out what it cannot say, and nothing else", () => {
    expect(run.leftOut.map(({ invoiceNumber, code, field }) => [invoiceNumber, code, field])).toEqual(
      (leftOut[target] ?? []).map((number) => [number, "NOT_REPRESENTABLE", "Invoices.Currency"]),
    );
  });
});
