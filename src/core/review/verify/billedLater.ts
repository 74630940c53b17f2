import { groupBy } from "../../base/groupBy";
import type { Period } from "../../calendar/period";
import type { DocumentRegister, RegisteredInvoice } from "../../documents/register";
import type { LineKind } from "../../documents/invoiceLines.table";
import { runNumberOf } from "../../documents/runOrder";
import type { Invoice, InvoiceLine } from "../../invoicing/invoice";
import { sum, zero, type Decimal } from "../../money/decimal";

/** A line as far as it says what made it. */
interface RuleLine {
  readonly contractId: string;
  readonly kind?: LineKind | undefined;
  readonly priceId?: string | undefined;
  readonly taxCode?: string | undefined;
  readonly amount: Decimal;
}

/** A line as far as it says what it bills of which days. */
interface BillingLine {
  readonly contractId: string;
  readonly product?: string | undefined;
  readonly period: Period | undefined;
  readonly amount: Decimal;
}

/** Whether a line is what a rule over documents makes of the others: what is kept back, drawn, deducted or rounded. */
export const isOfDocumentRule = ({
  kind,
  amount,
}: {
  readonly kind?: LineKind | undefined;
  readonly amount: Decimal;
}): boolean =>
  kind === "retention" ||
  kind === "grant" ||
  kind === "rounding" ||
  (kind === "deposit" && amount.isNegative());

const ofPrices = <L extends RuleLine>(lines: readonly L[]) => lines.filter((line) => !isOfDocumentRule(line));

/** Whether lines of rules come to the same, rule by rule and code by code. */
function areAlike(some: readonly RuleLine[], others: readonly RuleLine[]): boolean {
  const byRule = (lines: readonly RuleLine[]) =>
    groupBy(lines, ({ contractId, kind, priceId = "", taxCode = "" }) =>
      JSON.stringify([contractId, kind, priceId, taxCode]),
    );
  const [a, b] = [byRule(some), byRule(others)];
  const sumIn = (groups: typeof a, key: string) => sum((groups.get(key) ?? []).map(({ amount }) => amount));
  return [...a.keys(), ...b.keys()].every((key) => sumIn(a, key).equals(sumIn(b, key)));
}

const serviceOf = ({ contractId, product = "", period }: BillingLine): string =>
  JSON.stringify([contractId, product, period?.from, period?.to]);

function amounts(lines: readonly BillingLine[]): ReadonlyMap<string, Decimal> {
  const groups = groupBy(lines, serviceOf);
  return new Map([...groups].map(([service, group]) => [service, sum(group.map(({ amount }) => amount))]));
}

/**
 * The documents of later runs that bill what an unsealed document would bill by today's inputs and does not, such as late
 * usage: 735.00 of October, and 5.00 of it on the invoice of November, are the 740.00 of all usage. What rules over
 * documents add, such as a retention, is to be what they make of the lines as they are written. Nothing where it is not, or
 * the others do not add up.
 */
export function billedLater(
  document: RegisteredInvoice,
  computed: Invoice,
  rulesAround: () => readonly InvoiceLine[],
  { invoices }: Pick<DocumentRegister, "invoices">,
): readonly string[] {
  const later = invoices.filter(
    ({ isFinal, isVoid, runId }) =>
      isFinal && !isVoid && (runNumberOf(runId) ?? 0) > (runNumberOf(document.runId) ?? 0),
  );
  const [expected, written] = [amounts(ofPrices(computed.lines)), amounts(ofPrices(document.lines))];
  const rest = amounts(ofPrices(later.flatMap(({ lines }) => lines)));
  const services = [...new Set([...expected.keys(), ...written.keys()])];
  const isWhole = services.every((service) => {
    const open = (expected.get(service) ?? zero).minus(written.get(service) ?? zero);
    return open.equals(rest.get(service) ?? zero);
  });
  const isOf = ({ lines }: RegisteredInvoice) => lines.some((line) => services.includes(serviceOf(line)));
  const isRuled = () => areAlike(document.lines.filter(isOfDocumentRule), rulesAround());
  return isWhole && isRuled() ? later.filter(isOf).map(({ invoiceNumber }) => invoiceNumber) : [];
}
