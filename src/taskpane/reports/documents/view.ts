import {
  bookLogo,
  findProfile,
  FIRST_DAY,
  formatDay,
  makeEInvoices,
  openLedger,
  parseIsoDay,
  printDocuments,
  printer,
  printReminders,
  printStatements,
  profiles,
  remindCustomers,
  SEND_LIST,
  sendList,
  sortIssues,
  statementsOf,
  unprintable,
  type CellRef,
  type EInvoiceFile,
  type Issue,
  type LeftOut,
  type PrintedPaper,
  type PrintedPapers,
  type Snapshot,
} from "../../../core/api";
import { documentPdf } from "../../../pdf/documentPdf";
import { readImage } from "../../../pdf/image";
import { readTrueType } from "../../../pdf/trueType";
import { writeZip } from "../../../workbook/zip/writeZip";
import { documentsMeant } from "../../session/documentsMeant";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** What is asked for. */
export interface DocumentsRequest {
  /** Empty: PDFs of invoices; `statement` or `reminder`: PDFs of these; else the id of a profile of e-invoices. */
  readonly profile: string;
  /** The day of statements and reminders; empty: the last day of the book. */
  readonly asOf: string;
  /** Empty: that of each customer. */
  readonly language: string;
  /** Which documents; empty: all that are issued. */
  readonly invoices: string;
  readonly drafts: boolean;
}

/** A way to send e-invoices. */
export interface ProfileView {
  readonly id: string;
  readonly title: string;
  readonly help: string;
}

export interface DocumentsView {
  readonly files: readonly { readonly number: string; readonly customer: string; readonly name: string }[];
  readonly leftOut: readonly LeftOut[];
  readonly remarks: readonly { readonly message: string; readonly at: CellRef }[];
}

export interface MadeDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MadeDocuments {
  readonly files: readonly MadeDocument[];
  /** Documents with signs that the fonts lack. */
  readonly leftOut: readonly LeftOut[];
}

/** The fonts of PDFs as files. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Every profile that e-invoices can be made by. */
export const profileViews = (): readonly ProfileView[] =>
  profiles.map(({ id, title, help }) => ({ id, title, help }));

type LedgerPaper = "statement" | "reminder";

const isLedgerPaper = (kind: string): kind is LedgerPaper => kind === "statement" || kind === "reminder";

/** Statements or reminders of a day as they are printed. */
function printLedger(
  snapshot: Snapshot,
  kind: LedgerPaper,
  asOf: string,
  language: string | undefined,
): PrintedPapers {
  const opened = openLedger(snapshot, parseIsoDay(asOf));
  if (!opened) return { papers: [], issues: [] };
  const { ledger } = opened;
  return kind === "statement"
    ? printStatements(ledger, statementsOf(ledger, undefined, undefined), language)
    : printReminders(ledger, remindCustomers(ledger, undefined).reminders, language);
}

type File =
  | { readonly kind: "printed"; readonly file: PrintedPaper }
  | { readonly kind: "e-invoice"; readonly file: EInvoiceFile; readonly isInPdf: boolean };

interface Chosen {
  readonly files: readonly File[];
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
}

/** What was chosen last of a workbook: its files are made in parts, and are not all looked at again for each. */
const lastChosen = new WeakMap<SessionWorkbook, { readonly key: string; readonly chosen: Chosen }>();

function choose(workbook: SessionWorkbook, request: DocumentsRequest): Chosen {
  const key = JSON.stringify(request);
  const last = lastChosen.get(workbook);
  if (last?.key === key) return last.chosen;
  const chosen = chooseAnew(workbook, request);
  lastChosen.set(workbook, { key, chosen });
  return chosen;
}

/** The documents that are asked for, checked; nothing is made yet. */
function chooseAnew({ snapshot }: SessionWorkbook, request: DocumentsRequest): Chosen {
  const holds = documentsMeant(request.invoices, snapshot);
  const language = request.language === "" ? undefined : request.language;
  if (request.profile === "") {
    const chosen = printDocuments(snapshot, { holds, withDrafts: request.drafts, language });
    return { ...chosen, files: chosen.files.map((file) => ({ kind: "printed", file })) };
  }
  if (isLedgerPaper(request.profile)) {
    const { papers, issues } = printLedger(snapshot, request.profile, request.asOf, language);
    return { files: papers.map((file) => ({ kind: "printed", file })), leftOut: [], issues };
  }
  const profile = findProfile(request.profile);
  if (!profile)
    throw new SessionFailure({ code: "MISSING", message: `There is no profile ${request.profile}.` });
  const isInPdf = profile.isInPdf === true;
  const chosen = makeEInvoices(snapshot, { profile, syntax: profile.syntaxes[0], isInPdf, holds });
  return { ...chosen, files: chosen.files.map((file) => ({ kind: "e-invoice", file, isInPdf })) };
}

function shownName(entry: File): { readonly number: string; readonly customer: string } {
  if (entry.kind === "printed") {
    const { number, buyer } = entry.file.printed;
    return { number, customer: buyer[0] ?? "" };
  }
  const { invoiceNumber, customerName, customerId = "" } = entry.file.document;
  return { number: invoiceNumber, customer: customerName ?? customerId };
}

/** Which files there would be, and which documents are left out and why. */
export function preview(workbook: SessionWorkbook, request: DocumentsRequest): DocumentsView {
  const { files, leftOut, issues } = choose(workbook, request);
  return {
    files: files.map((entry) => ({ ...shownName(entry), name: entry.file.name })),
    leftOut,
    remarks: sortIssues(issues)
      .filter(({ severity }) => severity !== "info")
      .map(({ message, at }) => ({ message, at })),
  };
}

/** Some of the files that were shown, made; in parts, so that it can be seen how far they are. */
export function make(
  workbook: SessionWorkbook,
  request: DocumentsRequest,
  from: number,
  to: number,
  fonts: FontFiles,
): MadeDocuments {
  const { files } = choose(workbook, request);
  const pdfFonts = { regular: readTrueType(fonts.regular), bold: readTrueType(fonts.bold) };
  const printed = printer(workbook.snapshot, request.language === "" ? undefined : request.language);
  const idOf = (bytes: Uint8Array) => workbook.sha256([bytes]).slice(0, 32);
  const { picture } = bookLogo(workbook.snapshot);
  const logo = picture && readImage(picture.bytes, picture.type);
  const made: MadeDocument[] = [];
  const leftOut: LeftOut[] = [];
  for (const entry of files.slice(from, to)) {
    const { name } = entry.file;
    if (entry.kind === "printed") {
      const { bytes, missing } = documentPdf(entry.file.printed, { fonts: pdfFonts, idOf, logo });
      if (missing.length > 0) leftOut.push(unprintable(entry.file, missing));
      else made.push({ name, bytes });
      continue;
    }
    const { document } = entry.file;
    const xml = new TextEncoder().encode(entry.file.xml);
    const date = `D:${formatDay(document.invoiceDate ?? FIRST_DAY).replaceAll("-", "")}000000Z`;
    const attachment = { name: "factur-x.xml", description: "Factur-X", bytes: xml, date };
    const bytes = entry.isInPdf
      ? documentPdf(printed(document), { fonts: pdfFonts, idOf, attachment, logo }).bytes
      : xml;
    made.push({ name, bytes });
  }
  return { files: made, leftOut };
}

/** All files in one, PDFs with the list by which a program sends them. */
export function archive(
  workbook: SessionWorkbook,
  request: DocumentsRequest,
  made: readonly MadeDocument[],
): Uint8Array {
  const byName = new Map(made.map(({ name, bytes }) => [name, bytes]));
  const sent = choose(workbook, request).files.flatMap((entry) => {
    const bytes = byName.get(entry.file.name);
    return entry.kind === "printed" && bytes !== undefined
      ? [{ file: entry.file, sha256: workbook.sha256([bytes]) }]
      : [];
  });
  const list = sent.length > 0 ? [{ name: SEND_LIST, bytes: new TextEncoder().encode(sendList(sent)) }] : [];
  return writeZip([...made.map(({ name, bytes }) => ({ name, bytes })), ...list]);
}
