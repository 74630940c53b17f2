import { groupBy } from "../../base/groupBy";
import { makeIssue, type Issue } from "../../issues/issue";
import { sum } from "../../money/decimal";
import { itemField, receivableField, revenueField, taxField } from "../documents/accountFields";
import {
  amountText,
  customerName,
  customerText,
  dayField,
  description,
  invoiceText,
  lineText,
  numberText,
  termsField,
} from "../documents/documentFields";
import type { ExportDocument, ExportLine } from "../documents/exportDocument";
import { cutAt, needed, type Field, type Value } from "../documents/field";
import { quantityAndPrice } from "../documents/quantityAndPrice";
import { defineDocumentExport } from "../export";

const TRANSACTION =
  "!TRNS TRNSID TRNSTYPE DATE ACCNT NAME CLASS AMOUNT DOCNUM MEMO CLEAR TOPRINT NAMEISTAXABLE ADDR1 ADDR2 ADDR3 ADDR4 ADDR5 DUEDATE TERMS PONUM";
const SPLIT = "!SPL SPLID TRNSTYPE DATE ACCNT NAME CLASS AMOUNT DOCNUM MEMO CLEAR QNTY PRICE INVITEM TAXABLE";

/** Longer numbers are kept, but its screens show no more. */
const SHOWN = 11;

/** A double quote would open a field that the program never closes. */
const quoted = (value: Value): Value =>
  typeof value === "string" ? value : { ...value, text: value.text.replaceAll('"', "'") };

const typeOf = ({ isCredit }: ExportDocument) => (isCredit ? "CREDIT MEMO" : "INVOICE");
const dateOf = (document: ExportDocument) => dayField(document, "invoiceDate", "M/D/YYYY");
const yesNo = (holds: boolean) => (holds ? "Y" : "N");

function regionAndPostalCode(document: ExportDocument): Field {
  const region = customerText(document, "region");
  const postalCode = customerText(document, "postalCode");
  const parts = [region.text, postalCode.text].filter((text) => text !== "");
  return { ...(region.text === "" ? postalCode : region), text: parts.join(" ") };
}

const transaction = (document: ExportDocument): Value[] => [
  "TRNS",
  "",
  typeOf(document),
  dateOf(document),
  receivableField(document),
  needed(customerName(document)),
  "",
  amountText(document.total, document),
  invoiceText(document, "invoiceNumber"),
  invoiceText(document, "poNumber"),
  "N",
  "N",
  yesNo(!document.tax.isZero()),
  customerText(document, "addressLine1"),
  customerText(document, "addressLine2"),
  customerText(document, "city"),
  regionAndPostalCode(document),
  customerText(document, "country"),
  dayField(document, "dueDate", "M/D/YYYY"),
  termsField(document),
  invoiceText(document, "poNumber"),
];

function lineSplit(line: ExportLine, document: ExportDocument): Value[] {
  const { quantity, price } = quantityAndPrice(line, document);
  return [
    "SPL",
    "",
    typeOf(document),
    dateOf(document),
    revenueField(line, document, "account"),
    "",
    revenueField(line, document, "class"),
    amountText(line.amount.negated(), document),
    invoiceText(document, "invoiceNumber"),
    cutAt(4000, description(line, document)),
    "N",
    numberText(quantity.negated()),
    numberText(price),
    needed(itemField(line, document)),
    yesNo(!line.taxRate.isZero()),
  ];
}

/** One of every tax code that is charged. */
function taxSplits(document: ExportDocument): Value[][] {
  const { source, date } = document;
  return [...groupBy(document.lines, ({ taxCode }) => taxCode).values()].flatMap((lines) => {
    const [line] = lines;
    const tax = sum(lines.map((exported) => exported.tax));
    if (tax.isZero()) return [];
    const code = lineText(line, document, "taxCode");
    const name = source.taxCodeOf(line.taxCode, date)?.name;
    return [
      [
        "SPL",
        "",
        typeOf(document),
        dateOf(document),
        taxField(line, document, "account"),
        "",
        "",
        amountText(tax.negated(), document),
        invoiceText(document, "invoiceNumber"),
        { ...code, kind: "text", text: name ?? code.text },
        "N",
        "",
        "",
        taxField(line, document, "taxName"),
        "N",
      ],
    ];
  });
}

function longNumber(document: ExportDocument): Issue[] {
  const { text: value, at } = invoiceText(document, "invoiceNumber");
  const most = `${String(SHOWN)} characters`;
  const words = { column: "Invoice number", most, effect: "QuickBooks Desktop keeps no more of it" };
  return [...value].length > SHOWN ? [makeIssue("LONG_NUMBER", { at, value, words })] : [];
}

export const quickbooksDesktop = defineDocumentExport({
  id: "quickbooks-desktop",
  title: "QuickBooks Desktop",
  help: "Invoices and credit memos as transactions of an .iif file for QuickBooks Desktop.",
  extension: "iif",
  encoding: "windows-1252",
  currency: ({ settings }) => settings.currency,
  rows: (document) =>
    [
      transaction(document),
      ...document.lines.map((line) => lineSplit(line, document)),
      ...taxSplits(document),
      ["ENDTRNS"],
    ].map((values) => values.map(quoted)),
  remarks: longNumber,
  files: ({ written, runId }) => {
    const header = [TRANSACTION, SPLIT, "!ENDTRNS"].map((line) => line.split(" "));
    const rows = written.flatMap((document) => document.rows);
    const text = [...header, ...rows].map((fields) => `${fields.join("\t")}\r\n`).join("");
    return [
      {
        path: `quickbooks-desktop-${runId}-1.iif`,
        content: { kind: "text", text, encoding: "windows-1252" },
        rows: rows.length,
        documents: written.map(({ document }) => document),
      },
    ];
  },
});
