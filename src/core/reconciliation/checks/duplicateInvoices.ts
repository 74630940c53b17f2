import { groupBy } from "../../base/groupBy";
import { formatPeriod } from "../../calendar/period";
import { isInvoice, netOf } from "../../documents/documentKinds";
import { currencyOf } from "../billedDocuments";
import { daysOfInvoice } from "../checkedPeriods";
import type { Check } from "../context";
import { finding } from "../finding";

/** Two documents of one contract, period and amount. */
export const duplicateInvoices: Check = (context) => {
  const keyed = context.register.invoices.filter(isInvoice).flatMap((invoice) => {
    const days = daysOfInvoice(invoice);
    const contractId = invoice.contractId ?? invoice.lines[0]?.contractId;
    return days && contractId
      ? [{ invoice, days, key: `${contractId}|${formatPeriod(days)}|${netOf(invoice).toString()}` }]
      : [];
  });
  return [...groupBy(keyed, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ invoice }) => invoice.invoiceNumber !== first!.invoice.invoiceNumber)
      .map(({ invoice, days }) =>
        finding({
          code: "DUPLICATE_INVOICE",
          customerId: invoice.customerId ?? "",
          contractId: invoice.contractId ?? "",
          invoiceNumber: invoice.invoiceNumber,
          period: days,
          found: netOf(invoice),
          currency: currencyOf(invoice, context),
          cause: `${first!.invoice.invoiceNumber} bills the same contract, period and amount`,
          source: invoice.at,
        }),
      ),
  );
};
