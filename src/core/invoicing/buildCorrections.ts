import { DRAFT } from "../documents/draftKey";
import { groupBy, type Group } from "../base/groupBy";
import { formatPeriod } from "../calendar/period";
import { concessionTest } from "../documents/corrections";
import { minorDigits } from "../money/currency";
import { reasonsOf, type AssignedAdjustment } from "./adjustments";
import { correctionLines, correctionTaxes, takenByShares } from "./correctionLines";
import { lessTaken } from "./creditable";
import type { Invoice } from "./invoice";
import { makeDraft, type DraftingRun } from "./makeDraft";
import type { Correction } from "./correctedInvoices";
import type { TaxPart } from "./taxParts";

/** An adjustment that corrects an invoice, as it was placed. */
type AssignedCorrection = AssignedAdjustment & { readonly correction: Correction };

const isCorrection = (assigned: AssignedAdjustment): assigned is AssignedCorrection =>
  assigned.correction !== undefined;

/** An amount below half a minor unit corrects nothing. */
const correctsSomething = ({ correction }: AssignedCorrection) => correction.shares.length > 0;

const isCredit = ({ adjustment }: AssignedAdjustment) => adjustment.amount.isNegative();

const sharesOf = (corrections: readonly AssignedCorrection[]) =>
  corrections.flatMap(({ correction }) => correction.shares);

/** One document that corrects an invoice, of which so much is left. */
function correctionDocument(
  corrections: readonly AssignedCorrection[],
  kind: string,
  left: readonly TaxPart[],
  { run, settings, catalog }: DraftingRun,
): Invoice {
  const { invoice, currency } = corrections[0]!.correction;
  const lines = corrections.flatMap((entry) =>
    correctionLines(entry.adjustment, entry.contract, entry.correction),
  );
  const rounding = { digits: minorDigits(currency), taxRounding: settings.taxRounding };
  const taxes = correctionTaxes(sharesOf(corrections), left, rounding, catalog);
  return makeDraft(
    {
      key: `${DRAFT}${kind}-${invoice.invoiceNumber}-${formatPeriod(run.period)}`,
      contracts: [...new Set(corrections.map(({ contract }) => contract))],
      currency,
      taxed: { lines, taxes },
      corrects: invoice.invoiceNumber,
      reasonCode: reasonsOf(corrections),
    },
    { run, settings, catalog },
  );
}

/** The documents that correct one invoice, in the order in which they take of it. */
function correctionsOf(corrections: Group<AssignedCorrection>, input: DraftingRun): Invoice[] {
  const { settings } = input;
  const { currency, left } = corrections[0].correction;
  const isConcession = concessionTest(settings);
  const credits = corrections.filter(isCredit);
  // Whether a credit is a concession is told of a whole document, so the two never share one.
  const concessions = credits.filter(({ adjustment }) => isConcession(adjustment.reasonCode));
  const others = credits.filter((credit) => !concessions.includes(credit));
  const charges = corrections.filter((entry) => !isCredit(entry));
  const groups = [
    { group: others, kind: "CN" },
    { group: concessions, kind: others.length > 0 ? "CO" : "CN" },
    { group: charges, kind: "EX" },
  ];
  const rounding = { digits: minorDigits(currency), taxRounding: settings.taxRounding };
  let open = left;
  const documents: Invoice[] = [];
  for (const { group, kind } of groups) {
    if (group.length === 0) continue;
    const made = correctionDocument(group, kind, open, input);
    if (group !== charges) open = lessTaken(open, takenByShares(sharesOf(group), open, rounding));
    documents.push(made);
  }
  return documents;
}

/**
 * Documents of the adjustments that name the invoice they correct: credit notes, one for corrections and one for
 * concessions, and an invoice over extra charges.
 */
export function buildCorrections(adjustments: readonly AssignedAdjustment[], input: DraftingRun): Invoice[] {
  const corrections = adjustments.filter(isCorrection).filter(correctsSomething);
  const byInvoice = groupBy(corrections, ({ correction }) => correction.invoice);
  return [...byInvoice.values()].flatMap((ofInvoice) => correctionsOf(ofInvoice, input));
}
