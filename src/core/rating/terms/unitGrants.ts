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
  ({ contract, period }: Drawer) =>
  (line: RegisteredLine) =>
    line.contractId === contract.contractId &&
    line.period !== undefined &&
    isWithin(line.period, period.full);

/** The run that bills a period: that of its documents, else the one whose documents are made; else its last day's month. */
function runOf({ contract, period: { service } }: Drawer, { standing, billing }: RatingContext): Period {
  const isNow = billing !== undefined && service.to >= billing.run.from && service.to <= billing.run.to;
  return standing.runOf(contract, service) ?? (isNow ? billing.run : monthOf(service.to));
}

/** The periods of a contract that the run bills whose documents are made, in the order of their days. */
const periodsNow = remembered((context: RatingContext) =>
  remembered((contract: Contract): readonly BillingPeriod[] => {
    const { billing } = context;
    if (!billing || contract.isSuspended) return [];
    const { run, billed } = billing;
    return [...latePeriods(contract, run, billed, context), ...usagePeriodsOf(contract, run)];
  }),
);

/**
 * What draws of a grant before a period does: contracts in their order, each with its periods in theirs. A run bills
 * periods that end in it and late usage; what nothing bills now stands beside the periods of its own run.
 */
function drawersBefore(drawer: Drawer, grant: Grant, context: RatingContext): readonly Drawer[] {
  const { full } = drawer.period;
  const isDrawnNow = periodsNow(context)(drawer.contract).some((period) => period.full.from === full.from);
  const run = runOf(drawer, context);
  const periodsOf = (contract: Contract) => {
    if (isDrawnNow) return periodsNow(context)(contract);
    return contract.isSuspended ? [] : usagePeriodsOf(contract, run);
  };
  const sharing = context.catalog.contracts.filter(({ contractId }) => grant.contractIds.has(contractId));
  const own = sharing.findIndex(({ contractId }) => contractId === drawer.contract.contractId);
  return sharing
    .slice(0, own + 1)
    .flatMap((contract) => periodsOf(contract).map((period) => ({ contract, period })))
    .filter(
      ({ contract, period }) =>
        contract.contractId !== drawer.contract.contractId || period.full.from < full.from,
    );
}

/** What a period draws of a grant beside what its documents say: 200 of 800 where 600 were billed. */
function stillDrawn(
  drawer: Drawer,
  grant: Grant,
  lines: readonly RegisteredLine[],
  rate: RatePeriod,
): Decimal {
  const drawn = rate(drawer.contract, drawer.period.full)
    .flat()
    .flatMap(({ usage: { charge } }) => (charge.ok ? charge.lines : []))
    .filter(({ grantId }) => grantId === grant.id)
    .map(({ quantity }) => quantity);
  return Decimal.max(zero, sum(drawn).minus(drawnBy(grant, lines.filter(isOf(drawer)))));
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
    const lines = context.standing.ofTerm(grant.id);
    const isOwn = isOf(drawer);
    const elsewhere = lines.filter((line) => !isOwn(line));
    const others = drawersBefore(drawer, grant, context).map((other) =>
      stillDrawn(other, grant, lines, rate),
    );
    const left = grantedBy(grant).minus(drawnBy(grant, elsewhere)).minus(sum(others));
    return left.greaterThan(0) ? [{ id: grant.id, units: left }] : [];
  });
}
