import { formatLongPeriod } from "../../calendar/longDate";
import { overlap } from "../../calendar/period";
import { sum, zero } from "../../money/decimal";
import { netOf } from "../../documents/documentKinds";
import { billedContracts } from "../billedDocuments";
import { daysOfDocument } from "../checkedPeriods";
import type { Check } from "../context";
import { finding, type Finding } from "../finding";

/** Lines, or documents without lines, for days on which the contract was not in force. */
export const expiredContracts: Check = (context) => {
  const byId = new Map(context.catalog.contracts.map((contract) => [contract.contractId, contract]));
  return billedContracts(context).flatMap(({ contractId, lines, invoice }): Finding[] => {
    const contract = byId.get(contractId);
    if (!contract) return [];
    const days = invoice && lines.length === 0 ? daysOfDocument(invoice) : undefined;
    const entries =
      lines.length > 0
        ? lines.map((line) => ({ period: line.period, amount: line.amount, at: line.at, kind: line.kind }))
        : [{ period: days, amount: invoice ? netOf(invoice) : zero, at: invoice?.at, kind: undefined }];
    const expired = entries.filter(
      ({ period, kind }) => kind !== "adjustment" && period && !overlap(period, contract.service),
    );
    const [first] = expired;
    if (!first) return [];
    return [
      finding({
        code: "EXPIRED_CONTRACT_BILLED",
        customerId: contract.customer.customerId,
        contractId,
        invoiceNumber: invoice?.invoiceNumber ?? lines[0]!.invoiceNumber,
        period: first.period,
        found: sum(expired.map(({ amount }) => amount)),
        currency: contract.currency,
        cause: `the contract was in force ${formatLongPeriod(contract.service)}`,
        source: first.at,
      }),
    ];
  });
};
