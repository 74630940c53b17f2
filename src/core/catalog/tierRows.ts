import { groupBy } from "../base/groupBy";
import { zero, type Decimal } from "../money/decimal";
import { makeIssue, type Report } from "../issues/issue";
import { joinBands, parseBand, type BandText, type WrittenBand } from "../pricing/tierBands";
import type { Tier } from "../pricing/tiers";
import { anyTable } from "../schema/boundTable";
import { cellOf } from "../schema/readRecords";
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

/** The bounds of a row: one text for both, or From and Up to, either of which may be missing. */
function bandOf({ from, upTo, band }: TierRecord): BandText {
  if (band !== undefined) return parseBand(band, ".");
  const upper = upTo === undefined ? undefined : parseBand(upTo, ".");
  if (upper?.ok === false) return upper;
  if (from === undefined) return upper ?? { ok: true, band: { from: undefined, upTo: null } };
  const lower = parseBand(from, ".");
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
    const read = bandOf(record);
    return read.ok ? [{ record, band: read.band, unitPrice: zero, flatFee: zero }] : [];
  });
  return banded.sort(compareBands).map(({ record }) => record);
}

function readTiers(rows: readonly TierRecord[], read: TiersRead): TierRows | string {
  const bands: WrittenBand[] = [];
  for (const record of rows) {
    const band = bandOf(record);
    if (!band.ok) return band.reason;
    bands.push({ band: band.band, unitPrice: record.unitPrice ?? zero, flatFee: record.flatFee ?? zero });
  }
  const joined = joinBands(bands.sort(compareBands));
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
  const unusable = new Set(read.bad.flatMap(({ fields }) => fields.priceId ?? []));
  const result = new Map<string, TierRows>();
  for (const [priceId, rows] of groups) {
    const at = cellOf(read.bound!, rows[0].row, "priceId");
    const holds = contractsOfPrice.get(priceId);
    if (holds === undefined) {
      const words = { hint: suggestId(priceId, contractsOfPrice.keys()) };
      report(makeIssue("UNKNOWN_PRICE", { at, value: priceId, words }));
      continue;
    }
    const tiers = readTiers(rows, read);
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
    result.set(priceId, typeof tiers === "string" ? unread : tiers);
  }
  return result;
}
