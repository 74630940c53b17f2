/** The parts that a run's time goes to: the workbook's side, and the engine's. */
const parts = ["read", "open", "check", "preview", "plan", "apply"] as const;
type Part = (typeof parts)[number];

const nameOf = (part: Part) => `ratebook ${part}`;

/** Takes the time of a part; where the page keeps none of its own, nothing is lost but a line in Diagnostics. */
export async function timed<Value>(part: Part, work: Promise<Value>): Promise<Value> {
  const start = performance.now();
  try {
    return await work;
  } finally {
    if ("measure" in performance) {
      // The last of each is enough, and the page may stay open for weeks.
      performance.clearMeasures(nameOf(part));
      performance.measure(nameOf(part), { start });
    }
  }
}

/** What each part took when it was last done, in milliseconds; parts not done yet are left out. */
export function lastTimes(): { readonly part: Part; readonly milliseconds: number }[] {
  if (!("getEntriesByName" in performance)) return [];
  return parts.flatMap((part) =>
    performance.getEntriesByName(nameOf(part)).map(({ duration }) => ({ part, milliseconds: duration })),
  );
}
