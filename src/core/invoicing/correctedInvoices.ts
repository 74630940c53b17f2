import type { Adjustment, Contract } from "../catalog/records";
import type { DocumentRegister, RegisteredInvoice } from "../documents/register";
import { isCreditNote } from "../documents/documentKinds";
import { makeIssue, type Report } from "../issues/issue";
import { currencyCode, minorDigits } from "../money/currency";
import { Decimal, sum, zero } from "../money/decimal";
import { formatMoney } from "../money/format";
import { round } from "../money/round";
import { taxInside } from "../money/tax";
import type { Settings } from "../settings/settings";
import {
  leftToCredit,
  lessTaken,
  negated,
  partsNamed,
  shareCredit,
  shareGrossCredit,
  withTheirTax,
  type TaxShare,
} from "./creditable";
import { split, taxPartsOf, type TaxPart } from "./taxParts";

/** What an adjustment corrects, and under which tax codes: those of the invoice, as it was issued. */
export interface Correction {
  readonly invoice: RegisteredInvoice;
  readonly currency: string;
  /** What was left of the invoice before the run; of an extra charge, what the invoice was for. */
  readonly left: readonly TaxPart[];
  /** The amount by tax code and rate, signed as the adjustment is. */
  readonly shares: readonly TaxShare[];
}

/** Lines of other systems name no tax code where the tax is only stated in sum: then it is the contract's. */
function coded(parts: readonly TaxPart[], contract: Contract): TaxPart[] {
  const isTaxed = ({ taxCode, rate }: TaxPart) => taxCode === "" && !rate.isZero();
  return parts.map((part) => (isTaxed(part) ? { ...part, taxCode: contract.taxCode } : part));
}

/** What a run takes of the invoices that its adjustments correct, one after the other. */
export class CorrectedInvoices {
  private readonly known = new Map<
    RegisteredInvoice,
    { readonly before: readonly TaxPart[]; open: readonly TaxPart[] }
  >();

  /** `register` holds the documents that the run keeps. */
  constructor(
    private readonly register: Pick<DocumentRegister, "invoices">,
    private readonly settings: Settings,
    private readonly report: Report,
  ) {}

  /** The correction of an adjustment; a credit beyond what is left is reported, and there is none. */
  correct(adjustment: Adjustment, contract: Contract, invoice: RegisteredInvoice): Correction | undefined {
    const currency = currencyCode(invoice.currency ?? "") ?? contract.currency;
    const amount = round(adjustment.amount, minorDigits(currency), "half_up");
    const base = { invoice, currency };
    return amount.isNegative()
      ? this.credit({ ...base, amount: amount.negated() }, adjustment, contract)
      : { ...base, ...this.charge({ ...base, amount }, adjustment, contract) };
  }

  /** Where prices include tax, adjustments contain it as well. */
  private get isGross(): boolean {
    return this.settings.pricesIncludeTax === "yes";
  }

  private asPriced(parts: readonly TaxPart[]): readonly TaxPart[] {
    return this.isGross ? withTheirTax(parts) : parts;
  }

  private rounding(currency: string) {
    return { digits: minorDigits(currency), taxRounding: this.settings.taxRounding };
  }

  private credit(
    { invoice, currency, amount }: { invoice: RegisteredInvoice; currency: string; amount: Decimal },
    { at, taxCode }: Adjustment,
    contract: Contract,
  ): Correction | undefined {
    const { digits } = this.rounding(currency);
    const left = this.leftOf(invoice, currency, contract);
    const share = this.isGross ? shareGrossCredit : shareCredit;
    const shares = share(left.open, amount, taxCode, digits);
    if (!shares) {
      const open = this.asPriced(partsNamed(left.open, taxCode));
      const rest = Decimal.max(sum(open.map(({ net }) => net)), zero);
      const ofCode = taxCode === undefined ? "" : ` under tax code ${taxCode}`;
      const words = { left: formatMoney(rest, currency), invoice: `${invoice.invoiceNumber}${ofCode}` };
      const value = formatMoney(amount.negated(), currency);
      const stake = { amount: amount.negated(), currency };
      this.report(makeIssue("OVER_CREDITED", { at, value, words, stake }));
      return undefined;
    }
    left.open = lessTaken(
      left.open,
      shares.map(({ amount: net, tax = zero, ...part }) => ({ ...part, net, tax })),
    );
    const signed = shares.map(negated);
    return { invoice, currency, left: left.before, shares: signed };
  }

  /** An extra charge bears the taxes of what it corrects, and nothing limits it. */
  private charge(
    { invoice, currency, amount }: { invoice: RegisteredInvoice; currency: string; amount: Decimal },
    { taxCode }: Adjustment,
    contract: Contract,
  ): Pick<Correction, "left" | "shares"> {
    const rounding = this.rounding(currency);
    const left = coded(taxPartsOf(invoice, rounding), contract);
    const named = partsNamed(left, taxCode);
    const parts = named.length > 0 ? named : left;
    const weights = this.asPriced(parts).map(({ net }) => Decimal.max(net, zero));
    const amounts = split(amount, weights, rounding.digits);
    const shares = parts.map(({ taxCode: code, rate }, index): TaxShare => {
      const share = amounts[index]!;
      if (!this.isGross) return { taxCode: code, rate, amount: share };
      const tax = taxInside(share, rate, rounding.digits);
      return { taxCode: code, rate, amount: share.minus(tax), tax };
    });
    return { left, shares: shares.filter((share) => !share.amount.isZero()) };
  }

  private leftOf(invoice: RegisteredInvoice, currency: string, contract: Contract) {
    const known = this.known.get(invoice);
    if (known) return known;
    const notes = this.register.invoices.filter(
      (note) => isCreditNote(note) && note.corrects === invoice.invoiceNumber,
    );
    const before = coded(leftToCredit(invoice, notes, this.rounding(currency)), contract);
    const left = { before, open: before };
    this.known.set(invoice, left);
    return left;
  }
}
