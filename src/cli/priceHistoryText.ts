import { cellAddress, formatDay, LAST_DAY, type PriceStretch } from "../core/api";

function linesOf({ product, days, changes, at }: PriceStretch): string[] {
  const to = days.to === LAST_DAY ? "open" : formatDay(days.to);
  const head = `${product}, ${formatDay(days.from)} to ${to}  (${at.sheet}!${cellAddress(at)})`;
  const said = changes.map(({ term, before, after }) =>
    before === "" ? `  + ${term}: ${after}` : `  ~ ${term}: ${before} → ${after === "" ? "none" : after}`,
  );
  return [head, ...(said.length > 0 ? said : ["  = as before"])];
}

/** The prices of a contract over time for a terminal: + is new, ~ was changed. */
export function priceHistoryText(contractId: string, history: readonly PriceStretch[]): string {
  const lines = history.flatMap(linesOf);
  return `${[`Prices of contract ${contractId}`, ...(lines.length > 0 ? lines : ["  none"])].join("\n")}\n`;
}
