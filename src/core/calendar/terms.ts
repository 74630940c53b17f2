import { addMonths, civilOf, clampedDay, endOfMonth, type Day } from "./day";
import { Decimal, sum } from "../money/decimal";

/** Payment terms, understood. */
export interface Terms {
  /** The day an invoice of that date is due. */
  readonly dueDate: (invoiceDate: Day) => Day;
  /** Early payment: the fraction taken off when paid within that many days of the invoice date. */
  readonly discount?: { readonly rate: Decimal; readonly days: number };
  /** Parts of the total with days of their own, in the order in which they are written; all of it is due with the last. */
  readonly instalments?: readonly Instalment[];
}

/** A part of a total and the day it is due. */
export interface Instalment {
  /** A fraction: 0.3 is 30 %. */
  readonly share: Decimal;
  readonly dueDate: (invoiceDate: Day) => Day;
}

/** The forms that `parseTerms` understands, for messages. */
export const termsForms =
  "Net 30, Due on receipt, 2/10 Net 30, Net 1 month, EOM, EOM + 30, 30 days then EOM, 15 MFI, 15 Prox or 10 Prox cut-off 25";

const net = (days: number): Terms => ({ dueDate: (date) => date + days });

/** The day-th of the month that follows; invoices dated after the cut-off count as next month's. */
function dayOfFollowingMonth(day: number, cutOff = 31): Terms {
  return {
    dueDate: (date) => {
      const invoice = civilOf(date);
      return clampedDay(invoice.year, invoice.month + (invoice.day > cutOff ? 2 : 1), day);
    },
  };
}

type Form = readonly [RegExp, (groups: readonly string[]) => Terms | undefined];

const forms: readonly Form[] = [
  [/^net(?:to)?(\d+)(?:days?|tagen?)?$/, ([days]) => net(Number(days))],
  [/^(\d+)(?:days?|tagen?)(?:net(?:to)?)?$/, ([days]) => net(Number(days))],
  [/^(?:dueonreceipt|cod)$/, () => net(0)],
  [
    /^(\d+(?:\.\d+)?)%?\/(\d+),?net(\d+)(?:days?)?$/,
    ([percent, discountDays, days]) => {
      const rate = new Decimal(percent!).dividedBy(100);
      if (rate.greaterThan(1)) return undefined;
      return { ...net(Number(days)), discount: { rate, days: Number(discountDays) } };
    },
  ],
  [/^net(\d+)months?$/, ([months]) => ({ dueDate: (date) => addMonths(date, Number(months)) })],
  [/^eom$/, () => ({ dueDate: endOfMonth })],
  [/^eom\+(\d+)(?:days?)?$/, ([days]) => ({ dueDate: (date) => endOfMonth(date) + Number(days) })],
  [/^net(\d+)(?:days?)?eom$/, ([days]) => ({ dueDate: (date) => endOfMonth(date) + Number(days) })],
  [/^(\d+)days?theneom$/, ([days]) => ({ dueDate: (date) => endOfMonth(date + Number(days)) })],
  [
    /^(\d+)(?:st|nd|rd|th)?(?:mfi|prox)(?:cut-?off(\d+))?$/,
    ([day, cutOff]) => {
      const limits = [Number(day), Number(cutOff ?? 31)];
      if (limits.some((limit) => limit < 1 || limit > 31)) return undefined;
      return dayOfFollowingMonth(limits[0]!, limits[1]);
    },
  ],
];

/** "30% now, 70% Net 60": parts that add up to 100 %. */
function instalmentsOf(text: string): Terms | undefined {
  const parts = text.split(",").map((part) => /^(\d{1,3}(?:\.\d{1,4})?)%(.+)$/.exec(part));
  const instalments = parts.flatMap((match): Instalment[] => {
    const terms = match && (match[2] === "now" ? net(0) : formOf(match[2]!));
    return match && terms ? [{ share: new Decimal(match[1]!).dividedBy(100), dueDate: terms.dueDate }] : [];
  });
  const all = sum(instalments.map(({ share }) => share));
  const last = instalments[instalments.length - 1];
  return last && instalments.length === parts.length && all.equals(1)
    ? { dueDate: last.dueDate, instalments }
    : undefined;
}

function formOf(compact: string): Terms | undefined {
  for (const [pattern, build] of forms) {
    const match = pattern.exec(compact);
    if (match) return build(match.slice(1));
  }
  return undefined;
}

/** Payment terms from free text ("Net 30", "2/10 net 30", "EOM + 30"), or undefined when none of the forms fits. */
export function parseTerms(text: string): Terms | undefined {
  const compact = text.toLowerCase().replace(/\s+/g, "");
  return formOf(compact) ?? instalmentsOf(compact);
}
