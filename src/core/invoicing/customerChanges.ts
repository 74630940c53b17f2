import { groupBy, lastOf } from "../base/groupBy";
import { compareText } from "../base/name";
import { preceding, type Period } from "../calendar/period";
import type { RegisteredInvoice, DocumentRegister } from "../documents/register";
import { currencyCode } from "../money/currency";
import { sum, zero, type Decimal } from "../money/decimal";
import { endsIn } from "./registerChanges";

/** What a customer was billed in one currency, in the period before a run and in the run. */
export interface CustomerChange {
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly before: Decimal;
  readonly now: Decimal;
}

/** The total of a document, added up where the workbook leaves it out. */
export function totalOf({ total, subtotal, tax, lines }: RegisteredInvoice): Decimal {
  return total ?? (subtotal ?? sum(lines.map(({ amount }) => amount))).plus(tax ?? zero);
}

/**
 * Per customer and currency: the default currency first, then by code, largest change first within each, since
 * amounts of two currencies cannot be compared. `register` is what stands once the run is written.
 */
export function customerChanges(
  register: DocumentRegister,
  run: Period,
  defaultCurrency: string,
): CustomerChange[] {
  const earlier = preceding(run);
  const isOf = (period: Period) => (invoice: RegisteredInvoice) => endsIn(period, invoice, invoice.lines[0]);
  const currencyOf = ({ currency }: RegisteredInvoice) => currencyCode(currency ?? "") ?? defaultCurrency;
  const documents = register.invoices.filter(
    (invoice) => !invoice.isVoid && (isOf(run)(invoice) || isOf(earlier)(invoice)),
  );
  const groups = groupBy(documents, (invoice) => `${invoice.customerId ?? ""}|${currencyOf(invoice)}`);
  const changes = [...groups.values()].map((group): CustomerChange => {
    const last = lastOf(group);
    const totalIn = (period: Period) => sum(group.filter(isOf(period)).map(totalOf));
    return {
      customerId: last.customerId ?? "",
      customerName: group.reduce((name, invoice) => invoice.customerName ?? name, ""),
      currency: currencyOf(last),
      before: totalIn(earlier),
      now: totalIn(run),
    };
  });
  const size = ({ before, now }: CustomerChange) => now.minus(before).abs();
  const rank = ({ currency }: CustomerChange) => (currency === defaultCurrency ? "" : currency);
  return changes.sort(
    (a, b) =>
      compareText(rank(a), rank(b)) || size(b).comparedTo(size(a)) || compareText(a.customerId, b.customerId),
  );
}
