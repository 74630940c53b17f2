import { groupBy, type Group } from "../base/groupBy";
import { taxesOn, taxesOnAmounts, type TaxInForce } from "../catalog/taxExpression";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import type { InvoicingBook } from "../eInvoice/bookModel";
import { categoryTaxes, type CategoryTax } from "../eInvoice/lineTax";
import { severalTaxes, type OneTax } from "../invoicing/severalTaxes";
import { taxedTogether } from "../invoicing/taxedTogether";
import { sum, type Decimal } from "../money/decimal";

/** Taxes of a document as they are printed: by category and rate, and each of several behind one code by itself. */
interface PrintedTaxes {
  readonly byCategory: readonly CategoryTax[];
  readonly several: readonly OneTax[];
}

/** Lines of a code that stands for several taxes, with the taxes in force. */
interface SeverallyTaxed {
  readonly lines: Group<RegisteredLine>;
  readonly inForce: readonly TaxInForce[];
}

function severallyTaxed(
  { lines, invoiceDate }: RegisteredInvoice,
  { catalog }: InvoicingBook,
): SeverallyTaxed[] {
  const byCode = groupBy(lines, ({ taxCode = "", taxRate }) => `${taxCode}|${taxRate?.toString() ?? ""}`);
  return [...byCode.values()].flatMap((group) => {
    const [{ taxCode = "", period }] = group;
    const day = Math.min(period?.to ?? Infinity, invoiceDate ?? Infinity);
    const inForce = taxesOn(taxCode, day, catalog.taxCodes) ?? [];
    return inForce.length > 1 ? [{ lines: group, inForce }] : [];
  });
}

/** The amounts that are taxed one by one: the net, or where tax is rounded by line each price with its discounts. */
function taxedAmounts(lines: readonly RegisteredLine[], { settings }: InvoicingBook): Decimal[] {
  if (settings.taxRounding !== "line") return [sum(lines.map(({ amount }) => amount))];
  const taxable = lines.map(({ contractId, priceId = "", product = "", kind = "usage", amount }) => {
    return { contractId, priceId, product, kind, amount };
  });
  return taxedTogether(taxable).map((together) => sum(together.map(({ amount }) => amount)));
}

/**
 * GST and PST are two rows, each with what it was taken of. Where all lines bear the same taxes, they add up to the tax
 * that the document states.
 */
export function printedTaxes(document: RegisteredInvoice, book: InvoicingBook, digits: number): PrintedTaxes {
  const groups = severallyTaxed(document, book);
  const { catalog, settings } = book;
  if (groups.length === 0)
    return { byCategory: categoryTaxes(document, catalog, digits, settings), several: [] };
  const split = new Set(groups.flatMap(({ lines }) => lines));
  const lines = document.lines.filter((line) => !split.has(line));
  const isAll = lines.length === 0 && groups.length === 1;
  const several = groups.flatMap(({ lines: taxed, inForce }) => {
    const amounts = taxedAmounts(taxed, book);
    const charged = sum(taxesOnAmounts(amounts, inForce, digits));
    const tax = (isAll ? document.tax : undefined) ?? charged;
    return severalTaxes(inForce, { shown: amounts, taxed: amounts, tax, digits });
  });
  const left = document.tax?.minus(sum(several.map(({ tax }) => tax)));
  const others = { ...document, lines, tax: left };
  return {
    byCategory: lines.length === 0 ? [] : categoryTaxes(others, catalog, digits, settings),
    several,
  };
}
