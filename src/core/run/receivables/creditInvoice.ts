import { listOf } from "../../base/listOf";
import { compareText, nameKey } from "../../base/name";
import { formatDay } from "../../calendar/day";
import { suggestId } from "../../catalog/suggest";
import { DRAFT } from "../../documents/draftKey";
import { REBILL, saysRebill } from "../../documents/corrections";
import { isCreditNote, isInvoice, isIssued, isWaitingCredit } from "../../documents/documentKinds";
import { registerContents, type DocumentRegister, type RegisteredInvoice } from "../../documents/register";
import { invoicesTable } from "../../documents/invoices.table";
import { creditedBy, creditNoteOf, issuedNote, netAndTax } from "../../invoicing/credits/creditNote";
import { leftOfLines } from "../../invoicing/credits/leftOfLines";
import { shareOverLines } from "../../invoicing/credits/shareOverLines";
import type { Invoice } from "../../invoicing/invoice";
import { DocumentNumbers } from "../../invoicing/numbering";
import type { Issue } from "../../issues/issue";
import { currencyCode, minorDigits } from "../../money/currency";
import { Decimal } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import type { Ledger } from "../../receivables/ledger";
import type { Moment } from "../../schema/momentCell";
import { absentFiles } from "../../metering/usageFiles";
import { absentFor } from "../../review/verify/absentUsage";
import { allNumbersGiven } from "../../review/log/allNumbersGiven";
import { firstOpenDay } from "../../review/closing/closedPeriods";
import { absentUsageText } from "../absentUsage";
import { closedPeriodIn } from "../review/closing/changedPeriods";
import { logFaultsOf } from "../review/logFaults";
import type { OpenedReview } from "../review/openReview";
import { billAgain, contractsToBill } from "./billAgain";
import { approvalFault, type CreditPeople } from "./creditApproval";

/** A credit that somebody asks for. */
export interface CreditOptions extends CreditPeople {
  /** An issued invoice, or the DRAFT- key of a credit note that waits for approval. */
  readonly number: string;
  readonly line: number | undefined;
  /** Net, above 0; undefined: all that is left. */
  readonly amount: Decimal | undefined;
  readonly reasonCode: string | undefined;
  /** Credits all that is left and bills contract and period again. */
  readonly isRebill: boolean;
  readonly when: Moment;
  readonly runId: string;
  /** The workbook as review sees it; undefined: nothing is asked of its logs. */
  readonly opened?: OpenedReview;
}

/** What a credit came to. */
export interface CreditRun {
  readonly ledger: Ledger;
  readonly note: RegisteredInvoice;
  /** The credit note that waited and is issued now, or still waits. */
  readonly waited: RegisteredInvoice | undefined;
  /** What is left of the invoice after it. */
  readonly left: { readonly net: Decimal; readonly tax: Decimal };
  /** Drafts that bill the contract and period again. */
  readonly rebilled: readonly Invoice[];
  /** Why it waits, and what keeps it from being billed again. */
  readonly issues: readonly Issue[];
  /** What was changed behind the logs of the workbook. */
  readonly logIssues: readonly Issue[];
}

export type CreditResult =
  | { readonly ok: true; readonly run: CreditRun }
  | { readonly ok: false; readonly reason: string };

const refused = (reason: string): CreditResult => ({ ok: false, reason });

const statusOf = ({ status = "issued" }: RegisteredInvoice) =>
  invoicesTable.columns.status.labels?.get(status) ?? status;

const roundingOf = ({ book: { settings } }: Ledger, { currency }: RegisteredInvoice) => {
  const code = currencyCode(currency ?? "") ?? settings.currency;
  return { code, digits: minorDigits(code), taxRounding: settings.taxRounding };
};

/** The one document of a number. */
function documentOf({ invoices }: DocumentRegister, number: string): RegisteredInvoice | string {
  const found = invoices.filter(({ invoiceNumber }) => invoiceNumber === number);
  if (found.length > 1) return `it stands on ${String(found.length)} documents`;
  const known = invoices.map(({ invoiceNumber }) => invoiceNumber);
  return found[0] ?? `there is no such document${suggestId(number, known)}`;
}

/** Why a document cannot be credited; undefined where it can. */
function whyNotCredited(invoice: RegisteredInvoice, { asOf }: Ledger): string | undefined {
  if (isCreditNote(invoice)) return "it is a credit note";
  if (!isInvoice(invoice) || !isIssued(invoice))
    return `its status is ${statusOf(invoice)}; only issued invoices are credited`;
  const { invoiceDate } = invoice;
  if (invoiceDate !== undefined && invoiceDate > asOf)
    return `it is dated ${formatDay(invoiceDate)}, after ${formatDay(asOf)}`;
  return undefined;
}

function nextNumber({ book: { register, settings, snapshot }, asOf }: Ledger): string {
  const there = register.invoices.map(({ invoiceNumber }) => invoiceNumber);
  return new DocumentNumbers(settings, [...there, ...allNumbersGiven(snapshot)]).take("credit_note", asOf);
}

/** A closed period stays as it was reported: no note is dated in one. */
function whyClosed({ book: { snapshot }, asOf }: Ledger): string | undefined {
  const closed = closedPeriodIn(snapshot, { from: asOf, to: asOf });
  if (closed === undefined) return undefined;
  const open = formatDay(firstOpenDay(snapshot, asOf));
  return `${closed} is closed, and the credit note would be dated ${formatDay(asOf)}; credit as of ${open} or later, or open the period again`;
}

/** Why a document cannot be credited today, nor billed again where that is asked for; undefined where it can. */
function whyNotNow(invoice: RegisteredInvoice, ledger: Ledger, isRebill: boolean): string | undefined {
  const why = whyNotCredited(invoice, ledger);
  if (why !== undefined) return why;
  const toBill = isRebill ? contractsToBill(ledger, invoice) : undefined;
  return toBill?.ok === false ? toBill.reason : whyClosed(ledger);
}

/** The first key of a waiting credit note of an invoice that is not taken. */
function draftKey({ invoices }: DocumentRegister, number: string): string {
  const taken = new Set(invoices.map(({ invoiceNumber }) => invoiceNumber));
  for (let count = 1; ; count++) {
    const key = `${DRAFT}CREDIT-${number}-${String(count)}`;
    if (!taken.has(key)) return key;
  }
}

/** The register with the note, in place of the one that waited. */
export function registerWithNote({
  ledger: {
    book: { register },
  },
  note,
  waited,
}: Pick<CreditRun, "ledger" | "note" | "waited">): DocumentRegister {
  const isOther = ({ invoiceNumber }: { readonly invoiceNumber: string }) =>
    invoiceNumber !== waited?.invoiceNumber;
  return {
    ...register,
    ...registerContents(
      [...register.invoices.filter(isOther), note],
      [...register.lines.filter(isOther), ...note.lines],
    ),
  };
}

/** What the logs say against a credit, and whether it waits for that or for a person. */
function judged(
  note: RegisteredInvoice,
  invoice: RegisteredInvoice,
  ledger: Ledger,
  options: CreditOptions,
): Pick<CreditRun, "issues" | "logIssues"> & { readonly waits: boolean } {
  const { code: currency } = roundingOf(ledger, invoice);
  const fault = approvalFault(note, { at: invoice.at, currency }, ledger.book, options);
  const { issues: logIssues, isMerged } = options.opened
    ? logFaultsOf(options.opened)
    : { issues: [], isMerged: false };
  return { waits: fault !== undefined || isMerged, issues: fault ? [fault] : [], logIssues };
}

/** The run of a note that is made; what it bills again is drafted once it is issued. */
function runOf(made: Omit<CreditRun, "rebilled">, invoice: RegisteredInvoice): CreditResult {
  if (!made.note.isFinal || !saysRebill(made.note.reasonCode ?? ""))
    return { ok: true, run: { ...made, rebilled: [] } };
  const { snapshot } = made.ledger.book;
  const [absent] = absentFor(invoice, absentFiles(snapshot));
  if (absent)
    return refused(`${invoice.invoiceNumber}: it would be billed again short: ${absentUsageText(absent)}`);
  const again = billAgain(made.ledger, registerWithNote(made), invoice);
  return { ok: true, run: { ...made, rebilled: again.drafts, issues: again.issues } };
}

function credit(invoice: RegisteredInvoice, ledger: Ledger, options: CreditOptions): CreditResult {
  const { number, line, amount, isRebill, by, approvedBy, when, runId } = options;
  const why = whyNotNow(invoice, ledger, isRebill);
  if (why !== undefined) return refused(`${number}: ${why}`);
  const reasonCode = isRebill ? REBILL : (options.reasonCode ?? "").trim();
  if (reasonCode === "") return refused(`${number}: a credit needs a reason code`);
  const { register } = ledger.book;
  const { code, ...rounding } = roundingOf(ledger, invoice);
  const before = leftOfLines(invoice, register.invoices, rounding);
  const shared = shareOverLines(before, { line, amount }, code, rounding);
  if (!shared.ok) return refused(`${number}: ${shared.reason}`);
  const facts = {
    number: draftKey(register, number),
    isIssued: false,
    date: ledger.asOf,
    currency: code,
    reasonCode,
    preparedBy: by || undefined,
    approvedBy: undefined,
    approvedAt: undefined,
    runId,
  };
  const draft = creditNoteOf(invoice, shared.credit, facts);
  const { waits, ...faults } = judged(draft, invoice, ledger, options);
  const approval = approvedBy === undefined ? {} : { approvedBy, approvedAt: when };
  const note = waits
    ? draft
    : creditNoteOf(invoice, shared.credit, {
        ...facts,
        ...approval,
        number: nextNumber(ledger),
        isIssued: true,
      });
  const left = netAndTax(shared.credit.left);
  return runOf({ ledger, note, waited: undefined, left, ...faults }, invoice);
}

/** Issues a credit note that waited, if it still fits and somebody else than its maker approves it. */
function approve(waited: RegisteredInvoice, ledger: Ledger, options: CreditOptions): CreditResult {
  const { number, approvedBy, when, runId } = options;
  const { register } = ledger.book;
  const invoice = documentOf(register, waited.corrects ?? "");
  if (typeof invoice === "string") return refused(`${number}: ${waited.corrects ?? ""}: ${invoice}`);
  const why = whyNotNow(invoice, ledger, saysRebill(waited.reasonCode ?? ""));
  if (why !== undefined) return refused(`${number}: ${invoice.invoiceNumber}: ${why}`);
  const { code, ...rounding } = roundingOf(ledger, invoice);
  const others = register.invoices.filter((document) => document !== waited);
  const open = netAndTax(leftOfLines(invoice, others, rounding).parts);
  const { net, tax } = creditedBy(waited);
  if (net.greaterThan(open.net)) {
    const left = formatMoney(open.net, code);
    return refused(
      `${number}: ${code} ${formatMoney(net, code)} is more than the ${code} ${left} that is left of ${invoice.invoiceNumber}`,
    );
  }
  const { waits, ...faults } = judged(waited, invoice, ledger, options);
  const facts = {
    number: nextNumber(ledger),
    date: ledger.asOf,
    approvedBy,
    approvedAt: approvedBy === undefined ? undefined : when,
    runId,
  };
  const note = waits ? waited : issuedNote(waited, facts);
  const left = { net: open.net.minus(net), tax: open.tax.minus(tax) };
  return runOf({ ledger, note, waited, left, ...faults }, invoice);
}

/**
 * Credits an issued invoice, a line of it or an amount, or issues a credit note that waited for an approval. Nothing is
 * written here: planCredit makes a plan of it.
 */
export function creditInvoice(ledger: Ledger, options: CreditOptions): CreditResult {
  const document = documentOf(ledger.book.register, options.number);
  if (typeof document === "string") return refused(`${options.number}: ${document}`);
  return isWaitingCredit(document) ? approve(document, ledger, options) : credit(document, ledger, options);
}

/** A net amount as somebody types it, such as 125.50; undefined where it is none above 0. */
export function typedAmount(text: string): Decimal | undefined {
  const value = /^\d{1,15}(?:\.\d{1,12})?$/.test(text) ? new Decimal(text) : undefined;
  return value?.greaterThan(0) === true ? value : undefined;
}

/** The reason codes that a person may choose from: those of Adjustments and documents, and the concessions. */
export function reasonCodes({ book: { register, settings } }: Ledger): string[] {
  const known = register.invoices.flatMap(({ reasonCode = "" }) => listOf(reasonCode));
  const byKey = new Map([...known, ...settings.concessionReasons].map((code) => [nameKey(code), code]));
  byKey.delete(nameKey(REBILL));
  return [...byKey.values()].sort(compareText);
}

/** What is left to credit of an invoice, by line. */
export function creditableLines(ledger: Ledger, invoice: RegisteredInvoice) {
  const { code: currency, ...rounding } = roundingOf(ledger, invoice);
  const { lines, parts } = leftOfLines(invoice, ledger.book.register.invoices, rounding);
  return { currency, lines, left: netAndTax(parts).net };
}
