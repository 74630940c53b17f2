import type { WrittenDocument } from "../engine/documents";
import { customerId, idOf } from "../engine/termTables";
import { pooledBy } from "../oracle/billedBy";
import { Fraction } from "../oracle/fraction";
import { monthText, type Month } from "../year/day";
import type { SimulatedYear } from "../year/simulatedYear";
import type { Fault } from "./fault";

/** Whether a line is of a promise of the customer. */
export const isPooled = (priceId: string, { customer }: SimulatedYear): boolean =>
  customer?.commitments?.some(({ id }) => idOf({ id: customerId }, id) === priceId) ?? false;

interface BilledRun {
  readonly run: Month;
  readonly documents: readonly WrittenDocument[];
}

/** What is billed to the customer over all its contracts, run after run; with tax inside it is looked at by totals. */
export function judgePools(year: SimulatedYear, runs: readonly BilledRun[]): Fault[] {
  if (year.customer?.commitments === undefined || year.pricesIncludeTax) return [];
  const unlike = runs.flatMap(({ run, documents }): Fault[] => {
    const lines = documents.flatMap((document) => document.lines);
    const billed = Fraction.sum(
      lines.filter(({ priceId }) => isPooled(priceId, year)).map(({ amount }) => amount),
    );
    const owed = pooledBy(year, run);
    if (billed.minus(owed).isZero) return [];
    const text = `over contracts by ${monthText(run)} billed ${billed.text(2)}, owed ${owed.text(2)}`;
    return [{ kind: "net", contractId: "", text }];
  });
  return unlike.slice(0, 1);
}
