import type { Settings } from "../../settings/settings";
import { cellAddress } from "../../grid/grid";
import type { Invoice, TaxGroup } from "../../invoicing/invoice";
import type { OneTax } from "../../invoicing/severalTaxes";
import { minorDigits } from "../../money/currency";
import { zero, type Decimal } from "../../money/decimal";
import { bandOf, FULL_WIDTH, type SheetBuilder, type Span } from "./builder";
import { Column } from "./columns";
import { amountCell, figureStyles, taxBaseStyles } from "./figures";
import { LineFormulas, type LinesTable } from "./references";
import { styles } from "./styles";
import { restTerm } from "../formulas";
import { dueWords } from "./wording";
import type { DocumentWords } from "../../words/documentWords";

const BLOCK: Span = [Column.quantity, Column.amount];
const TAX_LABEL: Span = [Column.quantity, Column.unit];

export interface TotalsInput {
  readonly invoice: Invoice;
  readonly settings: Pick<Settings, "taxRounding">;
  readonly linesTable: LinesTable;
}

const amountAt = (row: number): string => cellAddress({ row, column: Column.amount });

/** The tax's name with its rate, which many names have already; where a reason is below, there is no rate. */
function taxLabel(
  { name, rate, exemptionReason }: Pick<TaxGroup, "name" | "rate" | "exemptionReason">,
  { notation }: DocumentWords,
): string {
  const shown = notation.percent(rate);
  if (rate.isZero() && exemptionReason !== "") return name;
  const isNamed = name.replace(/\s/g, "").includes(shown.replace(/\s/g, ""));
  return isNamed ? name : `${name} ${shown}`;
}

/** What a row of the taxes says. */
interface TaxRow {
  readonly label: string;
  readonly base: { readonly amount: Decimal; readonly formula: string };
  readonly tax: { readonly amount: Decimal; readonly formula: string };
}

function addTaxRow(sheet: SheetBuilder, row: TaxRow, currency: string, words: DocumentWords): void {
  const at = sheet.rows.length;
  sheet.add(
    {
      [Column.quantity]: { value: row.label, style: styles.text },
      [Column.unitPrice]: amountCell(row.base.amount, row.base.formula, currency, taxBaseStyles(words)),
      [Column.amount]: amountCell(row.tax.amount, row.tax.formula, currency),
    },
    sheet.heightOf(row.label, TAX_LABEL, styles.text) + 3,
  );
  sheet.merge(at, TAX_LABEL);
}

/** What a rate makes of the base beside it, or line by line, and what rounding left of it. */
function taxFormula(
  sheet: SheetBuilder,
  rate: Decimal,
  byLine: string | undefined,
  rest: Decimal,
  lines: LineFormulas,
): string {
  const base = cellAddress({ row: sheet.rows.length, column: Column.unitPrice });
  const plain = byLine ?? lines.rounded(`${base}*${rate.toString()}`);
  const left = restTerm([{ rest }]);
  return left === "" ? plain : lines.rounded(plain + left);
}

/** A row for each of several taxes; one on top is on the net and the taxes above it. */
function addSeveral(
  sheet: SheetBuilder,
  group: TaxGroup,
  several: readonly OneTax[],
  { invoice, settings }: TotalsInput,
  lines: LineFormulas,
  words: DocumentWords,
): void {
  const first = sheet.rows.length;
  const isByLine = settings.taxRounding === "line";
  for (const [index, one] of several.entries()) {
    const above = several.slice(0, index).map((_, before) => amountAt(first + before));
    const net = lines.net(group);
    const byLine = isByLine ? lines.oneTaxByLine(group, several.slice(0, index + 1)) : undefined;
    const row: TaxRow = {
      label: taxLabel({ ...one, exemptionReason: "" }, words),
      base: { amount: one.base, formula: one.isOnTop ? lines.rounded([net, ...above].join("+")) : net },
      tax: { amount: one.tax, formula: taxFormula(sheet, one.rate, byLine, one.rest, lines) },
    };
    addTaxRow(sheet, row, invoice.currency, words);
  }
}

/** One row a tax: what it is, what it was taken of, its amount; below it why none is charged. */
function addTax(
  sheet: SheetBuilder,
  group: TaxGroup,
  input: TotalsInput,
  lines: LineFormulas,
  words: DocumentWords,
): void {
  const { invoice, settings } = input;
  if (group.several) {
    addSeveral(sheet, group, group.several, input, lines, words);
    return;
  }
  const byLine = settings.taxRounding === "line" ? lines.taxByLine(group) : undefined;
  const formula = taxFormula(sheet, group.rate, byLine, group.rest ?? zero, lines);
  const row: TaxRow = {
    label: taxLabel(group, words),
    base: { amount: group.net, formula: lines.net(group) },
    tax: { amount: group.tax, formula },
  };
  addTaxRow(sheet, row, invoice.currency, words);
  if (group.rate.isZero() && group.exemptionReason !== "") {
    sheet.paragraphs(group.exemptionReason, BLOCK, styles.remark, 3);
  }
}

/** What is owed, or what is given back, in a band that is seen first. */
function addDue(sheet: SheetBuilder, invoice: Invoice, totalRow: number, words: DocumentWords): void {
  const { total, currency } = invoice;
  const isCredit = total.lessThan(0);
  const label = `${dueWords(invoice, words)} ${currency}`;
  const formula = `${isCredit ? "-" : ""}${amountAt(totalRow)}`;
  const due = amountCell(isCredit ? total.negated() : total, formula, currency, figureStyles.due);
  sheet.gap(5);
  sheet.add(
    {
      ...bandOf(BLOCK, styles.due, label),
      [Column.amount]: due,
    },
    24,
  );
}

/**
 * Subtotal, taxes, total and what is to be paid, each a formula over what is above it. Returns the row of the
 * subtotal; the first column stays free from there on.
 */
export function addTotals(
  sheet: SheetBuilder,
  input: TotalsInput,
  amounts: string,
  words: DocumentWords,
): number {
  const { invoice, linesTable } = input;
  const { currency, taxes } = invoice;
  const lines = new LineFormulas(linesTable, invoice.lines.length, minorDigits(currency));
  sheet.rule(FULL_WIDTH);
  sheet.gap(6);
  const subtotal = amountCell(invoice.subtotal, lines.rounded(`SUM(${amounts})`), currency);
  const subtotalRow = sheet.add(
    {
      [Column.quantity]: { value: words.labels.subtotal, style: styles.text },
      [Column.amount]: subtotal,
    },
    17,
  );
  for (const group of taxes) addTax(sheet, group, input, lines, words);
  const summed = `SUM(${amountAt(subtotalRow)}:${amountAt(sheet.rows.length - 1)})`;
  sheet.rule(BLOCK);
  sheet.gap(3);
  const total = amountCell(invoice.total, lines.rounded(summed), currency, figureStyles.total);
  const totalRow = sheet.add(
    {
      [Column.quantity]: { value: `${words.labels.total} ${currency}`, style: styles.total },
      [Column.amount]: total,
    },
    17,
  );
  addDue(sheet, invoice, totalRow, words);
  return subtotalRow;
}
