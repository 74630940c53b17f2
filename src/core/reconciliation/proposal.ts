import { groupBy } from "../base/groupBy";
import { isCreditNote } from "../documents/documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { leftToCredit, partsNamed, withTheirTax } from "../invoicing/creditable";
import type { TaxPart } from "../invoicing/taxParts";
import { currencyCode, minorDigits } from "../money/currency";
import { Decimal, sum, zero } from "../money/decimal";
import { formatMoney } from "../money/format";
import type { ReconcileContext } from "./context";
import type { Finding, FindingCode, Proposal } from "./finding";

/** Findings that a correction of their invoice makes good, with the reason code of that correction. */
const reasons: Partial<Record<FindingCode, string>> = {
  QUANTITY_MISMATCH: "QUANTITY",
  DUPLICATE_USAGE: "QUANTITY",
  PRICE_MISMATCH: "PRICE",
  AMOUNT_MISMATCH: "AMOUNT",
  UNIT_MISMATCH: "UNIT",
  DISCOUNT_EXPIRED: "PRICE",
  MINIMUM_NOT_BILLED: "MINIMUM",
  EXPIRED_CONTRACT_BILLED: "CONTRACT",
  DUPLICATE_INVOICE: "DUPLICATE",
};

/** The line that a finding is about: its source, where that is a line of the invoice. */
function lineOf({ source }: Finding, { lines }: RegisteredInvoice): RegisteredLine | undefined {
  return lines.find(({ at }) => source !== undefined && at.sheet === source.sheet && at.row === source.row);
}

function taxCodeOf(finding: Finding, invoice: RegisteredInvoice): string {
  if (invoice.lines.length < 2) return "";
  const codes = new Set(invoice.lines.map(({ taxCode = "" }) => taxCode));
  return codes.size > 1 ? (lineOf(finding, invoice)?.taxCode ?? "") : "";
}

/** Proposes corrections, one after the other, so that together they never credit more than is left of an invoice. */
class Proposals {
  private readonly proposed = new Map<string, Decimal>();
  /** Issued documents by number, the first of those that share one; drafts are made anew instead. */
  private readonly issued = new Map<string, RegisteredInvoice>();
  /** What is left to credit of invoices, which may have several findings. */
  private readonly leftOf = new Map<RegisteredInvoice, readonly TaxPart[]>();
  private readonly notesOf: ReadonlyMap<string | undefined, readonly RegisteredInvoice[]>;

  constructor(private readonly context: ReconcileContext) {
    const { invoices } = context.register;
    this.notesOf = groupBy(invoices.filter(isCreditNote), ({ corrects }) => corrects);
    for (const document of invoices) {
      const { invoiceNumber, isFinal, isVoid } = document;
      if (isFinal && !isVoid && !isCreditNote(document) && !this.issued.has(invoiceNumber))
        this.issued.set(invoiceNumber, document);
    }
  }

  for(finding: Finding): Proposal | undefined {
    const reasonCode = reasons[finding.code];
    const invoice = finding.invoiceNumber === "" ? undefined : this.issued.get(finding.invoiceNumber);
    if (reasonCode === undefined || !invoice || finding.difference.isZero()) return undefined;
    const taxCode = taxCodeOf(finding, invoice);
    const amount = finding.difference.isNegative()
      ? this.creditable(finding, invoice, taxCode).negated()
      : finding.difference;
    if (amount.isZero()) return undefined;
    const { contractId, customerId, invoiceNumber } = finding;
    const subject = amount.isNegative() ? "Credit for" : "Extra charge to";
    const description = `${subject} invoice ${invoiceNumber}: ${finding.meter === "" ? finding.cause : finding.meter}`;
    const date = this.context.asOf;
    return { contractId, customerId, date, amount, description, reasonCode, taxCode, invoiceNumber };
  }

  private left(invoice: RegisteredInvoice): readonly TaxPart[] {
    const known = this.leftOf.get(invoice);
    if (known) return known;
    const { settings } = this.context;
    const notes = this.notesOf.get(invoice.invoiceNumber) ?? [];
    const currency = currencyCode(invoice.currency ?? "") ?? settings.currency;
    const rounding = { digits: minorDigits(currency), taxRounding: settings.taxRounding };
    const left = leftToCredit(invoice, notes, rounding);
    this.leftOf.set(invoice, left);
    return left;
  }

  private creditable(finding: Finding, invoice: RegisteredInvoice, taxCode: string): Decimal {
    const parts = partsNamed(this.left(invoice), taxCode || undefined);
    const key = `${invoice.invoiceNumber}|${taxCode}`;
    const before = this.proposed.get(key) ?? zero;
    // Where prices include tax, findings and adjustments contain it as well.
    const open = this.context.settings.pricesIncludeTax === "yes" ? withTheirTax(parts) : parts;
    const left = Decimal.max(sum(open.map(({ net }) => net)).minus(before), zero);
    const credit = Decimal.min(finding.difference.abs(), left);
    this.proposed.set(key, before.plus(credit));
    return credit;
  }
}

/** The proposal as the end of a finding's sentence. */
function words({ amount, invoiceNumber, reasonCode, taxCode }: Proposal, currency: string): string {
  const document = amount.isNegative() ? "a credit of" : "an extra line of";
  const under = taxCode === "" ? "" : `, tax code ${taxCode}`;
  return `proposed: ${document} ${formatMoney(amount.abs(), currency)} for ${invoiceNumber}${under}, reason ${reasonCode}`;
}

/** Findings about issued documents with the correction that would make them good, which is not made by itself. */
export function withProposals(findings: readonly Finding[], context: ReconcileContext): Finding[] {
  const proposals = new Proposals(context);
  return findings.map((finding) => {
    const proposal = proposals.for(finding);
    if (!proposal) return finding;
    return { proposal, ...finding, cause: `${finding.cause}; ${words(proposal, finding.currency)}` };
  });
}
