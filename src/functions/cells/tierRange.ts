import { isOpenBound, tierFault, zero, type Decimal, type Tier } from "../../core/api";
import { cellsOf, isBlank, plainValue, type Plain } from "./cell";
import { Fault, wrongValue } from "./fault";
import { decimalIn, readNumber } from "./read";

/** A price list as it stands in cells: rows of bound, price and fee, or a bare number. */
export interface TierRange {
  readonly rows: readonly TierRow[];
  readonly isBare: boolean;
  /** Whether any row fills the third column. */
  readonly hasFees: boolean;
}

interface TierRow {
  /** Place in the range, from 1, for messages. */
  readonly row: number;
  /** Undefined: blank. */
  readonly bound: Decimal | null | undefined;
  readonly price: Decimal | undefined;
  readonly fee: Decimal | undefined;
}

type PlainRow = readonly Plain[];

const isNothing = (value: Plain) => isBlank(value) || value === 0;

/** A header is a first row of nothing but words. */
function isHeader(row: PlainRow): boolean {
  const filled = row.filter((value) => !isBlank(value));
  const [bound = null] = row;
  if (typeof bound === "string" && !isBlank(bound) && isOpenBound(bound)) return false;
  return filled.length > 0 && filled.every((value) => typeof value === "string" && !decimalIn(value));
}

function readBound(cellName: string, value: Plain): Decimal | null | undefined {
  if (isBlank(value)) return undefined;
  if (typeof value === "string" && isOpenBound(value)) return null;
  const bound = decimalIn(value);
  if (!bound || bound.isNegative())
    throw wrongValue(cellName, value, "is no upper bound; write a number, or * for no limit.");
  return bound;
}

function readRow(values: PlainRow, row: number): TierRow {
  const rowName = `tiers, row ${String(row)}`;
  const [bound = null, price = null, fee = null] = values;
  const figure = (title: string, value: Plain) =>
    isBlank(value) ? undefined : readNumber(`${rowName}, ${title}`, value);
  return {
    row,
    bound: readBound(`${rowName}, Up to`, bound),
    price: figure("Unit price", price),
    fee: figure("Flat fee", fee),
  };
}

/**
 * Reads a tier range: Up to | Unit price | Flat fee. A header, rows without a price and trailing rows of zeros and
 * blanks are left aside.
 */
export function readTierRange(range: unknown): TierRange {
  const cells = cellsOf(range).map((row, index) =>
    row.map((raw) => plainValue(`tiers, row ${String(index + 1)}`, raw)),
  );
  const width = cells[0]?.length ?? 0;
  if (width === 0 || (cells.length === 1 && width === 1)) return bareNumber(cells[0]?.[0] ?? null);
  if (width === 1 || width > 3)
    throw new Fault(
      "value",
      `tiers: the range has ${width === 1 ? "one column" : `${String(width)} columns`}; it needs Up to and Unit price, and may have Flat fee.`,
    );
  let end = cells.length;
  while (end > 0 && cells[end - 1]!.every(isNothing)) end--;
  const rows = cells
    .map((row, index) => [row, index] as const)
    .slice(isHeader(cells[0]!) ? 1 : 0, end)
    .filter(([row]) => !row.slice(1).every(isBlank))
    .map(([row, index]) => readRow(row, index + 1));
  if (rows.length === 0)
    throw new Fault("value", "tiers: there is no row with a price; * is a free last tier.");
  return { rows, isBare: false, hasFees: rows.some(({ fee }) => fee !== undefined) };
}

function bareNumber(value: Plain): TierRange {
  const price = readNumber("tiers", value);
  return { rows: [{ row: 1, bound: null, price, fee: undefined }], isBare: true, hasFees: false };
}

/** The rows as tiers; a blank or 0 in the last row means no limit. */
export function tiersOf({ rows, hasFees }: TierRange, tiersAreFees: boolean): Tier[] {
  const tiers = rows.map(({ row, bound, price = zero, fee = zero }, index): Tier => {
    const isOpen = bound === undefined || bound === null || bound.isZero();
    if (isOpen && index < rows.length - 1)
      throw new Fault(
        "value",
        `tiers, row ${String(row)}: only the last tier can be without an upper bound.`,
      );
    const upTo = isOpen ? null : bound;
    if (!tiersAreFees) return { upTo, unitPrice: price, flatFee: fee };
    return { upTo, unitPrice: zero, flatFee: hasFees ? fee : price };
  });
  const fault = tierFault(tiers);
  if (fault !== undefined) throw new Fault("value", `tiers: ${fault}.`);
  return tiers;
}
