import type { Period } from "../calendar/period";
import { readCatalogTables, type CatalogTables } from "../catalog/readTables";
import type { Snapshot } from "../grid/grid";
import { cellAddress } from "../grid/grid";
import { collectIssues } from "../issues/collectIssues";
import { type Issue, unheard } from "../issues/issue";
import type { AdjustmentStep } from "../pricing/charge";
import { readSettings } from "../settings/readSettings";
import { changeTerms, type TermChange } from "../whatIf/changeTerms";
import { readOtherTerms, type OtherTerms, type TermTables } from "../whatIf/otherTerms";
import { prepareWhatIf, type WhatIf } from "../whatIf/prepareWhatIf";
import { prepareBook } from "./prepareBook";

/** What would be otherwise; what is left out stays as it is. */
export interface TermsQuestion {
  /** A workbook whose Prices and Tiers replace the book's. */
  readonly prices?: Snapshot | undefined;
  readonly changes?: readonly TermChange[];
  /** What is done to the amount of a price, in another order. */
  readonly order?: readonly AdjustmentStep[] | undefined;
}

export type AskedTerms =
  | { readonly ok: true; readonly terms: OtherTerms }
  /** Why the terms cannot be used, in half a sentence. */
  | { readonly ok: false; readonly reason: string };

/** A workbook that what-if questions can be put to, one after the other. */
export interface WhatIfSession extends WhatIf {
  readonly ask: (question: TermsQuestion) => AskedTerms;
}

const isError = ({ severity }: Issue) => severity === "error";
const told = ({ code, at, message }: Issue) => `${at.sheet}!${cellAddress(at)}  ${code}  ${message}`;

type OtherTables =
  | { readonly ok: true; readonly tables: CatalogTables }
  | { readonly ok: false; readonly reason: string };

/** The tables of a book with the Prices and Tiers of another, if all their rows can be read. */
function withPrices(tables: CatalogTables, snapshot: Snapshot): OtherTables {
  const { report, list } = collectIssues();
  const { prices, tiers } = readCatalogTables(snapshot, readSettings(snapshot, unheard), report);
  if (!prices.bound) return { ok: false, reason: "it holds no Prices that can be read" };
  const sheets = new Set([prices.bound.grid.sheet, tiers.bound?.grid.sheet]);
  // A price list need not name contracts: those are the book's.
  const isOfPrices = ({ code, at }: Issue) => code !== "MISSING_TABLE" && sheets.has(at.sheet);
  const fault = list().find((issue) => isError(issue) && isOfPrices(issue));
  if (fault) return { ok: false, reason: told(fault) };
  // In one sheet with the prices, these columns of a contract's row were of its price.
  const good = tables.isOneSheet
    ? tables.contracts.good.map((row) => ({
        ...row,
        discount: undefined,
        setupFee: undefined,
        freeUntil: undefined,
      }))
    : tables.contracts.good;
  const contracts = { ...tables.contracts, good };
  return { ok: true, tables: { ...tables, contracts, prices, tiers, isOneSheet: false } };
}

/** The terms of a question; a fault that today's terms do not have keeps them from being used. */
function askedTerms(today: TermTables, known: ReadonlySet<string>, question: TermsQuestion): AskedTerms {
  const { prices, changes = [], order } = question;
  const other: OtherTables = prices ? withPrices(today.tables, prices) : { ok: true, tables: today.tables };
  if (!other.ok) return other;
  let terms: TermTables = { ...today, tables: other.tables, order };
  for (const change of changes) {
    const changed = changeTerms(terms, change);
    if (!changed.ok) return changed;
    terms = changed.terms;
  }
  const read = readOtherTerms(terms);
  const fault = read.issues
    .filter(isError)
    .map(told)
    .find((text) => !known.has(text));
  return fault === undefined ? { ok: true, terms: read.terms } : { ok: false, reason: fault };
}

/**
 * Prepares a workbook for what-if questions about its final documents of some periods; all of them where none is given.
 * Usage is read and metered once.
 */
export function openWhatIf(snapshot: Snapshot, periods: readonly Period[] = []): WhatIfSession {
  const options = { period: periods[0], asOf: undefined, giveNumbers: false };
  const { inputs, book } = prepareBook(snapshot, options, unheard);
  const { tables, settings } = inputs;
  const whatIf = prepareWhatIf({ ...inputs, metered: book?.metered }, periods);
  const today = { tables, settings };
  const known = new Set(readOtherTerms(today).issues.filter(isError).map(told));
  return { ...whatIf, ask: (question) => askedTerms(today, known, question) };
}
