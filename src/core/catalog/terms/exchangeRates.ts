import type { RateOn } from "./agreements";
import { formatDay } from "../../calendar/day";
import type { Report } from "../../issues/issue";
import { currencyCode } from "../../money/currency";
import type { Contract } from "../records";
import { reportSecondValues } from "./secondValues";
import type { TermTables } from "./termTables";

const key = (from: string, to: string) => `${from.trim().toUpperCase()} ${to.trim().toUpperCase()}`;

/** The latest rate on or before a day. */
export function ratesOf({
  exchangeRates,
}: {
  readonly exchangeRates: Pick<TermTables["exchangeRates"], "good">;
}): RateOn {
  const rows = [...exchangeRates.good].sort((a, b) => b.date - a.date || b.row - a.row);
  return (from, to, day) =>
    rows.find((row) => key(row.from, row.to) === key(from, to) && row.date <= day)?.rate;
}

/** Days with two rates of one pair: contracts with a price in the unit that is converted wait. */
export function reportTwoRates(
  { exchangeRates }: TermTables,
  contracts: readonly Contract[],
  report: Report,
): void {
  reportSecondValues(
    exchangeRates,
    "rate",
    ({ date, from, to, rate }) => ({
      key: `${key(from, to)} ${String(date)}`,
      value: rate,
      name: `${key(from, to)} of ${formatDay(date)}`,
    }),
    (named) =>
      contracts
        .filter(({ currency, prices }) =>
          prices.some(({ pricedIn = "" }) => named.startsWith(`${key(pricedIn, currency)} `)),
        )
        .map(({ contractId }) => contractId),
    report,
  );
}

/** A unit that prices may be written in and that is no currency, such as CREDITS: it has a rate. */
export function priceUnit(
  text: string | undefined,
  { exchangeRates }: Pick<TermTables, "exchangeRates">,
): string | undefined {
  const unit = text?.trim().toUpperCase();
  if (unit === undefined || currencyCode(unit) !== undefined) return undefined;
  return exchangeRates.good.some(({ from }) => from.trim().toUpperCase() === unit) ? unit : undefined;
}
