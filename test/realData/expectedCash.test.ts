import {
  Decimal,
  expectedCash,
  formatDay,
  formatPeriod,
  openLedger,
  type ExpectedItem,
  type Snapshot,
} from "../../src/core/api";
import { monthOf } from "../../src/core/calendar/period";
import { realData } from "./realData";

const { itWithData, open } = realData("ibm-accounts-receivable");

/** What a rule says of an open invoice, and when its money came. */
interface Prediction {
  readonly expected: number;
  readonly came: number;
  readonly amount: number;
}

/** How far off predictions are: days by amount, and the share of money of which the week is right. */
interface Score {
  readonly days: number;
  readonly rightByWeek: number;
}

const weekOf = (day: number): number => Math.floor((day - 2) / 7);

function scoreOf(predictions: readonly Prediction[]): Score {
  const money = predictions.reduce((sum, { amount }) => sum + amount, 0);
  const off = predictions.reduce(
    (sum, { expected, came, amount }) => sum + amount * Math.abs(expected - came),
    0,
  );
  const right = predictions
    .filter(({ expected, came }) => weekOf(expected) === weekOf(came))
    .reduce((sum, { amount }) => sum + amount, 0);
  return { days: off / money, rightByWeek: right / money };
}

/** The day on which the money for each invoice really came, by the payment that names it. */
function daysOfPayment(snapshot: Snapshot): ReadonlyMap<string, number> {
  const { ledger } = openLedger(snapshot, undefined)!;
  return new Map(
    ledger.movements.flatMap(({ document, before, amount, day }) =>
      before.equals(amount) ? [[document.number, day] as const] : [],
    ),
  );
}

const amountOf = ({ open: owed }: ExpectedItem): number => new Decimal(owed).toNumber();

itWithData(
  "the day that a payer would pay is nearer to the day on which it did than the due date is",
  async () => {
    const snapshot = await open("ibm-accounts-receivable");
    const came = daysOfPayment(snapshot);
    const last = openLedger(snapshot, undefined)!.ledger.asOf;
    const all: { ours: Prediction[]; due: Prediction[] } = { ours: [], due: [] };
    const lines: string[] = [];
    // Every month's end of the second year: the first is what is learnt from.
    for (let month = monthOf(last - 365); month.to < last; month = monthOf(month.to + 1)) {
      const asOf = month.to;
      const items = expectedCash(openLedger(snapshot, asOf)!.ledger).filter(({ document }) =>
        came.has(document),
      );
      const predicted = (expectedOf: (item: ExpectedItem) => number): Prediction[] =>
        items.map((item) => ({
          expected: expectedOf(item),
          came: came.get(item.document)!,
          amount: amountOf(item),
        }));
      const ours = predicted(({ expected }) => expected);
      // Who counts on due dates counts on what is past due tomorrow.
      const due = predicted(({ dueDate }) => Math.max(dueDate, asOf + 1));
      expect(items.every(({ expected }) => expected > asOf)).toBe(true);
      all.ours.push(...ours);
      all.due.push(...due);
      const [a, b] = [scoreOf(ours), scoreOf(due)];
      lines.push(
        `${formatPeriod(month)}  ${String(items.length)} invoices  usual ${a.days.toFixed(1)} days, ${(a.rightByWeek * 100).toFixed(0)} %` +
          `  due ${b.days.toFixed(1)} days, ${(b.rightByWeek * 100).toFixed(0)} %`,
      );
    }
    const [usual, naive] = [scoreOf(all.ours), scoreOf(all.due)];
    const told = ({ days, rightByWeek }: Score) =>
      `${days.toFixed(2)} days off by amount, ${(rightByWeek * 100).toFixed(1)} % of the money in the right week`;
    process.stdout.write(
      [
        `Expected cash, back-tested at 12 month ends up to ${formatDay(last)}:`,
        ...lines.map((line) => `  ${line}`),
        `  as the payer pays: ${told(usual)}`,
        `  on the due date:   ${told(naive)}`,
        "",
      ].join("\n"),
    );
    expect(usual.days).toBeLessThan(naive.days);
    expect(usual.rightByWeek).toBeGreaterThan(naive.rightByWeek);
  },
);
