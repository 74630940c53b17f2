import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import { remembered } from "../../base/remembered";
import { monthOf, overlap, type Period } from "../../calendar/period";
import type { Contract, Grant } from "../../catalog/records";
import { drawnBy, grantedBy, isOpenIn } from "../../documents/grantsDrawn";
import type { RegisteredLine } from "../../documents/register";
import { Decimal, sum, zero } from "../../money/decimal";
import type { GrantedUnits } from "../../pricing/charge";
import { usagePeriodsOf, type BillingPeriod } from "../billingPeriods";
import { isWithin } from "../daysWithin";
import { latePeriods } from "../latePeriods";
import type { PricePart } from "../priceParts";
import type { RatedPart } from "../ratedUsage";
import type { RatingContext } from "../ratingContext";

/** Rates the usage of a period of a contract: what other periods draw of a grant is told by it. */
type RatePeriod = (contract: Contract, full: Period) => readonly (readonly RatedPart[])[];

/** A billing period of a contract that draws units. */
interface Drawer {
  readonly contract: Contract;
  readonly period: BillingPeriod;
}

const isOf =
  ({ period: { full } }: Drawer) =>
  ({ period }: RegisteredLine) =>
    period !== undefined && isWithin(period, full);

/** The run that bills a period: that of its documents, else the one whose documents are made; else its last day's month. */
function runOf({ contract, period: { service } }: Drawer, { standing, billing }: RatingContext): Period {
  const isNow = billing !== undefined && service.to >= billing.run.from && service.to <= billing.run.to;
  return standing.runOf(contract, service) ?? (isNow ? billing.run : monthOf(service.to));
}

/** The periods of a contract that the run bills whose documents are made, in the order of their days. */
function periodsNow(contract: Contract, context: RatingContext): readonly BillingPeriod[] {
  if (!context.billing) return [];
  const { run, billed } = context.billing;
  return [...latePeriods(contract, run, billed, context), ...usagePeriodsOf(contract, run)];
}

/** Periods that draw one after the other: contracts in their order, each with its periods in theirs. */
interface Sequence {
  readonly drawers: readonly Drawer[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** What those before a place still draw, as far as it was asked for: none before the first. */
  readonly sums: Decimal[];
}

/** What is drawn of a grant: by documents, and by what is no line of them yet. */
interface Draws {
  readonly billed: Decimal;
  readonly linesOf: ReadonlyMap<string, readonly RegisteredLine[]>;
  /** What the run bills whose documents are made. */
  readonly now: Sequence;
  /** The periods of another run, for what nothing bills now. */
  readonly ofRun: (run: Period) => Sequence;
}

const keyOf = ({ contract, period }: Drawer) => `${String(period.full.from)} ${contract.contractId}`;

function sequenceOf(
  contracts: readonly Contract[],
  periodsOf: (contract: Contract) => readonly BillingPeriod[],
): Sequence {
  const drawers = contracts.flatMap((contract) =>
    periodsOf(contract).map((period) => ({ contract, period })),
  );
  return {
    drawers,
    placeOf: new Map(drawers.map((drawer, place) => [keyOf(drawer), place])),
    sums: [zero],
  };
}

const drawsOf = remembered((context: RatingContext) =>
  remembered((grant: Grant): Draws => {
    const lines = context.standing.ofTerm(grant.id);
    const contracts = context.catalog.contracts.filter(
      ({ contractId, isSuspended }) => grant.contractIds.has(contractId) && !isSuspended,
    );
    const byRun = new Map<string, Sequence>();
    return {
      billed: drawnBy(grant, lines),
      linesOf: groupBy(lines, ({ contractId }) => contractId),
      now: sequenceOf(contracts, (contract) => periodsNow(contract, context)),
      ofRun: (run) => {
        const key = `${String(run.from)} ${String(run.to)}`;
        const known = byRun.get(key) ?? sequenceOf(contracts, (contract) => usagePeriodsOf(contract, run));
        byRun.set(key, known);
        return known;
      },
    };
  }),
);

/** A period that draws of a grant, and how it is told what it draws. */
interface Asked {
  readonly grant: Grant;
  readonly context: RatingContext;
  readonly rate: RatePeriod;
}

/** What documents say that a period drew. */
function billedOf(drawer: Drawer, { grant, context }: Asked): Decimal {
  const lines = drawsOf(context)(grant).linesOf.get(drawer.contract.contractId) ?? [];
  return drawnBy(grant, lines.filter(isOf(drawer)));
}

/** What a period draws beside what its documents say: 200 of 800 where 600 were billed. */
function stillDrawn(drawer: Drawer, asked: Asked): Decimal {
  const drawn = asked
    .rate(drawer.contract, drawer.period.full)
    .flat()
    .flatMap(({ usage: { charge } }) => (charge.ok ? charge.lines : []))
    .filter(({ grantId }) => grantId === asked.grant.id)
    .map(({ quantity }) => quantity);
  return Decimal.max(zero, sum(drawn).minus(billedOf(drawer, asked)));
}

/**
 * What is drawn of a grant before a period draws, beside what documents say: by what the run bills before it. What nothing
 * bills now stands beside the periods of its own run.
 */
function drawnBefore(drawer: Drawer, asked: Asked): Decimal {
  const { now, ofRun } = drawsOf(asked.context)(asked.grant);
  const key = keyOf(drawer);
  const { drawers, placeOf, sums } = now.placeOf.has(key) ? now : ofRun(runOf(drawer, asked.context));
  // A suspended contract has no place, and draws what all others leave.
  const place = placeOf.get(key) ?? drawers.length;
  for (let last = sums.length - 1; last < place; last++)
    sums[last + 1] = sums[last]!.plus(stillDrawn(drawers[last]!, asked));
  return sums[place]!;
}

/**
 * The units that a contract may draw for a price in a period: what each grant has left beside what the period itself drew
 * before, so that a period that is rated again draws the same.
 */
export function unitsFor(
  { price, full }: PricePart,
  context: RatingContext,
  rate: RatePeriod,
): readonly GrantedUnits[] {
  const contract = context.catalog.contractById.get(price.contractId);
  if (!contract || contract.agreed.unitGrants.length === 0 || price.perEvent) return [];
  const drawer = { contract, period: { full, service: overlap(full, contract.service) ?? full } };
  return contract.agreed.unitGrants.flatMap((grant) => {
    const isFor = "units" in grant.of && grant.of.product === nameKey(price.product);
    if (!isFor || !isOpenIn(grant, runOf(drawer, context))) return [];
    const asked = { grant, context, rate };
    const elsewhere = drawsOf(context)(grant).billed.minus(billedOf(drawer, asked));
    const left = grantedBy(grant).minus(elsewhere).minus(drawnBefore(drawer, asked));
    return left.greaterThan(0) ? [{ id: grant.id, units: left }] : [];
  });
}
