/**
 * `npm run simulate -- --years 3000 --seed 1`: bills years run after run and compares them with one exact calculation.
 * Prints what is unlike in its smallest form, counts what has the same traits, and exits 1 then. Options: README.md.
 */
import { readCall } from "../../scripts/call.cjs";
import { checks } from "./checks";
import { features, type Feature, type Features } from "./generate/features";
import { generateYear } from "./generate/generateYear";
import type { Check } from "./judge/fault";
import { shrink } from "./judge/shrink";
import type { SimulatedYear } from "./year/simulatedYear";
import { traitsOf } from "./year/traits";

const call = readCall({
  call: "npm run simulate --",
  about:
    "Bills invented years run after run against one exact calculation, and exits with 1 where they are unlike.",
  options: {
    years: { type: "number", help: "how many", default: 300 },
    seed: { type: "number", help: "of the first; the next ones follow", default: 1 },
    contracts: { type: "number", help: "of a year, 1 to 3 where it is not said" },
    only: { type: "list", value: "FEATURE", help: "what years have", choices: features },
    without: {
      type: "list",
      value: "FEATURE",
      help: "of these, what they have not",
      choices: features,
      default: [],
    },
    checks: {
      type: "list",
      value: "CHECK",
      help: "what is looked at",
      choices: ["all", ...checks.keys()],
      default: ["year"],
    },
    shrink: { type: "number", help: "so many failures are made smaller and printed", default: 5 },
  },
});

function chosenFeatures(): Features {
  const left = new Set<Feature>(call.without);
  return new Set(call.only ?? features.filter((feature) => !left.has(feature)));
}

function chosenChecks(): (readonly [string, Check])[] {
  if (!call.checks.includes("all")) return [...checks].filter(([name]) => call.checks.includes(name));
  // "year" holds what "amounts" looks at.
  return [...checks].filter(([name]) => name !== "amounts");
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
  const { seed: first, years } = call;
  const counts = new Map<string, number>();
  let wrong = 0;
  let contracts = 0;
  for (let seed = first; seed < first + years; seed++) {
    const year = generateYear(seed, kept, call.contracts);
    contracts += year.contracts.length;
    for (const [name, check] of chosenChecks()) {
      const [fault] = check(year);
      if (fault === undefined) continue;
      wrong++;
      console.log(`seed ${String(seed)}, ${name}: ${fault.kind} ${fault.contractId} ${fault.text}`);
      const cause = wrong > call.shrink ? "not made smaller" : printSmallest(seed, year, check);
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
