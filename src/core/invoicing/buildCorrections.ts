import { groupBy } from "../base/groupBy";
import { formatPeriod } from "../calendar/period";
import { concessionTest } from "../documents/corrections";
import { minorDigits } from "../money/currency";
import { reasonsOf, type PlacedAdjustment } from "./adjustments";
import { correctionLines, correctionTaxes, takenByLines } from "./correctionLines";
import { lessTaken } from "./creditable";
import type { Invoice } from "./invoice";
import { makeDraft, type DraftingRun } from "./makeDraft";
import type { Correction } from "./placeCorrections";
import type { TaxPart } from "./taxParts";

/** An adjustment that corrects an invoice, as it was placed. */
type PlacedCorrection = PlacedAdjustment & { readonly correction: Correction };

export const isCorrection = (placed: PlacedAdjustment): placed is PlacedCorrection =>
  placed.correction !== undefined;

/** An amount below half a minor unit corrects nothing. */
const correctsSomething = ({ correction }: PlacedCorrection) => correction.shares.length > 0;

const isCredit = ({ adjustment }: PlacedAdjustment) => adjustment.amount.isNegative();

/** One document that corrects an invoice, of which so much is left. */
function correctionDocument(
  placed: readonly PlacedCorrection[],
  kind: string,
  left: readonly TaxPart[],
  { run, settings, catalog }: DraftingRun,
): Invoice {
  const { invoice, currency } = placed[0]!.correction;
  const lines = placed.flatMap((each) => correctionLines(each.adjustment, each.contract, each.correction));
  const rounding = { digits: minorDigits(currency), taxRounding: settings.taxRounding };
  return makeDraft(
    {
      key: `DRAFT-${kind}-${invoice.invoiceNumber}-${formatPeriod(run.period)}`,
      contracts: [...new Set(placed.map(({ contract }) => contract))],
      currency,
      taxed: { lines, taxes: correctionTaxes(lines, left, rounding, catalog) },
      corrects: invoice.invoiceNumber,
      reasonCode: reasonsOf(placed),
    },
    { run, settings, catalog },
  );
}

/** The documents that correct one invoice, in the order in which they take of it. */
function correctionsOf(placed: readonly PlacedCorrection[], input: DraftingRun): Invoice[] {
  const { settings } = input;
  const { currency, left } = placed[0]!.correction;
  const isConcession = concessionTest(settings);
  const credits = placed.filter(isCredit);
  // Whether a credit is a concession is told of a whole document, so the two never share one.
  const concessions = credits.filter(({ adjustment }) => isConcession(adjustment.reasonCode));
  const others = credits.filter((each) => !concessions.includes(each));
  const charges = placed.filter((each) => !isCredit(each));
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
    if (group !== charges) open = lessTaken(open, takenByLines(made.lines, open, rounding));
    documents.push(made);
  }
  return documents;
}

/**
 * Documents of the adjustments that name the invoice they correct: credit notes, one for corrections and one for
 * concessions, and an invoice over extra charges.
 */
export function buildCorrections(adjustments: readonly PlacedAdjustment[], input: DraftingRun): Invoice[] {
  const placed = adjustments.filter(isCorrection).filter(correctsSomething);
  const byInvoice = groupBy(placed, ({ correction }) => correction.invoice);
  return [...byInvoice.values()].flatMap((ofInvoice) => correctionsOf(ofInvoice, input));
}
