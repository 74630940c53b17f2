import { groupBy } from "../base/groupBy";
import { addMonths, LAST_DAY, type Day } from "../calendar/day";
import { contains, monthOf, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { endOfTerm } from "../catalog/terms/renewal";
import { billedServiceOf } from "../documents/billedService";
import type { Snapshot } from "../grid/grid";
import { coveredContracts, registerBefore } from "../invoicing/registerChanges";
import { unheard } from "../issues/issue";
import { spanOf } from "../metering/usageIndex";
import { sum, zero, type Decimal } from "../money/decimal";
import { billingPeriods } from "../rating/billingPeriods";
import { withProjectedUsage } from "../rating/projectUsage";
import { rateContract } from "../rating/rateContract";
import { billedAmount, type RatedItem } from "../rating/ratedItem";
import type { RatingContext } from "../rating/ratingContext";
import { prepareBook, readInputs, type PreparedBook, type WorkbookInputs } from "./prepareBook";
import { DAYS_AHEAD, stretchesOf, type PriceStretch } from "./priceHistory";
import { termsOf } from "./priceTerms";
import { timeOfBook } from "./reconcileBook";

/** A price in force on a day, by the titles of its columns. */
export interface PriceInForce {
  readonly product: string;
  readonly terms: ReadonlyMap<string, string>;
}

/** What is billed under one name: by the usage that is there, and at the end of the period if it goes on like this. */
export interface ExpectedCharge {
  readonly name: string;
  readonly soFar: Decimal;
  readonly atEnd: Decimal;
}

/** The billing period that holds a day, with what its run bills. */
export interface PeriodSoFar {
  readonly period: Period;
  /** The last day whose usage is known. */
  readonly usedTo: Day;
  /** A final document bills it already. */
  readonly isBilled: boolean;
  readonly charges: readonly ExpectedCharge[];
  readonly total: Omit<ExpectedCharge, "name">;
}

/** How a contract ends. */
export interface ContractEnd {
  readonly endDate: Day;
  /** The last day on which notice may be given, where the contract says something of it. */
  readonly noticeBy: Day | undefined;
  readonly renewedTo: Day | undefined;
}

export interface ContractView {
  readonly contract: Contract;
  readonly asOf: Day;
  readonly inForce: readonly PriceInForce[];
  readonly history: readonly PriceStretch[];
  /** Undefined where the contract has no billing period on the day. */
  readonly soFar: PeriodSoFar | undefined;
  readonly end: ContractEnd | undefined;
}

function endOf({ agreed, service }: Contract, asOf: Day): ContractEnd | undefined {
  const { renewal } = agreed;
  if (!renewal)
    return service.to >= LAST_DAY
      ? undefined
      : { endDate: service.to, noticeBy: undefined, renewedTo: undefined };
  const endDate = endOfTerm(renewal, asOf);
  return {
    endDate,
    noticeBy: endDate - renewal.notice,
    renewedTo: renewal.isAuto ? addMonths(endDate + 1, renewal.term) - 1 : undefined,
  };
}

const nameOf = ({ price, term, kind }: RatedItem) =>
  term?.name ?? (kind === "commitment" ? "Minimum commitment" : (price?.product ?? kind));

function chargesOf(
  now: readonly RatedItem[],
  then: readonly RatedItem[],
  { settings }: PreparedBook,
): ExpectedCharge[] {
  const amounts = (items: readonly RatedItem[]) =>
    new Map(
      [...groupBy(items, nameOf)].map(([name, group]) => [
        name,
        sum(group.map((item) => billedAmount(item, settings))),
      ]),
    );
  const [soFar, atEnd] = [amounts(now), amounts(then)];
  return [...new Set([...soFar.keys(), ...atEnd.keys()])].map((name) => ({
    name,
    soFar: soFar.get(name) ?? zero,
    atEnd: atEnd.get(name) ?? zero,
  }));
}

/** The last day of a period whose usage is known: that of its last row, at least the day that is looked from. */
function usedToOf(
  contract: Contract,
  period: Period,
  asOf: Day,
  { metered, contractIndex }: PreparedBook,
): Day {
  const index = contractIndex.get(contract.contractId) ?? -1;
  const spans = metered
    ? metered.index
        .metersOf(index)
        .flatMap((meter) => spanOf(metered.usage, metered.index.rowsOf(index, meter)) ?? [])
    : [];
  const last = spans.map(({ to }) => to).filter((day) => contains(period, day));
  return Math.min(period.to, Math.max(asOf, ...last));
}

function periodSoFar(contract: Contract, period: Period, asOf: Day, book: PreparedBook): PeriodSoFar {
  const { catalog, settings, register, contractIndex, metered, meters } = book;
  const run = book.period;
  const billed = billedServiceOf(registerBefore(register, run), settings);
  const context: RatingContext = {
    catalog,
    contractIndex,
    metered,
    meters,
    settings,
    report: unheard,
    standing: billed,
    billing: { run, billed },
    rated: new Map(),
  };
  const usedTo = usedToOf(contract, period, asOf, book);
  const now = rateContract(contract, run, billed, context).items;
  const projected = withProjectedUsage(contract, run, usedTo, context);
  const charges = chargesOf(now, rateContract(contract, run, billed, projected).items, book);
  return {
    period,
    usedTo,
    isBilled: coveredContracts(register, run, settings).has(contract.contractId),
    charges,
    total: {
      soFar: sum(charges.map(({ soFar }) => soFar)),
      atEnd: sum(charges.map(({ atEnd }) => atEnd)),
    },
  };
}

/** The last day of the latest month with usage or documents, as far as the contract runs. */
function dayOfBook(inputs: WorkbookInputs, { service }: Contract): Day {
  return Math.min(Math.max(timeOfBook(inputs)?.to ?? service.from, service.from), service.to);
}

const inForceOn = (prices: readonly Price[], day: Day): PriceInForce[] =>
  prices
    .filter(({ service, isOnce }) => !isOnce && contains(service, day))
    .map((price) => ({ product: price.product, terms: termsOf(price) }));

/**
 * A contract on a day: its prices then and before, what the run of its billing period bills so far, before tax and what
 * stands over several contracts, and what it comes to if usage goes on like this. 600 units at 1.00 in 10 of 30 days are
 * 600.00 and 1,800.00. Undefined where there is no such contract.
 */
export function contractView(
  snapshot: Snapshot,
  contractId: string,
  given: Day | undefined,
): ContractView | undefined {
  const inputs = readInputs(snapshot, unheard);
  const contract = inputs.catalog.contractById.get(contractId);
  if (!contract) return undefined;
  const asOf = given ?? dayOfBook(inputs, contract);
  const period = billingPeriods(contract, { from: asOf, to: asOf })[0]?.service;
  const options = { asOf: undefined, giveNumbers: false };
  const book = period && prepareBook(snapshot, { ...options, period: monthOf(period.to) }, unheard).book;
  const read = book?.catalog.contractById.get(contractId);
  return {
    contract,
    asOf,
    inForce: inForceOn(contract.prices, asOf),
    history: stretchesOf(contract.prices, asOf + DAYS_AHEAD),
    soFar: period && book && read ? periodSoFar(read, period, asOf, book) : undefined,
    end: endOf(contract, asOf),
  };
}
