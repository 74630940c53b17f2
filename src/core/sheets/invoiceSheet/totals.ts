import type { Settings } from "../../settings/settings";
import { cellAddress } from "../../grid/grid";
import type { Invoice, TaxGroup } from "../../invoicing/invoice";
import { minorDigits } from "../../money/currency";
import { bandOf, FULL_WIDTH, type SheetBuilder, type Span } from "./builder";
import { Column } from "./columns";
import { amountFigure, figureStyles, taxBaseStyles } from "./figures";
import { LineFormulas, type LinesTable } from "./references";
import { styles } from "./styles";
import { restTerm } from "../formulas";
import { dueWords } from "./wording";
import type { InvoiceWords } from "./words/invoiceWords";

const BLOCK: Span = [Column.quantity, Column.amount];
const TAX_LABEL: Span = [Column.quantity, Column.unit];

export interface TotalsInput {
  readonly invoice: Invoice;
  readonly settings: Pick<Settings, "taxRounding">;
  readonly linesTable: LinesTable;
}

const amountAt = (row: number): string => cellAddress({ row, column: Column.amount });

/** The tax's name with its rate, which many names have already; where a reason is below, there is no rate. */
function taxLabel({ name, rate, exemptionReason }: TaxGroup, { notation }: InvoiceWords): string {
  const shown = notation.percent(rate);
  if (rate.isZero() && exemptionReason !== "") return name;
  const isNamed = name.replace(/\s/g, "").includes(shown.replace(/\s/g, ""));
  return isNamed ? name : `${name} ${shown}`;
}

/** One row a tax: what it is, what it was taken of, its amount; below it why none is charged. */
function addTax(
  sheet: SheetBuilder,
  group: TaxGroup,
  { invoice, settings }: TotalsInput,
  lines: LineFormulas,
  words: InvoiceWords,
): void {
  const label = taxLabel(group, words);
  const { currency } = invoice;
  const row = sheet.rows.length;
  const net = amountFigure(group.net, currency, taxBaseStyles(words)).cell;
  const tax = amountFigure(group.tax, currency).cell;
  const rate = group.rate.toString();
  const ofNet = lines.rounded(`${cellAddress({ row, column: Column.unitPrice })}*${rate}`);
  const ofLines = settings.taxRounding === "line" ? lines.taxByLine(group) : ofNet;
  const rest = restTerm([group]);
  const formula = rest === "" ? ofLines : lines.rounded(ofLines + rest);
  sheet.add(
    {
      [Column.quantity]: { value: label, style: styles.text },
      [Column.unitPrice]: { ...net, formula: lines.net(group) },
      [Column.amount]: { ...tax, formula },
    },
    sheet.heightOf(label, TAX_LABEL, styles.text) + 3,
  );
  sheet.merge(row, TAX_LABEL);
  if (group.rate.isZero() && group.exemptionReason !== "") {
    sheet.paragraphs(group.exemptionReason, BLOCK, styles.remark, 3);
  }
}

/** What is owed, or what is given back, in a band that is seen first. */
function addDue(sheet: SheetBuilder, invoice: Invoice, totalRow: number, words: InvoiceWords): void {
  const { total, currency } = invoice;
  const isCredit = total.lessThan(0);
  const label = `${dueWords(invoice, words)} ${currency}`;
  const due = amountFigure(isCredit ? total.negated() : total, currency, figureStyles.due).cell;
  sheet.gap(5);
  sheet.add(
    {
      ...bandOf(BLOCK, styles.due, label),
      [Column.amount]: { ...due, formula: `${isCredit ? "-" : ""}${amountAt(totalRow)}` },
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
  words: InvoiceWords,
): number {
  const { invoice, linesTable } = input;
  const { currency, taxes } = invoice;
  const lines = new LineFormulas(linesTable, invoice.lines.length, minorDigits(currency));
  sheet.rule(FULL_WIDTH);
  sheet.gap(6);
  const subtotal = amountFigure(invoice.subtotal, currency).cell;
  const subtotalRow = sheet.add(
    {
      [Column.quantity]: { value: words.labels.subtotal, style: styles.text },
      [Column.amount]: { ...subtotal, formula: lines.rounded(`SUM(${amounts})`) },
    },
    17,
  );
  for (const group of taxes) addTax(sheet, group, input, lines, words);
  const summed = `SUM(${amountAt(subtotalRow)}:${amountAt(sheet.rows.length - 1)})`;
  sheet.rule(BLOCK);
  sheet.gap(3);
  const total = amountFigure(invoice.total, currency, figureStyles.total).cell;
  const totalRow = sheet.add(
    {
      [Column.quantity]: { value: `${words.labels.total} ${currency}`, style: styles.total },
      [Column.amount]: { ...total, formula: lines.rounded(summed) },
    },
    17,
  );
  addDue(sheet, invoice, totalRow, words);
  return subtotalRow;
}
