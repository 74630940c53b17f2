import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import type { Catalog, Contract, Adjustment } from "../catalog/records";
import { minorDigits } from "../money/currency";
import { one, sum, zero, type Decimal } from "../money/decimal";
import { formatMoney } from "../money/format";
import { round } from "../money/round";
import { negated, takeCredit, taxOfShares, type TakenPart, type TaxShare } from "./creditable";
import type { InvoiceLine, TaxGroup } from "./invoice";
import type { Correction } from "./correctedInvoices";
import { partKey, taxOfAmounts, type DocumentRounding, type TaxPart } from "./taxParts";

/** What every line of an adjustment says, whatever it is taxed by. */
function lineOf(
  adjustment: Adjustment,
  contract: Contract,
  amount: Decimal,
  more: Pick<InvoiceLine, "taxCode" | "taxRate" | "explanation">,
): InvoiceLine {
  return {
    contractId: contract.contractId,
    priceId: adjustment.adjustmentId ?? "",
    product: "Adjustment",
    description: adjustment.description,
    kind: "adjustment",
    tier: "",
    period: { from: adjustment.date, to: adjustment.date },
    quantity: one,
    unit: "",
    unitPrice: amount,
    flatFee: zero,
    amount,
    sourceRows: 0,
    item: undefined,
    ...more,
  };
}

function explanationOf({ reasonCode = "", approvedBy }: Adjustment, amount: string): string {
  const approved = approvedBy === undefined ? "" : `, approved by ${approvedBy}`;
  return `adjustment of ${amount}, reason ${reasonCode}${approved}`;
}

/** The line of an adjustment on the contract's next document, in its minor unit and under its tax code. */
export function adjustmentLine(adjustment: Adjustment, contract: Contract): InvoiceLine {
  const { currency } = contract;
  const amount = round(adjustment.amount, minorDigits(currency), "half_up");
  return lineOf(adjustment, contract, amount, {
    taxCode: adjustment.taxCode ?? contract.taxCode,
    taxRate: zero,
    explanation: explanationOf(adjustment, formatMoney(amount, currency)),
  });
}

/** The lines of an adjustment that corrects an invoice: one for each tax code and rate of the invoice that it touches. */
export function correctionLines(
  adjustment: Adjustment,
  contract: Contract,
  { shares, currency, invoice }: Correction,
): InvoiceLine[] {
  const show = (amount: Decimal) => formatMoney(amount, currency);
  const agreed = ({ amount, tax = zero }: TaxShare) => amount.plus(tax);
  const whole = explanationOf(adjustment, show(sum(shares.map(agreed))));
  return shares.map((share) => {
    const { taxCode, rate, amount, tax } = share;
    const under = taxCode === "" ? "without tax" : `under tax code ${taxCode}`;
    const ofInvoice = `${show(agreed(share))} of the ${whole}: its share of what invoice ${invoice.invoiceNumber} has ${under}`;
    const net = tax === undefined ? "" : ` with tax, ${show(amount)} without`;
    const explanation = `${shares.length === 1 ? whole : ofInvoice}${net}`;
    return lineOf(adjustment, contract, amount, { taxCode, taxRate: rate, explanation });
  });
}

/** What the shares of a credit take of what is left of their invoice. */
export function takenByShares(
  shares: readonly TaxShare[],
  left: readonly TaxPart[],
  rounding: DocumentRounding,
): TakenPart[] {
  return takeCredit(left, shares.map(negated), rounding);
}

/** The taxes of extra charges: the rates of the invoice on their net, or what they contain. */
function chargedTaxes(shares: readonly TaxShare[], rounding: DocumentRounding): TakenPart[] {
  return [...groupBy(shares, partKey).values()].map((group) => {
    const { taxCode, rate } = group[0];
    const amounts = group.map(({ amount }) => amount);
    const tax = taxOfShares(group, rate, rounding);
    return { taxCode, rate, net: sum(amounts), tax, rest: tax.minus(taxOfAmounts(amounts, rate, rounding)) };
  });
}

/**
 * The taxes of a document that corrects an invoice. A credit takes those of the invoice by what is left of it; an extra
 * charge bears its rates.
 */
export function correctionTaxes(
  shares: readonly TaxShare[],
  left: readonly TaxPart[],
  rounding: DocumentRounding,
  { taxCodes }: Pick<Catalog, "taxCodes">,
): TaxGroup[] {
  const isCredit = sum(shares.map(({ amount }) => amount)).isNegative();
  const parts = isCredit
    ? takenByShares(shares, left, rounding).map(({ net, tax, rest, ...part }) => ({
        ...part,
        net: zero.minus(net),
        tax: zero.minus(tax),
        rest: zero.minus(rest),
      }))
    : chargedTaxes(shares, rounding);
  return parts
    .filter(({ taxCode, tax }) => taxCode !== "" || !tax.isZero())
    .map((part): TaxGroup => {
      const rows = taxCodes.get(part.taxCode) ?? [];
      const record = rows.find(({ rate }) => rate.equals(part.rate)) ?? rows[0];
      return { ...part, name: record?.name ?? part.taxCode, exemptionReason: record?.exemptionReason ?? "" };
    })
    .sort((a, b) => compareText(a.taxCode, b.taxCode) || a.rate.comparedTo(b.rate));
}
