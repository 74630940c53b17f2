import { currencyOf } from "../billedDocuments";
import type { Check } from "../check";
import { finding } from "../finding";

/** Documents under contracts that are not known. */
export const invoicesWithoutContract: Check = (context) => {
  const known = new Set(context.catalog.contracts.map(({ contractId }) => contractId));
  return context.billedContracts
    .filter(
      ({ contractId }) =>
        contractId !== "" && !known.has(contractId) && !context.catalog.unreadable.has(contractId),
    )
    .map(({ contractId, lines, invoice, invoiceNumber, net }) =>
      finding({
        code: "INVOICE_WITHOUT_CONTRACT",
        contractId,
        customerId: invoice?.customerId ?? "",
        invoiceNumber,
        period: lines[0]?.period,
        found: net,
        currency: currencyOf(invoice, context),
        cause: `contract ${contractId} is not in Contracts`,
        source: lines[0]?.at ?? invoice?.at,
      }),
    );
};
