import { listOf } from "../base/listOf";
import { compareText, nameKey } from "../base/name";
import type { Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import type { Column } from "../schema/column";
import { valueText } from "../schema/valueText";
import { invoicesTable } from "./invoices.table";
import { readSettings } from "../settings/readSettings";
import { readRegister, type RegisteredInvoice } from "./register";

type Test = (document: RegisteredInvoice) => boolean;

export type DocumentFilter =
  | {
      readonly ok: true;
      readonly holds: Test;
      /** The first number or A..B that none of the documents bears; a slip of the finger, where one is meant. */
      readonly unknownAmong: (documents: readonly RegisteredInvoice[]) => string | undefined;
    }
  /** A part names no column of Invoices. */
  | { readonly ok: false; readonly reason: string };

const columns = Object.entries(invoicesTable.columns) as [keyof RegisteredInvoice, Column<unknown>][];

/** Runs of digits compare as numbers: INV-9 comes before INV-12. */
const inOrder = (text: string) => text.replace(/\d+/g, (digits) => digits.padStart(20, "0"));

const isSame = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

function numberTest(part: string): Test {
  const [first = "", last] = part.split("..");
  if (last === undefined) return ({ invoiceNumber }) => isSame(invoiceNumber, part);
  const from = inOrder(first.trim());
  const to = inOrder(last.trim());
  return ({ invoiceNumber }) => {
    const number = inOrder(invoiceNumber);
    return compareText(from, number) <= 0 && compareText(number, to) <= 0;
  };
}

/**
 * Documents by their numbers, by A..B and by Column=value of Invoices, between commas: values of one column are
 * alternatives, and all columns must hold. “INV-1..INV-9, INV-20, Currency=EUR” are those of the ten in euro.
 */
export function parseDocumentFilter(text: string): DocumentFilter {
  const byColumn = new Map<string, Test[]>();
  const numbers = new Map<string, Test>();
  for (const part of listOf(text)) {
    const equals = part.indexOf("=");
    const title = equals < 0 ? invoicesTable.columns.invoiceNumber.title : part.slice(0, equals);
    const found = columns.find(([, column]) => nameKey(column.title) === nameKey(title));
    if (!found) {
      const right = "write numbers, A..B or Column=value between commas";
      return { ok: false, reason: `“${part}” names no column of Invoices; ${right}` };
    }
    const [field, column] = found;
    const value = part.slice(equals + 1);
    const test: Test =
      equals < 0 ? numberTest(part) : (document) => isSame(valueText(column, document[field]), value);
    if (equals < 0) numbers.set(part, test);
    byColumn.set(field, [...(byColumn.get(field) ?? []), test]);
  }
  const groups = [...byColumn.values()];
  return {
    ok: true,
    holds: (document) => groups.every((tests) => tests.some((test) => test(document))),
    unknownAmong: (documents) => [...numbers].find(([, test]) => !documents.some(test))?.[0],
  };
}

/** What is wrong where a filter names a number or A..B that no document of a workbook bears: “INV-99” where there are ten. */
export function whyUnknown(
  { unknownAmong }: Extract<DocumentFilter, { ok: true }>,
  snapshot: Snapshot,
): string | undefined {
  const { invoices } = readRegister(snapshot, readSettings(snapshot, unheard), unheard);
  const unknown = unknownAmong(invoices);
  return unknown === undefined ? undefined : `the workbook has no document ${unknown}; nothing is written`;
}

/** What may leave the house: issued documents, and on request those on their way; never void ones. */
function isSendable({ status }: RegisteredInvoice, withDrafts: boolean): boolean {
  if (status === "void") return false;
  return withDrafts || (status !== "draft" && status !== "in_review" && status !== "approved");
}

/** The documents that a filter leaves, by Invoice date and then Invoice number. */
export function chosenDocuments(
  invoices: readonly RegisteredInvoice[],
  holds: Test = () => true,
  withDrafts: boolean,
): RegisteredInvoice[] {
  return invoices
    .filter((document) => isSendable(document, withDrafts) && holds(document))
    .sort(
      (a, b) => (a.invoiceDate ?? 0) - (b.invoiceDate ?? 0) || compareText(a.invoiceNumber, b.invoiceNumber),
    );
}
