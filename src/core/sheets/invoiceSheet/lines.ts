import { groupBy } from "../../base/groupBy";
import { cellAddress } from "../../grid/grid";
import type { Invoice, InvoiceLine } from "../../invoicing/invoice";
import { bandOf, FULL_WIDTH, type SheetBuilder, type Span } from "./builder";
import { Column } from "./columns";
import { amountFigure, lineFigures } from "./figures";
import { lineDetail, lineTitle } from "./lineText";
import { amountReference, type LinesTable } from "./references";
import { styles } from "./styles";

const UNIT: Span = [Column.unit, Column.unit];
/** All that stands before the amount. */
const DETAIL: Span = [Column.description, Column.unitPrice];
const DESCRIPTION: Span = [Column.description, Column.description];

export interface LinesInput {
  readonly invoice: Invoice;
  readonly linesTable: LinesTable;
}

/** What the heading of the amounts begins with; the currency follows. */
export const AMOUNT_HEADING = "Amount ";

/** Where the line table stands. */
export interface AddedLines {
  readonly headerRow: number;
  /** The area of the amounts, for their sum. */
  readonly amounts: string;
}

interface PlacedLine {
  readonly line: InvoiceLine;
  /** Among the lines of the invoice, as in the Invoice lines sheet. */
  readonly place: number;
}

function addHeader(sheet: SheetBuilder, currency: string): number {
  const { headerLeft, headerRight } = styles;
  const cells = {
    ...bandOf(FULL_WIDTH, headerLeft, "Description"),
    [Column.quantity]: { value: "Quantity", style: styles.headerQuantity },
    [Column.unit]: { value: "Unit", style: headerLeft },
    [Column.unitPrice]: { value: "Unit price", style: headerRight },
    [Column.amount]: { value: AMOUNT_HEADING + currency, style: headerRight },
  };
  return sheet.add(cells, 20);
}

/** Two rows: the figures, and below them in small type the period and how the amount comes about. */
function addLine(
  sheet: SheetBuilder,
  { line, place }: PlacedLine,
  { invoice, linesTable }: LinesInput,
): void {
  const title = lineTitle(line);
  const { quantity, unitPrice } = lineFigures(line, invoice.currency);
  const amount = amountFigure(line.amount, invoice.currency).cell;
  const span = quantity === undefined && line.unit === "" ? DETAIL : DESCRIPTION;
  const height = Math.max(
    sheet.heightOf(title, span, styles.text),
    sheet.heightOf(line.unit, UNIT, styles.text),
  );
  const row = sheet.add(
    {
      [Column.description]: { value: title, style: styles.text },
      [Column.quantity]: quantity?.cell,
      [Column.unit]: line.unit === "" ? undefined : { value: line.unit, style: styles.text },
      [Column.unitPrice]: unitPrice?.cell,
      [Column.amount]: { ...amount, formula: amountReference(linesTable, place) },
    },
    height,
  );
  sheet.merge(row, span);
  sheet.paragraphs(lineDetail(line), DETAIL, styles.small, 4);
}

/** The heading of one contract's lines, with its own order number where the invoice has no common one. */
function contractHeading(contractId: string, lines: readonly PlacedLine[], invoice: Invoice): string {
  const own = lines.find(({ line }) => line.item !== undefined)?.line.item?.contract.poNumber ?? "";
  const order = invoice.poNumber === "" && own !== "" ? `, PO number ${own}` : "";
  return contractId === "" ? "Other" : `Contract ${contractId}${order}`;
}

/** The line table; an invoice of several contracts has a heading for each. */
export function addLines(sheet: SheetBuilder, input: LinesInput): AddedLines {
  const { invoice } = input;
  const headerRow = addHeader(sheet, invoice.currency);
  sheet.gap(4);
  const placed = invoice.lines.map((line, place): PlacedLine => ({ line, place }));
  const contracts = groupBy(placed, ({ line }) => line.contractId);
  for (const [contractId, lines] of contracts) {
    if (contracts.size > 1) {
      const value = contractHeading(contractId, lines, invoice);
      sheet.gap(6);
      sheet.add({ [Column.description]: { value, style: styles.contract } }, 18);
    }
    for (const line of lines) addLine(sheet, line, input);
  }
  const first = cellAddress({ row: headerRow + 1, column: Column.amount });
  sheet.gap(2);
  const last = cellAddress({ row: sheet.rows.length - 1, column: Column.amount });
  return { headerRow, amounts: `${first}:${last}` };
}
