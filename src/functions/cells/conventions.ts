import { dateOrdersIn, decimalSignsIn, type DateOrder, type DecimalSign } from "../../core/api";

const textsOf = (cells: readonly unknown[]) =>
  cells.filter((raw): raw is string => typeof raw === "string" && raw.trim() !== "");

/** How texts of a range are to be read as numbers; a single cell has no convention. */
export interface FiguresOfRange {
  /** Undefined where nothing settles it: then a point is decimal, as it is in a single cell. */
  readonly sign: DecimalSign | undefined;
}

/** As in a column of a sheet: 2.500,75 settles 1.234 beside it. */
export function figuresIn(cells: readonly unknown[]): FiguresOfRange {
  const signs = decimalSignsIn(textsOf(cells));
  return { sign: signs.size === 1 ? [...signs][0] : undefined };
}

/** How texts of a range are to be read as dates. */
export interface DatesOfRange {
  /** Undefined where nothing settles it, or where both stand beside one another. */
  readonly order: DateOrder | undefined;
  readonly isMixed: boolean;
}

/** As in a column of a sheet: 31/10/2026 settles 3/4/2026 beside it. */
export function datesIn(cells: readonly unknown[]): DatesOfRange {
  const orders = dateOrdersIn(textsOf(cells));
  return { order: orders.size === 1 ? [...orders][0] : undefined, isMixed: orders.size > 1 };
}
