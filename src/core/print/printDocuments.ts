import { addAll } from "../base/manyValues";
import { formatDay } from "../calendar/day";
import { chosenDocuments } from "../documents/documentFilter";
import { fileNames } from "../documents/fileName";
import type { LeftOut } from "../documents/leftOut";
import type { RegisteredInvoice } from "../documents/register";
import type { Snapshot } from "../grid/grid";
import { readAgreements, readInputs } from "../run/prepareBook";
import { cellOf } from "../schema/readRecords";
import { makeIssue, unheard, type Issue } from "../issues/issue";
import { settingCells } from "../settings/settingCells";
import type { PaymentFault } from "./paymentCode";
import { subjectAndText, TemplateIssues, withTemplate, type PrintedPaper } from "./papers";
import type { PrintedDocument } from "./printedDocument";
import { printedInvoice } from "./printedInvoice";
import { signSource } from "./signSource";
import { templatesOf } from "./template";

export interface PrintedFile extends PrintedPaper {
  readonly document: RegisteredInvoice;
}

export interface PrintedFiles {
  readonly files: readonly PrintedFile[];
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
}

export interface PrintOptions {
  /** Which documents; all that are issued where it is undefined. */
  readonly holds?: ((document: RegisteredInvoice) => boolean) | undefined;
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
  const templateIssues = new TemplateIssues();
  const faultsOfPayment = new Map<PaymentFault["key"], readonly [RegisteredInvoice, PaymentFault]>();
  for (const document of chosenDocuments(register.invoices, holds, withDrafts)) {
    const bound = register.invoicesBound;
    const faults = faultsOf(document, (field) => (bound ? cellOf(bound, document.row, field) : document.at));
    addAll(leftOut, faults);
    if (faults.length > 0) continue;
    const customer = catalog.customers.get(document.customerId ?? "");
    const customerName = document.customerName ?? customer?.customerName ?? "";
    const plain = printedInvoice(document, { settings, catalog, tables }, language);
    const { printed, issues: ofTemplate } = withTemplate(plain, "invoice", customer, templateOf, tables);
    templateIssues.add(ofTemplate);
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
      at: document.at,
      sourceOf: signSource(document, register, tables),
      letter: {
        to: customer?.email ?? "",
        ...subjectAndText(printed),
        invoiceNumber: document.invoiceNumber,
        customerId: document.customerId ?? "",
      },
    });
  }
  const settingAt = settingCells(snapshot, settings);
  const ofPayment = [...faultsOfPayment.values()].map(([document, { key, reason }]) =>
    key === "invoiceNumber"
      ? makeIssue("NO_PAYMENT_CODE", { at: document.at, value: document.invoiceNumber, words: { reason } })
      : makeIssue("NO_PAYMENT_CODE", { at: settingAt(key), value: settings[key], words: { reason } }),
  );
  return { files, leftOut, issues: [...templateIssues.all, ...ofPayment] };
}

/** Documents of a workbook as they are printed, one by one; in the language of their customer where none is given. */
export function printer(
  snapshot: Snapshot,
  language?: string,
): (document: RegisteredInvoice) => PrintedDocument {
  const { settings, catalog, tables } = readAgreements(snapshot, unheard);
  const templateOf = templatesOf(snapshot);
  return (document) => {
    const customer = catalog.customers.get(document.customerId ?? "");
    const printed = printedInvoice(document, { settings, catalog, tables }, language);
    return withTemplate(printed, "invoice", customer, templateOf, tables).printed;
  };
}
