import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import { formatDay, type Day } from "../calendar/day";
import type { Catalog } from "../catalog/records";
import type { Settings } from "../settings/settings";
import { taxRateOn } from "../catalog/taxRates";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { minorDigits } from "../money/currency";
import { sum, zero } from "../money/decimal";
import { taxOn } from "../money/tax";
import type { InvoiceLine, TaxGroup } from "./invoice";

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
  const digits = minorDigits(currency);
  const groups = groupBy(taxed, ({ line }) => `${line.taxCode}|${line.taxRate.toString()}`);
  const taxes = [...groups.values()].flatMap((group): TaxGroup[] => {
    const { line, record } = group[0]!;
    if (line.taxCode === "") return [];
    const net = sum(group.map((each) => each.line.amount));
    const tax =
      settings.taxRounding === "line"
        ? sum(group.map((each) => taxOn(each.line.amount, each.line.taxRate, digits)))
        : taxOn(net, line.taxRate, digits);
    const { taxCode, taxRate: rate } = line;
    return [
      {
        taxCode,
        name: record?.name ?? taxCode,
        rate,
        net,
        tax,
        exemptionReason: record?.exemptionReason ?? "",
      },
    ];
  });
  taxes.sort((a, b) => compareText(a.taxCode, b.taxCode) || a.rate.comparedTo(b.rate));
  return { lines: taxed.map(({ line }) => line), taxes };
}
