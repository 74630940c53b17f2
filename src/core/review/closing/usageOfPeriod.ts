import { contains, type Period } from "../../calendar/period";
import { countRows } from "../../metering/foldedRows";
import { quantityOf } from "../../metering/readings";
import { RowState } from "../../metering/usage";
import { hashOfTexts, UNIT_SEPARATOR } from "../../schema/rowHash";
import { momentText } from "../../schema/valueText";
import type { ReviewBook } from "../seal/reviewBook";

/** The usage of some days: how many rows, and a hash that no order of rows changes. */
export interface UsageOfPeriod {
  readonly rows: number;
  readonly hash: string;
}

/** What the usage of a period is read from. */
export type UsageBook = Pick<ReviewBook, "metered" | "catalog" | "sha256">;

/** Rows of Usage dated in a period, from the top, with what closing keeps of each. */
function rowsOfPeriod({ metered, catalog }: UsageBook, period: Period) {
  const found: { readonly row: number; readonly text: string }[] = [];
  const usage = metered?.usage;
  for (let row = 0; usage && row < usage.rowCount; row++) {
    const moment = usage.moments[row]!;
    const day = Math.floor(moment);
    if (usage.state[row] === RowState.blank || !contains(period, day)) continue;
    const contract = catalog.contracts[usage.contractOf[row]!]?.contractId ?? "";
    const meter = usage.meterNames[usage.meterOf[row]!] ?? "";
    const when = momentText({ day, time: moment - day });
    found.push({ row, text: [contract, meter, when, quantityOf(usage, row).toFixed()].join(UNIT_SEPARATOR) });
  }
  return found;
}

const rowsIn = ({ metered }: UsageBook, found: readonly { readonly row: number }[]): number =>
  metered
    ? countRows(
        metered.usage,
        found.map(({ row }) => row),
      )
    : 0;

const hashOf = (rows: readonly { readonly text: string }[], { sha256 }: UsageBook): string =>
  hashOfTexts(rows.map(({ text }) => text).sort(), sha256);

/** All rows of Usage dated in a period, as closing keeps them. */
export function usageOfPeriod(book: UsageBook, period: Period): UsageOfPeriod {
  const rows = rowsOfPeriod(book, period);
  return { rows: rowsIn(book, rows), hash: hashOf(rows, book) };
}

/** The usage of a closed period beside what was closed. */
export interface ClosedUsage {
  readonly now: UsageOfPeriod;
  readonly isUnchanged: boolean;
  /**
   * Rows that came after the period was closed: of 9 rows the last two, where the first seven are those that were closed.
   * Undefined where the closed ones are not the first ones, or not there any more.
   */
  readonly later: readonly number[] | undefined;
}

/** Compares the usage of a period with what was closed; undefined where nobody noted what that was. */
export function closedUsageOf(
  book: UsageBook,
  period: Period,
  closed: { readonly usageRows?: number | undefined; readonly usageHash?: string | undefined },
): ClosedUsage | undefined {
  const { usageRows, usageHash } = closed;
  if (usageHash === undefined) return undefined;
  const rows = rowsOfPeriod(book, period);
  const now = { rows: rowsIn(book, rows), hash: hashOf(rows, book) };
  if (now.hash === usageHash) return { now, isUnchanged: true, later: [] };
  const isWhole =
    usageRows !== undefined &&
    usageRows < rows.length &&
    hashOf(rows.slice(0, usageRows), book) === usageHash;
  const later = isWhole ? rows.slice(usageRows).map(({ row }) => row) : undefined;
  return { now, isUnchanged: false, later };
}
