import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exports, parseIsoDay } from "../../src/core/api";
import { dayIn } from "../../src/core/exports/text/dateFormat";
import { decodeWindows1252 } from "../../src/workbook/bytes/text";
import { bytesOf, caseTables, HERE, runExport, snapshotOf, type CaseRow } from "./caseBook";
import { fieldsOf, linesOf } from "./readers";

interface Column {
  readonly target: string;
  readonly record: string;
  readonly position: number;
  readonly title: string;
  readonly source: string;
  readonly rule: string;
}

const columns: readonly Column[] = readFileSync(join(HERE, "columns.csv"), "utf8")
  .split(/\r?\n/)
  .slice(1)
  .filter((line) => line !== "")
  .map((line) => {
    const [target, record, position, title, source, rule] = fieldsOf(line, ",").map(({ text }) => text);
    return {
      target: target!,
      record: record!,
      position: Number(position),
      title: title!,
      source: source!,
      rule: rule!,
    };
  });

const of = (target: string, record: string) =>
  columns.filter((column) => column.target === target && column.record === record);
const titlesOf = (target: string, record: string) => of(target, record).map(({ title }) => title);

/** Records of every text file of a target, by the file's name. */
function recordsOf(target: string, separator = ","): Map<string, string[][]> {
  const files = bytesOf(runExport(target, snapshotOf(caseTables)));
  return new Map(
    [...files].map(([name, bytes]) => {
      const isAnsi = target === "datev" || target === "quickbooks-desktop";
      const lines = linesOf(isAnsi ? decodeWindows1252(bytes) : bytes.toString("utf8"));
      return [name, lines.map((line) => fieldsOf(line, separator).map(({ text }) => text))];
    }),
  );
}

it("has lines in columns.csv for every export of documents but those of templates alone", () => {
  const listed = new Set(columns.map(({ target }) => target));
  const documents = exports.filter(({ kind }) => kind === "documents").map(({ id }) => id);
  expect(documents.filter((id) => !listed.has(id))).toEqual(["sage-intacct"]);
});

it.each([
  ["quickbooks-online", "invoice", "credit note"],
  ["xero", "line", "line"],
  ["netsuite", "line", "line"],
  ["sap-journal", "row", "row"],
  ["journal", "row", "row"],
])("%s has the headings of its columns, in order", (target, record, ofCredits) => {
  for (const [name, [header]] of recordsOf(target))
    expect(header).toEqual(titlesOf(target, name.includes("-credits-") ? ofCredits : record));
});

it("datev has 31 fields in its first line, and 125 headings", () => {
  for (const [head, header, ...rows] of recordsOf("datev", ";").values()) {
    const fixed = of("datev", "line 1").filter(({ source }) => /^"?[A-Z0-9a-z]*"?$/.test(source));
    expect(head).toHaveLength(of("datev", "line 1").length);
    for (const { position, source } of fixed) expect(head![position - 1]).toBe(source.replaceAll('"', ""));
    expect(header).toEqual(titlesOf("datev", "row"));
    expect(rows.every(({ length }) => length === of("datev", "row").length)).toBe(true);
  }
});

it("quickbooks-desktop names the columns of each of its records", () => {
  for (const rows of recordsOf("quickbooks-desktop", "\t").values()) {
    expect(rows[0]).toEqual(titlesOf("quickbooks-desktop", "TRNS"));
    expect(rows[1]).toEqual(titlesOf("quickbooks-desktop", "SPL line"));
    expect(rows[1]).toEqual(titlesOf("quickbooks-desktop", "SPL tax"));
    expect(rows[2]).toEqual(titlesOf("quickbooks-desktop", "ENDTRNS"));
  }
});

it("oracle-autoinvoice has a field for every position, empty where none is listed", () => {
  const listed = new Set(of("oracle-autoinvoice", "RaInterfaceLinesAll.csv").map(({ position }) => position));
  for (const row of [...recordsOf("oracle-autoinvoice").values()].flat()) {
    expect(row).toHaveLength(Math.max(...listed));
    expect(row.flatMap((text, index) => (text !== "" && !listed.has(index + 1) ? [index + 1] : []))).toEqual(
      [],
    );
  }
});

it("sage-50 has a field for every position", () => {
  for (const row of [...recordsOf("sage-50").values()].flat())
    expect(row).toHaveLength(of("sage-50", "line").length);
});

const rowsOf = (table: string) => caseTables[table] ?? [];
const settings = new Map(rowsOf("Settings").map(({ Key, Value }) => [String(Key), Value]));

/** Rules under which a value is the cell's, in the format of the day where the rule names one. */
const PLAIN = /^(?:at most \d+|in quotes, at most \d+|cut|in quotes, cut at \d+|as the date|)$/;
const FORMATS = new Set([
  "M/D/YYYY",
  "MM/DD/YYYY",
  "DD/MM/YYYY",
  "YYYY/MM/DD",
  "YYYYMMDD",
  "DDMM",
  "yyyy-mm-dd",
]);

function expectedOf(
  { source, rule }: Column,
  document: CaseRow,
  line: CaseRow | undefined,
): string | undefined {
  if (source.includes(" or ")) return undefined;
  const dot = source.indexOf(".");
  const [table, title] = [source.slice(0, dot), source.slice(dot + 1)];
  const customer = rowsOf("Customers").find((row) => row["Customer ID"] === document["Customer ID"]);
  const rows: Readonly<Record<string, CaseRow | undefined>> = {
    Invoices: document,
    Customers: customer,
    "Invoice lines": line,
    Settings: settings.has(title) ? { [title]: settings.get(title)! } : undefined,
  };
  const row = rows[table];
  const value = row === undefined ? undefined : (row[title] ?? "");
  if (value === undefined || typeof value === "number") return undefined;
  const day = parseIsoDay(value);
  const format = rule.split(" or ")[0]!;
  if (day !== undefined && FORMATS.has(format)) return format === "yyyy-mm-dd" ? value : dayIn(format, day);
  return day === undefined && PLAIN.test(rule) ? value : undefined;
}

/** As another system gets a text: one blank for line breaks and tabs, guarded, cut, with the quantity behind it. */
function isSame(text: string, expected: string): boolean {
  const said = expected.replace(/\s+/g, " ").trim();
  const isCut = text.length >= 20 && said.startsWith(text);
  return [said, `'${said}`].some((whole) => text === whole || text.startsWith(`${whole} (`)) || isCut;
}

it.each([
  ["quickbooks-online", ["invoice", "credit note"], true, ","],
  ["xero", ["line", "line"], true, ","],
  ["netsuite", ["line", "line"], true, ","],
  ["oracle-autoinvoice", ["RaInterfaceLinesAll.csv"], true, ","],
  ["sage-50", ["line"], true, ","],
  ["sap-journal", ["row"], false, ","],
  ["journal", ["row"], false, ","],
  ["datev", ["row"], false, ";"],
] as const)(
  "%s fills its columns from the cells that are named as their sources",
  (target, records, isByLine, separator) => {
    let compared = 0;
    for (const [name, rows] of recordsOf(target, separator)) {
      const listed = of(target, records[name.includes("-credits-") ? 1 : 0]!);
      const number = listed.find(
        ({ source, rule }) => source === "Invoices.Invoice number" && PLAIN.test(rule),
      )!;
      const seen = new Map<string, number>();
      for (const row of rows) {
        const invoiceNumber = row[number.position - 1] ?? "";
        const document = rowsOf("Invoices").find((entry) => entry["Invoice number"] === invoiceNumber);
        if (!document) continue;
        const index = seen.get(invoiceNumber) ?? 0;
        seen.set(invoiceNumber, index + 1);
        const lines = rowsOf("Invoice lines").filter((entry) => entry["Invoice number"] === invoiceNumber);
        for (const column of listed) {
          const expected = expectedOf(column, document, isByLine ? lines[index] : undefined);
          const text = row[column.position - 1]!;
          if (expected === undefined) continue;
          compared += 1;
          const said = { invoiceNumber, column: column.title, text };
          expect({ ...said, isRight: isSame(text, expected) }).toEqual({ ...said, isRight: true });
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  },
);
