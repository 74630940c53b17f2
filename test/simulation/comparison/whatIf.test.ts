import { nameKey, openWhatIf, sum, zero, type Decimal, type Snapshot } from "../../../src/core/api";
import { readRegister } from "../../../src/core/documents/register";
import { readSettings } from "../../../src/core/settings/readSettings";
import { inputBook } from "../engine/book";
import { runsOf } from "../engine/runYear";
import type { Feature } from "../generate/features";
import type { Price, SimulatedYear } from "../year/simulatedYear";
import { billed, drawnSeeds, drawnYear } from "./drawnYears";

/** Years whose promises were counted as if nothing of them had been billed: stacked, of a customer, beside Not to exceed. */
const found = [562, 1164, 1426];
const seeds = [...drawnSeeds(6), ...found];
const RUNS = 3;

const yearOf = (seed: number, leftOut: readonly Feature[] = []): SimulatedYear =>
  drawnYear(seed, RUNS, leftOut);

const scaled = (text: string) => String(Math.round(Number(text) * 13_000) / 10_000);

/** Every figure of a price three tenths higher, and a discount. */
const dearer = (price: Price): Price => ({
  ...price,
  ...(price.unitPrice === undefined ? {} : { unitPrice: scaled(price.unitPrice) }),
  ...(price.flatFee === undefined ? {} : { flatFee: scaled(price.flatFee) }),
  ...(price.tiers
    ? { tiers: price.tiers.map((tier) => ({ ...tier, unitPrice: scaled(tier.unitPrice) })) }
    : {}),
  discount: "7",
});

const withPrices = (year: SimulatedYear, change: (price: Price) => Price): SimulatedYear => ({
  ...year,
  contracts: year.contracts.map((contract) => ({ ...contract, prices: contract.prices.map(change) })),
});

const ofPrices = new Set(["prices", "tiers"]);

/** The Prices of a year, with their Tiers, as a workbook of their own. */
function pricesOf(year: SimulatedYear): Snapshot {
  const runs = runsOf(year);
  const book = inputBook(year, runs[runs.length - 1]!, []);
  return { ...book, grids: book.grids.filter(({ sheet }) => ofPrices.has(nameKey(sheet))) };
}

function netsOf(book: Snapshot): Map<string, Decimal> {
  const quiet = () => undefined;
  const { lines } = readRegister(book, readSettings(book, quiet), quiet);
  const nets = new Map<string, Decimal>();
  for (const { contractId, amount } of lines)
    nets.set(contractId, (nets.get(contractId) ?? zero).plus(amount));
  return nets;
}

function asked(book: Snapshot, prices: Snapshot) {
  const session = openWhatIf(book);
  const answer = session.ask({ prices });
  if (!answer.ok) throw new Error(answer.reason);
  return session.reprice(answer.terms);
}

test("the same terms change nothing anywhere, and old is what was billed", () => {
  const faults = seeds.flatMap((seed) => {
    const year = yearOf(seed);
    const book = billed(year);
    const { lines, customers, totals } = asked(book, pricesOf(year));
    const changed = [...lines, ...customers, ...totals].filter(
      (row) => !row.difference.isZero() || !row.new.equals(row.old),
    );
    const old = sum(lines.map((line) => line.old));
    const isBilled = old.equals(sum(netsOf(book).values()));
    return changed.length > 0 || !isBilled ? [{ seed, changed, old: old.toString() }] : [];
  });
  expect(faults).toEqual([]);
});

test("other prices come to what billing the year under them comes to", () => {
  const faults = seeds.flatMap((seed) => {
    // A late row is rounded with its document, so that a cent can stand on another one than in a year billed anew.
    const year = yearOf(seed, ["late"]);
    const other = withPrices(year, dearer);
    const { lines } = asked(billed(year), pricesOf(other));
    const right = netsOf(billed(other));
    return year.contracts.flatMap(({ id }) => {
      const found = sum(lines.filter(({ contractId }) => contractId === id).map((line) => line.new));
      const wanted = right.get(id) ?? zero;
      return found.equals(wanted)
        ? []
        : [`${String(seed)} ${id}: ${found.toString()} instead of ${wanted.toString()}`];
    });
  });
  expect(faults).toEqual([]);
});
