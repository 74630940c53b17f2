import { groupBy } from "../../base/groupBy";
import { formatLongPeriod } from "../../calendar/longDate";
import { overlap, type Period } from "../../calendar/period";
import type { RegisteredLine } from "../../documents/register";
import type { CellRef } from "../../grid/grid";
import { sum, zero, type Decimal } from "../../money/decimal";
import { daysOfDocument } from "../checkedPeriods";
import type { Check } from "../check";
import { finding, type Finding } from "../finding";

/** Something that was billed, for some days. */
interface Entry {
  readonly period: Period | undefined;
  readonly amount: Decimal;
  readonly at: CellRef | undefined;
}

/** Lines, or documents without lines, for days on which the contract was not in force, as far as they stand. */
export const expiredContracts: Check = (context) => {
  const afterEnd = (line: RegisteredLine) => context.billed.netAfterEnd([line], zero);
  const byId = new Map(context.catalog.contracts.map((contract) => [contract.contractId, contract]));
  return context.billedContracts.flatMap(({ contractId, lines, invoice, invoiceNumber, net }): Finding[] => {
    const contract = byId.get(contractId);
    if (!contract) return [];
    const entries: readonly Entry[] =
      lines.length > 0
        ? lines.map((line) => ({ period: line.period, amount: afterEnd(line), at: line.at }))
        : [{ period: invoice && daysOfDocument(invoice), amount: net, at: invoice?.at }];
    const expired = entries.filter(({ period }) => period && !overlap(period, contract.service));
    // Months of one document are as many differences.
    const byDays = groupBy(expired, ({ period }) => period!.from);
    return [...byDays.values()].flatMap((group): Finding[] => {
      const [first] = group;
      const found = sum(group.map(({ amount }) => amount));
      if (!first || found.isZero()) return [];
      return [
        finding({
          code: "EXPIRED_CONTRACT_BILLED",
          customerId: contract.customer.customerId,
          contractId,
          invoiceNumber,
          period: first.period,
          found,
          currency: contract.currency,
          cause: `the contract was in force ${formatLongPeriod(contract.service)}`,
          source: first.at,
        }),
      ];
    });
  });
};
