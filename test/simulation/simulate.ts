/**
 * `npm run simulate -- --years 3000 --seed 1 [--without late,ahead | --only late] [--shrink 5]`: bills years run after
 * run and compares them with one exact calculation. Prints what is unlike, smallest form first, and exits 1 then.
 */
import { parseArgs } from "node:util";
import { features, type Feature, type Features } from "./generate/features";
import { generateYear } from "./generate/generateYear";
import { traitsOf } from "./year/traits";
import { faultsOf, shrink } from "./judge/shrink";

const { values } = parseArgs({
  options: {
    years: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    without: { type: "string", default: "" },
    only: { type: "string" },
    shrink: { type: "string", default: "5" },
  },
});

const isFeature = (word: string): word is Feature => (features as readonly string[]).includes(word);

function named(words: string): Feature[] {
  return words
    .split(",")
    .filter((word) => word !== "")
    .map((word) => {
      if (!isFeature(word)) throw new Error(`there is no “${word}”; there are ${features.join(", ")}`);
      return word;
    });
}

function chosen(): Features {
  if (values.only !== undefined) return new Set(named(values.only));
  const left = new Set(named(values.without));
  return new Set(features.filter((feature) => !left.has(feature)));
}

function simulate(): void {
  const kept = chosen();
  const first = Number(values.seed);
  const years = Number(values.years);
  const counts = new Map<string, number>();
  let wrong = 0;
  for (let seed = first; seed < first + years; seed++) {
    const year = generateYear(seed, kept);
    const [fault] = faultsOf(year);
    if (fault === undefined) continue;
    wrong++;
    if (wrong > Number(values.shrink)) {
      counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
      continue;
    }
    const smallest = shrink(year, fault.kind);
    const cause = `${fault.kind}: ${traitsOf(smallest)}`;
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
    const texts = faultsOf(smallest).map(({ kind, contractId, text }) => `  ${kind} ${contractId} ${text}`);
    console.log(`seed ${String(seed)}\n${texts.join("\n")}\n  ${JSON.stringify(smallest)}\n`);
  }
  for (const [cause, count] of [...counts].sort(([, a], [, b]) => b - a))
    console.log(`${String(count)} × ${cause}`);
  console.log(`${String(years)} years from seed ${String(first)}: ${String(wrong)} wrong`);
  process.exitCode = wrong > 0 ? 1 : 0;
}

simulate();
