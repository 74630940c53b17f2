import { nameKey } from "../../base/name";
import { addMonths, type Day } from "../../calendar/day";
import { monthName, type Period } from "../../calendar/period";
import { one, zero, type Decimal } from "../../money/decimal";
import { inAgreedDecimals, raisedByIndex, raisedByPercent } from "../../money/escalate";
import type { Contract, Price } from "../records";
import type { EscalationRecord } from "./escalations.table";
import { isAmong, productsOf } from "./products";
import { refuseRepeats, termRows, type TermRow, type TermsContext } from "./rows";
import { reportSecondValues } from "./secondValues";
import type { TermTables } from "./termTables";

/** So far the steps over a price are followed: 300 of them and 60 years. What is beyond is not known, and waits. */
const MOST_STEPS = 300;
const MOST_MONTHS = 720;

type IndexValues = ReadonlyMap<string, Decimal>;

const valueKey = (index: string, day: Day) => `${nameKey(index)} ${monthName(day)}`;

function valuesOf({ indices }: TermTables): IndexValues {
  return new Map(indices.good.map(({ index, month, value }) => [valueKey(index, month), value]));
}

/** The value of its index that a step of an escalation asks for. */
const neededKey = ({ index = "", lag = 0 }: EscalationRecord, step: Day) =>
  valueKey(index, addMonths(step, -lag));

function check({ record, refuse }: TermRow<EscalationRecord>): void {
  const { percent, index, baseValue, cap, floor, lag } = record;
  if ((percent === undefined) === (index === undefined))
    refuse(percent ? "percent" : "index", "fill Percent or Index, one of them");
  if (index !== undefined && !baseValue?.greaterThan(0))
    refuse("baseValue", "an index needs a Base value above 0");
  if (percent && (baseValue ?? cap ?? floor))
    refuse(baseValue ? "baseValue" : cap ? "cap" : "floor", "it belongs to an Index");
  if (percent && lag !== undefined) refuse("lag", "it belongs to an Index");
  if (cap && floor?.greaterThan(cap)) refuse("floor", "it is above the Cap");
}

/** How a figure of a price is raised: from what it was agreed at, and what it was before. */
type Raise = (agreed: Decimal, before: Decimal) => Decimal;

/** One step of an escalation; undefined where the index has no value for it. */
function raiseOn(record: EscalationRecord, day: Day, values: IndexValues): Raise | undefined {
  const { percent, cap, floor, baseValue: base = one } = record;
  if (percent) return (_agreed, before) => raisedByPercent(before, percent);
  const value = values.get(neededKey(record, day));
  return value && ((agreed, before) => raisedByIndex(agreed, before, { value, base }, { cap, floor }));
}

/** A price with its figures raised. */
function raised(price: Price, agreed: Price, raise: Raise, currency: string): Price {
  // A price per thousand is raised as it was written.
  const figure = (before: Decimal | undefined, from: Decimal | undefined, per: Decimal = one) =>
    before && from
      ? inAgreedDecimals(raise(from.times(per), before.times(per)), from.times(per), currency).dividedBy(per)
      : before;
  return {
    ...price,
    unitPrice: figure(price.unitPrice, agreed.unitPrice, price.pricePer),
    flatFee: figure(price.flatFee, agreed.flatFee),
    tiers: price.tiers.map((tier, index) => ({
      ...tier,
      unitPrice: figure(tier.unitPrice, agreed.tiers[index]?.unitPrice, price.pricePer) ?? zero,
      flatFee: figure(tier.flatFee, agreed.tiers[index]?.flatFee) ?? zero,
    })),
  };
}

/** The days on which an escalation raises prices, up to a day. */
export function* stepDays(
  { from, every = 12 }: Pick<EscalationRecord, "from"> & Partial<Pick<EscalationRecord, "every">>,
  last: Day,
): Generator<Day> {
  for (let step = 1, day = from; day <= last; day = addMonths(from, every * step++)) yield day;
}

interface StepDay {
  readonly day: Day;
  /** It is more than are followed. */
  readonly isBeyond: boolean;
}

/** The days on which an escalation raises what is in force for some days, up to the first that is not followed. */
function stepsOf(record: EscalationRecord, service: Period): StepDay[] {
  const end = addMonths(service.from, MOST_MONTHS);
  const steps: StepDay[] = [];
  for (const day of stepDays(record, service.to)) {
    if (day <= service.from) continue;
    const isBeyond = steps.length === MOST_STEPS || day > end;
    steps.push({ day, isBeyond });
    if (isBeyond) break;
  }
  return steps;
}

/** Months with two values of an index: contracts with a step that asks for one of them wait. */
function reportTwoValues(
  { indices }: TermTables,
  rows: readonly TermRow<EscalationRecord>[],
  { report }: TermsContext,
): void {
  const asking = (key: string) =>
    rows.flatMap(({ record, contracts }) =>
      record.index === undefined
        ? []
        : contracts.filter((contract) =>
            stepsOf(record, contract.service).some(({ day }) => neededKey(record, day) === key),
          ),
    );
  reportSecondValues(
    indices,
    "value",
    ({ index, month, value }) => ({
      key: valueKey(index, month),
      value,
      name: `${index} of ${monthName(month)}`,
    }),
    (key) => [...new Set(asking(key).map(({ contractId }) => contractId))],
    report,
  );
}

interface Step extends StepDay {
  readonly row: TermRow<EscalationRecord>;
}

/**
 * Whether steps pass over a price: fees that are due once, totals of projects among them, and percentages, whose tiers and
 * fees do not start anew on a step.
 */
const isLeftWhole = ({ isOnce, model }: Price) =>
  isOnce || model.ratesAreFractions || model.reads === "milestones" || model.reads === "progress";

/** A price in pieces: as it was agreed, and from each step on as that leaves it. */
function escalated(agreed: Price, steps: readonly Step[], values: IndexValues, currency: string): Price[] {
  if (isLeftWhole(agreed)) return [agreed];
  const pieces: Price[] = [agreed];
  for (const { day, isBeyond, row } of steps) {
    const last = pieces[pieces.length - 1]!;
    // What follows from a price that is not known is not known either.
    if (last.missing) break;
    const raise = raiseOn(row.record, day, values);
    const next = isBeyond
      ? { ...last, missing: "STEPS_ENDED" as const }
      : raise
        ? raised(last, agreed, raise, currency)
        : { ...last, missing: "INDEX_MISSING" as const };
    const before = { ...last, service: { from: last.service.from, to: day - 1 } };
    pieces.splice(-1, 1, before, { ...next, service: { from: day, to: agreed.service.to } });
  }
  return pieces.filter(({ service }) => service.from <= service.to);
}

/**
 * Prices that are raised in steps, by a percentage of the price before or with an index: 1,000.00 at 105.65 is 1,045.91 at
 * 110.5, and 1,030.00 where a step is capped at 3 %.
 */
export function escalationsOf(
  tables: TermTables,
  context: TermsContext,
): (contract: Contract) => readonly Price[] {
  const rows = termRows(tables.escalations, ["contractId", "plan"], context);
  refuseRepeats(rows, "escalationId");
  rows.forEach(check);
  const used = rows.filter((row) => !row.isRefused());
  const values = valuesOf(tables);
  reportTwoValues(tables, used, context);
  return (contract) => {
    const ofContract = used.filter(({ contracts }) => contracts.includes(contract));
    if (ofContract.length === 0) return contract.prices;
    return contract.prices.flatMap((price) => {
      const steps = ofContract
        .filter(({ record }) => isAmong(productsOf(record.products), price.product))
        .flatMap((row) => stepsOf(row.record, price.service).map((step) => ({ ...step, row })))
        .sort((a, b) => a.day - b.day);
      return escalated(price, steps, values, contract.currency);
    });
  };
}
