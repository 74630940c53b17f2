import { formatDay, type Day } from "../../calendar/day";
import { formatMoney } from "../../money/format";
import type { Decimal } from "../../money/decimal";
import type { Notation } from "../../words/documentWords";

/** What the places of a text are filled with. */
export interface MessageFigures {
  readonly customerName: string;
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

/** How figures and days stand in a text that is for all languages: as in every report. */
const forAll: Pick<Notation, "day" | "money"> = { day: formatDay, money: formatMoney };

/**
 * Fills places such as {amount}, in the notation of the text's language where it has one; what fills them is not looked
 * at again, and unknown places stay.
 */
export function filledText(text: string, figures: MessageFigures, notation = forAll): string {
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
