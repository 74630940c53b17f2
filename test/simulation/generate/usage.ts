import { billingPeriods } from "../oracle/periods";
import { isoOf, lastOfMonth, monthOf, monthText, type Month } from "../year/day";
import type { Contract, UsageRow } from "../year/simulatedYear";
import type { Draw } from "./draw";

interface Wanted {
  readonly product: string;
  readonly lastRun: Month;
  /** Whether rows may arrive after the run of their period. */
  readonly mayBeLate: boolean;
}

/** A row may take back another of its day where rows are summed; events are bounded one by one. */
const mayBeNegative = ({ prices }: Contract, product: string) =>
  prices.every((price) => price.product !== product || (!price.aggregation && !price.ratePer));

const isMirrored = ({ prices }: Contract, product: string) =>
  prices.some((price) => price.product === product && price.negative !== undefined);

/** Rows of one meter over the billing periods; late ones only where the run of the period bills a row as well. */
export function usageOf(draw: Draw, contract: Contract, { product, lastRun, mayBeLate }: Wanted): UsageRow[] {
  const rows: UsageRow[] = [];
  const row = (date: string, arrives?: string): UsageRow => ({
    product,
    date,
    quantity: draw.decimal(1, 90, 2),
    user: `U${String(draw.whole(1, 4))}`,
    eventId: `${product}-${String(rows.length + 1)}`,
    ...(arrives === undefined ? {} : { arrives }),
  });
  for (const { cut } of billingPeriods(contract, lastOfMonth(lastRun))) {
    const count = draw.chance(0.2) ? 0 : draw.whole(1, 4);
    const days = () => draw.whole(cut.from, Math.min(cut.to, lastOfMonth(lastRun)));
    for (let at = 0; at < count; at++) rows.push(row(isoOf(days())));
    const taken = rows.at(-1);
    if (draw.may("negativeRows", 0.15) && count > 0 && taken && mayBeNegative(contract, product))
      rows.push({ ...row(taken.date), quantity: `-${taken.quantity}` });
    if (draw.may("mirror", 0.3) && isMirrored(contract, product))
      rows.push({ ...row(isoOf(days())), quantity: `-${draw.decimal(1, 200, 1)}` });
    const run = monthOf(cut.to);
    const late = draw.may("late", 0.25) && mayBeLate && count > 0 && run < lastRun;
    if (late) {
      const arrives = monthText(Math.min(run + draw.whole(0, 3), lastRun));
      for (let at = 0; at < draw.whole(1, 2); at++) rows.push(row(isoOf(days()), arrives));
    }
  }
  const doubled = draw.may("duplicates", 0.2) ? rows.filter(() => draw.chance(0.1)) : [];
  return [...rows, ...doubled];
}
