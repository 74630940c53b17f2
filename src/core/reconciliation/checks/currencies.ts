import { daysOfDocument } from "../checkedPeriods";
import type { Check } from "../check";
import { finding, type Finding } from "../finding";

/** Documents in another currency than their contract's; their amounts are not compared. */
export const currencies: Check = (context) => {
  const byId = new Map(context.catalog.contracts.map((contract) => [contract.contractId, contract]));
  return context.billedContracts.flatMap(({ contractId, invoice, lines }): Finding[] => {
    const contract = byId.get(contractId);
    if (!contract || invoice?.currency === undefined || invoice.currency.toUpperCase() === contract.currency)
      return [];
    const { invoiceNumber, currency, at: source } = invoice;
    const cause = `billed in ${currency}, the contract is in ${contract.currency}; the amounts cannot be compared`;
    const period = lines[0]?.period ?? daysOfDocument(invoice);
    return [
      finding({
        code: "CURRENCY_MISMATCH",
        customerId: contract.customer.customerId,
        contractId,
        invoiceNumber,
        period,
        currency,
        cause,
        source,
      }),
    ];
  });
};
