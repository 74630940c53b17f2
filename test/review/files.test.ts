import { unzip, zip } from "../support/workbookZip";
import { Bench, saidBy } from "./support/bench";
import { byColumn } from "./support/byColumn";
import { bytesOf, october, policy } from "./support/smallBook";

/** A part of the file with one text put for another; that it is there is part of the test. */
interface PartChange {
  readonly part: string;
  readonly from: RegExp;
  readonly to: string;
}

const changed = (bench: Bench, { part, from, to }: PartChange): Bench => {
  const parts = new Map(unzip(Buffer.from(bench.bytes)));
  const before = parts.get(part)!.toString("utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  parts.set(part, Buffer.from(after));
  return new Bench(new Uint8Array(zip(parts)));
};

const workbook = "xl/workbook.xml";

const tampering: readonly (readonly [string, PartChange, readonly string[]])[] = [
  [
    "one shared text, which several cells of several sheets show",
    { part: "xl/sharedStrings.xml", from: />calls</, to: ">storage<" },
    ["Prices!Meter INPUT_CHANGED", "Meters INPUT_MISSING", "Usage INPUT_MISSING"],
  ],
  [
    "the date system, which moves every date",
    { part: workbook, from: /<workbookPr/, to: '<workbookPr date1904="1"' },
    ["Invoices!Invoice date CELL_CHANGED", "Invoice lines!Period start CELL_CHANGED"],
  ],
  [
    "how far the Excel table of Invoices reaches",
    { part: "xl/tables/table6.xml", from: /ref="A1:([A-Z])4"/g, to: 'ref="A1:$13"' },
    ["Invoices DOCUMENT_MISSING"],
  ],
];

const harmless: readonly (readonly [string, PartChange])[] = [
  [
    "formats that show no digit",
    { part: "xl/styles.xml", from: /formatCode="#[^"]*0[^"]*"/g, to: 'formatCode=";;;"' },
  ],
  [
    "a sheet that is very hidden",
    { part: workbook, from: /name="Prices" state="visible"/, to: 'name="Prices" state="veryHidden"' },
  ],
  ["a hidden sheet that is shown", { part: workbook, from: / state="hidden"/, to: "" }],
  ["another name of the sheet of Seals", { part: workbook, from: /name="Seals"/, to: 'name="Sealed"' }],
  ["another name of the sheet of Usage", { part: workbook, from: /name="Usage"/, to: 'name="Usage 2026"' }],
  [
    "a defined name that is one of a table",
    {
      part: workbook,
      from: /<definedNames>/,
      to: '<definedNames><definedName name="Prices">Settings!$A$1</definedName>',
    },
  ],
];

describe("an issued workbook whose file is changed", () => {
  let issued: Bench;
  beforeAll(async () => {
    const start = new Bench(await bytesOf({ ...october, Policy: policy }));
    const submitted = (await (await start.bill()).bench.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    issued = (await approved.act("issue", { by: "Dora" })).bench;
  });

  it.each(tampering)("fails by %s", async (_what, change, says) => {
    const bench = changed(issued, change);
    const verified = await bench.verify();
    const said = await byColumn(bench, saidBy(verified));
    const sheets = said.map((line) => line.replace(/!.* (?=\w+$)/, " "));
    expect(verified.result).toBe("FAIL");
    for (const expected of says) expect([...said, ...sheets]).toContain(expected);
  });

  it.each(harmless)("passes with %s", async (_what, change) => {
    const verified = await changed(issued, change).verify();
    expect([verified.result, saidBy(verified)]).toEqual(["PASS", []]);
  });
});
