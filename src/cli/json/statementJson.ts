import { formatDay, statementTypes, type Decimal, type Statement } from "../../core/api";
import { numberJson } from "./numberJson";

const amountJson = (value: Decimal | undefined) => (value === undefined ? null : numberJson(value));

/** A statement with its rows as the columns of the sheet in camelCase. */
export function statementJson({
  customerId,
  customerName,
  currency,
  from,
  to,
  opening,
  closing,
  rows,
}: Statement) {
  return {
    customerId,
    currency,
    from: formatDay(from),
    to: formatDay(to),
    opening: numberJson(opening),
    closing: numberJson(closing),
    rows: rows.map(({ date, type, document, reference, debit, credit, balance }) => ({
      customerId,
      customerName,
      currency,
      date: formatDay(date),
      type: statementTypes[type],
      document,
      reference,
      debit: amountJson(debit),
      credit: amountJson(credit),
      balance: numberJson(balance),
    })),
  };
}
