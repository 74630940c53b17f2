import { groupBy } from "../../base/groupBy";
import type { RegisteredInvoice } from "../../documents/register";
import { isNotVoid } from "../../documents/documentKinds";
import { currencyOf } from "../billedDocuments";
import type { Check } from "../check";
import { finding } from "../finding";

/** One number on several documents. */
export const duplicateNumbers: Check = (context) =>
  [...groupBy(context.register.invoices.filter(isNotVoid), ({ invoiceNumber }) => invoiceNumber).values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const [first, second] = group as [RegisteredInvoice, RegisteredInvoice];
      const cause = `the number stands on ${String(group.length)} documents, first in row ${String(first.at.row + 1)}`;
      const { invoiceNumber, customerId = "", contractId = "", at: source } = second;
      return finding({
        code: "DUPLICATE_NUMBER",
        invoiceNumber,
        customerId,
        contractId,
        currency: currencyOf(second, context),
        cause,
        source,
      });
    });
