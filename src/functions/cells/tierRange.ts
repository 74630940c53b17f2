import { joinBands, one, parseBand, tierFault, zero } from "../../core/api";
import { isOpenBound, type Decimal, type Tier, type TierBand } from "../../core/api";
import { cellsOf, isBlank, plainValue, type Plain } from "./cell";
import { figuresIn, type FiguresOfRange } from "./conventions";
import { Fault, wrongValue } from "./fault";
import { decimalIn, readNumber } from "./read";
import { layoutOf, type TierLayout } from "./tierLayout";

/** A price list as it stands in cells: rows of bound, price and fee, or a bare number. */
export interface TierRange {
  readonly rows: readonly TierRow[];
  readonly isBare: boolean;
  /** Whether any row fills the column of fees. */
  readonly hasFees: boolean;
  /** For how many units the prices are that the header names; the prices of the rows are for one. */
  readonly pricePer: Decimal;
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

/** A row with where it begins, where that is written. */
interface WrittenRow extends TierRow {
  readonly from: Decimal | undefined;
}

const isNothing = (value: Plain) => isBlank(value) || value === 0;

/** A header is a first row of nothing but words: no bound, and no figure whatever its convention. */
function isHeader(row: PlainRow, figures: FiguresOfRange): boolean {
  const filled = row.filter((value) => !isBlank(value));
  const [bound = null] = row;
  if (typeof bound === "string" && !isBlank(bound)) {
    if (isOpenBound(bound) || (/\d/.test(bound) && parseBand(bound, ".").ok)) return false;
  }
  return (
    filled.length > 0 && filled.every((value) => typeof value === "string" && !decimalIn(value, figures))
  );
}

/** The bounds that one cell says: 1000, *, 1001-5000, up to 1000, above 5000. */
function readBand(cellName: string, value: Plain, figures: FiguresOfRange): TierBand {
  if (isBlank(value)) return { from: undefined, upTo: undefined };
  const bound = decimalIn(value, figures);
  const asText = !bound && typeof value === "string" ? parseBand(value, figures.sign) : undefined;
  const band = asText?.ok === true ? asText.band : { from: undefined, upTo: bound };
  const isBelow = (limit: Decimal | null | undefined) => limit?.isNegative() ?? false;
  if ((band.from ?? band.upTo) === undefined || isBelow(band.upTo) || isBelow(band.from))
    throw wrongValue(cellName, value, "is no upper bound; write a number, or * for no limit.");
  return band;
}

function readRow(values: PlainRow, row: number, layout: TierLayout, figures: FiguresOfRange): WrittenRow {
  const rowName = `tiers, row ${String(row)}`;
  const at = (column: number | undefined): Plain => (column === undefined ? null : (values[column] ?? null));
  const band = (title: string, column: number | undefined) =>
    readBand(`${rowName}, ${title}`, at(column), figures);
  const figure = (title: string, column: number | undefined) => {
    const value = at(column);
    return isBlank(value) ? undefined : readNumber(`${rowName}, ${title}`, value, {}, figures);
  };
  const upper = band("Up to", layout.upTo);
  const lower = band("From", layout.from);
  const price = figure("Unit price", layout.price);
  return {
    row,
    from: lower.from ?? lower.upTo ?? upper.from,
    bound: upper.upTo,
    price: price?.dividedBy(layout.pricePer),
    fee: figure("Flat fee", layout.fee),
  };
}

/** Rows that say where they begin, with their ends: 0-1000 and 1001-5000 touch, and a row without an end reaches to the next. */
function withEnds(rows: readonly WrittenRow[]): readonly TierRow[] {
  if (rows.every(({ from }) => from === undefined)) return rows;
  const last = rows.length - 1;
  const joined = joinBands(
    rows.map(({ from, bound }, index) => ({
      // A blank end may arrive as 0.
      band: { from, upTo: index === last && (bound?.isZero() ?? true) ? null : bound },
      unitPrice: zero,
      flatFee: zero,
    })),
  );
  if (!joined.ok) throw new Fault("value", `tiers: ${joined.reason}.`);
  return rows.map((row, index) => ({ ...row, bound: joined.tiers[index]!.upTo }));
}

/**
 * Reads a tier range: Up to | Unit price | Flat fee, or what its header names as the Tiers table does, such as From, To
 * and Rate. A header, rows without a price and trailing rows of zeros and blanks are left aside.
 */
export function readTierRange(range: unknown): TierRange {
  const cells = cellsOf(range).map((row, index) =>
    row.map((raw) => plainValue(`tiers, row ${String(index + 1)}`, raw)),
  );
  const width = cells[0]?.length ?? 0;
  if (width === 0 || (cells.length === 1 && width === 1)) return bareNumber(cells[0]?.[0] ?? null);
  const figures = figuresIn(cells.flat());
  const hasHeader = isHeader(cells[0]!, figures);
  const layout = layoutOf(cells, hasHeader);
  const priced = [layout.price, layout.fee];
  let end = cells.length;
  while (end > 0 && cells[end - 1]!.every(isNothing)) end--;
  const rows = cells
    .map((row, index) => [row, index] as const)
    .slice(hasHeader ? 1 : 0, end)
    .filter(([row]) => !priced.every((column) => column === undefined || isBlank(row[column] ?? null)))
    .map(([row, index]) => readRow(row, index + 1, layout, figures));
  if (rows.length === 0)
    throw new Fault("value", "tiers: there is no row with a price; * is a free last tier.");
  const { pricePer } = layout;
  return {
    rows: withEnds(rows),
    isBare: false,
    hasFees: rows.some(({ fee }) => fee !== undefined),
    pricePer,
  };
}

function bareNumber(value: Plain): TierRange {
  const price = readNumber("tiers", value);
  const rows = [{ row: 1, bound: null, price, fee: undefined }];
  return { rows, isBare: true, hasFees: false, pricePer: one };
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
