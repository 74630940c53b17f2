import { findTieOut, openLedger, parseIsoDay, tieOutBook, tieOuts } from "../../src/core/api";
import { readCsv } from "../../src/workbook/formats/csv/readCsv";
import { caseTables, snapshotOf } from "./caseBook";

const opened = openLedger(snapshotOf(caseTables), parseIsoDay("2026-11-30"))!;

function tie(id: string, text: string) {
  const read = readCsv(new TextEncoder().encode(text), "list.csv");
  const tied = tieOutBook(opened, findTieOut(id)!, read.ok ? read.grid : (undefined as never));
  if (!tied.ok) throw new Error(tied.reason);
  return tied;
}

const shown = ({ tie: { findings } }: ReturnType<typeof tie>) =>
  findings.map(({ code, invoiceNumber, currency, difference }) =>
    [code, invoiceNumber, currency, difference.toFixed(2)].join(" "),
  );

const EQUAL = [
  "Invoice number,Customer ID,Invoice date,Open,Currency",
  // The credit note went against it.
  "INV-2026-0001,C-001,2026-10-31,692.41,EUR",
  "INV-2026-0002,C-002,2026-10-31,488.18,EUR",
  "INV-2026-0003,10003,2026-10-31,189.80,EUR",
  "INV-2026-0004,C-004,2026-11-02,39.72,USD",
  "INV-2026-0005,C-001,2026-10-31,0.39,EUR",
  "INV-2026-0006,C-002,2026-11-04,117.81,EUR",
].join("\n");

it("says nothing where both sides have the same open, whoever calls the customer how", () => {
  const { tie: result, issues } = tie("csv", EQUAL);
  expect([result.matched, result.findings, issues]).toEqual([6, [], []]);
  expect(result.totals.map(({ difference }) => difference.toNumber())).toEqual([0, 0]);
});

it("finds what is missing, and what differs, so that per currency the differences add up", () => {
  const list = EQUAL.replace("692.41", "700.00")
    .replace("INV-2026-0002,C-002", "INV-2026-0002,C-001")
    .replace("189.80,EUR", "189.80,USD")
    .replace("INV-2026-0005,C-001,2026-10-31,0.39,EUR", "INV-7777,C-001,2026-09-30,12.00,EUR")
    .replace("INV-2026-0006", "4711");
  const result = tie("csv", list);
  expect(shown(result)).toEqual([
    "AMOUNT_DIFFERS INV-2026-0001 EUR -7.59",
    "CUSTOMER_DIFFERS INV-2026-0002 EUR 0.00",
    "CURRENCY_DIFFERS INV-2026-0003 EUR 189.80",
    "CURRENCY_DIFFERS INV-2026-0003 USD -189.80",
    "MISSING_THERE INV-2026-0005 EUR 0.39",
    "MISSING_HERE INV-7777 EUR -12.00",
  ]);
  const { findings, totals, matched } = result.tie;
  for (const { currency, ours, theirs, difference } of totals) {
    const found = findings
      .filter((finding) => finding.currency === currency)
      .reduce((all, finding) => all + finding.difference.toNumber(), 0);
    expect(found).toBeCloseTo(difference.toNumber(), 9);
    expect(ours.minus(theirs).equals(difference)).toBe(true);
  }
  // 4711 is the invoice of that customer, amount and day.
  expect(matched).toBe(2);
});

it("reads a report with titles of groups and totals", () => {
  const report = [
    "A/R Aging Detail,,,,,",
    ",Date,Transaction type,Num,Customer,Open balance",
    "Current,,,,,",
    ',10/31/2026,Invoice,INV-2026-0001,"Müller, ""Söhne"" & Co KG",692.41',
    ",10/31/2026,Invoice,INV-2026-0003,Duinzicht Logistiek BV,189.80",
    "Total for Current,,,,,882.21",
  ].join("\n");
  const result = tie("quickbooks-aging", report);
  const errors = result.issues.filter(({ severity }) => severity === "error");
  expect([result.tie.matched, errors]).toEqual([2, []]);
});

it.each([
  [
    "xero-aging",
    [
      "Aged Receivables Detail,,,",
      "Invoice Date,Due Date,Invoice Number,Total",
      "Müller,,,",
      "31 Oct 2026,30 Nov 2026,INV-2026-0001,692.41",
      "Total Müller,,,692.41",
    ],
  ],
  [
    "sap-fbl5n",
    [
      "Customer;Reference;Document Date;Amount in doc. curr.;Document currency",
      "10001;INV-2026-0001;31.10.2026;692,41;EUR",
    ],
  ],
  [
    "oracle-aging",
    [
      "Customer Number,Transaction Number,Transaction Date,Currency,Balance Due",
      "10001,INV-2026-0001,2026-10-31,EUR,692.41",
    ],
  ],
])("reads the list of %s, with the customer's number there", (id, lines) => {
  const { tie: result, issues } = tie(id, lines.join("\n"));
  expect([result.matched, issues.filter(({ severity }) => severity === "error")]).toEqual([1, []]);
  expect(result.findings.filter(({ code }) => code !== "MISSING_THERE")).toEqual([]);
});

it("every list has an id of its own, in small letters", () => {
  const ids = tieOuts.map(({ id }) => id);
  expect([new Set(ids).size, ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))]).toEqual([ids.length, []]);
});
