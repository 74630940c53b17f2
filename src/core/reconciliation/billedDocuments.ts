import { groupBy } from "../base/groupBy";
import { isNotVoid, netOf } from "../documents/documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { sum, type Decimal } from "../money/decimal";
import type { ReconcileContext } from "./context";

/** The currency a document names, else the default one. */
export function currencyOf(
  invoice: { readonly currency: string | undefined } | undefined,
  context: ReconcileContext,
): string {
  return invoice?.currency ?? context.settings.currency;
}

/** What a finding about a document says of it. */
export function documentFields(invoice: RegisteredInvoice, context: ReconcileContext) {
  const { customerId = "", contractId = "", invoiceNumber, at: source } = invoice;
  return { customerId, contractId, invoiceNumber, currency: currencyOf(invoice, context), source };
}

/** What one document bills of one contract. */
interface BilledContract {
  readonly contractId: string;
  /** Empty where the document has no lines. */
  readonly lines: readonly RegisteredLine[];
  readonly invoice: RegisteredInvoice | undefined;
  readonly net: Decimal;
}

/** The lines of each contract that a document bills, with the document's net where it has no lines. */
export function billedContracts(context: ReconcileContext): BilledContract[] {
  const { register } = context;
  const byDocument = groupBy(register.lines, (line) => `${line.contractId}|${line.invoiceNumber}`);
  const invoicesOf = groupBy(register.invoices, ({ invoiceNumber }) => invoiceNumber);
  const fromLines = [...byDocument.values()].map((lines) => ({
    contractId: lines[0]!.contractId,
    lines,
    invoice: invoicesOf.get(lines[0]!.invoiceNumber)?.[0],
    net: sum(lines.map(({ amount }) => amount)),
  }));
  const bare = register.invoices.filter(
    (invoice) => isNotVoid(invoice) && invoice.lines.length === 0 && invoice.contractId !== undefined,
  );
  return [
    ...fromLines,
    ...bare.map((invoice) => ({ contractId: invoice.contractId!, lines: [], invoice, net: netOf(invoice) })),
  ];
}
