import { unheard } from "../issues/issue";
import type { Period } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import { billedServiceOf, type BilledService } from "../documents/billedService";
import type { RegisteredLine } from "../documents/register";
import type { Bill, ContractCharges } from "../invoicing/chain/bill";
import { followDocumentChain } from "../invoicing/chain/chain";
import { ruledContracts } from "../invoicing/documentRules";
import type { InvoiceLine } from "../invoicing/invoice";
import { isOfRun, registerUntil } from "../invoicing/registerChanges";
import { standingLines, standsAlone } from "../invoicing/standingLines";
import { sum, zero, type Decimal } from "../money/decimal";
import type { RatedItem } from "../rating/ratedItem";
import type { Settings } from "../settings/settings";
import type { ComparedBook } from "./comparedBook";
import type { DocumentFacts } from "./documentFacts";

/** What is done to a document as a whole, as one book has it: retention, deposits, grants, tax inside the price. */
export interface DocumentRules {
  readonly catalog: Catalog;
  readonly billed: BilledService;
  /** Credits, extra charges and deposits that stand on it. */
  readonly lines: readonly InvoiceLine[];
  readonly run: { readonly period: Period; readonly asOf: number };
  readonly currency: string;
}

/** Rules over the documents of a run, by document; undefined for one that is no more than its prices. */
export function documentRules(book: ComparedBook, run: Period): (facts: DocumentFacts) => DocumentRules {
  const billed = billedServiceOf(registerUntil(book.register, run.to), book.settings);
  return ({ document, currency }) => {
    // Documents of one run draw from the same grants one after the other.
    const isBefore = ({ invoice, invoiceNumber }: RegisteredLine) =>
      invoiceNumber !== document.invoiceNumber &&
      !(invoice && isOfRun(invoice, run) && invoice.row > document.row);
    return {
      catalog: book.catalog,
      billed: { ...billed, ofTerm: (id) => billed.ofTerm(id).filter(isBefore) },
      lines: standingLines(document.lines, billed),
      run: { period: run, asOf: document.invoiceDate ?? run.to },
      currency,
    };
  };
}

/** Whether a document of some contracts is more than its prices in one of some books. */
export function isRuled(books: readonly ComparedBook[], contractIds: ReadonlySet<string>): boolean {
  return books.map(ruledContracts).some((test) => [...contractIds].some(test));
}

/** What a document comes to before tax, without what stands on it by itself. */
export function netUnderRules(
  rated: readonly { readonly contract: Contract; readonly items: readonly RatedItem[] }[],
  { catalog, billed, lines, run, currency }: DocumentRules,
  settings: Settings,
): Decimal {
  const charges = rated.map((each): ContractCharges => ({ ...each, adjustments: [], hasUsage: false }));
  const [first, ...others] = charges;
  if (!first) return zero;
  const bill: Bill = { key: "", charges: [first, ...others], currency, lines, taxes: [] };
  const input = { run, catalog, settings, billed, standing: billed, report: unheard };
  const made = followDocumentChain([bill], input).flatMap((each) => each.lines);
  return sum(made.flatMap((line) => (standsAlone(line) ? [] : line.amount)));
}
