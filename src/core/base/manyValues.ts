/**
 * What Math.min, Math.max and push do with a spread, for any number of values: the engine takes some 120,000 arguments
 * of a call, and a workbook may hold more of everything.
 */

/** The smallest of numbers; Infinity of none. */
export function smallest(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) if (number < least) least = number;
  return least;
}

/** The largest of numbers; -Infinity of none. */
export function largest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** Adds values to the end of an array. */
export function addAll<Value>(to: Value[], values: Iterable<Value>): void {
  for (const value of values) to.push(value);
}
