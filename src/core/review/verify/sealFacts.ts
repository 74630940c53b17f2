import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import type { RegisteredInvoice } from "../../documents/register";
import { cellOf } from "../../schema/readRecords";
import { unsealed, type SealFacts } from "../documentFacts";
import { isFailure, reviewFinding, type ReviewFinding } from "../finding";
import { differencesOf } from "../seal/difference";
import { documentParts } from "../seal/documentParts";
import { isOfLaterTable } from "../seal/laterTables";
import { withKeys, type Part } from "../seal/part";
import { otherTerms } from "../seal/inputs/termParts";
import { inputsOf } from "../seal/partsOf";
import type { Seals } from "../seal/readSeals";
import type { ReviewBook } from "../seal/reviewBook";
import { scopeOf } from "../seal/scope";
import { sealedDocument, type SealedDocument } from "../seal/sealedDocument";
import { sealedScope } from "../seal/sealedScope";
import { sealsTable } from "../tables/seals.table";
import { differenceFinding } from "./differenceFinding";

export interface SealedBook extends ReviewBook {
  readonly seals: Seals;
}

/** The inputs of a sealed document as they are today, with the salt that it was sealed with, and rows beside them. */
function sealedInputs(book: SealedBook, document: RegisteredInvoice, sealed: SealedDocument) {
  const salt = sealed.salt || book.personal.salt;
  const salted = { ...book, personal: { ...book.personal, salt } };
  const scope = sealedScope(sealed) ?? scopeOf(document);
  return { inputs: inputsOf(salted, scope), others: withKeys(otherTerms(salted, scope)) };
}

function brokenSeal(
  { seals, register }: SealedBook,
  document: RegisteredInvoice,
  sealed: SealedDocument | undefined,
): ReviewFinding[] {
  const { invoiceNumber: invoice, seal = "" } = document;
  const at = register.invoicesBound ? cellOf(register.invoicesBound, document.row, "seal") : document.at;
  const column = invoicesTable.columns.seal.title;
  const about = { invoice, table: invoicesTable.title, key: invoice, column, at };
  const rows = (sealed?.altered ?? []).map(({ table, key, row }) =>
    reviewFinding("SEAL_BROKEN", {
      invoice,
      table: sealsTable.title,
      key: `${table} · ${key}`,
      column: sealsTable.columns.text.title,
      at: seals.bound && cellOf(seals.bound, row, "text"),
      message: `the text of ${table} ${key} in Seals is not what its hash was made of`,
    }),
  );
  if (!sealed)
    return [
      reviewFinding("SEAL_BROKEN", { ...about, found: seal, message: "the seal has no rows in Seals" }),
    ];
  return sealed.seal === seal
    ? rows
    : [...rows, reviewFinding("SEAL_BROKEN", { ...about, expected: sealed.seal, found: seal })];
}

/** Parts whose sealed texts can be trusted. */
export function trusted(sealed: SealedDocument): SealedDocument {
  const altered = new Set(sealed.altered.map(({ table, key }) => `${table} ${key.split(" | personal")[0]!}`));
  return { ...sealed, parts: sealed.parts.filter(({ table, key }) => !altered.has(`${table} ${key}`)) };
}

/** The tables of the register: what is sealed of them is the document itself. */
export const documentTables: ReadonlySet<string> = new Set([invoicesTable.title, invoiceLinesTable.title]);

/** In what a document differs from its seal; its inputs are not looked at, so that every document of a book can be. */
export function sealedCellFindings(book: SealedBook, document: RegisteredInvoice): ReviewFinding[] {
  const sealed = sealedDocument(book.seals.of(document.invoiceNumber), book.sha256);
  if (!sealed && document.seal === undefined) return [];
  const broken = brokenSeal(book, document, sealed);
  if (!sealed || broken.length > 0) return broken;
  const documentSeal = { ...sealed, parts: sealed.parts.filter(({ table }) => documentTables.has(table)) };
  // Whether a text names a person takes long to say, and matters only where a part was taken away or cut.
  const isPlain = documentSeal.parts.every(({ isRedacted, isCut }) => !isRedacted && !isCut);
  const personal = isPlain ? { ...book.personal, isInside: () => false } : book.personal;
  const today = withKeys(documentParts(book.register, document, personal));
  return differencesOf(documentSeal, today, book.sha256)
    .map((difference) => differenceFinding(difference, document.invoiceNumber))
    .filter(isFailure);
}

/** What the seal of a document says today: whether it is whole, and what of document and inputs has changed. */
export function sealFactsOf(book: SealedBook, document: RegisteredInvoice): SealFacts {
  const { invoiceNumber, seal } = document;
  const sealed = sealedDocument(book.seals.of(invoiceNumber), book.sha256);
  if (!sealed && seal === undefined) return unsealed;
  const broken = brokenSeal(book, document, sealed);
  if (!sealed) return { ...unsealed, isSealed: true, broken };
  const { inputs, others } = sealedInputs(book, document, sealed);
  const parts = [...withKeys(documentParts(book.register, document, book.personal)), ...inputs];
  const before = trusted(sealed);
  const known = new Set(sealed.parts.map(({ table, key }) => `${table} ${key}`));
  const trustedKeys = new Set(before.parts.map(({ table, key }) => `${table} ${key}`));
  const isKnown = ({ table, key }: Pick<Part, "table" | "key">) =>
    trustedKeys.has(`${table} ${key}`) || !known.has(`${table} ${key}`);
  const differences = differencesOf(before, parts.filter(isKnown), book.sha256, others);
  const findings = differences
    .filter((difference) => !(sealed.isEarlier && isOfLaterTable(difference)))
    .map((difference) => {
      const finding = differenceFinding(difference, invoiceNumber);
      const isOpen = sealed.isEarlier && difference.type === "added";
      return isOpen
        ? { ...finding, message: `${finding.message}; the seal is an earlier Ratebook's` }
        : finding;
    });
  return {
    isSealed: true,
    broken,
    document: findings.filter(({ table }) => documentTables.has(table)),
    inputs: findings.filter(({ table }) => !documentTables.has(table)),
    added: differences.flatMap(({ type, at, uncovered }) =>
      type === "added" ? (uncovered ?? at ?? []) : [],
    ),
    isEarlier: sealed.isEarlier,
    isRedacted: sealed.parts.some((part) => part.isRedacted),
  };
}
