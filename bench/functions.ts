import { rateUsage } from "../src/functions/catalog/rating";
import { randomIndex, randomOf } from "../scripts/example/random";
import { interleave, spreadOf } from "./pairs";
import { ratioLine, type PrintLine } from "./report";

const ROWS = 10_000;
const ROUNDS = { warmUp: 20, counted: 41 };

/** Up to | Unit price, as they are in cells. */
const TIERS: unknown[][] = [
  [10, 0.125],
  [100, 0.1],
  [1000, 0.084],
  [5000, 0.0615],
  ["*", 0.043],
];

/** Quantities of 0.01 to 20,000 with two decimals, spread over the tiers, as a range of one column. */
function makeColumn(): number[][] {
  const random = randomOf("functions benchmark");
  return Array.from({ length: ROWS }, () => [
    Math.max(1, Math.round(10 ** (random() * 6.3)) + randomIndex(random, 9)) / 100,
  ]);
}

/** The loop over float64 that anybody would write, from range to range. */
function rateByLoop(
  column: readonly number[][],
  bounds: readonly number[],
  prices: readonly number[],
): number[][] {
  return column.map((row) =>
    row.map((quantity) => {
      let amount = 0;
      let lower = 0;
      for (let tier = 0; tier < bounds.length && quantity > lower; tier++) {
        const upTo = bounds[tier]!;
        amount += ((quantity < upTo ? quantity : upTo) - lower) * prices[tier]!;
        lower = upTo;
      }
      return amount;
    }),
  );
}

interface Timed {
  readonly milliseconds: number;
  readonly amounts: readonly unknown[];
}

function timed(rate: () => unknown[][]): Timed {
  const started = performance.now();
  const result = rate();
  return { milliseconds: performance.now() - started, amounts: result.flat() };
}

/** The loop is right to a rounding error; the functions agree with each other exactly. */
function assertSame({ array, single, loop }: Readonly<Record<"array" | "single" | "loop", Timed>>): void {
  for (let row = 0; row < ROWS; row++) {
    const amount = array.amounts[row] as number;
    if (amount !== single.amounts[row])
      throw new Error(`row ${String(row)}: the array call differs from a single one`);
    if (Math.abs(amount - (loop.amounts[row] as number)) > 1e-9 * amount)
      throw new Error(
        `row ${String(row)}: ${String(amount)} instead of the loop's ${String(loop.amounts[row])}`,
      );
  }
}

/** RATE_USAGE over a column: one call for 10,000 quantities against as many calls, and against a loop over float64. */
export async function benchFunctions(report: PrintLine): Promise<void> {
  const column = makeColumn();
  const bounds = TIERS.map(([upTo]) => (typeof upTo === "number" ? upTo : Infinity));
  const prices = TIERS.map(([, price]) => price as number);
  const sides = {
    array: () => timed(() => rateUsage(column, TIERS)),
    loop: () => timed(() => rateByLoop(column, bounds, prices)),
    single: () => timed(() => column.map(([quantity]) => [rateUsage([[quantity]], TIERS)[0]![0]])),
  };
  const rounds = await interleave(sides, ROUNDS);
  assertSame(rounds[0]!);
  report(`RATE_USAGE over ${ROWS.toLocaleString("en")} quantities, five graduated tiers; the same amounts`);
  const ratio = (a: "array" | "single", b: "array" | "loop") =>
    spreadOf(rounds.map((round) => round[a].milliseconds / round[b].milliseconds));
  report(ratioLine("one array call / float64 loop", ratio("array", "loop"), "goal at most 5"));
  report(ratioLine("10,000 single calls / one array call", ratio("single", "array"), "goal at least 10"));
  report(
    `    one array call takes ${spreadOf(rounds.map(({ array }) => array.milliseconds)).median.toFixed(2)} ms`,
  );
}
