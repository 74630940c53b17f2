import { groupBy } from "../base/groupBy";
import { isCreditNote, wholeAsPriced } from "../documents/documentKinds";
import { billsService } from "../documents/lineKinds";
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

/** What one document bills of one contract and still stands. */
export interface BilledContract {
  readonly contractId: string;
  readonly invoiceNumber: string;
  /** Empty where the document has no lines; those of adjustments are left out. */
  readonly lines: readonly RegisteredLine[];
  readonly invoice: RegisteredInvoice | undefined;
  /** Less what was credited as a correction. */
  readonly net: Decimal;
}

/**
 * The lines of each contract that a document bills, with the document's net where it has no lines. What is void or
 * credited in full bills nothing, and the credits that correct a document are taken off it.
 */
export function billedContracts({ register, billed, settings }: ReconcileContext): BilledContract[] {
  const correctors = new Set(
    register.invoices
      .filter((document) => isCreditNote(document) && document.corrects !== undefined)
      .map(({ invoiceNumber }) => invoiceNumber),
  );
  const isInForce = ({ invoiceNumber }: { readonly invoiceNumber: string }) =>
    !correctors.has(invoiceNumber) && !billed.isCancelled({ invoiceNumber, isVoid: false });
  const lines = register.lines.filter((line) => billsService(line) && isInForce(line));
  const invoicesOf = groupBy(register.invoices, ({ invoiceNumber }) => invoiceNumber);
  const groups = groupBy(lines, (line) => `${line.contractId}|${line.invoiceNumber}`);
  const fromLines = [...groups.values()].flatMap((group): BilledContract[] => {
    const [first] = group;
    if (!first) return [];
    const { contractId, invoiceNumber } = first;
    const invoice = invoicesOf.get(invoiceNumber)?.[0];
    return [{ contractId, invoiceNumber, lines: group, invoice, net: sum(group.map(billed.netOf)) }];
  });
  const bare = register.invoices.flatMap((invoice): BilledContract[] => {
    const { contractId, invoiceNumber } = invoice;
    if (invoice.isVoid || invoice.lines.length > 0 || contractId === undefined || !isInForce(invoice))
      return [];
    return [{ contractId, invoiceNumber, lines: [], invoice, net: wholeAsPriced(invoice, settings) }];
  });
  return [...fromLines, ...bare];
}
