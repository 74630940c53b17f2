import { cellAddress } from "../../src/core/api";
import { bytesOf, caseTables, runExport, snapshotOf, withRows, type CaseTables } from "./caseBook";
import { fieldsOf, linesOf, readDatev, readIif } from "./readers";

/** The book with names that are not of western Europe, and a document of many rows. */
const odd: CaseTables = withRows(caseTables, "Invoices", (row) =>
  row["Invoice number"] === "INV-2026-0003" ? { ...row, "Customer name": 'Łódź "Čaj"\tŠkoda – Ωmega' } : row,
);
const west = withRows(odd, "Invoices", (row) =>
  row["Invoice number"] === "INV-2026-0003" ? { ...row, "Customer name": 'Łódź "Čaj"\tŠkoda – Smega' } : row,
);
const book = snapshotOf(west);
const totals = new Map(
  caseTables.Invoices!.map((row) => [row["Invoice number"], Math.round(Number(row.Total) * 100)]),
);
const files = (target: string, tables = book) => [...bytesOf(runExport(target, tables)).values()];

describe("datev", () => {
  const batches = files("datev").map(readDatev);

  it("has a batch a month, whose rows are days of it and add up to the totals of their documents", () => {
    expect(batches.map(({ from, to }) => [from, to])).toEqual([
      ["20261001", "20261031"],
      ["20261101", "20261130"],
    ]);
    const sums = new Map<string, number>();
    for (const { from, rows } of batches)
      for (const { document, cents, day } of rows) {
        expect(day.slice(2)).toBe(from.slice(4, 6));
        sums.set(document, (sums.get(document) ?? 0) + cents);
      }
    expect(sums.size).toBe(6);
    for (const [number, sum] of sums) expect([number, sum]).toEqual([number, totals.get(number)]);
  });

  it("takes the marks of letters that its encoding lacks, and leaves out what it has in no form", () => {
    const texts = batches.flatMap(({ rows }) => rows).map(({ text }) => text);
    expect(texts).toContain('Lódz "Caj" Škoda – Smega');
    const { leftOut } = runExport("datev", snapshotOf(odd));
    expect(
      leftOut.map(({ invoiceNumber, code, field, at }) => [invoiceNumber, code, field, cellAddress(at)]),
    ).toEqual([
      ["INV-2026-0003", "NOT_REPRESENTABLE", "Invoices.Customer name", "E4"],
      ["INV-2026-0004", "NOT_REPRESENTABLE", "Invoices.Currency", "K5"],
    ]);
  });

  it("needs its settings, and the tax ID of a customer who owes the tax", () => {
    const without = withRows(west, "Settings", (row) => (row.Key === "DATEV client" ? undefined : row));
    const { files: none, leftOut } = runExport("datev", snapshotOf(without));
    expect([none, new Set(leftOut.map(({ field }) => field))]).toEqual([
      [],
      new Set(["Settings.DATEV client", "Invoices.Currency"]),
    ]);
    const anonymous = withRows(west, "Customers", (row) => ({ ...row, "Tax ID": "" }));
    expect(runExport("datev", snapshotOf(anonymous)).leftOut[0]).toMatchObject({
      invoiceNumber: "INV-2026-0003",
      code: "FIELD_MISSING",
      field: "Customers.Tax ID",
      at: { sheet: "Customers" },
    });
  });
});

it("quickbooks-desktop: every transaction comes to 0, and lines to quantity times price", () => {
  const transactions = files("quickbooks-desktop").flatMap(readIif);
  expect(transactions.map(({ type }) => type).sort()).toEqual([
    "CREDIT MEMO",
    ...Array.from({ length: 5 }, () => "INVOICE"),
  ]);
  for (const { number, total, splits } of transactions) {
    expect([number, splits.reduce((sum, { cents }) => sum + cents, total)]).toEqual([number, 0]);
    expect(total).toBe(totals.get(number));
    for (const { cents, product } of splits) expect(product ?? cents).toBe(cents);
  }
});

it("oracle: 289 fields, keys that are used once, amounts that are quantity times price", () => {
  const [file] = files("oracle-autoinvoice");
  const rows = linesOf(file!.toString()).map((line) => fieldsOf(line, ",").map(({ text }) => text));
  const keys = rows.map((fields) => [37, 38, 39].map((position) => fields[position - 1]).join("|"));
  expect([new Set(keys).size, new Set(rows.map(({ length }) => length))]).toEqual([
    rows.length,
    new Set([289]),
  ]);
  const sums = new Map<string, number>();
  for (const fields of rows) {
    const at = (position: number) => fields[position - 1]!;
    expect(at(5)).toMatch(/^\d{4}\/\d{2}\/\d{2}$/);
    expect(Number(at(35))).toBeGreaterThanOrEqual(0);
    expect(Math.round(Number(at(33)) * Number(at(35)) * 100)).toBe(Math.round(Number(at(32)) * 100));
    sums.set(at(7), (sums.get(at(7)) ?? 0) + Math.round(Number(at(32)) * 100));
  }
  for (const row of caseTables.Invoices!.filter(({ Status }) => Status === "Issued"))
    expect(sums.get(String(row["Invoice number"]))).toBe(Math.round(Number(row.Subtotal) * 100));
});

it.each(["sap-journal", "journal"])("%s: debit is credit in every document", (target) => {
  const [file] = files(target);
  const [header, ...rows] = linesOf(file!.toString()).map((line) =>
    fieldsOf(line, ",").map(({ text }) => text),
  );
  const column = (name: string) => header!.findIndex((title) => title.includes(name));
  const [debit, credit] = [column("Debit"), column("Credit")];
  const number = Math.max(column("Assignment"), column("Entry ") < 0 ? header!.indexOf("Entry") : -1);
  const sums = new Map<string, number>();
  for (const fields of rows) {
    const [left, right] = [fields[debit]!, fields[credit]!];
    expect([left, right].filter((text) => text !== "")).toHaveLength(1);
    expect(Number(left || right)).toBeGreaterThan(0);
    const document = fields[number]!;
    sums.set(
      document,
      (sums.get(document) ?? 0) + Math.round(Number(left || 0) * 100) - Math.round(Number(right || 0) * 100),
    );
  }
  expect([sums.size, [...sums.values()].every((sum) => sum === 0)]).toEqual([7, true]);
});

it("journal: what a line bills of later months is deferred, to the cent", () => {
  const tables = withRows(
    { ...caseTables, Accounts: [...caseTables.Accounts!, { Kind: "Deferred", Account: "3900" }] },
    "Invoice lines",
    (row) =>
      row["Invoice number"] === "INV-2026-0006"
        ? { ...row, "Period start": "2026-11-01", "Period end": "2027-01-31" }
        : row,
  );
  const [file] = files("journal", snapshotOf(tables));
  const rows = linesOf(file!.toString()).filter((line) => line.startsWith("INV-2026-0006"));
  // 99.00 for 30, 31 and 31 days: 32.28 of November, 66.72 of later months.
  expect(rows.map((row) => row.split(",").slice(4, 7).join(" "))).toEqual([
    "1200 117.81 ",
    "8100  32.28",
    "3900  66.72",
    "3806  18.81",
  ]);
});
