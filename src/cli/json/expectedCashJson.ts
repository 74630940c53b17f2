import { expectationBases, formatDay, type ExpectedItem } from "../../core/api";
import { numberJson } from "./numberJson";

/** Open invoices with the day on which their money is expected, by the columns of Expected cash in camelCase. */
export function expectedCashJson(items: readonly ExpectedItem[]) {
  return items.map(({ week, expected, dueDate, open, basis, ...item }) => ({
    week: formatDay(week),
    expected: formatDay(expected),
    ...item,
    dueDate: formatDay(dueDate),
    open: numberJson(open),
    basis: expectationBases[basis],
  }));
}
