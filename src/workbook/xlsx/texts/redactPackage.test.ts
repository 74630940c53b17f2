import { createHash } from "node:crypto";
import fc from "fast-check";
import { checkAsync } from "../../../../test/properties/support/check";
import { cellsOf } from "../../../../test/support/testReading";
import {
  cell,
  contentTypes,
  MAIN,
  open,
  plan,
  png,
  relationships,
  sheet,
  smallWorkbook,
  workbookXml,
  worksheet,
  zipParts,
} from "../../../../test/support/testWorkbook";
import { billPeriod, redactBook, type PlannedRow, type PlannedSheet } from "../../../core/api";
import { emptyPackage } from "../package/emptyPackage";
import { readWorkbook } from "../read/readWorkbook";
import { applyPlan } from "../write/applyPlan";
import { redactedPackage } from "./redactPackage";

const sha256 = (pieces: Iterable<string | Uint8Array>) => {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
};

type Value = string | number;

function tableSheet(
  name: string,
  rows: readonly (readonly Value[])[],
  more: Partial<PlannedSheet> = {},
): PlannedSheet {
  return sheet(name, {
    rows: rows.map((row): PlannedRow => row.map((value) => (value === "" ? null : cell(value)))),
    ...more,
  });
}

interface People {
  readonly names: readonly string[];
  readonly cities: readonly string[];
  readonly callers: readonly string[];
}

const columnsOfUsage = ["Contract ID", "Meter", "Date", "Quantity", "Caller", "Reference"];

/** A workbook of two customers, with their names and callers wherever people write them. */
function bookOf({ names, cities, callers }: People): Uint8Array {
  const [first, second] = names as [string, string];
  const usage = callers.map((caller, row): Value[] => [
    row % 2 === 0 ? "C-1" : "C-2",
    "Calls",
    `2026-10-${String((row % 27) + 1).padStart(2, "0")}`,
    row + 1,
    caller,
    `R${String(row)} for ${first}`,
  ]);
  const header = columnsOfUsage;
  return applyPlan(
    emptyPackage(),
    plan({
      sheets: [
        tableSheet("Settings", [
          ["Key", "Value"],
          ["Company name", "Us"],
          ["Personal columns", "Usage: Caller"],
          ["Terms and conditions", `Thank you, ${second}.`],
        ]),
        tableSheet("Customers", [
          ["Customer ID", "Customer name", "City", "Postal code", "Secret"],
          ["K1", first, cities[0] ?? "", 10_115, "s3cret"],
          ["K2", second, cities[1] ?? "", "AB1 2CD", ""],
        ]),
        tableSheet("Contracts", [
          ["Contract ID", "Customer ID", "Customer name", "Start date"],
          ["C-1", "K1", first, "2026-01-01"],
          ["C-2", "K2", "", "2026-01-01"],
        ]),
        tableSheet("Prices", [
          ["Contract ID", "Product", "Meter", "Pricing model", "Unit price"],
          ["C-1", `Calls of ${first}`, "Calls", "per_unit", 2],
          ["C-2", "Callers", "People", "per_unit", 5],
        ]),
        tableSheet("Meters", [
          ["Meter", "Source meter", "Aggregation", "Key column"],
          ["People", "Calls", "Unique", "Caller"],
        ]),
        tableSheet("Usage", [header, ...usage], { table: { name: "Usage", headerRow: 0, columns: header } }),
        tableSheet("Notes", [[`ask ${first} about ${second}`]], {
          image: { bytes: png(4, 4), type: "png", row: 3, column: 0, maxWidth: 40, maxHeight: 40 },
        }),
      ],
    }),
  );
}

async function read(bytes: Uint8Array) {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading;
}

async function redacted(bytes: Uint8Array, key = "K") {
  const { snapshot, package: source } = await read(bytes);
  const redaction = redactBook(snapshot, { columns: [], key, sha256 });
  const copy = redactedPackage(source, snapshot, redaction);
  const { archive } = open(copy);
  const parts = new Map(archive.names.map((name) => [name, archive.text(name)]));
  return { redaction, copy, parts };
}

/** What every contract owes for October. */
async function totalsOf(bytes: Uint8Array): Promise<string[]> {
  const { snapshot } = await read(bytes);
  const result = billPeriod(snapshot, {
    period: { from: 46_296, to: 46_326 },
    asOf: undefined,
    giveNumbers: false,
  });
  return result.ok
    ? result.run.invoices.map(({ contractId, total }) => `${contractId} ${total.toFixed()}`).sort()
    : ["not billed"];
}

const people: People = {
  names: ["Anna Berg", "Zoë & Söhne"],
  cities: ["Lund", "York"],
  callers: ["Kim Lee", "Kim Lee", "Anna Berg", "kim lee", "Jo"],
};

describe("a redacted copy", () => {
  it("has pseudonyms for personal values, the same everywhere", async () => {
    const { redaction, parts } = await redacted(bookOf(people));
    const pseudonym = `P-${sha256(["K\u001fannaberg"]).slice(0, 10)}`;
    const all = [...parts.values()].join("\n");
    expect(all).toContain(`<t xml:space="preserve">${pseudonym}</t>`);
    expect(all).toContain(`<t xml:space="preserve">Calls of ${pseudonym}</t>`);
    expect(redaction.columns).toContainEqual({ table: "Customers", column: "Customer name", cells: 2 });
    expect(redaction.columns).toContainEqual({ table: "Usage", column: "Caller", cells: 5 });
    expect(redaction.dropped).toEqual(["Notes", "Customers: Secret", "Usage: Reference"]);
  });

  it("is read again, also where a cell has an empty text", async () => {
    const parts = {
      ...smallWorkbook(),
      "[Content_Types].xml": contentTypes({
        "/xl/workbook.xml": "sheet.main",
        "/xl/worksheets/sheet1.xml": "worksheet",
        "/xl/styles.xml": "styles",
        "/xl/sharedStrings.xml": "sharedStrings",
      }),
      "xl/workbook.xml": workbookXml('<sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets>'),
      "xl/_rels/workbook.xml.rels": relationships(
        "rId1 worksheet worksheets/sheet1.xml",
        "rId2 styles styles.xml",
        "rId3 sharedStrings sharedStrings.xml",
      ),
      "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>Customer ID</t></si><si><t>Customer name</t></si><si><t/></si></sst>`,
      "xl/worksheets/sheet1.xml": worksheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
          '<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="s"><v>2</v></c></row>',
      ),
    };
    const { copy } = await redacted(zipParts(parts));
    const { snapshot } = await read(copy);
    expect(cellsOf(snapshot.grids[0]!)).toEqual({ A1: "Customer ID", B1: "Customer name", A2: 7 });
  });

  it("has other pseudonyms with another key", async () => {
    const pseudonyms = async (key: string) => {
      const { parts } = await redacted(bookOf(people), key);
      return new Set([...parts.values()].join("\n").match(/P-[0-9a-f]{10}/g));
    };
    const [one, other] = [await pseudonyms("K"), await pseudonyms("L")];
    expect(one.size).toBe(other.size);
    expect([...one].filter((pseudonym) => other.has(pseudonym))).toEqual([]);
  });

  it("has nothing of the workbook but its tables", async () => {
    const { parts } = await redacted(bookOf(people));
    const kinds = [...parts.keys()].filter((name) => !/^xl\/worksheets\/sheet\d\.xml$/.test(name)).sort();
    expect(kinds).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/tables/table1.xml",
      "xl/workbook.xml",
      "xl/worksheets/_rels/sheet6.xml.rels",
    ]);
    expect([...parts.values()].join("\n")).not.toMatch(/10115|AB1 2CD|s3cret/);
  });

  it("is billed as the workbook is", async () => {
    const bytes = bookOf(people);
    const { copy } = await redacted(bytes);
    const totals = await totalsOf(bytes);
    // 1 + 3 + 5 calls, and two callers that differ in a letter's case.
    expect(totals).toEqual(["C-1 18", "C-2 10"]);
    expect(await totalsOf(copy)).toEqual(totals);
  });

  it("keeps rows apart that only a column which nothing reads tells apart", async () => {
    const bytes = bookOf({ ...people, callers: ["Jo", "Jo", "Jo"] });
    const { redaction, parts } = await redacted(bytes);
    expect(redaction.dropped).toContain("Usage: Reference");
    const same = applyPlan(
      open(bytes),
      plan({
        appended: [
          {
            sheet: "Usage",
            firstRow: 4,
            rows: [["C-1", "Calls", "2026-10-01", 1, "Jo", "another"].map((value) => cell(value))],
          },
        ],
      }),
    );
    const apart = await redacted(same);
    expect(apart.redaction.dropped).not.toContain("Usage: Reference");
    expect([...apart.parts.values()].join("\n")).not.toContain("another");
    expect([...apart.parts.values()].join("\n")).toContain("Column F");
    expect(await totalsOf(apart.copy)).toEqual(await totalsOf(same));
    expect([...parts.values()].join("\n")).not.toContain("Column F");
  });

  it("holds no personal value in any of its parts, also inside texts", async () => {
    const word = fc.stringMatching(/^[A-ZÄÖÉ][a-zäöéß]{4,9}$/).map((text) => `${text}q`);
    const name = fc.oneof(
      word,
      fc.tuple(word, word).map((words) => words.join(" ")),
    );
    const books = fc.record({
      names: fc.tuple(name, name),
      cities: fc.tuple(word, word),
      callers: fc.array(name, { minLength: 1, maxLength: 6 }),
    });
    await checkAsync(
      fc.asyncProperty(books, async (drawn) => {
        const { parts } = await redacted(bookOf(drawn));
        for (const [part, text] of parts)
          for (const value of [...drawn.names, ...drawn.cities, ...drawn.callers])
            expect([part, text.toLowerCase().includes(value.toLowerCase())]).toEqual([part, false]);
      }),
      40,
    );
  });
});
