import { groupBy } from "../base/groupBy";
import { Decimal, zero } from "../money/decimal";
import { makeIssue, type Report } from "../issues/issue";
import { parseLimits } from "../pricing/peaks";
import {
  figuresOfBand,
  joinBands,
  parseBand,
  type BandText,
  type JoinedTiers,
  type WrittenBand,
} from "../pricing/tierBands";
import type { Tier } from "../pricing/tiers";
import { CellKind } from "../grid/grid";
import { anyTable } from "../schema/boundTable";
import type { DecimalSign } from "../schema/numberText";
import { cellOf, settleDecimalSign } from "../schema/readRecords";
import { decimalSignsIn } from "../schema/textContext";
import { viewCell } from "../schema/viewCell";
import { headerOf } from "../schema/locateTable";
import { currencyShown, type ShownCurrency } from "./priceCurrency";
import { pricePerNumber } from "./pricePer";
import type { ReadTable } from "./readTable";
import { shownPer, type ShownPer } from "./shownPer";
import { suggestId } from "./suggest";
import type { TierRecord, tiersTable } from "./tiers.table";

/** Tiers of the Tiers table by Price ID, with whether any row names a flat fee. */
export interface TierRows {
  readonly tiers: readonly Tier[];
  readonly withFees: boolean;
  /** For how many units the prices are, where the header of the Tiers table names it. */
  readonly pricePer: Decimal | undefined;
  readonly currencies: readonly ShownCurrency[];
  /** What the number formats or the header say that the prices are for. */
  readonly shown: readonly ShownPer[];
}

/** Of tiers that are not in the Tiers table. */
export const nothingShown = { pricePer: undefined, currencies: [], shown: [] } as const;

type TiersRead = ReadTable<(typeof tiersTable)["columns"]>;

type BoundField = "from" | "upTo" | "band";

/** The decimal sign by which a bound of a row is read; undefined where nothing says whether 1.000 is one or a thousand. */
type SignOf = (record: TierRecord, field: BoundField) => DecimalSign | undefined;

const pointed: SignOf = () => ".";

/**
 * Bounds are texts, and those of numbers are written with a point. Other texts are read as all texts of the table show
 * it: 0,10 settles 1.000. Where none shows anything 1,000 is a thousand, as in the text of tiers, and 1.000 is not guessed;
 * nor is it 1 because of prices of 0.10, for nobody writes the decimals of a whole bound.
 */
function signsIn(bound: NonNullable<TiersRead["bound"]>): SignOf {
  const table = anyTable(bound);
  const columnOf = (field: string) => table.columnOf.get(field);
  const signsOf = (...fields: readonly string[]) =>
    fields.flatMap((field) => {
      const column = columnOf(field);
      return column === undefined ? [] : (settleDecimalSign(table, column) ?? []);
    });
  const band = columnOf("band");
  const texts = band === undefined ? [] : (table.grid.columns[band]?.texts ?? []);
  const ofBounds = new Set([
    ...signsOf("from", "upTo"),
    ...decimalSignsIn([...texts].flatMap(figuresOfBand)),
  ]);
  const signs = new Set([...ofBounds, ...signsOf("unitPrice", "flatFee")]);
  const settled = signs.size === 1 ? [...signs][0] : undefined;
  return (record, field) => {
    const { kind } = viewCell(table.grid, record.row, columnOf(field) ?? -1);
    if (kind !== CellKind.text) return ".";
    const hasPoint = record[field]?.includes(".") === true;
    const isSettled = settled !== undefined && !(hasPoint && settled === "." && !ofBounds.has("."));
    return isSettled ? settled : hasPoint ? undefined : ".";
  };
}

/** The bounds of a row: one text for both, or From and Up to, either of which may be missing. */
function bandOf(record: TierRecord, signOf: SignOf): BandText {
  const { from, upTo, band } = record;
  if (band !== undefined) return parseBand(band, signOf(record, "band"));
  const upper = upTo === undefined ? undefined : parseBand(upTo, signOf(record, "upTo"));
  if (upper?.ok === false) return upper;
  if (from === undefined) return upper ?? { ok: true, band: { from: undefined, upTo: null } };
  const lower = parseBand(from, signOf(record, "from"));
  if (!lower.ok) return lower;
  return {
    ok: true,
    band: { from: lower.band.from ?? lower.band.upTo ?? undefined, upTo: upper?.band.upTo },
  };
}

/** Where a tier is in order: by its upper bound, an open one by where it begins. */
function compareBands({ band: a }: WrittenBand, { band: b }: WrittenBand): number {
  if (a.upTo && b.upTo) return a.upTo.comparedTo(b.upTo);
  if (a.from && b.from) return a.from.comparedTo(b.from);
  return (a.upTo ? 0 : 1) - (b.upTo ? 0 : 1);
}

/** Rows of one price in the order of their bounds; rows whose bounds cannot be read are left out. */
export function inTierOrder(rows: readonly TierRecord[]): TierRecord[] {
  const banded = rows.flatMap((record) => {
    const read = bandOf(record, pointed);
    return read.ok ? [{ record, band: read.band, unitPrice: zero, flatFee: zero }] : [];
  });
  return banded.sort(compareBands).map(({ record }) => record);
}

/** The steps of a capacity, in the order of the sheet: the first that covers the peaks counts. */
function stepsOf(rows: readonly TierRecord[]): JoinedTiers {
  const tiers: Tier[] = [];
  for (const [index, { limits = "", unitPrice = zero, flatFee = zero }] of rows.entries()) {
    const read = parseLimits(limits);
    if (!read) return { ok: false, reason: `“${limits}” is not of the form seats 100; GB 1000` };
    const isLast = index === rows.length - 1;
    tiers.push({ upTo: isLast ? null : new Decimal(index + 1), unitPrice, flatFee, limits: read });
  }
  return { ok: true, tiers };
}

/** The tiers of a price, in the order of their bounds. */
function bandsOf(rows: readonly TierRecord[], signOf: SignOf): JoinedTiers {
  const bands: WrittenBand[] = [];
  for (const record of rows) {
    const band = bandOf(record, signOf);
    if (!band.ok) return band;
    const { unitPrice = zero, flatFee = zero, blockSize, maximum } = record;
    if (record.unitPrice === undefined && record.flatFee === undefined)
      return { ok: false, reason: `row ${String(record.row + 1)} has no price; write 0 if it is free` };
    if (blockSize && !blockSize.greaterThan(0)) return { ok: false, reason: "a block has more than 0 units" };
    bands.push({
      band: band.band,
      unitPrice,
      flatFee,
      ...(blockSize && { blockSize }),
      ...(maximum && { maximum }),
    });
  }
  return joinBands(bands.sort(compareBands));
}

function readTiers(rows: readonly TierRecord[], read: TiersRead, signOf: SignOf): TierRows | string {
  const joined = rows.some(({ limits }) => limits !== undefined) ? stepsOf(rows) : bandsOf(rows, signOf);
  if (!joined.ok) return joined.reason;
  const bound = read.bound!;
  const priceColumn = bound.columnOf.get("unitPrice");
  return {
    tiers: joined.tiers,
    withFees: rows.some(({ flatFee }) => flatFee !== undefined),
    pricePer: priceColumn === undefined ? undefined : pricePerNumber(headerOf(bound, priceColumn)),
    currencies: rows.flatMap(({ row }) =>
      (["unitPrice", "flatFee"] as const).flatMap((field) => currencyShown(bound, row, field) ?? []),
    ),
    shown: rows.flatMap(({ row, unitPrice }) =>
      unitPrice === undefined ? [] : shownPer(anyTable(bound), row),
    ),
  };
}

/** The prices of the rows before and after one that names none: it is a tier of one of them. */
function besides(good: readonly TierRecord[], row: number): string[] {
  const before = good.filter((record) => record.row < row).at(-1);
  const after = good.find((record) => record.row > row);
  return [before, after].flatMap((record) => record?.priceId ?? []);
}

/**
 * The Tiers table by Price ID; `contractsOfPrice` are those that use each price. A price with a row that cannot be used
 * is reported and holds them.
 */
export function groupTierRows(
  read: TiersRead,
  contractsOfPrice: ReadonlyMap<string, readonly string[]>,
  report: Report,
): ReadonlyMap<string, TierRows> {
  const groups = groupBy(read.good, ({ priceId }) => priceId);
  const unusable = new Set(read.bad.flatMap(({ row, fields }) => fields.priceId ?? besides(read.good, row)));
  const signOf = read.bound ? signsIn(read.bound) : pointed;
  const result = new Map<string, TierRows>();
  for (const [priceId, rows] of groups) {
    const at = cellOf(read.bound!, rows[0].row, "priceId");
    const holds = contractsOfPrice.get(priceId);
    if (holds === undefined) {
      const words = { hint: suggestId(priceId, contractsOfPrice.keys()) };
      report(makeIssue("UNKNOWN_PRICE", { at, value: priceId, words }));
      continue;
    }
    const tiers = readTiers(rows, read, signOf);
    const reason =
      typeof tiers === "string" ? tiers : unusable.has(priceId) ? "a row cannot be read" : undefined;
    if (reason !== undefined)
      report(makeIssue("BAD_TIERS", { at, value: priceId, words: { reason }, holds }));
    // The contracts wait; a free tier keeps the price from being reported as incomplete beside its cause.
    const unread: TierRows = {
      tiers: [{ upTo: null, unitPrice: zero, flatFee: zero }],
      withFees: true,
      ...nothingShown,
    };
    result.set(priceId, typeof tiers === "string" || reason !== undefined ? unread : tiers);
  }
  return result;
}
