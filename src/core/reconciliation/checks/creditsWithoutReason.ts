import { contains } from "../../calendar/period";
import { formatMoney } from "../../money/format";
import { isCreditNote } from "../../documents/documentKinds";
import { documentFields } from "../billedDocuments";
import type { Check } from "../check";
import { finding } from "../finding";

/** Credit notes and adjustments without a reason code. */
export const creditsWithoutReason: Check = (context) => {
  const notes = context.register.invoices
    .filter((invoice) => isCreditNote(invoice) && invoice.reasonCode === undefined)
    .map((note) =>
      finding({
        ...documentFields(note, context),
        code: "CREDIT_WITHOUT_REASON",
        cause: "the credit note has no reason code",
      }),
    );
  const contracts = new Map(context.catalog.contracts.map((contract) => [contract.contractId, contract]));
  const adjustments = context.catalog.adjustments
    .filter(({ reasonCode, date }) => reasonCode === undefined && contains(context.run, date))
    .map(({ amount, contractId = "", customerId = "", reasonAt: source }) => {
      const contract = contracts.get(contractId);
      const currency = contract?.currency ?? context.settings.currency;
      const cause = `the adjustment of ${formatMoney(amount, currency)} has no reason code and is not billed`;
      return finding({
        code: "CREDIT_WITHOUT_REASON",
        contractId,
        customerId: contract?.customer.customerId ?? customerId,
        currency,
        cause,
        source,
      });
    });
  return [...notes, ...adjustments];
};
