import type { Snapshot } from "../../../src/core/api";
import { billMonth, bookBefore, runsOf, runYear, type ErrorFinding } from "../engine/runYear";
import { owedBy } from "../oracle/billedBy";
import type { Charge } from "../oracle/charge";
import type { Fraction } from "../oracle/fraction";
import { isOverTime } from "../oracle/overTime";
import { billingPeriods } from "../oracle/periods";
import { knownRows } from "../oracle/usage";
import { day, holds, lastOfMonth, month, monthOf, monthText, type Month, type Span } from "../year/day";
import type { Contract, SimulatedYear, UsageRow } from "../year/simulatedYear";
import { chargesInside, lastRunOf, plainCharge } from "./charges";
import { distinct } from "./distinct";
import type { Leak, Plant } from "./leak";

/** Charges that are the only one of their contract in their run. */
const onlyCharges = (year: SimulatedYear, contract: Contract): Charge[] =>
  chargesInside(year, contract).filter(
    ({ run }, _, all) => all.filter((other) => other.run === run).length === 1,
  );

/** What is found is found soon after: the year need not go on for long then. */
const untilAfter = (run: Month, { firstRun, runs, ...year }: SimulatedYear): SimulatedYear => ({
  ...year,
  firstRun,
  runs: Math.min(runs, run - month(firstRun) + 4),
});

/** Bills a year but for one of its months. */
function findingsWithout(left: Month, year: SimulatedYear): ErrorFinding[] {
  let book: Snapshot | undefined;
  const findings: ErrorFinding[] = [];
  for (const run of runsOf(untilAfter(left, year))) {
    if (run === left) continue;
    const billed = billMonth(bookBefore(year, run, book), run);
    book = billed.book;
    findings.push(...billed.findings);
  }
  return distinct(findings);
}

interface Candidate {
  readonly contract: Contract;
  readonly charges: readonly Charge[];
}

/** A month that was never run, of contracts that it would have billed one amount: as few months as there can be. */
export const missingMonth: Plant = (year) => {
  let open: readonly Candidate[] = year.contracts.map((contract) => ({
    contract,
    charges: onlyCharges(year, contract),
  }));
  const planted: Leak[] = [];
  for (;;) {
    const lasting = open;
    const covered = runsOf(year).map((run) => ({
      run,
      of: lasting.flatMap(({ contract, charges }) => {
        const charge = charges.find((candidate) => candidate.run === run);
        return charge === undefined ? [] : [{ contract, charge }];
      }),
    }));
    const [most] = covered.sort((a, b) => b.of.length - a.of.length);
    if (most === undefined || most.of.length === 0) return planted;
    const chosen = most.of.map(({ contract }) => contract);
    planted.push({
      findings: findingsWithout(most.run, { ...year, contracts: chosen }),
      differences: new Map(most.of.map(({ contract, charge }) => [contract.id, charge.amount])),
    });
    open = lasting.filter(({ contract }) => !chosen.includes(contract));
  }
};

interface Retold {
  readonly contract: Contract;
  /** The run from which on. */
  readonly from: Month;
  readonly difference: Fraction;
}

/** A year some of whose contracts are told otherwise from a run on; what its runs find. */
function retold(year: SimulatedYear, retell: (contract: Contract) => Retold | undefined): Leak[] {
  const changed = year.contracts.map((contract) => ({ contract, told: retell(contract) }));
  const differences = new Map(
    changed.flatMap(({ contract, told }) => (told ? [[contract.id, told.difference] as const] : [])),
  );
  if (differences.size === 0) return [];
  const contracts = changed.map(({ contract, told }) => told?.contract ?? contract);
  const last = Math.max(...changed.flatMap(({ told }) => told?.from ?? []));
  const findings = distinct(runYear(untilAfter(last, { ...year, contracts })).flatMap((run) => run.findings));
  return [{ findings, differences }];
}

/** The days of the billing period that a charge is for. */
const periodOf = (contract: Contract, { days }: Charge): Span =>
  billingPeriods(contract, days.to).find(({ cut }) => holds(cut, days.to))?.cut ?? days;

/**
 * Whether rows of a period that a run bills came in time: they write its invoice, whatever it comes to. A contract that
 * ends soon after a period has two periods in one run.
 */
const hasRowsInTime = (contract: Contract, run: Month): boolean =>
  billingPeriods(contract, lastOfMonth(run))
    .filter(({ cut }) => monthOf(cut.to) === run)
    .some(({ cut }) => knownRows(contract.usage, run).some(({ date }) => holds(cut, day(date))));

/** All rows of a period that had no invoice before they came: they are found, and billed by no run. */
export const lateWithoutInvoice: Plant = (year) =>
  retold(year, (contract) => {
    // What a level or a register was before goes on to count.
    if (contract.prices.some(({ aggregation = "Sum" }) => isOverTime(aggregation))) return undefined;
    const charge = chargesInside(year, contract).find(
      ({ isFixed, run }, _, all) => !isFixed && all.filter((other) => other.run === run).length === 1,
    );
    if (charge === undefined) return undefined;
    const period = periodOf(contract, charge);
    const isInside = ({ date }: UsageRow) => holds(period, day(date));
    const arrives = monthText(charge.run + 1);
    const usage = contract.usage.map((row) => (isInside(row) ? { ...row, arrives } : row));
    const told = { ...contract, usage };
    const isSilent =
      !hasRowsInTime(told, charge.run) &&
      owedBy(told, year, charge.run).charges.every(({ run, amount }) => run !== charge.run || amount.isZero);
    if (!isSilent) return undefined;
    return { contract: told, from: charge.run + 1, difference: charge.amount };
  });

/** A row that comes late takes usage back: less than was billed is found, never credited by itself. */
export const takenBack: Plant = (year) =>
  retold(year, (contract) => {
    const charge = plainCharge(year, contract);
    const plain = contract.prices.find(({ id }) => id === charge?.priceId);
    if (charge === undefined || plain === undefined || plain.aggregation !== undefined) return undefined;
    const row = contract.usage.find(
      ({ product, date, quantity }) =>
        product === charge.product && holds(charge.days, day(date)) && !quantity.startsWith("-"),
    );
    if (row === undefined) return undefined;
    const back: UsageRow = {
      ...row,
      eventId: "taken back",
      quantity: `-${row.quantity}`,
      arrives: monthText(charge.run + 1),
    };
    const told = { ...contract, usage: [...contract.usage, back] };
    const now = owedBy(told, year, lastRunOf(year)).charges.find(
      ({ priceId, days }) => priceId === charge.priceId && days.from === charge.days.from,
    );
    const difference = now?.amount.minus(charge.amount);
    return difference?.isZero === false ? { contract: told, from: charge.run + 1, difference } : undefined;
  });
