import type { Fields } from "../../vectors/vector";
import { column, numbersOf, sumOf, type FunctionRunner, type FunctionRunners, type Sheet } from "./sheet";

/** A currency with so many decimals. */
const currencies: Readonly<Record<string, string>> = { 0: "JPY", 2: "USD", 3: "BHD" };
const modes: Readonly<Record<string, string>> = { half_up: "half_up", up: "up", ceil: "up" };

/** The currency and mode under which ROUND_MONEY rounds as the vector says; undefined where there is none. */
export function roundingOf(params: Fields): readonly [currency: string, mode: string] | undefined {
  const rounding = params.fields("rounding");
  const currency = currencies[rounding.text("scale")];
  const mode = modes[rounding.text("mode")];
  return currency === undefined || mode === undefined ? undefined : [currency, mode];
}

/** The amount, rounded where the vector says so. */
export async function roundedAs(params: Fields, amount: number, sheet: Sheet): Promise<number> {
  if (!params.has("rounding")) return amount;
  const rounding = roundingOf(params);
  if (!rounding) throw new Error("no currency is rounded like that");
  return sheet.number("ROUND_MONEY", amount, ...rounding);
}

/** The rule of rounding alone, whatever is rounded. */
const round: FunctionRunner = async ({ params, input }, sheet) => {
  const value = input.number("value");
  // Up is away from zero here: the same as towards the ceiling for what is above zero.
  if (!roundingOf(params) || value < 0) return undefined;
  return { figures: { amount: await roundedAs(params, value, sheet) } };
};

/** Lines are rounded, then added. */
const sumOfRoundedLines: FunctionRunner = async ({ params, input }, sheet) => {
  const lines = input.has("lineAmounts") ? numbersOf(input, "lineAmounts") : [];
  if (input.has("groups")) {
    for (const group of input.list("groups")) {
      const [unitPrice, quantity] = group as readonly [string, number];
      lines.push(await sheet.number("RATE_USAGE", quantity, Number(unitPrice), "per_unit"));
    }
  }
  const rounded = await sheet.numbers("ROUND_MONEY", column(lines), ...roundingOf(params)!);
  return { figures: { amount: sumOf(rounded) } };
};

export const roundingRunners: FunctionRunners = {
  round,
  round_quantity: round,
  sum_of_rounded_lines: sumOfRoundedLines,
};
