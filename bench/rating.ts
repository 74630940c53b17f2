import { Decimal } from "../src/core/money/decimal";
import type { NoteFigure } from "./goals";
import { interleave, spreadOf } from "./pairs";
import { KEYS, makeKeys, sampleOf } from "./ratingKeys";
import { rateByDecimals, rateByEngine, rateByPrepared, rateByWalk } from "./ratingSides";
import { ratioLine, type PrintLine } from "./report";

/** decimal.js rates every tenth quantity; its time is multiplied. */
const SAMPLE_STEP = 10;
const ROUNDS = { warmUp: 5, counted: 15 };

interface Timed {
  readonly milliseconds: number;
  readonly total: string;
}

interface Total {
  toString(): string;
}

function timed(rate: () => Total): Timed {
  const started = performance.now();
  const total = rate();
  return { milliseconds: performance.now() - started, total: total.toString() };
}

/** Pairs of their own for each rival, so that none runs in the garbage of another. */
async function race(engine: () => Total, rival: () => Total) {
  const rounds = await interleave({ engine: () => timed(engine), rival: () => timed(rival) }, ROUNDS);
  const totals = { engine: rounds[0]!.engine.total, rival: rounds[0]!.rival.total };
  return { totals, ratios: rounds.map((round) => round.engine.milliseconds / round.rival.milliseconds) };
}

function assertSame(title: string, ours: string, theirs: string): void {
  if (ours !== theirs) throw new Error(`${title}: ${theirs} instead of the engine's ${ours}`);
}

const inCents = (total: string) => new Decimal(total).toFixed(2);

/** 1,000,000 quantities in memory, each rated alone over five graduated tiers. */
export async function benchRating(report: PrintLine, note: NoteFigure): Promise<void> {
  const keys = makeKeys();
  const sample = sampleOf(keys, SAMPLE_STEP);
  const engine = () => rateByEngine(keys);
  report(`1,000,000 quantities, ${String(KEYS)} prices of five graduated tiers, every quantity rated alone`);
  const loops = { walked: rateByWalk, prepared: rateByPrepared };
  for (const [name, rate] of Object.entries(loops)) {
    const { totals, ratios } = await race(engine, () => rate(keys));
    assertSame(`float64 loop, tiers ${name}`, inCents(totals.engine), inCents(totals.rival));
    report(ratioLine(`engine / float64 loop, tiers ${name}`, spreadOf(ratios), "goal at most 1.2"));
    if (name === "walked") note("ratingFloat", spreadOf(ratios).median.toPrecision(3));
    report(`    totals ${totals.engine} and ${totals.rival}, the same to the cent`);
  }
  const { totals, ratios } = await race(engine, () => rateByDecimals(sample));
  assertSame("decimal.js on the sample", rateByEngine(sample).toString(), totals.rival);
  const times = ratios.map((ratio) => SAMPLE_STEP / ratio);
  note("ratingDecimal", spreadOf(times).median.toPrecision(3));
  report(ratioLine("decimal.js / engine", spreadOf(times), "goal at least 300"));
  report(
    `    decimal.js: every ${String(SAMPLE_STEP)}th quantity, time × ${String(SAMPLE_STEP)}; total of these ${totals.rival}, exactly the engine's`,
  );
}
