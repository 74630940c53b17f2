import { parseIsoDay } from "../../calendar/day";
import { Decimal } from "../../money/decimal";
import type { Column, ColumnKind } from "../../schema/column";
import type { PlannedCell } from "../../sheets/plan";
import { dateStyle, momentStyle, percentStyle } from "../../sheets/styles";

/** Rows of a table as a file has them. */
export interface FileTable {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
}

/** The kind of the column that a header means; undefined of a column that people added. */
export type KindOf = (header: string) => ColumnKind | undefined;

const PERCENTS: ReadonlySet<Column<unknown>["kind"] | undefined> = new Set(["percent", "fraction"]);

/** A number as the column keeps it: up to 1 in a column of percents it is a fraction. */
export function numberCell(value: Decimal, kind: ColumnKind | undefined): PlannedCell {
  return PERCENTS.has(kind) && value.abs().lessThanOrEqualTo(1) ? { value, style: percentStyle } : { value };
}

/** 2026-10-05 or 2026-10-05T06:30:00 as a date; undefined for any other text. */
export function dateCell(text: string): PlannedCell | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?$/.exec(text);
  const day = match?.[1] === undefined ? undefined : parseIsoDay(match[1]);
  if (!match || day === undefined) return undefined;
  if (match[2] === undefined) return { value: day, style: dateStyle };
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]);
  return { value: new Decimal(seconds).dividedBy(86_400).plus(day), style: momentStyle };
}

const SIGNS = new Set([..."=+-@＝＋－＠"]);

/** A text without the apostrophe that guards it: the opposite of the guard. */
export function unguarded(text: string): string {
  if (!text.startsWith("'")) return text;
  const next = text.slice(1).startsWith("'") ? text[2] : text[1];
  return next !== undefined && SIGNS.has(next) ? text.slice(1) : text;
}
