import { randomIndex, randomOf } from "../scripts/example/random";
import type { Grid, Snapshot } from "../src/core/api";
import { parsePeriod } from "../src/core/calendar/period";
import { registerAfter } from "../src/core/invoicing/registerChanges";
import { sum, type Decimal } from "../src/core/money/decimal";
import { billPeriod, type BillingRun } from "../src/core/run/billingRun";
import { changeTerms, parseTermChange } from "../src/core/whatIf/changeTerms";
import { readOtherTerms, type OtherTerms, type TermTables } from "../src/core/whatIf/otherTerms";
import { prepareWhatIf } from "../src/core/whatIf/prepareWhatIf";
import type { NoteFigure } from "./goals";
import { gridOf, type Cell } from "./grid";
import { spreadOf } from "./pairs";
import type { PrintLine } from "./report";

const ROWS = 1_000_000;
const CONTRACTS = 250;
const METERS = ["Calls", "Storage", "Messages", "Egress"];
const FIRST_DAY = 46_296; // 2026-10-01
const DAYS = 31;
const ROUNDS = { warmUp: 3, counted: 15 };

const idOf = (index: number) => `CT-${String(index + 1).padStart(4, "0")}`;

function* contractRows(): Generator<readonly Cell[]> {
  yield ["Contract ID", "Customer ID", "Start date", "Currency", "Plan"];
  for (let index = 0; index < CONTRACTS; index++)
    yield [idOf(index), `C-${String(index % 200)}`, { day: FIRST_DAY - 273 }, "EUR", "Standard"];
}

/** All contracts are on one plan: a tier of it is a tier of a price of every contract. */
function* priceRows(tiersOfCalls: string): Generator<readonly Cell[]> {
  yield ["Plan", "Price ID", "Product", "Pricing model", "Tiers"];
  for (const [place, meter] of METERS.entries()) {
    const tiers = place === 0 ? tiersOfCalls : "10000: 0.17; 50000: 0.05; *: 0.0035";
    yield ["Standard", meter, meter, "graduated", tiers];
  }
}

function* usageRows(): Generator<readonly Cell[]> {
  yield ["Contract ID", "Meter", "Date", "Quantity"];
  const random = randomOf("what-if benchmark");
  for (let row = 0; row < ROWS; row++)
    yield [
      idOf(randomIndex(random, CONTRACTS)),
      METERS[randomIndex(random, METERS.length)]!,
      { day: FIRST_DAY + Math.floor((row * DAYS) / ROWS) },
      randomIndex(random, 100_000) / 1000,
    ];
}

const TODAY = "10000: 0.12; 50000: 0.08; *: 0.02";
const OTHER = "10000: 0.12; 50000: 0.075; *: 0.02";

function billed(usage: Grid, tiers: string): BillingRun {
  const snapshot: Snapshot = {
    grids: [gridOf("Contracts", contractRows()), gridOf("Prices", priceRows(tiers)), usage],
    tables: [],
    date1904: false,
    pictures: [],
  };
  const result = billPeriod(snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: true,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.run;
}

const netOf = ({ invoices }: BillingRun): Decimal => sum(invoices.map(({ subtotal }) => subtotal));

function otherTerms(today: TermTables): OtherTerms {
  const change = parseTermChange(`Prices[Calls].Tiers=${OTHER}`)!;
  const changed = changeTerms(today, change);
  if (!changed.ok) throw new Error(changed.reason);
  return readOtherTerms(changed.terms).terms;
}

/** Processor time: what else the machine does is none of it. */
function processorTime<T>(act: () => T): { readonly answer: T; readonly milliseconds: number } {
  const started = process.cpuUsage();
  const answer = act();
  const { user, system } = process.cpuUsage(started);
  return { answer, milliseconds: (user + system) / 1000 };
}

const milliseconds = (value: number) => `${value.toFixed(1)} ms`;

/** One tier of 250 contracts is changed over a million billed rows; the answer must be what billing anew comes to. */
export async function benchWhatIf(report: PrintLine, note: NoteFigure): Promise<void> {
  await Promise.resolve();
  const usage = gridOf("Usage", usageRows());
  const run = billed(usage, TODAY);
  const anew = netOf(billed(usage, OTHER)).minus(netOf(run));
  const { book } = run;
  const register = registerAfter(book.register, run.invoices, book.period, book.settings.at);
  const prepared = processorTime(() => prepareWhatIf({ ...book, register }));
  const { tables, settings } = book;
  const times = { terms: [] as number[], reprice: [] as number[] };
  for (let round = -ROUNDS.warmUp; round < ROUNDS.counted; round++) {
    const terms = processorTime(() => otherTerms({ tables, settings }));
    const repriced = processorTime(() => prepared.answer.reprice(terms.answer));
    const found = repriced.answer.totals[0]!.difference;
    if (!found.equals(anew)) throw new Error(`repriced ${found.toString()}, billed anew ${anew.toString()}`);
    if (round < 0) continue;
    times.terms.push(terms.milliseconds);
    times.reprice.push(repriced.milliseconds);
  }
  report(
    `1,000,000 billed rows, ${String(CONTRACTS)} contracts, ${String(CONTRACTS * METERS.length)} prices: one tier of a plan changed; processor time`,
  );
  report(`  prepared once                              ${milliseconds(prepared.milliseconds)}`);
  note("whatIf", milliseconds(spreadOf(times.reprice).median));
  for (const [name, taken] of Object.entries(times)) {
    const { median, least, most } = spreadOf(taken);
    const what = name === "terms" ? "the change read into contracts" : "repriced (goal at most 50 ms)";
    report(
      `  ${what.padEnd(42)} median ${milliseconds(median)}  min ${milliseconds(least)}  max ${milliseconds(most)}`,
    );
  }
  report(`    difference ${anew.toFixed(2)} EUR, exactly what billing all rows anew comes to`);
}
