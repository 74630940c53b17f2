import { groupBy } from "../base/groupBy";
import type { Catalog } from "../catalog/records";
import type { TaxCodeRecord } from "../catalog/taxCodes.table";
import { taxRateOn } from "../catalog/taxRates";
import { isCreditNote } from "../documents/documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { sumTaxes } from "../invoicing/tax";
import { partKey, taxPartsOf } from "../invoicing/taxParts";
import { sum, zero, type Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";

/** The tax of a line: what EN 16931 calls its category, its rate, and the row of Tax codes that says so. */
export interface LineTax {
  /** Empty where Tax codes names none. */
  readonly category: string;
  readonly rate: Decimal | undefined;
  readonly record: TaxCodeRecord | undefined;
}

/** The row of Tax codes behind a line: that of its rate, among several the one in force at the end of its service. */
export function taxOfLine(
  line: RegisteredLine,
  { invoiceDate }: RegisteredInvoice,
  { taxCodes }: Pick<Catalog, "taxCodes">,
): LineTax {
  const rates = taxCodes.get(line.taxCode ?? "") ?? [];
  const ofRate = rates.filter(({ rate }) => line.taxRate === undefined || rate.equals(line.taxRate));
  const day = Math.min(line.period?.to ?? Infinity, invoiceDate ?? Infinity);
  const record = taxRateOn(ofRate, day) ?? ofRate[0];
  return { category: record?.category ?? "", rate: line.taxRate ?? record?.rate, record };
}

/** Base and tax of a document by category and rate. */
export interface CategoryTax extends LineTax {
  readonly base: Decimal;
  readonly tax: Decimal;
}

interface TaxedLine extends LineTax {
  readonly line: RegisteredLine;
}

const codeAndRate = ({ line: { taxCode = "" }, rate = zero }: TaxedLine) => ({ taxCode, rate });

/** The tax of each code and rate; a credit note's are what it states, which may be a cent beside those of its net. */
function taxByCode(
  document: RegisteredInvoice,
  taxed: readonly TaxedLine[],
  digits: number,
  { taxRounding }: Settings,
): ReadonlyMap<string, Decimal> {
  const lines = taxed.map(({ line: { amount, taxCode = "" }, rate: taxRate = zero }) => ({
    amount,
    taxCode,
    taxRate,
  }));
  const parts = isCreditNote(document)
    ? taxPartsOf(document, { digits, taxRounding })
    : sumTaxes(lines, digits, taxRounding);
  return new Map(parts.map((part) => [partKey(part), part.tax]));
}

/** Base and tax by category and rate, in the order of the lines: 332.50 at 19 % is 63.18, 86.45 at 7 % is 6.05. */
export function categoryTaxes(
  document: RegisteredInvoice,
  catalog: Pick<Catalog, "taxCodes">,
  digits: number,
  settings: Settings,
): CategoryTax[] {
  const taxed = document.lines.map((line) => ({ line, ...taxOfLine(line, document, catalog) }));
  const taxes = taxByCode(document, taxed, digits, settings);
  const groups = groupBy(taxed, ({ category, rate }) => `${category}|${rate?.toString() ?? ""}`);
  return [...groups.values()].map((group): CategoryTax => {
    const [first] = group;
    const keys = new Set(group.map((line) => partKey(codeAndRate(line))));
    const withReason = group.find(({ record }) => record?.exemptionReason !== undefined) ?? first;
    return {
      category: first.category,
      rate: first.rate,
      record: withReason.record ?? first.record,
      base: sum(group.map(({ line }) => line.amount)),
      tax: sum([...keys].flatMap((key) => taxes.get(key) ?? [])),
    };
  });
}
