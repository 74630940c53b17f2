import { overlap, type Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import { minorDigits } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import { formatMoney } from "../money/format";
import { round } from "../money/round";
import { owedTrueUps, trueUp } from "../rating/commitment";
import { termPeriods, type TermPeriod } from "../rating/commitmentPeriods";
import { isWithin } from "../rating/daysWithin";
import { rateStack, stacksOf, termPeriodOf } from "../rating/terms/commitments";
import type { CheckedPeriod } from "./checkedPeriods";
import { contractFields, differ } from "./comparedSum";
import type { ReconcileContext } from "./context";
import { finding, type Finding } from "./finding";

/** True-ups of the commitment periods that end in a billing period: what is owed, and what documents bill of it. */
function trueUpsOf({ contract, period }: CheckedPeriod, context: ReconcileContext) {
  const { billed, settings } = context;
  const digits = minorDigits(contract.currency);
  return owedTrueUps(contract, { run: period.service, billed, items: [] }, context).map(
    ({ period: { service }, due, counted }) => ({
      service,
      owed: round(trueUp(due.owed, counted), digits, settings.roundingMode),
      found: billed.trueUpOf(contract, service),
    }),
  );
}

/** What the commitment of a contract is short of in the commitment periods that end in a billing period. */
export function owedTrueUp(checked: CheckedPeriod, context: ReconcileContext): Decimal {
  return sum(trueUpsOf(checked, context).map(({ owed }) => owed));
}

/** Whether a document bills a true-up of a billing period, and may bill nothing else of it. */
export function hasTrueUp(checked: CheckedPeriod, context: ReconcileContext): boolean {
  return trueUpsOf(checked, context).some(({ found }) => !found.isZero());
}

/** A true-up that is not billed, or not as the commitment and what counts towards it say. */
export function compareTrueUps(checked: CheckedPeriod, context: ReconcileContext): Finding[] {
  const { contract, period } = checked;
  return trueUpsOf(checked, context).flatMap(({ service, owed, found }): Finding[] => {
    if (!differ(owed, found, contract, context)) return [];
    const isTrueUp = ({
      kind,
      period: days,
    }: {
      kind?: string | undefined;
      period?: typeof service | undefined;
    }) => kind === "commitment" && days?.to === service.to;
    const line = context.register.byContract.get(contract.contractId)?.find(isTrueUp);
    return [
      finding({
        ...contractFields(contract),
        code: "MINIMUM_NOT_BILLED",
        invoiceNumber: line?.invoiceNumber ?? "",
        period: period.service,
        expected: owed,
        found,
        cause: `the true-up of the minimum commitment is ${formatMoney(owed, contract.currency)}`,
        source: line?.at ?? contract.at,
      }),
    ];
  });
}

/**
 * Whether a later period counts on towards a promise that is still open after some days of its time. Late usage of days
 * before is then beyond the promise on the later line, whose days reach further.
 */
function isCountedOn(
  contract: Contract,
  kind: TermPeriod,
  days: Period,
  later: readonly CheckedPeriod[],
): boolean {
  return termPeriods(contract, kind, days).some(({ service }) => {
    const rest = { from: days.to + 1, to: service.to };
    return later.some(({ period }) => overlap(period.service, rest) !== undefined);
  });
}

/** What rows of Commitments lack or cost beyond, where documents bill something else for the periods that end here. */
export function compareCommitments(
  { contract, period }: CheckedPeriod,
  later: readonly CheckedPeriod[],
  context: ReconcileContext,
): Finding[] {
  const { billed } = context;
  return stacksOf(contract.agreed.commitments).flatMap((commitments) => {
    const members = [{ contract, items: [] }];
    const stack = { commitments, members, carrier: contract, run: period.service, billed };
    return rateStack(stack, context).flatMap(({ whole, kind, part, term }): Finding[] => {
      if (isCountedOn(contract, termPeriodOf(commitments[0]), part, later)) return [];
      const lines = billed
        .ofTerm(term?.id ?? "")
        .filter((line) => line.kind === kind && line.period && isWithin(line.period, part));
      const found = sum(lines.map(billed.netOf));
      const owed = found.plus(whole);
      if (!differ(owed, found, contract, context)) return [];
      return [
        finding({
          ...contractFields(contract),
          code: "MINIMUM_NOT_BILLED",
          invoiceNumber: lines[0]?.invoiceNumber ?? "",
          period: period.service,
          expected: owed,
          found,
          cause: term?.sentence ?? "",
          source: lines[0]?.at ?? contract.at,
        }),
      ];
    });
  });
}
