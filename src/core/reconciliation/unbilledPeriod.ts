import { overlap } from "../calendar/period";
import type { Price } from "../catalog/records";
import { formatLongPeriod } from "../calendar/longDate";
import { usageCell } from "../metering/usage";
import { zero } from "../money/decimal";
import { formatFigure } from "../money/format";
import type { CheckedPeriod } from "./checkedPeriods";
import { contractFields } from "./comparedSum";
import type { ReconcileContext } from "./context";
import type { Expected } from "./expected";
import { finding, type Finding } from "./finding";
import { owedTrueUp } from "./trueUps";

/** The cell that shows where expected usage comes from: its first row, else the price. */
export function sourceOf({ price, usage }: Expected, { metered }: ReconcileContext) {
  const row = usage?.rows[0];
  return row === undefined || !metered ? price.at : usageCell(metered.usage, row, "quantity");
}

/** Something that is owed and is on no document. */
export function unbilled(
  expected: Expected,
  code: "UNBILLED_USAGE" | "MISSING_PERIOD",
  context: ReconcileContext,
): Finding {
  const { checked, part, amount, price, usage } = expected;
  const service = usage ? `${formatFigure(usage.quantity)} of ${price.meter}` : price.product;
  return finding({
    ...contractFields(checked.contract),
    code,
    period: part,
    meter: usage ? price.meter : "",
    expected: amount,
    cause: `${service} from ${formatLongPeriod(part)} stands on no invoice`,
    source: sourceOf(expected, context),
  });
}

/** Whether documents that are void or credited in full billed some of the days, and none does now. */
function isFreeAgain({ contract, period }: CheckedPeriod, { billed }: ReconcileContext): boolean {
  return contract.prices.some((price) => billed.of(contract, price, period.service).isFreeAgain);
}

/** A period that nothing bills: unbilled usage, a fee or minimum that was due, or nothing at all. */
export function unbilledPeriod(
  checked: CheckedPeriod,
  expected: readonly Expected[],
  context: ReconcileContext,
): Finding[] {
  const { contract, period } = checked;
  const hasUsage = expected.some(({ usage }) => usage !== undefined && usage.rows.length > 0);
  if (!hasUsage && !checked.isExpected && !isFreeAgain(checked, context)) return [];
  const commitment = checked.isRunning ? zero : owedTrueUp(checked, context);
  const due = expected.filter(({ amount, usage }) => !amount.isZero() || (usage && usage.rows.length > 0));
  const base = { ...contractFields(contract), period: period.service, source: contract.at };
  const days = formatLongPeriod(period.service);
  if (due.length === 0 && commitment.isZero()) {
    if (checked.isRunning) return [];
    const isMetered = ({ isFixed, isFree, service }: Price) =>
      !isFixed && !isFree && overlap(service, period.service) !== undefined;
    if (!contract.prices.some(isMetered)) return [];
    return [
      finding({ ...base, code: "CONTRACT_WITHOUT_USAGE", cause: `no usage and nothing due from ${days}` }),
    ];
  }
  const code = hasUsage ? "UNBILLED_USAGE" : "MISSING_PERIOD";
  const findings = due.filter(({ amount }) => !amount.isZero()).map((owed) => unbilled(owed, code, context));
  if (commitment.isZero()) return findings;
  const cause = `the minimum commitment for ${days} stands on no invoice`;
  return [...findings, finding({ ...base, code, expected: commitment, cause })];
}
