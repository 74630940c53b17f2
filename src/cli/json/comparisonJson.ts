import { Decimal, formatPeriod, type CellValue, type Comparison } from "../../core/api";
import { numberJson } from "./numberJson";

/** What a cell holds: numbers as numbers, null where it is blank. */
const valueJson = (value: CellValue) => (Decimal.isDecimal(value) ? numberJson(value) : value);

/** The one JSON object of `diff`. */
export function comparisonJson({ documents, effects, totals, numbers }: Comparison) {
  return {
    documents: documents.map(({ period, totalA, totalB, difference, effects: own, cells, ...rest }) => ({
      ...rest,
      period: period ? formatPeriod(period) : "",
      totalA: numberJson(totalA),
      totalB: numberJson(totalB),
      difference: numberJson(difference),
      effects: own.map(({ effect, amount, cause }) => ({ effect, amount: numberJson(amount), cause })),
      cells: cells.map(({ a, b, ...cell }) => ({ ...cell, a: valueJson(a), b: valueJson(b) })),
    })),
    effects: effects.map((each) => ({ ...each, amount: numberJson(each.amount) })),
    totals: totals.map(({ currency, totalA, totalB, difference }) => ({
      currency,
      totalA: numberJson(totalA),
      totalB: numberJson(totalB),
      difference: numberJson(difference),
    })),
    numbers,
  };
}
