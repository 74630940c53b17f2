import { knownValue } from "../../base/knownValue";
import { groupBy } from "../../base/groupBy";
import { cellAddress } from "../../grid/grid";
import type { Invoice, InvoiceLine } from "../../invoicing/invoice";
import type { Period } from "../../calendar/period";
import { bandOf, FULL_WIDTH, type Cells, type SheetBuilder, type Span } from "./builder";
import { Column } from "./columns";
import { amountCell, type FiguresOfLines } from "./figures";
import { lineColumnsOf, type LineColumns } from "./lineColumns";
import { lineDetail, lineTitle } from "./lineText";
import { amountReference, type LinesTable } from "./references";
import { servicePeriodOf } from "./servicePeriod";
import { styles } from "./styles";
import type { DocumentWords } from "../../words/documentWords";
import { languages } from "../../words/languages";
import type { PlannedCell } from "../plan";

/** All that is before the amount. */
const DETAIL: Span = [Column.description, Column.unitPrice];

/** So many lines go with the totals to a new page. */
const LINES_WITH_TOTALS = 2;

export interface LinesInput {
  readonly invoice: Invoice;
  readonly linesTable: LinesTable;
}

const amountHeading = ({ labels }: DocumentWords): string => `${labels.amount} `;

/** Whether a text heads the amounts of a line table, in any language; the currency follows. */
export function isAmountHeading(text: string): boolean {
  return languages.some((words) => text.startsWith(amountHeading(words)));
}

/** Where the line table is. */
export interface AddedLines {
  readonly headerRow: number;
  /** The area of the amounts, for their sum. */
  readonly amounts: string;
  /** The first row that goes to a new page with the totals, so that these never stand there alone. */
  readonly closingRow: number;
}

interface NumberedLine {
  readonly line: InvoiceLine;
  /** Among the lines of the invoice, as in the Invoice lines sheet. */
  readonly lineIndex: number;
}

/** What every line of an invoice is written with. */
interface LineTable extends LinesInput {
  readonly words: DocumentWords;
  readonly columns: LineColumns;
  readonly figures: FiguresOfLines;
  readonly service: Period | undefined;
}

/** Cells at the beginning of their spans, which are merged; one whose column is left out is not there. */
function addSpanned(
  sheet: SheetBuilder,
  spanned: readonly (readonly [Span | undefined, PlannedCell | undefined])[],
  others: Cells,
  height: number,
): void {
  const cells: Record<number, PlannedCell | undefined> = { ...others };
  const used = spanned.flatMap(([span, cell]) => (span && cell ? [{ span, cell }] : []));
  for (const { span, cell } of used) cells[span[0]] = cell;
  const row = sheet.add(cells, height);
  for (const { span } of used) sheet.merge(row, span);
}

function addHeader(sheet: SheetBuilder, { invoice, words, columns }: LineTable): number {
  const { headerLeft, headerRight, headerQuantity } = styles;
  const { labels } = words;
  const amount = { value: amountHeading(words) + invoice.currency, style: headerRight };
  addSpanned(
    sheet,
    [
      [columns.description, { value: labels.description, style: headerLeft }],
      [columns.quantity, { value: labels.quantity, style: headerQuantity }],
      [columns.unit, { value: labels.unit, style: headerLeft }],
      [columns.unitPrice, { value: labels.unitPrice, style: headerRight }],
    ],
    { ...bandOf(FULL_WIDTH, headerLeft), [Column.amount]: amount },
    20,
  );
  return sheet.rows.length - 1;
}

/** The figures of a line, and below them in small type what they do not tell. */
function addLine(sheet: SheetBuilder, { line, lineIndex }: NumberedLine, table: LineTable): void {
  const { invoice, linesTable, words, columns, figures, service } = table;
  const title = lineTitle(line, words);
  const { quantity, unit, unitPrice } = knownValue(figures, line);
  const amount = amountCell(line.amount, amountReference(linesTable, lineIndex), invoice.currency);
  const isAmountAlone = quantity === undefined && unit === "" && unitPrice === undefined;
  const titleSpan = isAmountAlone ? DETAIL : columns.description;
  const unitCell = unit === "" ? undefined : { value: unit, style: styles.text };
  const detail = lineDetail(line, service, invoice.currency, words);
  const height = Math.max(
    sheet.heightOf(title, titleSpan, styles.text),
    columns.unit ? sheet.heightOf(unit, columns.unit, styles.text) : 0,
  );
  addSpanned(
    sheet,
    [
      [titleSpan, { value: title, style: styles.text }],
      [columns.quantity, quantity?.cell],
      [columns.unit, unitCell],
      [columns.unitPrice, unitPrice?.cell],
    ],
    { [Column.amount]: amount },
    detail === "" ? height + 3 : height,
  );
  if (detail !== "") sheet.paragraphs(detail, DETAIL, styles.small, 4);
}

/** The heading of one contract's lines, with its own order number where the invoice has no common one. */
function contractHeading(
  contractId: string,
  lines: readonly NumberedLine[],
  invoice: Invoice,
  { labels }: DocumentWords,
): string {
  const poNumber = lines.find(({ line }) => line.item !== undefined)?.line.item?.contract.poNumber ?? "";
  const order = invoice.poNumber === "" && poNumber !== "" ? `, ${labels.poNumber} ${poNumber}` : "";
  return contractId === "" ? labels.otherLines : `${labels.contract} ${contractId}${order}`;
}

/** The lines in the order in which they are printed: contract by contract. */
function numberedLines({ lines }: Invoice): ReadonlyMap<string, readonly NumberedLine[]> {
  return groupBy(
    lines.map((line, lineIndex): NumberedLine => ({ line, lineIndex })),
    ({ line }) => line.contractId,
  );
}

/**
 * The line table; an invoice of several contracts has a heading for each. All above the table stays on the page of the
 * first line, and a heading on that of the line below it.
 */
export function addLines(
  sheet: SheetBuilder,
  input: LinesInput,
  figures: FiguresOfLines,
  words: DocumentWords,
): AddedLines {
  const { invoice, linesTable } = input;
  const columns = lineColumnsOf(figures);
  const table: LineTable = {
    invoice,
    linesTable,
    words,
    columns,
    figures,
    service: servicePeriodOf(invoice),
  };
  const headerRow = addHeader(sheet, table);
  sheet.gap(4);
  const contracts = numberedLines(invoice);
  const lineRows: number[] = [];
  let keptFrom: number | undefined = 0;
  for (const [contractId, lines] of contracts) {
    if (contracts.size > 1) {
      const value = contractHeading(contractId, lines, invoice, words);
      keptFrom ??= sheet.rows.length;
      sheet.gap(6);
      sheet.add({ [Column.description]: { value, style: styles.contract } }, 18);
    }
    for (const line of lines) {
      const firstRow: number = keptFrom ?? sheet.rows.length;
      addLine(sheet, line, table);
      sheet.keepFrom(firstRow);
      lineRows.push(firstRow);
      keptFrom = undefined;
    }
  }
  const first = cellAddress({ row: headerRow + 1, column: Column.amount });
  sheet.gap(2);
  const last = cellAddress({ row: sheet.rows.length - 1, column: Column.amount });
  const closingRow =
    lineRows.length < LINES_WITH_TOTALS + 1 ? sheet.rows.length : lineRows.at(-LINES_WITH_TOTALS)!;
  return { headerRow, amounts: `${first}:${last}`, closingRow };
}
