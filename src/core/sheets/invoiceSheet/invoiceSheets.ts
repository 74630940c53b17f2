import { knownValue } from "../../base/knownValue";
import { isReplaced } from "../../invoicing/registerChanges";
import { isSettingsSheet } from "../../settings/settings.table";
import type { OutputInput, WriteOptions } from "../outputInput";
import { linesSheetName, sheetNamed } from "../outputSheet";
import type { PlannedSheet } from "../plan";
import { invoiceSheet, sheetNameOf } from "./invoiceSheet";

/** What formatted sheets are made from. */
export type InvoiceSheetsInput = Pick<
  OutputInput,
  "snapshot" | "settings" | "register" | "registerRows" | "invoices"
> & { readonly options: Pick<WriteOptions, "sheetLimit" | "logo"> };

/** The logo: the picture on the Settings sheet, else the file that Settings names. */
function logoOf({ snapshot, options }: InvoiceSheetsInput): WriteOptions["logo"] {
  return snapshot.pictures.find(({ sheet }) => isSettingsSheet(sheet)) ?? options.logo;
}

/** Two numbers can become one sheet name when cut to Excel's 31 characters: the later one gets a running number. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name.slice(0, 27)} (${String(copy)})`;
  return free;
}

/** The formatted sheets of the run's documents, as many as the options ask for. */
export function invoiceSheets(input: InvoiceSheetsInput): PlannedSheet[] {
  const { settings, register, registerRows, invoices, options } = input;
  const logo = logoOf(input);
  const sheet = linesSheetName(input);
  const dateOf = new Map(
    register.invoices.map(({ invoiceNumber, invoiceDate }) => [invoiceNumber, invoiceDate]),
  );
  const taken = new Set<string>();
  return invoices.slice(0, options.sheetLimit).map((invoice) => {
    const firstRow = knownValue(registerRows.firstLineOf, invoice.number);
    const correctsDate = dateOf.get(invoice.corrects);
    const linesTable = { sheet, firstRow };
    const planned = invoiceSheet({ invoice, settings, logo, linesTable, correctsDate });
    const name = freeName(planned.name, taken);
    taken.add(name.toLowerCase());
    return { ...planned, name };
  });
}

/** Names of formatted sheets of drafts that this run replaces and does not write again. */
export function staleInvoiceSheets(
  { register, period, snapshot }: OutputInput,
  written: readonly PlannedSheet[],
): string[] {
  const names = new Set(written.map(({ name }) => name));
  const old = register.invoices
    .filter((invoice) => isReplaced(invoice, period))
    .map(({ invoiceNumber }) => sheetNameOf(invoiceNumber));
  return old.filter((name) => !names.has(name) && sheetNamed(snapshot, name) !== undefined);
}
