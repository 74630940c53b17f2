/** Something to measure: the first of two sides is the product, the second what it is held against. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: medianOf(values), least: Math.min(...values), most: Math.max(...values) };
}

/** One round: what each side gave when it ran right after the other. */
export type Round<Side extends string, Run> = Readonly<Record<Side, Run>>;

/**
 * Runs all sides in turn, round after round, so that whatever else the machine does falls on all of them alike.
 * The first rounds warm up and do not count.
 */
export async function interleave<Side extends string, Run>(
  sides: Readonly<Record<Side, () => Run | Promise<Run>>>,
  rounds: { readonly warmUp: number; readonly counted: number },
): Promise<Round<Side, Run>[]> {
  const names = Object.keys(sides) as Side[];
  const results: Round<Side, Run>[] = [];
  for (let round = -rounds.warmUp; round < rounds.counted; round++) {
    const runs = {} as Record<Side, Run>;
    for (const name of names) runs[name] = await sides[name]();
    if (round >= 0) results.push(runs);
  }
  return results;
}
