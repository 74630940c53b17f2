import { formatDay } from "../calendar/day";
import { chosenDocuments } from "../documents/documentFilter";
import { fileNames } from "../documents/fileName";
import type { LeftOut } from "../documents/leftOut";
import type { RegisteredInvoice } from "../documents/register";
import { cellAddress, type Snapshot } from "../grid/grid";
import { readInputs } from "../run/prepareBook";
import { cellOf } from "../schema/readRecords";
import { makeIssue, unheard, type Issue } from "../issues/issue";
import { settingCells } from "../settings/settingCells";
import type { PaymentFault } from "./paymentCode";
import { printedDocument, type PrintedDocument } from "./printedDocument";
import { fillTemplate, tagsOf, templatesOf, unknownTags } from "./template";
import type { CatalogTables } from "../catalog/readTables";
import type { Customer } from "../catalog/records";

export interface PrintedFile {
  readonly name: string;
  readonly document: RegisteredInvoice;
  readonly printed: PrintedDocument;
  /** Where the document is sent to; empty where Customers has no address. */
  readonly email: string;
}

export interface PrintedFiles {
  readonly files: readonly PrintedFile[];
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
}

export interface PrintOptions {
  readonly holds: (document: RegisteredInvoice) => boolean;
  readonly withDrafts: boolean;
  /** In place of the language of each customer. */
  readonly language?: string | undefined;
}

/** The name by Settings; the file's ending is added where it has none. */
function nameBy(pattern: string, document: RegisteredInvoice, customerName: string): string {
  const { invoiceNumber, customerId = "", invoiceDate } = document;
  const values: Readonly<Record<string, string>> = {
    number: invoiceNumber,
    customer: customerName,
    id: customerId,
    date: invoiceDate === undefined ? "" : formatDay(invoiceDate),
  };
  return pattern
    .replace(/\{(number|customer|id|date)\}/g, (_, key: string) => values[key] ?? "")
    .replace(/\.pdf$/i, "");
}

/** What a document cannot be printed without. */
function faultsOf(
  document: RegisteredInvoice,
  at: (field: "total" | "invoiceDate" | "currency") => LeftOut["at"],
): LeftOut[] {
  const fields = { total: "Total", invoiceDate: "Invoice date", currency: "Currency" } as const;
  return (["total", "invoiceDate", "currency"] as const)
    .filter((field) => document[field] === undefined)
    .map((field) => ({
      invoiceNumber: document.invoiceNumber,
      code: "FIELD_MISSING",
      field: `Invoices.${fields[field]}`,
      at: at(field),
      message: `Invoices.${fields[field]} is empty; a document is not printed without it`,
    }));
}

/** A document with the rows of its customer's template, or of the default one; a template that is not there is told. */
function withTemplate(
  printed: PrintedDocument,
  customer: Customer | undefined,
  templateOf: ReturnType<typeof templatesOf>,
  { customers: { bound, good } }: Pick<CatalogTables, "customers">,
): { readonly printed: PrintedDocument; readonly issues: readonly Issue[] } {
  const name = customer?.template ?? "";
  const template = templateOf(name);
  if (template) {
    const tags = tagsOf(printed);
    const rows = fillTemplate(template, tags);
    return { printed: { ...printed, rows }, issues: unknownTags(template, tags) };
  }
  const row = good.find(({ customerId }) => customerId === customer?.customerId)?.row;
  if (name === "" || !bound || row === undefined) return { printed, issues: [] };
  const at = cellOf(bound, row, "template");
  return { printed, issues: [makeIssue("NO_TEMPLATE", { at, value: name })] };
}

/** The documents of a workbook as they are printed, each with the name of its file. */
export function printDocuments(
  snapshot: Snapshot,
  { holds, withDrafts, language }: PrintOptions,
): PrintedFiles {
  const { settings, catalog, tables, register } = readInputs(snapshot, unheard);
  const nameFor = fileNames("pdf");
  const files: PrintedFile[] = [];
  const leftOut: LeftOut[] = [];
  const templateOf = templatesOf(snapshot);
  const templateIssues = new Map<string, Issue>();
  const faultsOfPayment = new Map<PaymentFault["key"], readonly [RegisteredInvoice, PaymentFault]>();
  for (const document of chosenDocuments(register.invoices, holds, withDrafts)) {
    const bound = register.invoicesBound;
    const faults = faultsOf(document, (field) => (bound ? cellOf(bound, document.row, field) : document.at));
    leftOut.push(...faults);
    if (faults.length > 0) continue;
    const customer = catalog.customers.get(document.customerId ?? "");
    const customerName = document.customerName ?? customer?.customerName ?? "";
    const plain = printedDocument(document, { settings, catalog, tables }, language);
    const { printed, issues: ofTemplate } = withTemplate(plain, customer, templateOf, tables);
    for (const issue of ofTemplate)
      templateIssues.set(`${issue.value} ${issue.at.sheet} ${cellAddress(issue.at)}`, issue);
    const { paymentFault } = printed;
    if (paymentFault)
      faultsOfPayment.set(
        paymentFault.key,
        faultsOfPayment.get(paymentFault.key) ?? [document, paymentFault],
      );
    files.push({
      name: nameFor(nameBy(settings.documentName, document, customerName)),
      document,
      printed,
      email: customer?.email ?? "",
    });
  }
  const settingAt = settingCells(snapshot, settings);
  const ofPayment = [...faultsOfPayment.values()].map(([document, { key, reason }]) =>
    key === "invoiceNumber"
      ? makeIssue("NO_PAYMENT_CODE", { at: document.at, value: document.invoiceNumber, words: { reason } })
      : makeIssue("NO_PAYMENT_CODE", { at: settingAt(key), value: settings[key], words: { reason } }),
  );
  return { files, leftOut, issues: [...templateIssues.values(), ...ofPayment] };
}

/** Documents of a workbook as they are printed, one by one; in the language of their customer where none is given. */
export function printer(
  snapshot: Snapshot,
  language?: string,
): (document: RegisteredInvoice) => PrintedDocument {
  const { settings, catalog, tables } = readInputs(snapshot, unheard);
  const templateOf = templatesOf(snapshot);
  return (document) => {
    const customer = catalog.customers.get(document.customerId ?? "");
    const printed = printedDocument(document, { settings, catalog, tables }, language);
    return withTemplate(printed, customer, templateOf, tables).printed;
  };
}

/** A document with signs that the fonts of PDFs lack is left out. */
export const unprintable = ({ document }: PrintedFile, signs: readonly string[]): LeftOut => ({
  invoiceNumber: document.invoiceNumber,
  code: "NOT_REPRESENTABLE",
  field: "Invoices.Invoice number",
  at: document.at,
  message: `the font of PDFs has no ${signs.map((sign) => `“${sign}”`).join(", ")}; write it in Latin, Greek or Cyrillic letters`,
});
