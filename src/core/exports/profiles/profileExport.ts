import type { Snapshot } from "../../grid/grid";
import { Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import { valueText } from "../../schema/valueText";
import { customerAccountField, itemField, revenueField, taxField } from "../documents/accountFields";
import {
  customerAt,
  invoiceAt,
  lineAt,
  type ExportDocument,
  type ExportLine,
} from "../documents/exportDocument";
import { amountText, numberText, settingText } from "../documents/documentFields";
import { atMost, cutAt, withFault, type Field, type Value } from "../documents/field";
import { defineDocumentExport, type DocumentExport } from "../export";
import { dayIn } from "../text/dateFormat";
import { plainField, quoted } from "../text/delimitedText";
import { sourceNamed, type SourceOf } from "./profileSource";
import { readProfile, type ExportProfile, type ProfileColumn } from "./readProfile";

type TableSource = Exclude<SourceOf, { readonly kind: "setting" }>;

/** Decimals of a format such as 0.00; undefined where it says none. */
const decimalsOf = (format: string | undefined): number | undefined => {
  const match = /^[#0]+(?:[.,](0+))?$/.exec(format ?? "");
  return match ? (match[1]?.length ?? 0) : undefined;
};

/** A value of a record as the file has it: dates and numbers by the column's format, else as everywhere. */
function textOf(
  value: unknown,
  { column }: TableSource,
  { format }: ProfileColumn,
  profile: ExportProfile,
  document: ExportDocument,
): string {
  if (value instanceof Decimal) {
    const decimals = decimalsOf(format);
    const plain =
      decimals !== undefined
        ? round(value, decimals, "half_up").toFixed(decimals)
        : column.kind === "money"
          ? amountText(value, document)
          : numberText(value);
    return plain.replace(".", profile.decimal);
  }
  if (typeof value === "number" && column.kind === "day" && format) return dayIn(format, value);
  return valueText(column, value);
}

function recordField(
  source: TableSource,
  column: ProfileColumn,
  line: ExportLine,
  document: ExportDocument,
  profile: ExportProfile,
): Field {
  const { record } = document;
  const of = {
    invoice: { record, at: () => invoiceAt(document.source, record, source.field as "total") },
    line: {
      record: line.record.record,
      at: () => lineAt(document.source, line.record, source.field as "amount"),
    },
    customer: {
      record: document.source.customerOf(record.customerId) ?? {},
      at: () => customerAt(document.source, record, source.field as "email"),
    },
    account: { record: {}, at: () => column.at },
  }[source.kind];
  const value = (of.record as Readonly<Record<string, unknown>>)[source.field];
  const isText = source.column.kind === "text" || source.column.kind === "id";
  return {
    text: textOf(value, source, column, profile, document),
    kind: !isText ? "plain" : source.column.kind === "id" ? "name" : "text",
    origin: column.source ?? "",
    at: of.at(),
    faults: [],
  };
}

/** How something is called there: of a line's revenue, its tax or the customer. */
function accountValue(
  field: string,
  line: ExportLine,
  document: ExportDocument,
  per: ExportProfile["per"],
): Field | undefined {
  if (field === "taxName") return taxField(line, document, "taxName");
  if (field === "site") return customerAccountField(document, "site");
  if (field === "item") return itemField(line, document);
  if (field === "class") return revenueField(line, document, "class");
  if (field !== "account") return undefined;
  return per === "line" ? revenueField(line, document, "account") : customerAccountField(document, "account");
}

function limited(field: Field, { length }: ProfileColumn): Field {
  if (length === undefined) return field;
  return field.kind === "text" ? cutAt(length, field) : atMost(length, field);
}

function columnValue(
  column: ProfileColumn,
  line: ExportLine,
  document: ExportDocument,
  profile: ExportProfile,
): Value {
  if (column.source === undefined) return column.constant ?? "";
  const source = sourceNamed(column.source);
  const known = (() => {
    if (!source) return undefined;
    if (source.kind === "setting") return settingText(document.source, source.field);
    if (source.kind === "account") return accountValue(source.field, line, document, profile.per);
    if (source.kind === "line" && profile.per === "document") return undefined;
    return recordField(source, column, line, document, profile);
  })();
  if (known) return limited(known, column);
  const blank: Field = {
    text: "",
    kind: "plain",
    origin: `Export profiles.${column.title}`,
    at: column.at,
    faults: [],
  };
  return withFault(
    blank,
    "FIELD_MISSING",
    `“${column.source}” is no column that a file per ${profile.per} can have`,
  );
}

function exportOf(profile: ExportProfile): DocumentExport {
  const { columns, separator, quotesAll, hasHeader, per, name, encoding } = profile;
  const field = (text: string) => (quotesAll ? quoted(text) : plainField(text, separator));
  return defineDocumentExport({
    id: name,
    title: name,
    help: "A profile of this workbook.",
    extension: "csv",
    encoding,
    rows: (document) =>
      (per === "line" ? document.lines : document.lines.slice(0, 1)).map((line) =>
        columns.map((column) => columnValue(column, line, document, profile)),
      ),
    files: ({ written, runId }) => {
      const rows = written.flatMap((document) => document.rows);
      const records = [...(hasHeader ? [columns.map(({ title }) => title)] : []), ...rows];
      return [
        {
          path: `${name.replace(/[/\\:*?"<>|]/g, "_")}-${runId}-1.csv`,
          content: {
            kind: "text",
            text: records.map((fields) => `${fields.map(field).join(separator)}\r\n`).join(""),
            encoding,
          },
          rows: rows.length,
          documents: written.map(({ document }) => document),
        },
      ];
    },
  });
}

/** The export of a profile of the workbook; a sentence where its options are not understood, undefined where it has none. */
export function profileExport(snapshot: Snapshot, name: string): DocumentExport | string | undefined {
  const read = readProfile(snapshot, name);
  if (!read) return undefined;
  return read.ok ? exportOf(read.profile) : read.reason;
}
