import { compareBooks, sum, zero, type Comparison, type Decimal, type Snapshot } from "../../../src/core/api";
import { readRegister } from "../../../src/core/documents/register";
import { readSettings } from "../../../src/core/settings/readSettings";
import type { Feature } from "../generate/features";
import type { SimulatedYear } from "../year/simulatedYear";
import { changedYear, reordered } from "./changedYear";
import { billed, drawnSeeds, drawnYear } from "./drawnYears";

const seeds = drawnSeeds(20);
const RUNS = 2;

const yearOf = (seed: number, leftOut: readonly Feature[] = []): SimulatedYear =>
  drawnYear(seed, RUNS, leftOut);

/** What the documents of a book come to by currency, as its Invoices say. */
function totalsOf(book: Snapshot): Map<string, Decimal> {
  const quiet = () => undefined;
  const totals = new Map<string, Decimal>();
  for (const { currency = "", total = zero } of readRegister(book, readSettings(book, quiet), quiet).invoices)
    totals.set(currency, (totals.get(currency) ?? zero).plus(total));
  return totals;
}

/** What does not add up in a comparison, told with what it should be. */
function faultsOf(comparison: Comparison, a: Snapshot, b: Snapshot): string[] {
  const unequal = (what: string, found: Decimal, right: Decimal) =>
    found.equals(right) ? [] : [`${what}: ${found.toString()} instead of ${right.toString()}`];
  const [ofA, ofB] = [totalsOf(a), totalsOf(b)];
  return [
    ...comparison.documents.flatMap(({ contractId, effects, difference, totalA, totalB }) => [
      ...unequal(`effects of ${contractId}`, sum(effects.map(({ amount }) => amount)), difference),
      ...unequal(`difference of ${contractId}`, difference, totalB.minus(totalA)),
    ]),
    ...[...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((currency) => {
      const right = (ofB.get(currency) ?? zero).minus(ofA.get(currency) ?? zero);
      const own = <Row extends { readonly currency: string }>(rows: readonly Row[]) =>
        rows.filter((row) => row.currency === currency);
      return [
        ...unequal(
          `documents in ${currency}`,
          sum(own(comparison.documents).map(({ difference }) => difference)),
          right,
        ),
        ...unequal(`effects in ${currency}`, sum(own(comparison.effects).map(({ amount }) => amount)), right),
        ...unequal(
          `totals in ${currency}`,
          sum(own(comparison.totals).map((each) => each.difference)),
          right,
        ),
      ];
    }),
  ];
}

const negated = ({ totals }: Comparison) =>
  totals.map(({ currency, totalA, totalB, difference }) => ({
    currency,
    totalA: totalB.toString(),
    totalB: totalA.toString(),
    difference: zero.minus(difference).toString(),
  }));

const told = ({ totals }: Comparison) =>
  totals.map(({ currency, totalA, totalB, difference }) => ({
    currency,
    totalA: totalA.toString(),
    totalB: totalB.toString(),
    difference: zero.plus(difference).toString(),
  }));

test("the effects of every pair of years add up to the difference, to the last digit, either way round", () => {
  const seen = new Map<string, number>();
  const faults = seeds.flatMap((seed) => {
    const year = yearOf(seed);
    const [a, b] = [billed(year), billed(changedYear(year, seed))];
    const [there, back] = [compareBooks(a, b), compareBooks(b, a)];
    for (const { effect } of there.effects) seen.set(effect, (seen.get(effect) ?? 0) + 1);
    const isMirrored = JSON.stringify(told(back)) === JSON.stringify(negated(there));
    return [...faultsOf(there, a, b), ...(isMirrored ? [] : ["swapped totals differ"])].map(
      (fault) => `${String(seed)}: ${fault}`,
    );
  });
  expect(faults).toEqual([]);
  // The sample is worth something only if it draws most causes.
  expect([...seen.keys()].sort()).toEqual(
    expect.arrayContaining(["discount", "minimum", "missing", "price", "quantity", "tax"]),
  );
});

test("equal years give nothing, whatever the order of their rows", () => {
  const faults = seeds.slice(0, Math.ceil(seeds.length / 2)).flatMap((seed) => {
    // Of readings of one day the lower row is the latest, and of its events the upper one is free first: there the order says something.
    const year = yearOf(seed, ["otherMeters", "includedEvents"]);
    const { documents, effects, numbers } = compareBooks(billed(year), billed(reordered(year)));
    return documents.length + effects.length === 0 ? [] : [{ seed, documents, effects, numbers }];
  });
  expect(faults).toEqual([]);
});
