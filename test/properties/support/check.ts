import fc from "fast-check";

/** The same cases on every run and machine; another seed looks further. */
const seed = Number(process.env.PROPERTY_SEED ?? 2026);

/** How many of the cases of a property are drawn, as a share: a few in the loop, any number with PROPERTY_SHARE=10. */
const share = Number(process.env.PROPERTY_SHARE ?? 0.4);

const runsOf = (cases: number): number => Math.ceil(cases * share);

/** Asserts a property over drawn cases. */
export function check<Drawn>(property: fc.IProperty<Drawn>, cases = 100): void {
  fc.assert(property, { seed, numRuns: runsOf(cases) });
}

/** As `check`, for a property that takes its time. */
export async function checkAsync<Drawn>(property: fc.IAsyncProperty<Drawn>, cases = 100): Promise<void> {
  await fc.assert(property, { seed, numRuns: runsOf(cases) });
}
