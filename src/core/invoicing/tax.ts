import { compareText } from "../base/name";
import { groupBy, type Group } from "../base/groupBy";
import { formatDay, type Day } from "../calendar/day";
import type { Catalog } from "../catalog/records";
import type { Settings } from "../settings/settings";
import { taxesOn, taxesOnAmounts, wholeRate, type TaxInForce } from "../catalog/taxExpression";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { minorDigits } from "../money/currency";
import { taxOn } from "../money/tax";
import { sum, type Decimal } from "../money/decimal";
import type { InvoiceLine, TaxGroup } from "./invoice";
import { openGross } from "./taxInside";
import { severalTaxes } from "./severalTaxes";
import { taxedTogether } from "./taxedTogether";
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

interface RatedLine {
  readonly line: InvoiceLine;
  readonly inForce: readonly TaxInForce[];
}

interface Taxing {
  readonly digits: number;
  readonly currency: string;
  readonly settings: Settings;
}

/** Net and tax of lines that share code and rate; where prices include tax, with the net of each line. */
function taxGroupOf(
  rated: Group<RatedLine>,
  { digits, currency, settings }: Taxing,
): {
  readonly group: TaxGroup | undefined;
  readonly opened: readonly (readonly [InvoiceLine, InvoiceLine])[];
} {
  const { taxRounding } = settings;
  const { line: first, inForce } = rated[0];
  const given = rated.map(({ line }) => line);
  const { taxCode, taxRate: rate } = first;
  if (taxCode === "") return { group: undefined, opened: [] };
  const isInside = settings.pricesIncludeTax === "yes";
  const together = taxRounding === "line" ? taxedTogether(given) : [given];
  const inside = isInside ? openGross(together, rate, { digits, currency }) : undefined;
  const lines = inside?.lines ?? together.flat();
  const amounts = lines.map(({ amount }) => amount);
  const net = sum(amounts);
  const shown = taxRounding === "line" ? amounts : [net];
  const taxed = together.map((group) => sum(group.map(({ amount }) => amount)));
  const charged =
    inForce.length > 1
      ? sum(taxesOnAmounts(taxed, inForce, digits))
      : sum(taxed.map((amount) => taxOn(amount, rate, digits)));
  const tax = inside?.tax ?? charged;
  // As the formulas of the sheet have it; what is rounded otherwise differs from it by the rest.
  const rest = tax.minus(taxOfAmounts(amounts, rate, { digits, taxRounding }));
  const several = inForce.length > 1 ? severalTaxes(inForce, { shown, taxed, tax, digits }) : undefined;
  const names = inForce.map(({ record }) => record.name ?? record.taxCode);
  const group: TaxGroup = {
    taxCode,
    rate,
    net,
    tax,
    ...(rest.isZero() ? {} : { rest }),
    ...(several && { several }),
    name: inForce.length === 0 ? taxCode : names.join(" + "),
    exemptionReason: inForce.length === 1 ? (inForce[0]?.record.exemptionReason ?? "") : "",
  };
  const before = together.flat();
  return { group, opened: before.map((line, index) => [line, lines[index]!] as const) };
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
  const digits = minorDigits(currency);
  const rated = lines.map((line) => {
    if (line.taxCode === "") return { line, inForce: [] };
    const day = taxPoint(line, invoiceDate);
    const inForce = taxesOn(line.taxCode, day, catalog.taxCodes);
    if (!inForce) {
      const words = { day: formatDay(day) };
      report(makeIssue("NO_TAX_RATE", { at, value: line.taxCode, words, holds: [line.contractId] }));
    }
    return { line: { ...line, taxRate: wholeRate(inForce ?? []) }, inForce: inForce ?? [] };
  });
  const groups = [
    ...groupBy(rated, ({ line: { taxCode, taxRate: rate } }) => partKey({ taxCode, rate })).values(),
  ].map((group) => taxGroupOf(group, { digits, currency, settings }));
  const made = new Map(groups.flatMap(({ opened }) => opened));
  const taxes = groups.flatMap(({ group }) => group ?? []);
  taxes.sort((a, b) => compareText(a.taxCode, b.taxCode) || a.rate.comparedTo(b.rate));
  return { lines: rated.map(({ line }) => made.get(line) ?? line), taxes };
}
