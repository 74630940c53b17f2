import { customersTable } from "../../catalog/customers.table";
import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import type { Decimal } from "../../money/decimal";
import { settingDefinitions } from "../../settings/definitions";
import { dayIn } from "../text/dateFormat";
import { customerAt, invoiceAt, lineAt, type ExportDocument, type ExportLine } from "./exportDocument";
import type { SettingName } from "../../settings/definitions";
import type { ExportSource } from "./exportSource";
import type { Field } from "./field";
import { quantityAndPrice } from "./quantityAndPrice";

type TextFieldOf<R> = { [K in keyof R]: R[K] extends string | undefined ? K : never }[keyof R];
type InvoiceText = Extract<TextFieldOf<ExportDocument["record"]>, keyof (typeof invoicesTable)["columns"]>;
type LineText = Extract<TextFieldOf<ExportLine["record"]>, keyof (typeof invoiceLinesTable)["columns"]>;
type CustomerText = Exclude<keyof (typeof customersTable)["columns"], "taxRate" | "discount" | "reminders">;
type DayField = "invoiceDate" | "dueDate";

/** Words that are no name: a change of them by the guard is nothing to report. */
const WORDS: ReadonlySet<string> = new Set(["description", "unit"]);

const zeroFaults: Field["faults"] = [];

/** A text of the document: its number, the customer's name. */
export function invoiceText({ record, source }: ExportDocument, field: InvoiceText): Field {
  const origin = `${invoicesTable.title}.${invoicesTable.columns[field].title}`;
  const at = invoiceAt(source, record, field);
  return { text: record[field] ?? "", kind: "name", origin, at, faults: zeroFaults };
}

/** A text of Customers about the document's customer. */
export function customerText({ record, source }: ExportDocument, field: CustomerText): Field {
  const text = source.customerOf(record.customerId)?.[field] ?? "";
  const origin = `${customersTable.title}.${customersTable.columns[field].title}`;
  return { text, kind: "text", origin, at: customerAt(source, record, field), faults: zeroFaults };
}

/** The customer's name as the document has it, else as Customers has it. */
export function customerName(document: ExportDocument): Field {
  const name = invoiceText(document, "customerName");
  if (name.text !== "") return name;
  const known = customerText(document, "customerName");
  return known.text === "" ? name : { ...known, kind: "name" };
}

/** A text of a line. */
export function lineText(line: ExportLine, { source }: ExportDocument, field: LineText): Field {
  const origin = `${invoiceLinesTable.title}.${invoiceLinesTable.columns[field].title}`;
  const kind = WORDS.has(field) ? "text" : "name";
  return {
    text: line.record[field] ?? "",
    kind,
    origin,
    at: lineAt(source, line.record, field),
    faults: zeroFaults,
  };
}

/** What a line says, its product where it has no description; with `withQuantity` also what quantity and price cannot. */
export function description(line: ExportLine, document: ExportDocument, withQuantity = true): Field {
  const said = lineText(line, document, "description");
  const field =
    said.text.trim() === "" ? { ...lineText(line, document, "product"), kind: "text" as const } : said;
  return withQuantity ? { ...field, suffix: quantityAndPrice(line, document).suffix } : field;
}

/** A day of the document in a format of D, M and Y; empty where it has none. */
export function dayField({ record, source }: ExportDocument, field: DayField, format: string): Field {
  const day = record[field];
  const origin = `${invoicesTable.title}.${invoicesTable.columns[field].title}`;
  const text = day === undefined ? "" : dayIn(format, day);
  return { text, kind: "plain", origin, at: invoiceAt(source, record, field), faults: zeroFaults };
}

/** The payment terms, as they were typed. */
export function termsField({ record, source }: ExportDocument): Field {
  const text = source.termsOf(record);
  return {
    text,
    kind: "text",
    origin: "Payment terms",
    at: invoiceAt(source, record, "dueDate"),
    faults: zeroFaults,
  };
}

/** A setting that the file must say: one that lacks leaves every document out. */
export function settingText(source: ExportSource, name: SettingName): Field {
  const { title } = settingDefinitions[name];
  const value = source.settings[name];
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return { text, kind: "name", origin: `Settings.${title}`, at: source.settingAt(name), faults: zeroFaults };
}

/** An amount with the decimals of its currency: 490.00. */
export const amountText = (amount: Decimal, { digits }: Pick<ExportDocument, "digits">): string => {
  const text = amount.toFixed(digits);
  return amount.isZero() ? text.replace("-", "") : text;
};

/** Any other number in its shortest form: 0.012, 10000. */
export const numberText = (value: Decimal): string => (value.isZero() ? "0" : value.toFixed());
