/** Throws for a bug in Ratebook itself; faults in a user's data are issues, never exceptions. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Ratebook is wrong here: ${why}`);
}
