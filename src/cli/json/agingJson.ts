import { detailTypes, formatDay, sum, type AgingFigures, type AgingReport } from "../../core/api";
import { numberJson } from "./numberJson";

function camel(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

const dayJson = (day: number | undefined) => (day === undefined ? null : formatDay(day));

const sides = ({ unapplied, credits, disputed, total }: AgingFigures) => ({
  unapplied: numberJson(unapplied),
  credits: numberJson(credits),
  disputed: numberJson(disputed),
  total: numberJson(total),
});

/** Aging, its detail and its totals with the columns of their sheets in camelCase: current, 1-30, …, 91+. */
export function agingJson({ customers, totals, reporting, detail, labels }: AgingReport) {
  const totalJson = (row: AgingFigures) => ({
    currency: row.currency,
    bands: numberJson(sum(row.bands)),
    ...sides(row),
  });
  return {
    aging: customers.map((row) => ({
      customerId: row.customerId,
      customerName: row.customerName,
      currency: row.currency,
      ...Object.fromEntries(labels.map((label, band) => [camel(label), numberJson(row.bands[band]!)])),
      ...sides(row),
    })),
    detail: detail.map(({ type, date, dueDate, days, band, amount, open, disputed, ...row }) => ({
      ...row,
      type: detailTypes[type],
      date: formatDay(date),
      dueDate: dayJson(dueDate),
      days: days ?? null,
      band: band ?? "",
      amount: numberJson(amount),
      open: numberJson(open),
      disputed: numberJson(disputed),
    })),
    totals: totals.map(totalJson),
    // Absent where no Reporting currency is set; null where a rate is missing.
    ...(reporting ? { reporting: reporting.figures ? totalJson(reporting.figures) : null } : {}),
  };
}
