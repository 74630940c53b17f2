import { Decimal, formatPeriod, type KeyFigureReport } from "../../core/api";
import { numberJson } from "./numberJson";

/** A row with its decimals as numbers; what there is not is null. */
function plainRow(row: object, fields: readonly string[]): Record<string, unknown> {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.map((field) => {
      const value = values[field];
      return [field, value instanceof Decimal ? numberJson(value) : (value ?? null)];
    }),
  );
}

const keyFigureFields =
  "currency,days,opening,sales,collected,closing,current,pastDue,dso,bestPossibleDso,add,countBackDso,cei,turnover,pastDueShare,weightedDays,unappliedShare,disputeShare,firstPassShare,autoMatchShare".split(
    ",",
  );
const rollForwardFields =
  "currency,opening,invoices,credits,cash,refunds,discounts,writeOffs,closing,agingTotal,gap".split(",");

/** Key figures with the columns of their sheets in camelCase. */
export function keyFiguresJson({ keyFigures, rollForward, topDebtors, revenue }: KeyFigureReport) {
  return {
    keyFigures: keyFigures.map((row) => ({
      month: formatPeriod(row.month),
      ...plainRow(row, keyFigureFields),
    })),
    rollForward: rollForward.map((row) => ({
      month: formatPeriod(row.month),
      ...plainRow(row, rollForwardFields),
    })),
    topDebtors: topDebtors.map((row) =>
      plainRow(row, ["customerId", "customerName", "currency", "total", "pastDue"]),
    ),
    revenue: revenue.map((row) =>
      plainRow(row, ["customerId", "customerName", "currency", "product", "revenue", "cost", "margin"]),
    ),
  };
}
