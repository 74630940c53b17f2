import type { Catalog } from "../catalog/records";
import { suggester } from "../catalog/suggest";
import type { DocumentRegister } from "../documents/register";
import type { Snapshot } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { currencyCode } from "../money/currency";
import { asInput, bindTable } from "../schema/bind";
import { cellOf, readRecords } from "../schema/readRecords";
import { reportRepeatedRows } from "../schema/repeatedRows";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import { paymentsTable, type PaymentRecord } from "./payments.table";

/** What rows of Payments are checked against. */
export interface PaymentContext {
  readonly settings: Settings;
  readonly catalog: Pick<Catalog, "customers">;
  readonly register: Pick<DocumentRegister, "invoices">;
}

/** Everybody who can have paid: the customers, and those of documents from elsewhere. */
function knownCustomers({ catalog, register }: PaymentContext): Set<string> {
  const billed = register.invoices.flatMap(({ customerId }) => customerId ?? []);
  return new Set([...catalog.customers.keys(), ...billed]);
}

/** The currency of a payment: its own, else its customer's, else that of Settings. */
function currencyOf({ currency, customerId }: PaymentRecord, { catalog, settings }: PaymentContext): string {
  const ofCustomer = customerId === undefined ? undefined : catalog.customers.get(customerId)?.currency;
  return currency ?? ofCustomer ?? settings.currency;
}

/** Reports what is wrong with the rows of Payments by themselves; there may be none. */
export function checkPayments(snapshot: Snapshot, context: PaymentContext, report: Report): void {
  const mapping = mappingFor(paymentsTable, context.settings);
  const bound = bindTable(paymentsTable, snapshot, mapping, report, asInput);
  if (!bound) return;
  const { good } = readRecords(bound, () => [], report);
  const known = knownCustomers(context);
  const suggest = suggester(() => known);
  for (const record of good) {
    const { row, customerId } = record;
    if (customerId !== undefined && !known.has(customerId)) {
      const words = { hint: suggest(customerId) };
      report(
        makeIssue("UNKNOWN_CUSTOMER", { at: cellOf(bound, row, "customerId"), value: customerId, words }),
      );
    }
    const currency = currencyOf(record, context);
    if (currencyCode(currency) === undefined)
      report(makeIssue("UNKNOWN_CURRENCY", { at: cellOf(bound, row, "currency"), value: currency }));
  }
  const unnamed = good.filter(({ paymentId }) => paymentId === undefined);
  reportRepeatedRows(
    unnamed.map((record) => ({ ...record, currency: currencyOf(record, context), holds: [] })),
    bound,
    "amount",
    report,
  );
}
