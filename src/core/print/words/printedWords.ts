import { civilOf, type Day } from "../../calendar/day";
import { formatExactMoney, formatFigure, formatMoney } from "../../money/format";
import type { Decimal } from "../../money/decimal";

/** All texts of a printed document in one language. */
export interface PrintedWords {
  /** As in HTML: de. */
  readonly code: string;
  readonly invoice: string;
  readonly creditNote: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly billTo: string;
  readonly number: string;
  readonly date: string;
  readonly dueDate: string;
  readonly period: string;
  readonly corrects: string;
  readonly poNumber: string;
  readonly reference: string;
  readonly customerId: string;
  readonly contract: string;
  readonly terms: string;
  readonly taxId: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly taxOn: (name: string, base: string) => string;
  readonly total: string;
  readonly payment: string;
  readonly account: string;
  readonly purpose: string;
  readonly scan: string;
  readonly link: string;
  readonly page: (page: number, of: number) => string;
  readonly day: (day: Day) => string;
  readonly figure: (value: Decimal) => string;
  readonly money: (value: Decimal, currency: string) => string;
  readonly price: (value: Decimal, currency: string) => string;
}

type Notation = Pick<PrintedWords, "day" | "figure" | "money" | "price">;

const two = (value: number) => String(value).padStart(2, "0");

/** Figures and days of a language: which signs stand between thousands, before decimals and between parts of a day. */
export function notation(thousands: string, decimal: string, between: string): Notation {
  const changed = (figure: string) => figure.replace(/[.,]/g, (sign) => (sign === "," ? thousands : decimal));
  return {
    day: (day) => {
      const { year, month, day: date } = civilOf(day);
      return [two(date), two(month), String(year)].join(between);
    },
    figure: (value) => changed(formatFigure(value)),
    money: (value, currency) => changed(formatMoney(value, currency)),
    price: (value, currency) => changed(formatExactMoney(value, currency)),
  };
}
