import { makeEInvoices } from "../../src/core/eInvoice/eInvoices";
import { findProfile } from "../../src/core/eInvoice/profiles/registry";
import type { SyntaxId } from "../../src/core/eInvoice/syntax/syntaxes";
import { fileNames } from "../../src/core/documents/fileName";
import { caseFile, casesBook, setting, withSettings } from "./casesBook";

function eInvoices(profileId: string, changes = {}, syntax?: SyntaxId) {
  const profile = findProfile(profileId)!;
  return makeEInvoices(casesBook(changes), {
    profile,
    syntax: syntax ?? profile.syntaxes[0],
    isInPdf: false,
    holds: () => true,
  });
}

/** The lines of a document without blanks between its elements. */
const linesOf = (xml: string) => xml.trim().split(/\n(?=<)/);

it.each([
  ["en16931", "INV-2026-0001"],
  ["en16931", "INV-2026-0003"],
  ["en16931", "CN-2026-0001"],
  ["peppol-bis-3", "INV-2026-0003"],
  ["xrechnung-3.0", "INV-2026-0002"],
])("%s of %s is the document of the cases", (profile, number) => {
  const made = eInvoices(profile).files.find(({ name }) => name === `${number}.xml`);
  expect(linesOf(made?.xml ?? "")).toEqual(linesOf(caseFile(`${profile}-${number}.xml`)));
});

it("writes every issued document of the book and leaves none out", () => {
  const { files, leftOut, issues } = eInvoices("en16931");
  expect(leftOut).toEqual([]);
  expect(files.map(({ name }) => name)).toEqual([
    "INV-2026-0001.xml",
    "INV-2026-0002.xml",
    "INV-2026-0003.xml",
    "INV-2026-0005.xml",
    "INV-2026-0004.xml",
    "CN-2026-0001.xml",
    "INV-2026-0006.xml",
  ]);
  expect(issues).toEqual([]);
});

const customer = (row: Readonly<Record<string, string | number>>) => row["Customer ID"] === "C-001";

it.each([
  ["en16931", "Settings", withSettings({ "Company IBAN": "" }), "BR-61", "Settings.Company IBAN"],
  [
    "xrechnung-3.0",
    "Customers",
    setting(customer, { "Buyer reference": "" }),
    "BR-DE-15",
    "Customers.Buyer reference",
  ],
  [
    "peppol-bis-3",
    "Customers",
    setting(customer, { "Electronic address": "" }),
    "PEPPOL-EN16931-R010",
    "Customers.Electronic address",
  ],
  ["en16931", "Customers", setting(customer, { Country: "" }), "BR-11", "Customers.Country"],
  [
    "en16931",
    "Tax codes",
    setting((row) => row["Tax code"] === "VAT19", { Category: "" }),
    "BR-CO-04",
    "Tax codes.Category",
  ],
  [
    "en16931",
    "Invoices",
    setting((row) => row["Invoice number"] === "INV-2026-0001", { Total: 752.16 }),
    "BR-CO-15",
    "Invoices.Total",
  ],
] as const)("%s leaves a document out whose %s break a rule", (profile, table, change, code, field) => {
  const { leftOut, files } = eInvoices(profile, { [table]: change });
  const found = leftOut.filter((entry) => entry.invoiceNumber === "INV-2026-0001" && entry.code === code);
  expect(found.map((entry) => [entry.field, entry.at.sheet])).toEqual([[field, table]]);
  expect(files.some(({ name }) => name === "INV-2026-0001.xml")).toBe(false);
});

it("takes what has no code for pieces and says so, without an address the email", () => {
  const { files, issues } = eInvoices("en16931", {
    Units: () => [],
    Customers: setting(customer, { "Electronic address": "", "Electronic address scheme": "" }),
  });
  expect(issues.map(({ code, value, at }) => [code, value, at.sheet])).toContainEqual([
    "UNIT_CODE",
    "call",
    "Invoice lines",
  ]);
  expect(files[0]!.xml).toContain('<cbc:EndpointID schemeID="EM">rechnung@mueller.example</cbc:EndpointID>');
});

it("replaces signs that file systems keep, and keeps names apart", () => {
  const nameFor = fileNames("xml");
  expect(["A/1", "a:1", "B."].map(nameFor)).toEqual(["A_1.xml", "a_1 (2).xml", "B_.xml"]);
});

it("names the place of delivery within the Union, as XRechnung asks for it", () => {
  const { files, leftOut } = eInvoices("xrechnung-3.0", {
    "Tax codes": setting((row) => row["Tax code"] === "RC", { Category: "K" }),
  });
  expect(leftOut.map(({ invoiceNumber, code }) => [invoiceNumber, code])).toEqual([
    ["INV-2026-0004", "BR-DE-14"],
  ]);
  const made = files.find(({ name }) => name === "INV-2026-0003.xml");
  expect(made?.xml).toMatch(/<cac:Delivery>[^]*<cbc:PostalZone>3011 GZ<[^]*<\/cac:Delivery>/);
});

it("writes CII with the same figures, dates without dashes and its own elements where nothing is delivered", () => {
  const made = eInvoices("en16931", {}, "cii").files.find(({ name }) => name === "CN-2026-0001.xml");
  for (const said of [
    "<ram:TypeCode>381</ram:TypeCode>",
    '<udt:DateTimeString format="102">20261103</udt:DateTimeString>',
    "<ram:ApplicableHeaderTradeDelivery/>",
    '<ram:TaxTotalAmount currencyID="EUR">9.54</ram:TaxTotalAmount>',
    "<ram:DuePayableAmount>59.74</ram:DuePayableAmount>",
  ])
    expect(made?.xml).toContain(said);
});
