import { nameKey } from "../../base/name";
import { groupBy } from "../../base/groupBy";
import { formatDay, LAST_DAY, type Day } from "../../calendar/day";
import type { Period } from "../../calendar/period";
import { makeIssue } from "../../issues/issue";
import { Decimal, one, sum, zero } from "../../money/decimal";
import type { Contract, Price } from "../records";
import { termRows, type TermRow, type TermsContext } from "./rows";
import type { MilestoneRecord } from "./milestones.table";
import type { PlacementRecord } from "./placements.table";
import type { ResultRecord } from "./results.table";
import type { Milestone, Placement, ProjectTerms, Result } from "./projectTerms";
import type { TermTables } from "./termTables";

/**
 * Of prices that follow each other the one of a product, or of their only product where none is named, that is agreed for a
 * day: a change of the total goes by its dates. Before the first it is the first, after the last the last.
 */
function priceOfDay(prices: readonly Price[], product: string | undefined, day: Day): Price | undefined {
  const products = new Set(prices.map((price) => nameKey(price.product)));
  if (product === undefined && products.size !== 1) return undefined;
  const [first, ...later] = prices
    .filter((price) => product === undefined || nameKey(price.product) === nameKey(product))
    .sort((a, b) => a.service.from - b.service.from);
  return later.filter(({ service }) => service.from <= day).at(-1) ?? first;
}

/** The price of a model that reads milestones or progress, by its product; the only one where none is named. */
export function projectPrice(
  { prices }: Contract,
  reads: "milestones" | "progress",
  product: string | undefined,
  day: Day,
): Price | undefined {
  return priceOfDay(
    prices.filter(({ model }) => model.reads === reads),
    product,
    day,
  );
}

/** The price of a milestone: that of the day on which it was reached, else the last one. */
export const milestonePrice = (
  contract: Contract,
  { product, reached }: Pick<Milestone, "product" | "reached">,
) => projectPrice(contract, "milestones", product, reached ?? LAST_DAY);

/** The price with a Refund scale, by its product; the only one where none is named. */
export function placementPrice(
  { prices }: Contract,
  { product, start }: Pick<Placement, "product" | "start">,
): Price | undefined {
  return priceOfDay(
    prices.filter(({ refundScale }) => refundScale !== undefined),
    product,
    start,
  );
}

/** Placements of no price, that ended before they began, or that stand twice. */
function checkPlacements(rows: readonly TermRow<PlacementRecord>[]): void {
  const known = new Set<string>();
  for (const { record, contracts, refuse } of rows) {
    const { contractId, placementId, start, left } = record;
    const key = `${contractId} ${nameKey(placementId)}`;
    if (contracts[0] && !placementPrice(contracts[0], record))
      refuse("product", "there is no such price with a Refund scale");
    else if (left !== undefined && left < start) refuse("left", "it is before Start");
    else if (known.has(key)) refuse("placementId", "it stands twice");
    known.add(key);
  }
}

/** Milestones of one project that are beyond all of it: above 100 percent, or above the total of their day. */
function checkShares(rows: readonly TermRow<MilestoneRecord>[]): void {
  let shares = zero;
  let all = zero;
  let most = zero;
  for (const { record, contracts, refuse } of rows) {
    const { amount, percent = zero } = record;
    const total = milestonePrice(contracts[0]!, record)?.flatFee ?? zero;
    most = Decimal.max(most, total);
    shares = shares.plus(percent);
    all = all.plus(amount ?? total.times(percent));
    if (all.greaterThan(most) || shares.greaterThan(one))
      refuse(amount ? "amount" : "percent", `all milestones come to more than ${most.toString()}`);
  }
}

/** Milestones that are neither of an amount nor of a share, of no price, or beyond the project total. */
function checkMilestones(rows: readonly TermRow<MilestoneRecord>[]): void {
  for (const row of rows) {
    const { amount, percent } = row.record;
    if ((amount === undefined) === (percent === undefined))
      row.refuse(percent ? "percent" : "amount", "fill Amount or Percent, one of them");
    else if (row.contracts[0] && !milestonePrice(row.contracts[0], row.record))
      row.refuse("product", "there is no such price of model milestone");
  }
  const sound = rows.filter((row) => !row.isRefused() && row.contracts[0]);
  const projectOf = ({ record, contracts }: TermRow<MilestoneRecord>) => {
    const product = milestonePrice(contracts[0]!, record)?.product ?? "";
    return `${contracts[0]!.contractId} ${nameKey(product)}`;
  };
  for (const rowsOfProject of groupBy(sound, projectOf).values()) checkShares(rowsOfProject);
}

/** Of the rows of a measure and month the audited one; two of one status are no answer. */
function settled(rows: readonly TermRow<ResultRecord>[], context: TermsContext): TermRow<ResultRecord>[] {
  const key = ({ record, contracts }: TermRow<ResultRecord>) =>
    `${contracts[0]?.contractId ?? ""}|${nameKey(record.measure)}|${formatDay(record.period)}`;
  return [...groupBy(rows, key).values()].flatMap((group) => {
    const byStatus = groupBy(group, ({ record }) => record.status ?? "audited");
    for (const [, second] of byStatus.values()) {
      if (!second) continue;
      const words = { column: "Period", first: String(group[0].record.row + 1) };
      const holds = second.contracts.map(({ contractId }) => contractId);
      const value = second.record.measure;
      context.report(makeIssue("DUPLICATE_ROW", { at: second.at("period"), value, words, holds }));
    }
    return [(byStatus.get("audited") ?? group)[0]];
  });
}

/** What is known of the projects and results of each contract. */
export function projectsOf(tables: TermTables, context: TermsContext): (contract: Contract) => ProjectTerms {
  const milestones = termRows(tables.milestones, ["contractId"], context);
  checkMilestones(milestones);
  const progress = termRows(tables.progress, ["contractId"], context);
  for (const { record, refuse, contracts } of progress) {
    if (record.percent.greaterThan(one)) refuse("percent", "nothing is done by more than 100 percent");
    else if (contracts[0] && !projectPrice(contracts[0], "progress", record.product, record.date))
      refuse("product", "there is no such price of model percent_complete");
  }
  const placements = termRows(tables.placements, ["contractId"], context);
  checkPlacements(placements);
  const results = settled(termRows(tables.results, ["contractId"], context), context);
  const isOf =
    (contract: Contract) =>
    <R>(row: TermRow<R>) =>
      !row.isRefused() && row.contracts.includes(contract);
  return (contract) => ({
    milestones: milestones.filter(isOf(contract)).map(({ record, at }) => ({
      name: record.milestone,
      product: record.product,
      of: record.amount ? { amount: record.amount } : { percent: record.percent! },
      reached: record.reached,
      hasEvidence: record.evidence !== undefined,
      at: at("evidence"),
    })),
    progress: progress.filter(isOf(contract)).map(({ record }) => ({
      product: record.product,
      day: record.date,
      percent: record.percent,
    })),
    results: results.filter(isOf(contract)).map(({ record, at }) => ({
      measure: record.measure,
      month: record.period,
      value: record.value,
      hasEvidence: record.evidence !== undefined,
      at: at("evidence"),
    })),
    placements: placements.filter(isOf(contract)).map(({ record, at }) => ({
      id: record.placementId,
      product: record.product,
      start: record.start,
      pay: record.pay,
      left: record.left,
      at: at("pay"),
    })),
  });
}

/** What a measure was in some months, month by month; undefined where one of them is missing. */
export function resultsOver(
  results: readonly Result[],
  measure: string,
  months: readonly Period[],
): readonly Result[] | undefined {
  const found = months.map(({ from }) =>
    results.find((result) => result.month === from && nameKey(result.measure) === nameKey(measure)),
  );
  return found.every((result) => result !== undefined) ? found : undefined;
}

/** The value of a measure over some months, added up; undefined where one of them is missing. */
export function valueOf(
  results: readonly Result[],
  measure: string,
  months: readonly Period[],
): Decimal | undefined {
  const found = resultsOver(results, measure, months);
  return found && sum(found.map(({ value }) => value));
}
