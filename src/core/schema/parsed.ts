import type { IssueCode } from "../issues/issueCodes";
import type { DateOrder } from "./dateText";
import type { DecimalSign } from "./numberText";
import type { Remark } from "./remark";

/** What other cells have settled for text that could be read in two ways. */
export interface ReadContext {
  readonly decimalSign?: DecimalSign | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** The cells are of a file in which a point can only be decimal. */
  readonly isPointDecimal?: boolean;
  /** The cells are of a text file, where plain numbers are texts as well. */
  readonly isTextFile?: boolean;
  /** Some dates of the column have the day first and some the month. */
  readonly isOrderMixed?: boolean;
  /** Numbers of the column are seconds since 1970. */
  readonly isEpoch?: boolean;
  /** A month alone is its first day: the column says when something begins. */
  readonly isBegin?: boolean;
}

/** A value, perhaps with a remark, or the fault that kept the cell from being read. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly remark?: Remark }
  | { readonly ok: false; readonly fault: Remark };

export const ok = <T>(value: T, remark?: Remark): Parsed<T> =>
  remark ? { ok: true, value, remark } : { ok: true, value };
export const fault = (
  code: IssueCode,
  words?: Readonly<Record<string, string>>,
): { ok: false; fault: Remark } => ({
  ok: false,
  fault: words ? { code, words } : { code },
});

/** Whoever reads rows says where a cell may as well be left empty. */
export const mustBeFilled = { orBlank: "" };
