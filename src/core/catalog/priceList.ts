import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import { rememberedByText } from "../base/remembered";
import { FIRST_DAY, LAST_DAY } from "../calendar/day";
import { overlap } from "../calendar/period";
import { makeIssue, type Report } from "../issues/issue";
import { joinFalling } from "../pricing/tierBands";
import { parseTiersText } from "../pricing/tiersText";
import { cellOf } from "../schema/readRecords";
import type { Offer, PricedPhase } from "./assignPrices";
import { readPriceRow, tiersIdOf, type PriceRow } from "./priceRow";
import type { PriceRowContext } from "./priceRowContext";
import type { PriceRecord } from "./prices.table";
import type { CatalogTables } from "./readTables";
import { suggester, type SuggestId } from "./suggest";
import { groupTierRows } from "./tierRows";

/** What a contract can be billed by. */
export interface ContractOffer extends Offer {
  /** Rows of its own that apply on none of its days. */
  readonly unused: readonly PriceRecord[];
  /** A row that it would use cannot be read; that is reported, and the contract waits. */
  readonly isBroken: boolean;
}

/** The rows of Prices by contract and by plan; each is read once, when the first contract needs it. */
export interface PriceList {
  readonly offerTo: (contractId: string, phases: readonly PricedPhase[]) => ContractOffer;
  /** Some row names the contract. */
  readonly isPriced: (contractId: string) => boolean;
  readonly knowsPlan: (plan: string) => boolean;
  /** Some row names a plan. */
  readonly hasPlans: boolean;
  readonly suggestPlan: SuggestId;
}

/** Whether a row can apply on some day; one with reversed dates is read all the same, since that is reported there. */
function canApply(
  { effectiveFrom, effectiveTo, plan, row }: PriceRecord,
  phases: readonly PricedPhase[],
  isOneSheet: boolean,
) {
  const days = { from: effectiveFrom ?? FIRST_DAY, to: effectiveTo ?? LAST_DAY };
  return phases.some((phase) => {
    const isOfPhase = isOneSheet ? phase.rows.has(row) : plan === undefined || nameKey(plan) === phase.plan;
    return isOfPhase && (days.from > days.to || overlap(days, phase.service) !== undefined);
  });
}

/** Rows of contracts that Contracts does not have. */
function reportUnknown(tables: CatalogTables, contractIds: ReadonlySet<string>, report: Report): void {
  const suggest = suggester(() => contractIds);
  for (const { contractId, row } of tables.prices.good) {
    if (contractId === undefined || contractIds.has(contractId)) continue;
    const at = cellOf(tables.prices.bound!, row, "contractId");
    report(makeIssue("UNKNOWN_CONTRACT", { at, value: contractId, words: { hint: suggest(contractId) } }));
  }
}

/** The contracts that use each price, by the id that the Tiers table names it by. */
function usersByTiersId({ prices, usersOfPrice }: CatalogTables): ReadonlyMap<string, readonly string[]> {
  const byId = groupBy(prices.good, tiersIdOf);
  return new Map([...byId].map(([id, records]) => [id, [...new Set(records.flatMap(usersOfPrice))]]));
}

/** Reads tiers of cells, each text once: thousands of prices have a few among them. */
const tierReaders = (): PriceRowContext["readTiers"] => ({
  rising: rememberedByText((text) => parseTiersText(text)),
  falling: rememberedByText((text) => parseTiersText(text, joinFalling)),
});

export function priceListOf(
  tables: CatalogTables,
  contractIds: ReadonlySet<string>,
  report: Report,
): PriceList {
  const { prices, isOneSheet, usersOfPrice } = tables;
  reportUnknown(tables, contractIds, report);
  const contractRows = groupBy(
    prices.good.filter(({ contractId }) => contractId !== undefined),
    ({ contractId }) => contractId,
  );
  const planRows = groupBy(
    prices.good.filter(({ contractId }) => contractId === undefined),
    ({ plan = "" }) => nameKey(plan),
  );
  const unreadable = new Set(prices.bad.flatMap(({ fields }) => usersOfPrice(fields)));
  const tierRows = groupTierRows(tables.tiers, usersByTiersId(tables), report);
  const readTiers = tierReaders();
  const read = new Map<PriceRecord, PriceRow | undefined>();
  const rowOf = (record: PriceRecord): PriceRow | undefined => {
    if (!read.has(record)) {
      const holds = usersOfPrice(record);
      read.set(record, readPriceRow(record, { bound: prices.bound!, tierRows, readTiers, holds, report }));
    }
    return read.get(record);
  };
  const rowsOf = (records: readonly PriceRecord[]) => records.flatMap((record) => rowOf(record) ?? []);
  const all = [...prices.good, ...prices.bad.map(({ fields }) => fields)];
  const plans = all.flatMap(({ plan }) => plan ?? []);
  const planKeys = new Set(plans.map(nameKey));
  const priced = new Set(all.map(({ contractId }) => contractId));
  return {
    offerTo: (contractId, phases) => {
      const records = contractRows.get(contractId) ?? [];
      const usable = records.filter((record) => canApply(record, phases, isOneSheet));
      const ofContract = rowsOf(usable);
      const ofPlans = phases.flatMap(({ plan }) => planRows.get(plan) ?? []);
      const applied = ofPlans.filter((record) => canApply(record, phases, isOneSheet));
      const isBroken =
        unreadable.has(contractId) ||
        ofContract.length < usable.length ||
        rowsOf(applied).length < applied.length;
      return {
        ofContract,
        ofPlan: (plan) =>
          rowsOf((planRows.get(plan) ?? []).filter((record) => canApply(record, phases, isOneSheet))),
        isOneSheet,
        unused: records.filter((record) => !usable.includes(record)),
        isBroken,
      };
    },
    isPriced: (contractId) => priced.has(contractId),
    knowsPlan: (plan) => planKeys.has(nameKey(plan)),
    hasPlans: planKeys.size > 0,
    suggestPlan: suggester(() => new Set(plans)),
  };
}
