import { addMonths, civilOf, clampedDay, endOfMonth, type Day } from "./day";
import { Decimal, sum, zero } from "../money/decimal";

/** Payment terms, understood. */
export interface Terms {
  /** The day an invoice of that date is due. */
  readonly dueDate: (invoiceDate: Day) => Day;
  /** Early payment: steps, each with what is taken off when paid within its days of the invoice date. */
  readonly discounts: readonly EarlyStep[];
  /** Parts of the total of an invoice of that date, the one that is due first before the others; all is due with the last. */
  readonly instalmentsOf?: (invoiceDate: Day) => readonly Instalment[];
}

/** A step of an early payment discount: 2/10 is a fraction of 0.02 within 10 days. */
interface EarlyStep {
  readonly rate: Decimal;
  readonly days: number;
}

/** The fraction that paying on a day takes off: of the steps whose last day has not passed, that day included, the highest. */
export function discountRateOn({ discounts }: Terms, invoiceDate: Day, paid: Day, graceDays = 0): Decimal {
  return discounts
    .filter(({ days }) => paid <= invoiceDate + days + graceDays)
    .reduce((most, { rate }) => Decimal.max(most, rate), zero);
}

/** A part of a total and the day it is due. */
export interface Instalment {
  /** A fraction: 0.3 is 30 %. */
  readonly share: Decimal;
  readonly dueDate: Day;
}

/** The forms that `parseTerms` understands, for messages. */
export const termsForms =
  "Net 30, Due on receipt, 2/10 Net 30, 2/10,1/20 Net 30, Net 1 month, EOM, EOM + 30, 30 days then EOM, 15 MFI, 15 Prox or 10 Prox cut-off 25";

/** What terms can be, where a cell's are none. */
export const rightTerms = `${termsForms}, or instalments such as 30% now, 70% Net 60`;

const dueOn = (dueDate: Terms["dueDate"]): Terms => ({ dueDate, discounts: [] });
const net = (days: number): Terms => dueOn((date) => date + days);

/** The day-th of the month that follows; invoices dated after the cut-off count as next month's. */
function dayOfFollowingMonth(day: number, cutOff = 31): Terms {
  return dueOn((date) => {
    const invoice = civilOf(date);
    return clampedDay(invoice.year, invoice.month + (invoice.day > cutOff ? 2 : 1), day);
  });
}

/** "2/10,1/20": a percent and the days within which it is taken off. */
function stepsOf(text: string): EarlyStep[] | undefined {
  const steps = text.split(",").flatMap((step): EarlyStep[] => {
    const [percent = "", days = ""] = step.split("/");
    const rate = new Decimal(percent.replace("%", "")).dividedBy(100);
    return rate.greaterThan(1) ? [] : [{ rate, days: Number(days) }];
  });
  return steps.length === text.split(",").length ? steps : undefined;
}

type Form = readonly [RegExp, (groups: readonly string[]) => Terms | undefined];

const forms: readonly Form[] = [
  [/^net(?:to)?(\d+)(?:days?|tagen?)?$/, ([days]) => net(Number(days))],
  [/^(\d+)(?:days?|tagen?)(?:net(?:to)?)?$/, ([days]) => net(Number(days))],
  [/^(?:dueonreceipt|cod)$/, () => net(0)],
  [
    /^(\d+(?:\.\d+)?%?\/\d+(?:,\d+(?:\.\d+)?%?\/\d+){0,3}),?net(\d+)(?:days?)?$/,
    ([steps, days]) => {
      const discounts = stepsOf(steps!);
      return discounts && { ...net(Number(days)), discounts };
    },
  ],
  [/^net(\d+)months?$/, ([months]) => dueOn((date) => addMonths(date, Number(months)))],
  [/^eom$/, () => dueOn(endOfMonth)],
  [/^eom\+(\d+)(?:days?)?$/, ([days]) => dueOn((date) => endOfMonth(date) + Number(days))],
  [/^net(\d+)(?:days?)?eom$/, ([days]) => dueOn((date) => endOfMonth(date) + Number(days))],
  [/^(\d+)days?theneom$/, ([days]) => dueOn((date) => endOfMonth(date + Number(days)))],
  [
    /^(\d+)(?:st|nd|rd|th)?(?:mfi|prox)(?:cut-?off(\d+))?$/,
    ([day, cutOff]) => {
      const limits = [Number(day), Number(cutOff ?? 31)];
      if (limits.some((limit) => limit < 1 || limit > 31)) return undefined;
      return dayOfFollowingMonth(limits[0]!, limits[1]);
    },
  ],
];

/** "30% now, 70% Net 60": parts that add up to 100 %. One with an early payment discount is not understood. */
function termsOfParts(text: string): Terms | undefined {
  const parts = text.split(",").map((part) => /^(\d{1,3}(?:\.\d{1,4})?)%(.+)$/.exec(part));
  const agreed = parts.flatMap((match) => {
    const terms = match && (match[2] === "now" ? net(0) : formOf(match[2]!));
    if (!match || !terms || terms.discounts.length > 0) return [];
    return [{ share: new Decimal(match[1]!).dividedBy(100), dueOf: terms.dueDate }];
  });
  const all = sum(agreed.map(({ share }) => share));
  if (agreed.length < parts.length || !all.equals(1)) return undefined;
  return {
    ...dueOn((date) => agreed.reduce((last, { dueOf }) => Math.max(last, dueOf(date)), date)),
    instalmentsOf: (date) =>
      agreed
        .map(({ share, dueOf }) => ({ share, dueDate: dueOf(date) }))
        .sort((a, b) => a.dueDate - b.dueDate),
  };
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
  return formOf(compact) ?? termsOfParts(compact);
}
