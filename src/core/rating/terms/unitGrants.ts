import { nameKey } from "../../base/name";
import { endOfMonth } from "../../calendar/day";
import { contains, overlap, type Period } from "../../calendar/period";
import type { Contract } from "../../catalog/records";
import type { Grant } from "../../catalog/terms/grants";
import { drawnBy, grantedBy } from "../../documents/grantsDrawn";
import type { RegisteredLine } from "../../documents/register";
import { sum, type Decimal } from "../../money/decimal";
import type { GrantedUnits } from "../../pricing/charge";
import { usagePeriodsOf } from "../billingPeriods";
import { isWithin } from "../daysWithin";
import type { PricePart } from "../priceParts";
import type { RatedPart } from "../ratedUsage";
import type { RatingContext } from "../ratingContext";

/** Rates the usage of a period of a contract: what other contracts draw of a grant is told by it. */
type RatePeriod = (contract: Contract, full: Period) => readonly (readonly RatedPart[])[];

const isOf =
  (contract: Contract, days: Period) =>
  ({ contractId, period }: RegisteredLine) =>
    contractId === contract.contractId && period !== undefined && isWithin(period, days);

/** What contracts that come first draw of a grant in a run, as far as no document says it. */
function drawnByOthers(
  grant: Grant,
  contract: Contract,
  run: Period,
  lines: readonly RegisteredLine[],
  { catalog }: RatingContext,
  rate: RatePeriod,
): Decimal {
  const all = catalog.contracts.filter(({ contractId }) => grant.contractIds.has(contractId));
  const others = all.slice(
    0,
    Math.max(
      0,
      all.findIndex(({ contractId }) => contractId === contract.contractId),
    ),
  );
  const drawn = others.flatMap((other) =>
    usagePeriodsOf(other, run)
      .filter(({ service }) => !lines.some(isOf(other, service)))
      .flatMap(({ full }) => rate(other, full).flat())
      .flatMap(({ usage: { charge } }) => (charge.ok ? charge.lines : []))
      .filter(({ grantId }) => grantId === grant.id)
      .map(({ quantity }) => quantity),
  );
  return sum(drawn);
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
  const service = overlap(full, contract.service) ?? full;
  // A run is a month, unless somebody chose other days.
  const lastDay = endOfMonth(service.to);
  const run = { from: service.to, to: lastDay };
  return contract.agreed.unitGrants.flatMap((grant) => {
    const isFor = "units" in grant.of && grant.of.product === nameKey(price.product);
    if (!isFor || !contains(grant.days, lastDay)) return [];
    const lines = context.linesOfTerm(grant.id);
    const elsewhere = lines.filter((line) => !isOf(contract, full)(line));
    const others = drawnByOthers(grant, contract, run, lines, context, rate);
    const left = grantedBy(grant).minus(drawnBy(grant, elsewhere)).minus(others);
    return left.greaterThan(0) ? [{ id: grant.id, units: left }] : [];
  });
}
