import { cellAddress, type CellRef } from "../grid/grid";
import { Decimal } from "../money/decimal";
import { SheetBuilder } from "../sheets/invoiceSheet/builder";
import { colors, sizes } from "../sheets/invoiceSheet/styles";
import { heightOfLines } from "../sheets/invoiceSheet/text";
import { pageBreaks } from "../sheets/invoiceSheet/pages";
import type { CellStyle, PageSetup, PlannedCell } from "../sheets/plan";
import { quantityStyle } from "../sheets/styles";

/** Columns of the sheet: words, then figures from left to right as they are multiplied and added, then where from. */
export const Column = {
  text: 0,
  quantity: 1,
  price: 2,
  fee: 3,
  exact: 4,
  rounding: 5,
  amount: 6,
  source: 7,
} as const;
type FigureColumn = (typeof Column)["quantity" | "price" | "fee" | "exact" | "rounding" | "amount"];

/** Characters, together those of an A4 page on its side. */
const WIDTHS = [50, 13, 14, 12, 16, 13, 14, 22];
const WHOLE_WIDTH = [Column.text, Column.source] as const;
/** Figures between the steps: more decimals would be noise, and 15 digits of a float are all the same then. */
const STEP_DECIMALS = 10;

const text: CellStyle = { size: sizes.text, vertical: "top", wrap: true };
const looks = {
  title: { size: 18, bold: true, color: colors.accent, vertical: "center" },
  heading: { size: 11, bold: true, color: colors.accent, vertical: "center" },
  header: { size: 9, bold: true, color: colors.accent, fill: colors.band, vertical: "center" },
  headerRight: {
    size: 9,
    bold: true,
    color: colors.accent,
    fill: colors.band,
    vertical: "center",
    align: "right",
  },
  text,
  strong: { ...text, bold: true },
  small: { ...text, size: sizes.small, color: colors.muted },
  source: { size: sizes.text, vertical: "top", align: "right" },
  warning: { ...text, bold: true, color: colors.warning, fill: colors.warningBand },
} as const satisfies Record<string, CellStyle>;

/** A figure with the native formula that leads to it. */
export interface Figure {
  readonly value: Decimal;
  readonly formula?: string;
  readonly style?: CellStyle;
}

/** A row of the sheet as it is read aloud. */
export interface Step {
  readonly text: string;
  readonly value: Decimal | undefined;
  readonly formula: string;
}

export interface StepRow {
  readonly text: string;
  readonly figures?: Partial<Readonly<Record<FigureColumn, Figure>>>;
  readonly source?: CellRef | undefined;
  readonly isStrong?: boolean;
}

/** `Usage!D5`, as people write the column of a cell. */
const cellText = (at: CellRef): string => `${at.sheet}!${cellAddress(at)}`;

/** The evidence as rows from top to bottom; what a formula needs of a row is its number. */
export class EvidencePage {
  readonly sheet = new SheetBuilder(WIDTHS);
  private recorded: Step[] = [];

  /** A figure's cell, for formulas: `$E$12`. */
  static cell(row: number, column: FigureColumn): string {
    const address = cellAddress({ row, column: column });
    return address.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  }

  /** The steps since it was asked last. */
  takeSteps(): readonly Step[] {
    const steps = this.recorded;
    this.recorded = [];
    return steps;
  }

  title(value: string): void {
    this.sheet.merge(this.sheet.add({ [Column.text]: { value, style: looks.title } }, 26), WHOLE_WIDTH);
  }

  heading(value: string): void {
    this.sheet.gap(8);
    const row = this.sheet.add({ [Column.text]: { value, style: looks.heading } }, 18);
    this.sheet.kept.add(row);
  }

  header(titles: Partial<Readonly<Record<number, string>>>): number {
    const cells: Record<number, PlannedCell> = {};
    for (let column = 0; column < WIDTHS.length; column++) {
      const style = column === Column.text ? looks.header : looks.headerRight;
      cells[column] = { value: titles[column] ?? "", style };
    }
    const row = this.sheet.add(cells, 16);
    this.sheet.kept.add(row);
    return row;
  }

  note(value: string, look: "small" | "text" | "warning" = "small"): void {
    if (value !== "") this.sheet.paragraphs(value, [Column.text, Column.amount], looks[look]);
  }

  /** A row of the calculation; returns its 0-based number. */
  step({ text: value, figures = {}, source, isStrong = false }: StepRow): number {
    const look = isStrong ? looks.strong : looks.text;
    const cells: Record<number, PlannedCell | undefined> = { [Column.text]: { value, style: look } };
    let last: Figure | undefined;
    for (const column of [
      Column.quantity,
      Column.price,
      Column.fee,
      Column.exact,
      Column.rounding,
      Column.amount,
    ]) {
      const figure = figures[column];
      if (!figure) continue;
      last = figure;
      const style = {
        ...(figure.style ?? quantityStyle(figure.value)),
        size: sizes.text,
        vertical: "top" as const,
      };
      cells[column] = {
        value: figure.value,
        style: isStrong ? { ...style, bold: true } : style,
        ...(figure.formula === undefined ? {} : { formula: figure.formula }),
      };
    }
    if (source)
      cells[Column.source] = {
        value: cellText(source),
        style: looks.source,
        ...(source.line === undefined ? { link: source } : {}),
      };
    this.recorded.push({ text: value.trim(), value: last?.value, formula: last?.formula ?? "" });
    const lines = this.sheet.wrapped(value, [Column.text, Column.text], looks.text).length;
    return this.sheet.add(cells, heightOfLines(lines, sizes.text));
  }
}

/** Points between the margins of a page on its side; the lower of A4 and Letter at the sheet's scale. */
const PAGE_HEIGHT = 525;

/** How the sheet is printed: on one page where it fits, else broken between its sections. */
export function pageSetup({ sheet }: EvidencePage, footer: string): PageSetup {
  const heights = sheet.rows.map((_, row) => sheet.heights.get(row) ?? 0);
  const isShort = heights.reduce((total, height) => total + height, 0) <= PAGE_HEIGHT;
  const { kept } = sheet;
  // No row is repeated: every section has a header of its own.
  const breaks = { heights, kept, headerRow: heights.length, pageHeight: PAGE_HEIGHT };
  return { orientation: "landscape", footer, ...(isShort ? { pages: 1 } : { breaks: pageBreaks(breaks) }) };
}

/** An exact figure as its cell holds it, and the formula that gives it. */
export function stepFigure(exact: Decimal, formula: string): Figure {
  return {
    value: exact.toDecimalPlaces(STEP_DECIMALS, Decimal.ROUND_HALF_UP),
    formula: `ROUND(${formula},${String(STEP_DECIMALS)})`,
  };
}
