import type { Day } from "../../calendar/day";
import { languageCodeOf, notations, unspokenNotation } from "../../calendar/notation";
import type { Decimal } from "../../money/decimal";

/** What the places of a text are filled with. */
export interface MessageFigures {
  readonly customerName: string;
  /** In which days and amounts are written; as everywhere where nobody said it. */
  readonly language: string | undefined;
  readonly currency: string;
  readonly invoices: readonly string[];
  readonly overdue: Decimal;
  readonly fee: Decimal;
  readonly interest: Decimal;
  readonly amountDue: Decimal;
  readonly level: number;
  /** The earliest due date, and how long ago it was. */
  readonly due: Day;
  readonly days: number;
  readonly date: Day;
  readonly company: string;
  readonly bank: string;
}

/** Fills places such as {amount}; what fills them is not looked at again, and unknown places stay. */
export function filledText(text: string, figures: MessageFigures): string {
  const code = languageCodeOf(figures.language);
  const notation = code === undefined ? unspokenNotation : notations[code];
  const money = (amount: Decimal) => `${figures.currency} ${notation.money(amount, figures.currency)}`;
  const words: Readonly<Record<string, string>> = {
    customer: figures.customerName,
    invoices: figures.invoices.join(", "),
    overdue: money(figures.overdue),
    fee: money(figures.fee),
    interest: money(figures.interest),
    amount: money(figures.amountDue),
    level: String(figures.level),
    due: notation.day(figures.due),
    days: String(figures.days),
    date: notation.day(figures.date),
    company: figures.company,
    bank: figures.bank,
  };
  return text.replace(/\{([a-z]{1,20})\}/g, (placeholder, name: string) => words[name] ?? placeholder);
}

/** A link that opens the message in a mail program; "" without an address. */
export function mailLink(email: string, subject: string, text: string): string {
  if (email === "") return "";
  const address = encodeURIComponent(email).replaceAll("%40", "@");
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
