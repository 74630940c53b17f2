import { cellAddress } from "../../src/core/api";
import { templateRefusal, findExport } from "../../src/core/api";
import { sheet, workbook } from "../properties/support/sheets";
import {
  bytesOf,
  caseTables,
  runExport,
  snapshotOf,
  withRows,
  type CaseRow,
  type CaseTables,
} from "./caseBook";

const book = snapshotOf(caseTables);
const faults = (target: string, tables: CaseTables) =>
  runExport(target, snapshotOf(tables)).leftOut.map(({ invoiceNumber, code, field, at }) =>
    [invoiceNumber, code, field, `${at.sheet}!${cellAddress(at)}`].join(" "),
  );
const withAccounts = (change: (row: CaseRow) => CaseRow | undefined) =>
  withRows(caseTables, "Accounts", change);

describe("a document is left out, with the cell that mends it", () => {
  it("where Accounts has no row, or its cell is empty", () => {
    expect(
      faults(
        "netsuite",
        withAccounts((row) => (row["Customer ID"] === "C-003" ? undefined : row)),
      ),
    ).toEqual(["INV-2026-0003 NO_MAPPING Accounts.Account Invoices!D4"]);
    const unnamed = withAccounts((row) =>
      row["Tax code"] === "RC" && !row.Target ? { ...row, "Tax name": "" } : row,
    );
    expect(faults("xero", unnamed)[0]).toMatch(/^INV-2026-0003 NO_MAPPING Accounts\.Tax name Accounts!/);
  });

  it("where two rows of Accounts map the same", () => {
    const twice = {
      ...caseTables,
      Accounts: [...caseTables.Accounts!, { Kind: "Customer", "Customer ID": "C-003", Account: "99" }],
    };
    expect(faults("netsuite", twice)).toEqual([
      expect.stringMatching(/^INV-2026-0003 AMBIGUOUS_MAPPING Accounts\.Account Accounts!/),
    ]);
    expect(
      runExport("netsuite", snapshotOf(twice)).issues.map(({ code, severity }) => `${code} ${severity}`),
    ).toContain("AMBIGUOUS_MAPPING error");
  });

  it("once where several cells of the two rows are needed", () => {
    const revenue = caseTables.Accounts!.find(({ Kind }) => Kind === "Revenue")!;
    const twice = { ...caseTables, Accounts: [...caseTables.Accounts!, revenue] };
    const found = faults("sage-50", twice).map((fault) => fault.split(" ")[0]);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found).size).toBe(found.length);
  });

  it("where its figures do not add up, and of a credit note only beyond a minor unit of rounding", () => {
    const set = (number: string, more: CaseRow) =>
      withRows(caseTables, "Invoices", (row) =>
        row["Invoice number"] === number ? { ...row, ...more } : row,
      );
    expect(faults("xero", set("INV-2026-0001", { Subtotal: 632.07, Total: 752.16 }))).toEqual([
      "INV-2026-0001 DOES_NOT_ADD_UP Invoices.Subtotal Invoices!L2",
    ]);
    expect(faults("xero", set("INV-2026-0001", { Tax: 120.1, Total: 752.16 }))).toEqual([
      "INV-2026-0001 DOES_NOT_ADD_UP Invoices.Tax Invoices!M2",
    ]);
    expect(faults("xero", set("CN-2026-0001", { Tax: -9.55, Total: -59.75 }))).toEqual([]);
    expect(faults("xero", set("CN-2026-0001", { Tax: -9.56, Total: -59.76 }))).toHaveLength(1);
  });

  it("where an identifier is too long, and a date or a currency lacks", () => {
    const long = withRows(caseTables, "Customers", (row) => row);
    const accounts = {
      ...long,
      Accounts: caseTables.Accounts!.map((row) =>
        row.Account === "10003" ? { ...row, Account: "123456789" } : row,
      ),
    };
    expect(faults("sage-50", accounts).filter((text) => text.includes("TOO_LONG"))).toHaveLength(1);
    const bare = withRows(caseTables, "Invoices", (row) =>
      row["Invoice number"] === "INV-2026-0003" ? { ...row, "Due date": "", Currency: "" } : row,
    );
    expect(faults("quickbooks-online", bare)).toEqual([
      "INV-2026-0003 FIELD_MISSING Invoices.Currency Invoices!K4",
    ]);
  });
});

it("guards names with a remark, and leaves texts as they are on request", () => {
  const guarded = runExport("xero", book);
  expect(new Set(guarded.issues.filter(({ code }) => code === "GUARDED").map(({ value }) => value))).toEqual(
    new Set(["@Home Services GmbH", "+31 20 555"]),
  );
  // A cell that is on every row of its document is one cell.
  expect(guarded.issues.map(({ cells, value }) => [value, cells])).toContainEqual(["@Home Services GmbH", 2]);
  const raw = runExport("xero", book, { isRaw: true, hasBom: true });
  const [text] = [...bytesOf(raw).values()].map(String);
  expect([
    text!.startsWith("\ufeff*ContactName"),
    text!.includes('"=HYPERLINK'),
    text!.includes("'="),
  ]).toEqual([true, true, false]);
  expect(raw.issues.some(({ code }) => code === "GUARDED")).toBe(false);
});

it("never splits a document, and gives no file more of them than it may have", () => {
  const many: CaseTables = {
    ...caseTables,
    Invoices: Array.from({ length: 120 }, (_, index) => ({
      ...caseTables.Invoices![4]!,
      "Invoice number": `INV-${String(index)}`,
    })),
    "Invoice lines": Array.from({ length: 120 }, (_, index) =>
      caseTables["Invoice lines"]!.filter((row) => row["Invoice number"] === "INV-2026-0005").map((row) => ({
        ...row,
        "Invoice number": `INV-${String(index)}`,
      })),
    ).flat(),
  };
  const { files } = runExport("quickbooks-online", snapshotOf(many));
  expect(files.map(({ path, documents, rows }) => [path, documents.length, rows])).toEqual([
    ["quickbooks-online-RUN-1-1.csv", 100, 300],
    ["quickbooks-online-RUN-1-2.csv", 20, 60],
  ]);
});

it("fills the template of a SAP release under its labels, and refuses one that needs what nobody has", () => {
  const labels = [
    "*COMPANY CODE",
    "*Journal Entry Type (4)",
    "Customer",
    "Transaction currency debit",
    "Profit Center",
    "*Posting Date",
  ];
  const template = workbook([
    sheet("Read me", [["Fill the next sheet"]]),
    sheet("Journal", [["v 3"], labels, ["text", "text"]]),
  ]);
  const [file] = runExport("sap-journal", book, { template }).files;
  const content = file!.content;
  const [appended] = content.kind === "template" ? content.plan.appended : [];
  expect([file!.path, appended!.sheet, appended!.firstRow, appended!.rows.length]).toEqual([
    "sap-journal-RUN-1-1.xlsx",
    "Journal",
    3,
    24,
  ]);
  expect(appended!.rows.slice(0, 1)[0]!.map((cell) => cell?.value.toString())).toEqual([
    "1000",
    "DR",
    "10001",
    "752.15",
    undefined,
    "20261031",
  ]);
  const target = findExport("sap-journal")!;
  expect(templateRefusal(target, template)).toBeUndefined();
  expect(templateRefusal(target, workbook([sheet("Journal", [[...labels, "*Ledger Group"]])]))).toContain(
    "*Ledger Group",
  );
});

it("fills the columns that a company's template of Sage Intacct has, and no others", () => {
  const labels = ["INVOICE_NO", "CUSTOMER_ID", "CREATED_DATE", "LINE_NO", "ACCT_NO", "AMOUNT", "OURS"];
  const [file] = runExport("sage-intacct", book, { template: workbook([sheet("Upload", [labels])]) }).files;
  const appended = file!.content.kind === "template" ? file!.content.plan.appended : [];
  const rows = appended.flatMap(({ rows: filled }) =>
    filled.slice(0, filled.length).map((cells) => cells.map((cell) => cell?.value.toString())),
  );
  expect([file!.path, rows.length, rows[0], rows.find(([number]) => number?.startsWith("CN"))]).toEqual([
    "sage-intacct-RUN-1-1.xlsx",
    15,
    ["INV-2026-0001", "10001", "10/31/2026", "1", "8100", "490", undefined],
    ["CN-2026-0001", "10001", "11/03/2026", "1", "8200", "-1.2", undefined],
  ]);
});
