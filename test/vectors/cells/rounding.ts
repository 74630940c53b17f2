import type { Fields } from "../vector";
import type { Sheet } from "./sheet";

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
