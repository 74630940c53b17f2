import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import { netOf } from "../documents/documentKinds";
import type { RegisteredInvoice } from "../documents/register";
import { allocate } from "../money/allocate";
import { sum, zero, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import { taxOn } from "../money/tax";
import type { Settings } from "../settings/settings";

/** Net and tax of a document under one tax code and rate. */
export interface TaxPart {
  readonly taxCode: string;
  readonly rate: Decimal;
  readonly net: Decimal;
  readonly tax: Decimal;
}

/** How the amounts and taxes of a document are rounded. */
export interface DocumentRounding {
  readonly digits: number;
  readonly taxRounding: Settings["taxRounding"];
}

/** Lines are of one part where they share code and rate. */
export const partKey = ({ taxCode, rate }: Pick<TaxPart, "taxCode" | "rate">) =>
  `${taxCode}|${rate.toString()}`;

/** Tax on amounts of one rate: on their sum, or one by one. 5 at 10 % in yen is 1; 5 and 5 are 1, one by one 2. */
export function taxOfAmounts(
  amounts: readonly Decimal[],
  rate: Decimal,
  { digits, taxRounding }: DocumentRounding,
): Decimal {
  return taxRounding === "line"
    ? sum(amounts.map((amount) => taxOn(amount, rate, digits)))
    : taxOn(sum(amounts), rate, digits);
}

/**
 * Splits an amount by weights of either sign, so that a line and its discount are credited alike: 45.00 by 100.00 and
 * −10.00 is 50.00 and −5.00. Where they come to nothing, all of it goes to the first part.
 */
export function split(amount: Decimal, weights: readonly Decimal[], digits: number): Decimal[] {
  if (!sum(weights).isZero()) return allocate(amount, weights, digits);
  return weights.map((_, index) => (index === 0 ? amount : zero));
}

/** A rate has no more decimals than this, as a fraction. */
const RATE_DECIMALS = 8;

/** The shortest rate by which a net amount bears a tax: 6.67 on 33.33 is 0.2. */
function impliedRate(net: Decimal, tax: Decimal, digits: number): Decimal {
  if (net.isZero() || tax.isZero()) return zero;
  const exact = tax.dividedBy(net);
  for (let decimals = 2; decimals < RATE_DECIMALS; decimals++) {
    const rate = round(exact, decimals, "half_up");
    if (taxOn(net, rate, digits).equals(tax)) return rate;
  }
  return round(exact, RATE_DECIMALS, "half_up");
}

/** The tax that a document states; undefined where it states none. */
function statedTax({ tax, total, subtotal }: RegisteredInvoice): Decimal | undefined {
  return tax ?? (total !== undefined && subtotal !== undefined ? total.minus(subtotal) : undefined);
}

/** Parts of a document whose rates follow from the tax that it states, since its lines name none. */
function partsByTax(document: RegisteredInvoice, tax: Decimal, digits: number): TaxPart[] {
  const byCode = groupBy(document.lines, ({ taxCode = "" }) => taxCode);
  const nets =
    byCode.size > 0
      ? [...byCode].map(([taxCode, lines]) => ({ taxCode, net: sum(lines.map(({ amount }) => amount)) }))
      : [{ taxCode: "", net: netOf(document) }];
  const taxes = split(
    tax,
    nets.map(({ net }) => net),
    digits,
  );
  return nets.map((part, index) => ({
    ...part,
    rate: impliedRate(part.net, taxes[index]!, digits),
    tax: taxes[index]!,
  }));
}

/** Parts of a document by the codes and rates of its lines. */
function partsByRate({ lines }: RegisteredInvoice, rounding: DocumentRounding): TaxPart[] {
  const rated = lines.map(({ amount, taxCode = "", taxRate: rate = zero }) => ({ amount, taxCode, rate }));
  return [...groupBy(rated, partKey).values()].map((group) => {
    const { taxCode, rate } = group[0];
    const amounts = group.map(({ amount }) => amount);
    return { taxCode, rate, net: sum(amounts), tax: taxOfAmounts(amounts, rate, rounding) };
  });
}

/** Parts whose taxes add up to a tax; what differs is shared as their taxes are. */
function withTax(parts: readonly TaxPart[], tax: Decimal, digits: number): TaxPart[] {
  const statedTaxes = parts.map((part) => part.tax);
  if (sum(statedTaxes).equals(tax)) return [...parts];
  const taxes = split(tax, statedTaxes, digits);
  return parts.map((part, index) => ({ ...part, tax: taxes[index]! }));
}

/**
 * Net and tax of a document by tax code and rate, as it was issued, in the order of the codes: 100.00 at 20 % and 50.00
 * at 9 % are two parts with 20.00 and 4.50. Their taxes add up to the tax that the document states, and where its lines
 * name no rate, that tax gives it.
 */
export function taxPartsOf(document: RegisteredInvoice, rounding: DocumentRounding): TaxPart[] {
  const tax = statedTax(document);
  const isRated = document.lines.some(({ taxRate }) => taxRate !== undefined && !taxRate.isZero());
  const isTaxed = tax !== undefined && !tax.isZero();
  const isImplied = document.lines.length === 0 || (isTaxed && !isRated);
  const parts = isImplied
    ? partsByTax(document, tax ?? zero, rounding.digits)
    : partsByRate(document, rounding);
  parts.sort((a, b) => compareText(a.taxCode, b.taxCode) || a.rate.comparedTo(b.rate));
  return tax === undefined ? parts : withTax(parts, tax, rounding.digits);
}
