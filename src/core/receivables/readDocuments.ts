import { compareText } from "../base/name";
import type { Day } from "../calendar/day";
import { asCredit } from "../documents/creditSigns";
import { isCreditNote, isIssued, isNotVoid } from "../documents/documentKinds";
import type { DocumentRegister, RegisteredInvoice } from "../documents/register";
import { totalOf } from "../invoicing/customerChanges";
import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { Settings } from "../settings/settings";
import type { OpenDocument } from "./book";
import { currencyThatCounts } from "../documents/currencyThatCounts";
import type { Parties } from "./parties";

/** The order of documents, whatever that of the rows. */
export function byDateThenNumber(a: OpenDocument, b: OpenDocument): number {
  return a.date - b.date || compareText(a.number, b.number);
}

/** The cell of a document's field, or of its number where the column is not there. */
function cellIn(register: DocumentRegister, { at, row }: RegisteredInvoice, field: "dueDate" | "total") {
  const bound = register.invoicesBound;
  return bound?.columnOf.has(field) === true && at.sheet === bound.grid.sheet
    ? cellOf(bound, row, field)
    : at;
}

/** The day from which a document counts: the one on it, else the last that it bills. */
function dayOf({ invoiceDate, periodEnd, dueDate, lines }: RegisteredInvoice): Day | undefined {
  return invoiceDate ?? periodEnd ?? lines.flatMap(({ period }) => period?.to ?? [])[0] ?? dueDate;
}

/** Issued documents with signed totals and due dates; drafts and void ones are owed by nobody. */
export function readDocuments(
  register: DocumentRegister,
  parties: Parties,
  settings: Settings,
  report: Report,
): OpenDocument[] {
  const issued = register.invoices.filter((invoice) => isNotVoid(invoice) && isIssued(invoice));
  return issued.flatMap((record): OpenDocument[] => {
    const { invoiceNumber: number, customerId = "", dueDate, at } = record;
    const date = dayOf(record);
    if (date === undefined) {
      const words = { column: "Invoice date", right: "without a day nobody knows when it is owed" };
      report(makeIssue("MISSING_VALUE", { at, value: number, words }));
      return [];
    }
    const given = totalOf(record);
    const total = totalOf(asCredit(record));
    if (!total.equals(given))
      report(makeIssue("SIGN", { at: cellIn(register, record, "total"), value: number }));
    const isCredit = isCreditNote(record) || total.isNegative();
    const party = parties.of(customerId);
    const terms = parties.termsOf(record);
    const due = dueDate ?? terms?.dueDate(date);
    if (due === undefined && !isCredit)
      report(makeIssue("MISSING_DUE_DATE", { at: cellIn(register, record, "dueDate"), value: number }));
    return [
      {
        number,
        isCredit,
        customerId,
        customerName: party?.customerName ?? record.customerName ?? customerId,
        currency: currencyThatCounts(record.currency, party, settings),
        date,
        due: due ?? date,
        total,
        corrects: record.corrects,
        terms,
        at,
        record,
      },
    ];
  });
}
