import { maskCardNumbers } from "../base/cardNumber";
import { sum, zero, type Decimal } from "../money/decimal";
import { unscaleQuantity } from "../money/scaledQuantity";
import { countOf } from "../metering/foldedRows";
import { NO_METER, RowState, type Usage } from "../metering/usage";
import type { RatedContract } from "../rating/rateContract";

/** What became of a usage row in a run; every row that is not blank has exactly one fate. */
export const fates = ["rated", "rejected", "duplicate", "outside", "filtered"] as const;
export type Fate = (typeof fates)[number];

export interface Tally {
  readonly rows: number;
  readonly quantity: Decimal;
}

/** Rows and quantity of one usage meter: read = rated + rejected + duplicate + outside + filtered. */
export interface ControlTotal extends Readonly<Record<Fate, Tally>> {
  readonly meter: string;
  readonly unit: string;
  readonly read: Tally;
}

/** The fate of each row of Usage, as an index into `fates`; 255 for blank rows. */
export function fatesOf(
  usage: Usage,
  rated: readonly RatedContract[],
  contractIndex: ReadonlyMap<string, number>,
): Uint8Array {
  const result = new Uint8Array(usage.rowCount);
  const [isRated, isRejected, isDuplicate, isOutside, isFiltered] = fates.keys();
  const periodsOf = new Map(
    rated.map(({ contract, usagePeriods }) => [contractIndex.get(contract.contractId), usagePeriods]),
  );
  for (let row = 0; row < usage.rowCount; row++) {
    const state = usage.state[row];
    if (state === RowState.blank) result[row] = 255;
    else if (state === RowState.rejected) result[row] = isRejected!;
    else if (state === RowState.duplicate) result[row] = isDuplicate!;
    else {
      const moment = usage.moments[row]!;
      const periods = periodsOf.get(usage.contractOf[row]) ?? [];
      const isDue = periods.some(({ service }) => moment >= service.from && moment < service.to + 1);
      // A row of a due period that no price takes was kept out by its meter's filter.
      result[row] = isDue ? isFiltered! : isOutside!;
    }
  }
  for (const { items, usageRows } of rated) {
    for (const rows of usageRows.unpriced) for (const row of rows) result[row] = isRejected!;
    for (const rows of usageRows.covered) for (const row of rows) result[row] = isRated!;
    for (const { rows } of items) for (const row of rows) result[row] = isRated!;
  }
  return result;
}

/** A sum of scaled quantities (each below 10^15) that can take one more and stay an exact integer of a float64. */
const EXACT_SUM = 8e15;

const noRows: Tally = { rows: 0, quantity: zero };

/** Tallies added up; most meters have rows of one fate alone. */
function together(tallies: readonly Tally[]): Tally {
  const [first = noRows, ...others] = tallies.filter((tally) => tally !== noRows);
  if (others.length === 0) return first;
  return {
    rows: others.reduce((all, { rows }) => all + rows, first.rows),
    quantity: sum([first, ...others].map(({ quantity }) => quantity)),
  };
}

/** Control totals per usage meter, in order of the meters' names in Usage; rows that name none come last, if there are any. */
export function controlTotals(
  usage: Usage,
  fateOf: Uint8Array,
  unitOf: (meter: string) => string,
): ControlTotal[] {
  const width = fates.length;
  const names = [...usage.meterNames, ""];
  const nameless = usage.meterNames.length;
  const rows = new Int32Array(names.length * width);
  const quantities: Decimal[] = Array.from(rows, () => zero);
  const sums = new Float64Array(rows.length);
  const flush = (slot: number) => {
    quantities[slot] = sum([quantities[slot]!, unscaleQuantity(sums[slot]!)]);
    sums[slot] = 0;
  };
  for (let row = 0; row < usage.rowCount; row++) {
    const fate = fateOf[row]!;
    if (fate >= width) continue;
    const meter = usage.meterOf[row]!;
    const slot = (meter === NO_METER ? nameless : meter) * width + fate;
    rows[slot]! += countOf(usage, row);
    const wide = usage.wide.get(row);
    if (wide) quantities[slot] = quantities[slot]!.plus(wide);
    else if (!Number.isNaN(usage.scaled[row]!)) sums[slot]! += usage.scaled[row]!;
    if (Math.abs(sums[slot]!) > EXACT_SUM) flush(slot);
  }
  sums.forEach((rest, slot) => {
    if (rest !== 0) flush(slot);
  });
  const totals = names.map((meter, index): ControlTotal => {
    const tallies = fates.map((_, fate): Tally => {
      const slot = index * width + fate;
      return rows[slot] === 0 ? noRows : { rows: rows[slot]!, quantity: quantities[slot]! };
    });
    const [rated, rejected, duplicate, outside, filtered] = tallies;
    return {
      meter: maskCardNumbers(meter),
      unit: unitOf(meter),
      read: together(tallies),
      rated: rated!,
      rejected: rejected!,
      duplicate: duplicate!,
      outside: outside!,
      filtered: filtered!,
    };
  });
  return totals.filter(({ read }, index) => index < nameless || read.rows > 0);
}
