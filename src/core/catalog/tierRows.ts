import { groupBy } from "../base/groupBy";
import { zero } from "../money/decimal";
import { makeIssue, type Report } from "../issues/issue";
import { isOpenBound, tierFault, type Tier } from "../pricing/tiers";
import { parseNumberText } from "../schema/numberText";
import { cellOf } from "../schema/readRecords";
import type { ReadTable } from "./readTables";
import type { TierRows } from "./resolvePrice";
import { suggestId } from "./suggest";
import type { TierRecord, tiersTable } from "./tiers.table";

type TiersRead = ReadTable<(typeof tiersTable)["columns"]>;

function tierOf(record: TierRecord): Tier | undefined {
  const { upTo: text = "", unitPrice = zero, flatFee = zero } = record;
  if (isOpenBound(text)) return { upTo: null, unitPrice, flatFee };
  const bound = parseNumberText(text, ".");
  return bound.kind === "number" ? { upTo: bound.value, unitPrice, flatFee } : undefined;
}

/** Sorted by bound, so that the order of the rows does not matter; the open tier is last. */
function byBound(a: Tier, b: Tier): number {
  if (a.upTo === null || b.upTo === null) return (a.upTo === null ? 1 : 0) - (b.upTo === null ? 1 : 0);
  return a.upTo.comparedTo(b.upTo);
}

/** The Tiers table by Price ID; a price with a row that cannot be used is reported and holds its contract. */
export function groupTierRows(
  read: TiersRead,
  contractOfPrice: ReadonlyMap<string, string>,
  report: Report,
): ReadonlyMap<string, TierRows> {
  const groups = groupBy(read.good, ({ priceId }) => priceId);
  const unusable = new Set(read.bad.flatMap(({ fields }) => fields.priceId ?? []));
  const result = new Map<string, TierRows>();
  for (const [priceId, rows] of groups) {
    const at = cellOf(read.bound!, rows[0]!.row, "priceId");
    const contractId = contractOfPrice.get(priceId);
    if (contractId === undefined) {
      const words = { hint: suggestId(priceId, contractOfPrice.keys()) };
      report(makeIssue("UNKNOWN_PRICE", { at, value: priceId, words }));
      continue;
    }
    const tiers = rows.map(tierOf);
    const usable = tiers.filter((tier) => tier !== undefined).sort(byBound);
    const reason = usable.length < tiers.length ? "a bound is no number" : tierFault(usable);
    if (reason !== undefined || unusable.has(priceId)) {
      const words = { reason: reason ?? "a row cannot be read" };
      report(makeIssue("BAD_TIERS", { at, value: priceId, words, holds: [contractId] }));
    }
    result.set(priceId, { tiers: usable, withFees: rows.some(({ flatFee }) => flatFee !== undefined) });
  }
  return result;
}
