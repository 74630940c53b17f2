import { addAll } from "../base/manyValues";
import { chosenDocuments } from "../documents/documentFilter";
import type { LeftOut } from "../documents/leftOut";
import type { RegisteredInvoice } from "../documents/register";
import { cellAddress, type Snapshot } from "../grid/grid";
import { collectIssues } from "../issues/collectIssues";
import { makeIssue, type Issue, type Report, unheard } from "../issues/issue";
import { readInputs } from "../run/prepareBook";
import { cellOf } from "../schema/readRecords";
import { bookModel, type BookModel } from "./bookModel";
import { fileNames } from "../documents/fileName";
import { cellsOfTerms } from "./cellOfTerm";
import type { Profile } from "./profiles/profile";
import { brokenRules, type BrokenRule } from "./rules/rule";
import { textOf, type Group, type TermId } from "./semantic";
import { syntaxes, type SyntaxId } from "./syntax/syntaxes";

/** A document as an e-invoice. */
export interface EInvoiceFile {
  readonly name: string;
  readonly document: RegisteredInvoice;
  readonly xml: string;
}

export interface EInvoices {
  readonly files: readonly EInvoiceFile[];
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
}

export interface EInvoiceOptions {
  readonly profile: Profile;
  readonly syntax: SyntaxId;
  /** The file is a PDF that the XML is put into. */
  readonly isInPdf: boolean;
  /** Which documents; all that are issued where it is undefined. */
  readonly holds?: ((document: RegisteredInvoice) => boolean) | undefined;
}

/** Signs that XML cannot hold: controls, and halves of characters. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

interface Found {
  readonly term: TermId;
  readonly group: Group;
}

/** Terms with a sign that XML cannot hold. */
function unwritable(group: Group): Found[] {
  const found = [...group.terms].filter(([, terms]) => terms.some(({ text }) => NOT_IN_XML.test(text)));
  const inner = [...group.groups.values()].flat().flatMap(unwritable);
  return [...found.map(([term]) => ({ term, group })), ...inner];
}

/** The same fault in the same cell is said once. */
function onceACell(leftOut: readonly LeftOut[]): LeftOut[] {
  const keyOf = ({ code, at }: LeftOut) => `${code} ${at.sheet} ${cellAddress(at)}`;
  return [...new Map([...leftOut].reverse().map((entry) => [keyOf(entry), entry])).values()].reverse();
}

type CellOfTerm = ReturnType<typeof cellsOfTerms>;

function faultsOf(
  document: RegisteredInvoice,
  { invoice }: BookModel,
  broken: readonly BrokenRule[],
  cellOfTerm: CellOfTerm,
): LeftOut[] {
  const { invoiceNumber } = document;
  const signs = unwritable(invoice).map(({ term, group }): LeftOut => {
    const source = cellOfTerm(term, document, group.rows ?? {});
    const message = `${source.field} holds a sign that XML cannot hold; delete it`;
    return { invoiceNumber, code: "NOT_REPRESENTABLE", ...source, message };
  });
  const fatal = broken.filter(({ rule }) => rule.severity === "fatal");
  const rules = fatal.map(({ rule: { id, term, says }, group }): LeftOut => {
    const source = cellOfTerm(term, document, group.rows ?? {});
    const value = textOf(group, term);
    const found = value === "" ? "nothing" : `“${value}”`;
    return {
      invoiceNumber,
      code: id,
      ...source,
      message: `${id} asks that ${says}; ${source.field} says ${found}`,
    };
  });
  return onceACell([...signs, ...rules]);
}

/** What is told of a document that is written all the same. */
function reportAdvice(
  document: RegisteredInvoice,
  broken: readonly BrokenRule[],
  { title }: Profile,
  cellOfTerm: CellOfTerm,
  report: Report,
): void {
  for (const { rule, group } of broken) {
    const { at } = cellOfTerm(rule.term, document, group.rows ?? {});
    const words = { rule: rule.id, profile: title, says: rule.says };
    if (rule.severity === "warning")
      report(makeIssue("E_INVOICE_ADVICE", { at, value: textOf(group, rule.term), words }));
  }
}

/**
 * The documents of a workbook as e-invoices. Each is checked by the rules of its profile before it is written; one that
 * breaks a fatal rule is left out with the cells to mend.
 */
export function makeEInvoices(
  snapshot: Snapshot,
  { profile, syntax, isInPdf, holds }: EInvoiceOptions,
): EInvoices {
  const { report, list } = collectIssues();
  const inputs = readInputs(snapshot, unheard);
  const { settings, catalog, tables, register } = inputs;
  const cellOfTerm = cellsOfTerms({ snapshot, settings, tables, register });
  const nameFor = fileNames(isInPdf ? "pdf" : "xml");
  const rules = profile.rules(syntax);
  const files: EInvoiceFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const document of chosenDocuments(register.invoices, holds, false)) {
    const model = bookModel(document, { settings, catalog, tables }, profile);
    const broken = brokenRules(model.invoice, rules);
    const faults = faultsOf(document, model, broken, cellOfTerm);
    addAll(leftOut, faults);
    reportAdvice(document, broken, profile, cellOfTerm, report);
    for (const line of model.unknownUnits) {
      const at = register.linesBound ? cellOf(register.linesBound, line.row, "unit") : line.at;
      report(makeIssue("UNIT_CODE", { at, value: line.unit ?? "" }));
    }
    if (faults.length > 0) continue;
    const name = nameFor(document.invoiceNumber);
    files.push({ name, document, xml: syntaxes[syntax](model.invoice) });
  }
  return { files, leftOut, issues: list() };
}
