import { formatLongPeriod } from "../calendar/longDate";
import { isWhole } from "../calendar/proration";
import { metersOf } from "../catalog/readsUsage";
import type { CellRef, Snapshot } from "../grid/grid";
import type { InvoiceLine } from "../invoicing/invoice";
import { minorDigits } from "../money/currency";
import { Decimal, sum } from "../money/decimal";
import { formatExactMoney, formatMoney } from "../money/format";
import { round, type RoundingMode } from "../money/round";
import { tierLabel } from "../pricing/tiers";
import type { RatedItem } from "../rating/ratedItem";
import { exactAmount } from "../rating/ratedItem";
import { roundedOnce } from "../run/explanation";
import type { TracedInvoice } from "../run/explainInvoice";
import { amountStyle, boldAmountStyle } from "../sheets/styles";
import { lineFigures, type ExactCell } from "./lineFigures";
import { EvidencePage, Column, type Figure } from "./page";
import { LISTED_ROWS, referenceTo, sourceRows, sumOfRows, type SourceRow } from "./sourceRows";
import { momentWords, peaksClause, priceClause, usageClause } from "./words";

/** A line of the document with its number and what it was rated from. */
export interface NumberedLine {
  readonly number: number;
  readonly line: InvoiceLine;
}

/** The lines of one price (or commitment) of a document, which are rounded and shared together. */
export interface ItemLines {
  readonly item: RatedItem;
  readonly lines: readonly NumberedLine[];
}

export interface ItemInput {
  readonly traced: TracedInvoice;
  readonly snapshot: Snapshot;
  readonly page: EvidencePage;
}

/** Where the amounts of lines stand in the sheet, by their number. */
export type AmountRows = ReadonlyMap<number, number>;

export interface SectionResult {
  readonly rows: AmountRows;
  readonly sources: readonly CellRef[];
}

const titles = {
  [Column.text]: "Step",
  [Column.quantity]: "Quantity",
  [Column.price]: "Unit price",
  [Column.fee]: "Fee",
  [Column.exact]: "Exact amount",
  [Column.rounding]: "Rounding",
  [Column.amount]: "Amount",
  [Column.source]: "Source",
};

function figure(value: Decimal, formula?: string): Figure {
  return formula === undefined ? { value } : { value, formula };
}

/** The tiers as the price has them. */
function addTiers(page: EvidencePage, { price }: RatedItem): void {
  if (!price || price.tiers.length === 0) return;
  for (const [index, { unitPrice, flatFee }] of price.tiers.entries())
    page.step({
      text: `    Tier ${tierLabel(price.tiers, index)}`,
      figures: {
        [Column.price]: figure(unitPrice),
        ...(flatFee.isZero() ? {} : { [Column.fee]: figure(flatFee) }),
      },
    });
}

/** The rows behind a quantity: the first by themselves, the others together. */
function addUsageRows({ page }: ItemInput, rows: readonly SourceRow[]): void {
  for (const row of rows.slice(0, LISTED_ROWS))
    page.step({
      text: `    ${momentWords(row.moment)}`,
      figures: {
        [Column.quantity]: figure(row.quantity, row.isPlain ? referenceTo(row.at) : undefined),
      },
      source: row.at,
    });
  const rest = rows.slice(LISTED_ROWS);
  if (rest.length === 0) return;
  const together = sumOfRows(rest);
  page.step({
    text: `    and ${String(rest.length)} more ${rest.length === 1 ? "row" : "rows, together"}`,
    figures: { [Column.quantity]: figure(together.value, together.formula) },
    source: rest[0]!.at,
  });
}

/** The quantity of a price over the rows below it; its cell, which the lines of the price share. */
function addUsage(input: ItemInput, { item }: ItemLines, rows: readonly SourceRow[]): string | undefined {
  const { page, traced } = input;
  const { quantity, price } = item;
  if (quantity === undefined || !price || item.kind === "commitment") return undefined;
  const meter = traced.book.meters.get(price.meter);
  const isStep = price.model.reads === "peaks";
  const row = page.sheet.rows.length;
  const cell = (at: number) => EvidencePage.cell(at, Column.quantity);
  const listed = Math.min(rows.length, LISTED_ROWS) + (rows.length > LISTED_ROWS ? 1 : 0);
  const added = sum(rows.map((row) => row.quantity));
  const isSum = !isStep && meter.aggregation === "sum" && listed > 0 && added.equals(quantity);
  page.step({
    text: isStep ? peaksClause(metersOf(price), rows.length) : usageClause(meter, rows.length),
    figures: {
      [Column.quantity]: figure(
        quantity,
        isSum ? `ROUND(SUM(${cell(row + 1)}:${cell(row + listed)}),9)` : undefined,
      ),
    },
    source: rows[0]?.at,
  });
  addUsageRows(input, rows);
  return cell(row);
}

/** The share of a full period that was cut off, as a figure that lines multiply by; undefined for a whole period. */
function addShare({ page }: ItemInput, { item }: ItemLines): string | undefined {
  const { fraction, part, full } = item;
  if (isWhole(fraction)) return undefined;
  const { numerator, denominator } = fraction;
  const row = page.step({
    text: `Share of the period: ${formatLongPeriod(part)} is ${String(numerator)} of the ${String(denominator)} days from ${formatLongPeriod(full)}`,
    figures: {
      [Column.quantity]: figure(new Decimal(numerator)),
      [Column.price]: figure(new Decimal(denominator)),
    },
  });
  return `${EvidencePage.cell(row, Column.quantity)}/${EvidencePage.cell(row, Column.price)}`;
}

/** The lines that bear a unit of the rounding, so that all of them add up. */
function sharedWords({ item, lines }: ItemLines, digits: number, mode: RoundingMode): string {
  const numbers = lines
    .filter(
      ({ line }, index) => !round(item.lines[index]?.amount ?? line.amount, digits, mode).equals(line.amount),
    )
    .map(({ number }) => `line ${String(number)}`);
  if (numbers.length === 0) return "";
  const takes = numbers.length === 1 ? "takes" : "take";
  return ` So that the lines add up to it, ${numbers.join(" and ")} ${takes} the smallest unit that is over or missing (largest remainder first).`;
}

/** How the exact amount of the price became the one that its lines share. */
function roundingWords(group: ItemLines, { traced }: ItemInput): string {
  const { item, lines } = group;
  const { currency } = traced.invoice;
  const { settings } = traced.book;
  const exact = exactAmount(item);
  const billed = formatMoney(sum(lines.map(({ line }) => line.amount)), currency);
  if (lines.every(({ line }, index) => item.lines[index]?.amount.equals(line.amount)))
    return `The exact amount, ${billed}, needs no rounding.`;
  const digits = minorDigits(currency);
  const shown = formatExactMoney(exact.toSignificantDigits(15), currency);
  const whole = roundedOnce(settings, `the price's exact amount, ${shown},`);
  const how = `(${settings.roundingMode.replace("_", " ")}) to ${String(digits)} decimals`;
  return `T${whole.slice(1)} ${how}: ${billed} here.${sharedWords(group, digits, settings.roundingMode)}`;
}

/** One price of the document: its row, tiers, usage, share of days, and each of its lines with the formula of its amount. */
export function addItem(input: ItemInput, group: ItemLines): SectionResult {
  const { page, traced, snapshot } = input;
  const { item, lines } = group;
  const { usage } = traced;
  const { currency } = traced.invoice;
  const first = lines[0]!.number;
  const last = lines.at(-1)!.number;
  const numbers = first === last ? `Line ${String(first)}` : `Lines ${String(first)} to ${String(last)}`;
  page.heading(`${numbers}: ${lines[0]!.line.product}, ${formatLongPeriod(item.part)}`);
  page.header(titles);
  const rows = usage && item.rows.length > 0 ? sourceRows(snapshot, usage, item.rows) : [];
  if (item.price) page.step({ text: priceClause(item.price, currency), source: item.price.at });
  else page.step({ text: "Minimum commitment of the contract", source: item.contract.at });
  addTiers(page, item);
  const metered = addUsage(input, group, rows);
  const share = addShare(input, group);
  const placed = new Map<number, number>();
  const before: ExactCell[] = [];
  for (const [index, { number, line }] of lines.entries()) {
    const row = page.sheet.rows.length;
    const { figures, exact } = lineFigures({ item, index, row, share, metered, before });
    const cells = [Column.exact, Column.rounding].map((column) => EvidencePage.cell(row, column));
    page.step({
      text: `Line ${String(number)}: ${line.explanation}`,
      figures: {
        ...figures,
        [Column.rounding]: figure(line.amount.minus(exact)),
        [Column.amount]: {
          value: line.amount,
          formula: `ROUND(${cells.join("+")},${String(minorDigits(currency))})`,
          style: boldAmountStyle(currency),
        },
      },
    });
    before.push({ row, value: exact });
    placed.set(number, row);
  }
  if (lines.length > 1) {
    const area = [before[0]!, before.at(-1)!].map(({ row }) => EvidencePage.cell(row, Column.amount));
    const billed = sum(lines.map(({ line }) => line.amount));
    page.step({
      text: `${numbers} together`,
      isStrong: true,
      figures: {
        [Column.amount]: {
          value: billed,
          formula: `ROUND(SUM(${area.join(":")}),${String(minorDigits(currency))})`,
          style: amountStyle(currency),
        },
      },
    });
  }
  page.note(roundingWords(group, input));
  const sources = [item.price?.at ?? item.contract.at, ...rows.slice(0, LISTED_ROWS).map(({ at }) => at)];
  return { rows: placed, sources };
}
