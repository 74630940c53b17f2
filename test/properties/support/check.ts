import fc from "fast-check";

/** The same cases on every run and machine; another seed looks further. */
const seed = Number(process.env.PROPERTY_SEED ?? 2026);

/** Asserts a property over drawn cases. */
export function check<Drawn>(property: fc.IProperty<Drawn>, numRuns = 100): void {
  fc.assert(property, { seed, numRuns, endOnFailure: !!process.env.EOF1 });
}

/** As `check`, for a property that takes its time. */
export async function checkAsync<Drawn>(property: fc.IAsyncProperty<Drawn>, numRuns = 100): Promise<void> {
  await fc.assert(property, { seed, numRuns, endOnFailure: !!process.env.EOF1 });
}
