import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import { formatDay, type Day } from "../calendar/day";
import type { Catalog } from "../catalog/records";
import type { Settings } from "../settings/settings";
import { taxRateOn } from "../catalog/taxRates";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { minorDigits } from "../money/currency";
import { sum, zero, type Decimal } from "../money/decimal";
import type { InvoiceLine, TaxGroup } from "./invoice";
import { partKey, taxOfAmounts } from "./taxParts";

/** What a tax code and rate are charged on: lines of a document, new or read. */
interface TaxedAmount {
  readonly amount: Decimal;
  readonly taxCode: string;
  readonly taxRate: Decimal;
}

/** Net and tax of one code and rate. */
export interface TaxSum {
  readonly taxCode: string;
  readonly rate: Decimal;
  readonly net: Decimal;
  readonly tax: Decimal;
  /** What a credit takes beyond net × rate, so that the credits of an invoice take all of its tax and no more. */
  readonly rest?: Decimal;
}

/**
 * Tax per code and rate: on the net of the lines, rounded half away from zero once, or line by line. Lines without a
 * code bear none. 10.05 and 10.05 at 10 %: 2.01 on the net, 2.02 line by line (1.005 each, rounded).
 */
export function sumTaxes(
  lines: readonly TaxedAmount[],
  digits: number,
  taxRounding: Settings["taxRounding"],
): TaxSum[] {
  const taxed = lines.filter(({ taxCode }) => taxCode !== "");
  const groups = groupBy(taxed, ({ taxCode, taxRate: rate }) => partKey({ taxCode, rate }));
  return [...groups.values()].map((group) => {
    const { taxCode, taxRate: rate } = group[0];
    const amounts = group.map(({ amount }) => amount);
    return { taxCode, rate, net: sum(amounts), tax: taxOfAmounts(amounts, rate, { digits, taxRounding }) };
  });
}

export interface TaxedLines {
  readonly lines: readonly InvoiceLine[];
  readonly taxes: readonly TaxGroup[];
}

/** The tax point of a line: the end of its service or the invoice date, whichever is earlier. */
function taxPoint(line: InvoiceLine, invoiceDate: Day): Day {
  return Math.min(line.period.to, invoiceDate);
}

export interface TaxInput {
  readonly lines: readonly InvoiceLine[];
  readonly invoiceDate: Day;
  readonly currency: string;
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly at: CellRef;
  readonly report: Report;
}

/**
 * Tax per code and rate on the rounded net of the invoice, rounded half away from zero (or per line by setting).
 * 8180 at 9.975 % is 815.96. A code without a rate on the line's tax point is reported and holds the invoice.
 */
export function taxLines({
  lines,
  invoiceDate,
  currency,
  catalog,
  settings,
  at,
  report,
}: TaxInput): TaxedLines {
  const taxed = lines.map((line) => {
    if (line.taxCode === "") return { line, record: undefined };
    const day = taxPoint(line, invoiceDate);
    const record = taxRateOn(catalog.taxCodes.get(line.taxCode) ?? [], day);
    if (!record) {
      const words = { day: formatDay(day) };
      report(makeIssue("NO_TAX_RATE", { at, value: line.taxCode, words, holds: [line.contractId] }));
    }
    return { line: { ...line, taxRate: record?.rate ?? zero }, record };
  });
  const byTax = groupBy(taxed, ({ line: { taxCode, taxRate: rate } }) => partKey({ taxCode, rate }));
  const taxes = sumTaxes(
    taxed.map(({ line }) => line),
    minorDigits(currency),
    settings.taxRounding,
  ).map((group): TaxGroup => {
    const record = byTax.get(partKey(group))?.[0]?.record;
    return { ...group, name: record?.name ?? group.taxCode, exemptionReason: record?.exemptionReason ?? "" };
  });
  taxes.sort((a, b) => compareText(a.taxCode, b.taxCode) || a.rate.comparedTo(b.rate));
  return { lines: taxed.map(({ line }) => line), taxes };
}
