import fc from "fast-check";
import type { Argument, Cell, CellError, Shown } from "../../../simulatedExcel";
import { builtFunctions } from "../../support/builtFunctions";
import { column, day } from "./calls";
import { signatures, type Parameter } from "./signatures";

const functions = builtFunctions();

/** The same cases on every run and machine; another seed looks further. */
const seed = Number(process.env.PROPERTY_SEED ?? 2026);
const drawn = <Value>(values: fc.Arbitrary<Value>, count: number) =>
  fc.sample(values, { seed, numRuns: count });

/** Calls a function with everything drawn, and gives each result with what it was for. */
async function rows<Input>(
  id: string,
  inputs: readonly Input[],
  args: (input: Input) => readonly Argument[],
) {
  const shown = await functions().callMany(inputs.map((input) => [id, ...args(input)] as const));
  return inputs.map((input, index) => ({ input, shown: shown[index]! }));
}

/** A cell's number at 15 digits, in units of 10^-20. */
function exact(cell: Cell | undefined): bigint {
  if (typeof cell !== "number") throw new Error(`${JSON.stringify(cell)} is no number`);
  const [mantissa = "", exponent = "0"] = cell.toExponential(14).split("e");
  const power = 20 - 14 + Number(exponent);
  const digits = BigInt(mantissa.replace(".", ""));
  return power < 0 ? digits / 10n ** BigInt(-power) : digits * 10n ** BigInt(power);
}
const total = (cells: readonly (Cell | undefined)[]) => cells.reduce((sum, cell) => sum + exact(cell), 0n);
const cellsOf = (shown: Shown, at = 0) => (shown as Cell[][]).map((row) => row[at]);

const decimals = (max: number, digits: number, min = 0) =>
  fc.integer({ min: min * 10 ** digits, max: max * 10 ** digits }).map((whole) => whole / 10 ** digits);

const tiers = fc
  .array(fc.tuple(decimals(500, 1), decimals(9, 3, -1), decimals(50, 2)), { minLength: 1, maxLength: 4 })
  .map((drawnRows) => {
    let bound = 0;
    return drawnRows.map(([step, price, fee], index) => {
      bound = Math.round(bound * 10 + step * 10 + 1) / 10;
      return [index === drawnRows.length - 1 ? "*" : bound, price, fee] as const;
    });
  });
const oneRow = fc
  .tuple(decimals(90, 1), decimals(9, 3, -1))
  .map(([size, price]) => [[size + 1, price]] as const);
const priced = fc.oneof(
  fc.record({ tiers, model: fc.constantFrom("graduated", "volume", "stairstep", "graduated_percentage") }),
  fc.record({ tiers: oneRow, model: fc.constant("package") }),
  fc.record({ tiers: decimals(9, 3, -1), model: fc.constantFrom("per_unit", "percentage") }),
);
const rated = fc.record({
  quantity: fc.oneof(decimals(2000, 2), fc.constant(0)),
  priced,
  included: fc.option(decimals(300, 1)),
  minimum: fc.option(decimals(900, 2)),
  maximum: fc.option(decimals(100, 2).map((more) => 900 + more)),
});

it("the amounts of RATE_BREAKDOWN add up to RATE_USAGE at 15 digits", async () => {
  const inputs = drawn(rated, 300);
  const args = (i: (typeof inputs)[number]) => [
    i.quantity,
    i.priced.tiers,
    i.priced.model,
    i.included,
    i.minimum,
    i.maximum,
  ];
  const amounts = await rows("RATE_USAGE", inputs, args);
  for (const [index, { input, shown }] of (await rows("RATE_BREAKDOWN", inputs, args)).entries()) {
    const lines = cellsOf(shown, 6).slice(1);
    expect({ input, sum: total(lines) }).toEqual({ input, sum: exact(amounts[index]!.shown as Cell) });
  }
});

it("graduated rates are what whole numbers make of them", async () => {
  const inputs = drawn(fc.record({ quantity: decimals(2000, 2), tiers }), 300);
  for (const { input, shown } of await rows("RATE_USAGE", inputs, (i) => [i.quantity, i.tiers])) {
    // Hundredths of a unit, thousandths of a price, so 10^-5 of an amount.
    const whole = (value: number, scale: number) => BigInt(Math.round(value * scale));
    const quantity = whole(input.quantity, 100);
    let amount = 0n;
    let from = 0n;
    for (const [index, [upTo, price, fee]] of input.tiers.entries()) {
      if (index > 0 && quantity <= from) break;
      const to = typeof upTo === "number" ? whole(upTo, 100) : quantity;
      const used = (quantity < to ? quantity : to) - from;
      amount += used * whole(price, 1000) + whole(fee, 100) * 1000n;
      from = to;
    }
    expect({ input, amount: exact(shown as Cell) }).toEqual({ input, amount: amount * 10n ** 15n });
  }
});

const currencies = fc.constantFrom(["USD", 2] as const, ["JPY", 0] as const, ["BHD", 3] as const);

it("ALLOCATE sums to the rounded total, each part within a minor unit of its share", async () => {
  const weights = fc.array(decimals(90, 2), { minLength: 1, maxLength: 12 });
  const inputs = drawn(
    fc.record({ total: decimals(9999, 5, -9999), weights, currency: currencies }),
    300,
  ).filter((input) => input.weights.some((weight) => weight > 0));
  const args = (i: (typeof inputs)[number]) => [i.total, column(...i.weights), i.currency[0]];
  const rounded = await rows("ROUND_MONEY", inputs, (i) => [i.total, i.currency[0]]);
  for (const [index, { input, shown }] of (await rows("ALLOCATE", inputs, args)).entries()) {
    const parts = Array.isArray(shown) ? cellsOf(shown) : [shown];
    const whole = exact(rounded[index]!.shown as Cell);
    expect({ input, sum: total(parts) }).toEqual({ input, sum: whole });
    const unit = 10n ** BigInt(20 - input.currency[1]);
    const weighed = total(input.weights);
    for (const [at, part] of parts.entries()) {
      const off = exact(part) * weighed - whole * exact(input.weights[at]);
      expect({ input, at, near: (off < 0n ? -off : off) < unit * weighed }).toEqual({
        input,
        at,
        near: true,
      });
      expect(exact(part) % unit).toBe(0n);
    }
  }
});

it("ROUND_MONEY is what whole numbers make of it, ties included", async () => {
  const amount = fc.oneof(
    decimals(9999, 5, -9999),
    fc.integer({ min: -9999, max: 9999 }).map((n) => (n * 10 + 5) / 1000),
  );
  const inputs = drawn(fc.record({ amount, currency: currencies }), 300);
  for (const { input, shown } of await rows("ROUND_MONEY", inputs, (i) => [i.amount, i.currency[0]])) {
    const unit = 10n ** BigInt(20 - input.currency[1]);
    const value = exact(input.amount);
    const size = ((value < 0n ? -value : value) + unit / 2n) / unit;
    expect({ input, shown: exact(shown as Cell) }).toEqual({
      input,
      shown: (value < 0n ? -size : size) * unit,
    });
  }
});

const TODAY = day("2026-06-30");
const register = fc.array(fc.tuple(fc.integer({ min: -40, max: 200 }), decimals(500, 2, -100)), {
  minLength: 1,
  maxLength: 12,
});

it("the rows of AGING_SUMMARY add up to its total and hold every balance", async () => {
  const inputs = drawn(register, 200);
  const args = (input: (typeof inputs)[number]) => [
    column(...input.map(([late]) => TODAY - late)),
    column(...input.map(([, balance]) => balance)),
    TODAY,
  ];
  const buckets = await rows("AGING_BUCKET", inputs, (input) => [args(input)[0], TODAY]);
  for (const [index, { input, shown }] of (await rows("AGING_SUMMARY", inputs, args)).entries()) {
    const table = (shown as Cell[][]).slice(1);
    const amounts = table.map(([, , amount]) => amount);
    expect(table.at(-1)![0]).toBe("Total");
    expect({ input, sum: total(amounts.slice(0, -1)) }).toEqual({ input, sum: exact(amounts.at(-1)) });
    expect(exact(amounts.at(-1))).toBe(total(input.map(([, balance]) => balance)));
    const bucketOf = buckets[index]!.shown;
    const labels = Array.isArray(bucketOf) ? cellsOf(bucketOf) : [bucketOf];
    for (const [label, , amount] of table.filter(([name]) => name !== "Total" && name !== "Credits")) {
      const held = input.filter(([, balance], at) => balance >= 0 && labels[at] === label);
      expect({ label, amount: exact(amount) }).toEqual({ label, amount: total(held.map(([, b]) => b)) });
    }
  }
});

it("APPLY_CASH conserves the payment and never applies more than is open", async () => {
  const inputs = drawn(fc.record({ payment: decimals(2000, 2), register, hasDates: fc.boolean() }), 300);
  const args = (i: (typeof inputs)[number]) => [
    i.payment,
    column(...i.register.map(([, balance]) => balance)),
    i.hasDates ? column(...i.register.map(([late]) => TODAY - late)) : undefined,
  ];
  for (const { input, shown } of await rows("APPLY_CASH", inputs, args)) {
    const cells = cellsOf(shown);
    expect({ input, rows: cells.length }).toEqual({ input, rows: input.register.length + 1 });
    expect({ input, sum: total(cells) }).toEqual({ input, sum: exact(input.payment) });
    const open = input.register.map(([, balance], at) => exact(balance) - exact(cells[at]));
    for (const [at, [, balance]] of input.register.entries()) {
      if (balance < 0) expect({ input, at, cell: cells[at] }).toEqual({ input, at, cell: balance });
      else
        expect({ input, at, ok: open[at]! >= 0n && exact(cells[at]) >= 0n }).toEqual({ input, at, ok: true });
    }
    // What is open still leaves nothing unapplied.
    if (open.some((rest) => rest > 0n))
      expect({ input, unapplied: cells.at(-1) }).toEqual({ input, unapplied: 0 });
  }
});

it("DRAWDOWN uses up the credit and charges the rest, line by line", async () => {
  const inputs = drawn(
    fc.record({
      credit: decimals(900, 2),
      charges: fc.array(decimals(300, 2), { minLength: 1, maxLength: 8 }),
    }),
    200,
  );
  for (const { input, shown } of await rows("DRAWDOWN", inputs, (i) => [i.credit, column(...i.charges)])) {
    let credit = exact(input.credit);
    for (const [at, [applied, remaining, payable]] of (shown as Cell[][]).slice(1).entries()) {
      const charge = exact(input.charges[at]);
      const used = charge < credit ? charge : credit;
      credit -= used;
      const seen = [applied, remaining, payable].map(exact);
      expect({ input, at, seen }).toEqual({ input, at, seen: [used, credit, charge - used] });
    }
  }
});

const MONTHS: Record<string, number> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 };

it("BILLING_PERIODS fills the days from start to end without a gap", async () => {
  const frequency = fc.constantFrom("monthly", "quarterly", "semiannual", "annual", "one_time");
  const start = fc.integer({ min: day("2023-01-01"), max: day("2029-12-31") });
  const inputs = drawn(
    fc.record({
      start,
      length: fc.integer({ min: 0, max: 900 }),
      frequency,
      anchor: fc.integer({ min: 1, max: 31 }),
    }),
    300,
  );
  const args = (i: (typeof inputs)[number]) => [i.start, i.start + i.length, i.frequency, i.anchor];
  for (const { input, shown } of await rows("BILLING_PERIODS", inputs, args)) {
    const periods = (shown as number[][]).slice(1);
    const starts = periods.map(([from]) => from!);
    const ends = periods.map(([, to]) => to!);
    expect({ input, starts }).toEqual({
      input,
      starts: [input.start, ...ends.slice(0, -1).map((end) => end + 1)],
    });
    expect({ input, end: ends.at(-1) }).toEqual({ input, end: input.start + input.length });
    expect(periods.every(([from, to]) => from! <= to!)).toBe(true);
    // A period starts at the anchor day or, in a shorter month, on its last day.
    const months = starts.slice(1).map((from) => {
      const date = new Date((from - day("1970-01-01")) * 86_400_000);
      const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
      expect({ input, from: date.getUTCDate() }).toEqual({ input, from: Math.min(input.anchor, length) });
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    });
    const steps = months.slice(1).map((month, at) => month - months[at]!);
    expect({ input, steps }).toEqual({ input, steps: steps.map(() => MONTHS[input.frequency]) });
  }
});

const cell = fc.constantFrom<Cell>(
  ...[
    null,
    true,
    false,
    "",
    "abc",
    "*",
    "-5",
    "12.5",
    "1,000",
    "2026-10-31",
    "Net 30",
    "EOM",
    "package",
    "sum",
    "USD",
  ],
  ...[-1, 0, 0.5, 1, 2, 7, 30, 150.25, 46000, 46000.75, 1e15, 1e308, -1e308, 5e-324],
);
const range = fc.oneof(
  fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => column(...cells)),
  fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 3 }),
);
const anyCell = fc.oneof(cell, fc.constant(undefined));
const anything = fc.oneof(anyCell, range);

/** Excel itself calls a function for each cell of a range in a place for one value, so that none is drawn there. */
const argumentFor = ({ kind, valid }: Parameter) =>
  kind.startsWith("array") || Array.isArray(valid) ? anything : anyCell;

it.each(signatures)(
  "$id answers anything with values or with errors that say why",
  async ({ id, parameters }) => {
    const inputs = drawn(fc.tuple(...parameters.map(argumentFor)), 300);
    for (const { input, shown } of await rows(id, inputs, (args) => args)) {
      const wrong = (Array.isArray(shown) ? shown.flat() : [shown]).filter((seen) => !isInOrder(seen));
      expect({ input, wrong }).toEqual({ input, wrong: [] });
    }
  },
);

/** A finite number, a boolean, a text that does not look like an error, or an error of the contract. */
function isInOrder(seen: Cell): boolean {
  if (typeof seen === "number") return Number.isFinite(seen);
  if (typeof seen === "string") return !seen.startsWith("#");
  if (typeof seen === "boolean") return true;
  const { error, message = "" } = seen as CellError;
  return (
    error === "#NUM!" || error === "#DIV/0!" || ((error === "#VALUE!" || error === "#N/A") && message !== "")
  );
}
