import { compareText } from "../base/name";
import { civilOf, type Day } from "../calendar/day";
import type { Settings } from "../settings/settings";

interface NumberParts {
  readonly before: string;
  readonly digits: number;
  readonly after: string;
}

/** The text of a pattern around its running number on a date: INV-{YYYY}-{0000} is "INV-2026-", 4 digits, "". */
function partsOf(pattern: string, date: Day): NumberParts {
  const { year, month } = civilOf(date);
  const dated = pattern
    .replace(/\{YYYY\}/g, String(year).padStart(4, "0"))
    .replace(/\{YY\}/g, String(year % 100).padStart(2, "0"))
    .replace(/\{MM\}/g, String(month).padStart(2, "0"));
  const match = /^(.*?)\{(0+)\}(.*)$/.exec(dated);
  return { before: match?.[1] ?? dated, digits: match?.[2]?.length ?? 4, after: match?.[3] ?? "" };
}

const seriesOf = ({ before, after }: NumberParts): string => `${before}|${after}`;

const numberAt = ({ before, digits, after }: NumberParts, count: number): string =>
  before + String(count).padStart(digits, "0") + after;

/** What the order of numbers is decided by: drafts and documents of the register have it alike. */
interface Ordered {
  readonly invoiceDate: Day | undefined;
  readonly contractId: string | undefined;
  readonly currency: string | undefined;
}

/** The order in which documents get their numbers: by date, contract and currency. */
export const numberOrder = (a: Ordered, b: Ordered): number =>
  (a.invoiceDate ?? 0) - (b.invoiceDate ?? 0) ||
  compareText(a.contractId ?? "", b.contractId ?? "") ||
  compareText(a.currency ?? "", b.currency ?? "");

type NumberSettings = Pick<Settings, "invoiceNumberPattern" | "creditNoteNumberPattern" | "nextNumber">;

/**
 * Gives documents their numbers without gaps, each after the highest that is used of its series and from Next number on.
 * Invoices and credit notes of one pattern share a series; of patterns that can meet no number is given twice. `used` are
 * all that were ever given.
 */
export class DocumentNumbers {
  private readonly next = new Map<string, number>();
  private readonly taken: Set<string>;

  constructor(
    private readonly settings: NumberSettings,
    private readonly used: readonly string[],
  ) {
    this.taken = new Set(used);
  }

  take(type: "invoice" | "credit_note", date: Day): string {
    const { invoiceNumberPattern, creditNoteNumberPattern, nextNumber } = this.settings;
    const ofInvoices = partsOf(invoiceNumberPattern, date);
    const parts = type === "invoice" ? ofInvoices : partsOf(creditNoteNumberPattern, date);
    const series = seriesOf(parts);
    const first = series === seriesOf(ofInvoices) ? nextNumber : 1;
    let count = this.next.get(series) ?? Math.max(first, this.highest(parts) + 1);
    let number = numberAt(parts, count);
    while (this.taken.has(number)) number = numberAt(parts, ++count);
    this.next.set(series, count + 1);
    this.taken.add(number);
    return number;
  }

  private highest({ before, after }: NumberParts): number {
    let highest = 0;
    for (const number of this.used) {
      if (!number.startsWith(before) || !number.endsWith(after)) continue;
      const middle = number.slice(before.length, number.length - after.length);
      if (/^\d+$/.test(middle)) highest = Math.max(highest, Number(middle));
    }
    return highest;
  }
}
