import { nameKey } from "../../base/name";
import { dayIn } from "../text/dateFormat";
import { commaSeparated, plainField } from "../text/delimitedText";
import { customerAccountField, taxField } from "../documents/accountFields";
import {
  amountText,
  description,
  invoiceText,
  numberText,
  settingText,
  termsField,
} from "../documents/documentFields";
import { lineAt, type ExportDocument, type ExportLine } from "../documents/exportDocument";
import { atMost, cutAt, needed, withFault, type Field, type Value } from "../documents/field";
import { quantityAndPrice, withPositivePrice } from "../documents/quantityAndPrice";
import { defineDocumentExport } from "../export";

const FIELDS = 289;

/** Line number: with context and invoice number it must name one row for ever. */
function lineNumber({ record }: ExportLine, { source, lines }: ExportDocument): Field {
  const text = record.line === undefined ? "" : String(record.line);
  const at = lineAt(source, record, "line");
  const field: Field = { text, kind: "plain", origin: "Invoice lines.Line", at, faults: [] };
  const isTaken = lines.some((other) => other.record !== record && other.record.line === record.line);
  return text !== "" && isTaken
    ? withFault(field, "NOT_REPRESENTABLE", `two lines of the document have number ${text}`)
    : needed(field);
}

function unitCode({ record }: ExportLine, { source }: ExportDocument): Value {
  const { unit } = record;
  return unit === undefined ? "" : (source.unitCodes.get(nameKey(unit)) ?? "");
}

/** Field by position, 1-based; all others are empty. */
function fieldsOf(line: ExportLine, document: ExportDocument): ReadonlyMap<number, Value> {
  const { source, isCredit, currency } = document;
  const day = dayIn("YYYY/MM/DD", document.date);
  const number = invoiceText(document, "invoiceNumber");
  const { quantity, price } = withPositivePrice(quantityAndPrice(line, document));
  const isHomeCurrency = currency === source.settings.currency;
  const setting = (name: Parameters<typeof settingText>[1]) => needed(settingText(source, name));
  return new Map<number, Value>([
    [1, setting("oracleBusinessUnitId")],
    [2, setting("oracleBatchSource")],
    [3, setting(isCredit ? "oracleCreditMemoType" : "oracleInvoiceType")],
    [4, isCredit ? "" : termsField(document)],
    [5, day],
    [6, day],
    [7, atMost(20, number)],
    [19, customerAccountField(document, "account")],
    [20, customerAccountField(document, "site")],
    [26, "LINE"],
    [27, cutAt(240, description(line, document))],
    [28, currency],
    [29, isHomeCurrency ? "User" : setting("oracleConversionType")],
    [30, isHomeCurrency ? "" : day],
    [31, isHomeCurrency ? "1" : ""],
    [32, amountText(line.amount, document)],
    [33, numberText(quantity)],
    [35, numberText(price)],
    [37, setting("oracleContext")],
    [38, atMost(30, number)],
    [39, lineNumber(line, document)],
    [54, taxField(line, document, "taxName")],
    [61, unitCode(line, document)],
    [107, atMost(50, invoiceText(document, "poNumber"))],
    [287, setting("oracleBusinessUnit")],
  ]);
}

export const oracleAutoInvoice = defineDocumentExport({
  id: "oracle-autoinvoice",
  title: "Oracle AutoInvoice",
  help: "A .zip with RaInterfaceLinesAll.csv for the file-based import of Oracle Receivables; AutoAccounting finds the accounts.",
  extension: "zip",
  encoding: "utf-8",
  rows: (document) =>
    document.lines.map((line) => {
      const fields = fieldsOf(line, document);
      return Array.from({ length: FIELDS }, (_, index) => fields.get(index + 1) ?? "");
    }),
  files: ({ written, runId }) => {
    const records = written.flatMap(({ rows }) => rows);
    const text = commaSeparated(records.map((fields) => fields.map((field) => plainField(field))));
    return [
      {
        path: `oracle-autoinvoice-${runId}-1.zip`,
        content: { kind: "zip", members: [{ name: "RaInterfaceLinesAll.csv", text }] },
        rows: records.length,
        documents: written.map(({ document }) => document),
      },
    ];
  },
});
