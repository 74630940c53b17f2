/**
 * `npm run simulate -- --years 3000 --seed 1`: bills years run after run and compares them with one exact calculation.
 * Prints what is unlike in its smallest form, counts what has the same traits, and exits 1 then. Options: README.md.
 */
import { parseArgs } from "node:util";
import { checks } from "./checks";
import { features, type Feature, type Features } from "./generate/features";
import { generateYear } from "./generate/generateYear";
import type { Check } from "./judge/fault";
import { shrink } from "./judge/shrink";
import type { SimulatedYear } from "./year/simulatedYear";
import { traitsOf } from "./year/traits";

const { values } = parseArgs({
  options: {
    years: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    without: { type: "string", default: "" },
    only: { type: "string" },
    checks: { type: "string", default: "year" },
    shrink: { type: "string", default: "5" },
    contracts: { type: "string" },
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

function chosenFeatures(): Features {
  if (values.only !== undefined) return new Set(named(values.only));
  const left = new Set(named(values.without));
  return new Set(features.filter((feature) => !left.has(feature)));
}

function chosenChecks(): (readonly [string, Check])[] {
  // "year" holds what "amounts" looks at.
  const all = [...checks.keys()].filter((name) => name !== "amounts");
  const words = values.checks === "all" ? all : values.checks.split(",");
  return words.map((word) => {
    const check = checks.get(word);
    if (check === undefined)
      throw new Error(`there is no “${word}”; there are ${[...checks.keys()].join(", ")}`);
    return [word, check];
  });
}

/** Prints the smallest year that fails in the same way, as it can be put to a test; returns what is special in it. */
function printSmallest(seed: number, year: SimulatedYear, check: Check): string {
  const [fault] = check(year);
  if (fault === undefined) return "";
  const smallest = shrink(year, fault.kind, check);
  const texts = check(smallest).map(({ kind, contractId, text }) => `  ${kind} ${contractId} ${text}`);
  console.log(`seed ${String(seed)}\n${texts.join("\n")}\n  ${JSON.stringify(smallest)}\n`);
  return `${fault.kind}: ${traitsOf(smallest)}`;
}

function simulate(): void {
  const kept = chosenFeatures();
  const first = Number(values.seed);
  const years = Number(values.years);
  const counts = new Map<string, number>();
  const { contracts: wanted } = values;
  const size = wanted === undefined ? undefined : Number(wanted);
  let wrong = 0;
  let contracts = 0;
  for (let seed = first; seed < first + years; seed++) {
    const year = generateYear(seed, kept, size);
    contracts += year.contracts.length;
    for (const [name, check] of chosenChecks()) {
      if (check(year).length === 0) continue;
      wrong++;
      const cause = wrong > Number(values.shrink) ? "not made smaller" : printSmallest(seed, year, check);
      counts.set(`${name}, ${cause}`, (counts.get(`${name}, ${cause}`) ?? 0) + 1);
    }
  }
  for (const [cause, count] of [...counts].sort(([, a], [, b]) => b - a))
    console.log(`${String(count)} × ${cause}`);
  console.log(
    `${String(years)} years of ${String(contracts)} contracts from seed ${String(first)}: ${String(wrong)} faults`,
  );
  process.exitCode = wrong > 0 ? 1 : 0;
}

simulate();
