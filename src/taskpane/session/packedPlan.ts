import {
  allRows,
  Decimal,
  type AppendedRows,
  type CellStyle,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
  type WritePlan,
} from "../../core/api";

/** A Decimal cannot be cloned: it holds a function, and would lose its methods. */
interface PackedDecimal {
  readonly decimal: string;
}

/** A cell with its Decimal as text, and its style as a place in the plan's list of styles. */
type PackedCell = Omit<PlannedCell, "value" | "style"> & {
  readonly value: Exclude<PlannedCell["value"], Decimal> | PackedDecimal;
  readonly style?: number;
};
type PackedRow = readonly (PackedCell | null)[];

/** A plan without its rows, which follow in parts. */
export interface PackedPlan {
  readonly sheets: readonly Omit<PlannedSheet, "rows">[];
  readonly rest: Omit<WritePlan, "sheets" | "appended">;
  readonly appended: readonly Omit<AppendedRows, "rows">[];
  readonly styles: readonly CellStyle[];
  /** How many parts follow. */
  readonly parts: number;
}

/** Some rows of a sheet, or some that are appended to one, in order. */
export interface PlanPart {
  /** Index among the sheets and, behind them, what is appended. */
  readonly target: number;
  /** PackedRow[] as JSON, which a page reads several times as fast as it takes in a clone of so many objects. */
  readonly rows: string;
}

/** So few cells take the page less time to unpack than it may stand still without being noticed. */
const CELLS_IN_PART = 5000;

class StyleList {
  readonly styles: CellStyle[] = [];
  private readonly indexes = new Map<CellStyle, number>();

  indexOf(style: CellStyle): number {
    let index = this.indexes.get(style);
    if (index === undefined) this.indexes.set(style, (index = this.styles.push(style) - 1));
    return index;
  }
}

function packRow(row: PlannedRow, styles: StyleList): PackedRow {
  return row.map((cell) => {
    if (!cell) return null;
    const { style, ...rest } = cell;
    const { value } = rest;
    const plain =
      typeof value === "object" ? { ...rest, value: { decimal: value.toString() } } : { ...rest, value };
    return style ? { ...plain, style: styles.indexOf(style) } : plain;
  });
}

function unpackRow(row: PackedRow, styles: readonly CellStyle[]): PlannedRow {
  return row.map((cell) => {
    if (!cell) return null;
    const { style, ...rest } = cell;
    const { value } = rest;
    const plain = { ...rest, value: typeof value === "object" ? new Decimal(value.decimal) : value };
    return style === undefined ? plain : { ...plain, style: styles[style]! };
  });
}

/** Rows of a sheet in parts of a bearable size. */
function partsOf(target: number, rows: readonly PackedRow[]): PlanPart[] {
  const parts: PlanPart[] = [];
  let first = 0;
  let cells = 0;
  rows.forEach((row, index) => {
    cells += row.length;
    if (cells < CELLS_IN_PART && index < rows.length - 1) return;
    parts.push({ target, rows: JSON.stringify(rows.slice(first, index + 1)) });
    first = index + 1;
    cells = 0;
  });
  return parts;
}

/**
 * A plan as it can cross to the page: the plan first and then its rows, part by part, so that the page can paint
 * between them. Styles stay shared: the writers count on few of them.
 */
export function packPlan(plan: WritePlan): {
  readonly head: PackedPlan;
  readonly parts: readonly PlanPart[];
} {
  const { sheets, appended, ...rest } = plan;
  const styles = new StyleList();
  const pack = (rows: readonly PlannedRow[]) => rows.map((row) => packRow(row, styles));
  const parts = [...sheets, ...appended].flatMap(({ rows }, index) => partsOf(index, pack(allRows(rows))));
  const head = {
    sheets: sheets.map(({ rows: _rows, ...sheet }) => sheet),
    rest,
    appended: appended.map(({ rows: _rows, ...area }) => area),
    styles: styles.styles,
    parts: parts.length,
  };
  return { head, parts };
}

/** Puts a plan together again from its parts. */
export class PlanUnpacker {
  private readonly rows: PlannedRow[][];
  private missing: number;

  constructor(private readonly head: PackedPlan) {
    this.rows = [...head.sheets, ...head.appended].map(() => []);
    this.missing = head.parts;
  }

  add({ target, rows }: PlanPart): void {
    this.missing--;
    for (const row of JSON.parse(rows) as PackedRow[])
      this.rows[target]!.push(unpackRow(row, this.head.styles));
  }

  /** The plan once all parts are there. */
  whole(): WritePlan | undefined {
    if (this.missing > 0) return undefined;
    const { sheets, rest, appended } = this.head;
    return {
      ...rest,
      sheets: sheets.map((sheet, index) => ({ ...sheet, rows: this.rows[index]! })),
      appended: appended.map((area, index) => ({ ...area, rows: this.rows[sheets.length + index]! })),
    };
  }
}
