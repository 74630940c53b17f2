import { groupBy } from "../../base/groupBy";
import type { Period } from "../../calendar/period";
import type { DocumentRegister, RegisteredInvoice } from "../../documents/register";
import type { Invoice } from "../../invoicing/invoice";
import { sum, zero, type Decimal } from "../../money/decimal";

/** A line as far as it says what it bills of which days. */
interface BillingLine {
  readonly contractId: string;
  readonly product?: string | undefined;
  readonly period: Period | undefined;
  readonly amount: Decimal;
}

const serviceOf = ({ contractId, product = "", period }: BillingLine): string =>
  JSON.stringify([contractId, product, period?.from, period?.to]);

function amounts(lines: readonly BillingLine[]): ReadonlyMap<string, Decimal> {
  const groups = groupBy(lines, serviceOf);
  return new Map([...groups].map(([service, group]) => [service, sum(group.map(({ amount }) => amount))]));
}

const runNumber = (runId: string | undefined): number =>
  Number(/^RUN-(\d{1,9})$/.exec(runId ?? "")?.[1] ?? 0);

/**
 * The documents of later runs that bill what an unsealed document would bill by today's inputs and does not, such as late
 * usage: 735.00 of October, and 5.00 of it on the invoice of November, are the 740.00 of all usage. Nothing where they
 * do not add up to it.
 */
export function billedLater(
  document: RegisteredInvoice,
  computed: Invoice,
  { invoices }: Pick<DocumentRegister, "invoices">,
): readonly string[] {
  const later = invoices.filter(
    ({ isFinal, isVoid, runId }) => isFinal && !isVoid && runNumber(runId) > runNumber(document.runId),
  );
  const [expected, written] = [amounts(computed.lines), amounts(document.lines)];
  const rest = amounts(later.flatMap(({ lines }) => lines));
  const services = [...new Set([...expected.keys(), ...written.keys()])];
  const isWhole = services.every((service) => {
    const open = (expected.get(service) ?? zero).minus(written.get(service) ?? zero);
    return open.equals(rest.get(service) ?? zero);
  });
  const isOf = ({ lines }: RegisteredInvoice) => lines.some((line) => services.includes(serviceOf(line)));
  return isWhole ? later.filter(isOf).map(({ invoiceNumber }) => invoiceNumber) : [];
}
