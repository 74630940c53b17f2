import { minorDigits } from "../../money/currency";
import { one, sum, type Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import type { Ledger } from "../ledger";
import type { AgingFigures } from "./agingFigures";

/** What all currencies come to in the one of reports. */
export interface ReportingTotal {
  readonly currency: string;
  /** The rate of each total, in their order; undefined where Exchange rates has none on or before the day. */
  readonly rates: readonly (Decimal | undefined)[];
  /** Undefined where a rate is missing. */
  readonly figures: AgingFigures | undefined;
}

function converted(
  totals: readonly AgingFigures[],
  rates: readonly Decimal[],
  currency: string,
): AgingFigures {
  const digits = minorDigits(currency);
  const inCurrency = (of: (figures: AgingFigures) => Decimal) =>
    round(sum(totals.map((figures, index) => of(figures).times(rates[index]!))), digits, "half_up");
  const bands = (totals[0]?.bands ?? []).map((_, band) => inCurrency((figures) => figures.bands[band]!));
  const unapplied = inCurrency((figures) => figures.unapplied);
  const credits = inCurrency((figures) => figures.credits);
  return {
    currency,
    bands,
    unapplied,
    credits,
    disputed: inCurrency((figures) => figures.disputed),
    total: sum(bands).minus(unapplied).minus(credits),
  };
}

/**
 * Totals of several currencies in the reporting currency, at the latest rates on or before the day: 100.00 EUR at 1.1 and
 * 50.00 USD are 160.00 USD. Undefined where no such currency is set or all is in it anyway.
 */
export function reportingTotal(
  totals: readonly AgingFigures[],
  { asOf, book: { settings, rateOn } }: Ledger,
): ReportingTotal | undefined {
  const currency = settings.reportingCurrency;
  if (currency === "" || totals.every((figures) => figures.currency === currency)) return undefined;
  const rates = totals.map((figures) =>
    figures.currency === currency ? one : rateOn(figures.currency, currency, asOf),
  );
  const known = rates.flatMap((rate) => rate ?? []);
  const figures = known.length === rates.length ? converted(totals, known, currency) : undefined;
  return { currency, rates, figures };
}
