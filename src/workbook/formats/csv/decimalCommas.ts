import { CellKind, decimalSignsIn, type Grid, type GridColumn } from "../../../core/api";

const hasFraction = ({ kinds, values }: GridColumn): boolean =>
  kinds.some((kind, row) => kind === CellKind.number && !Number.isInteger(values[row]));

export const showsComma = ({ texts }: GridColumn): boolean => decimalSignsIn(texts).has(",");

/**
 * Whether a column that was read with decimal points shows a decimal comma: beside 2.500,75 a 1.234 is no decimal, and
 * its column decides. Between semicolons no point is taken for one.
 */
export const hasCommaBesidePoint = ({ columns }: Grid): boolean =>
  columns.some((column) => hasFraction(column) && showsComma(column));
