import { cellAddress, formatDay, LAST_DAY, type PriceStretch } from "../../core/api";

/** The prices of a contract over time; an open end is empty. */
export function priceHistoryJson(contractId: string, history: readonly PriceStretch[]) {
  return {
    contractId,
    prices: history.map(({ product, days, changes, at }) => ({
      product,
      from: formatDay(days.from),
      to: days.to === LAST_DAY ? "" : formatDay(days.to),
      cell: `${at.sheet}!${cellAddress(at)}`,
      changes,
    })),
  };
}
