import type { Customer } from "../catalog/records";
import { zero, type Decimal } from "../money/decimal";
import type { Reminder } from "../receivables/reminders/remind";
import type { Settings } from "../settings/settings";
import type { DocumentWords } from "../words/documentWords";
import { wordsOf } from "../words/languages";
import { buyerLines, footerOf, paymentLines, sellerLines, textLines } from "./parties";
import { paymentCode } from "./paymentCode";
import type { Fact, LabelledText, PrintedDocument } from "./printedDocument";
import { swissWordsOf } from "./swissWords";

/** A transfer takes no longer text; the customer's number is then quoted instead of the invoices. */
const LONGEST_REFERENCE = 140;

/** What is overdue, what changes it, and what is asked for in the end. */
function totalsOf(
  { row }: Reminder,
  currency: string,
  { reminder, notation }: DocumentWords,
): LabelledText[] {
  const money = (amount: Decimal) => notation.money(amount, currency);
  const { overdue = zero, unapplied = zero, fee = zero, interest = zero, amountDue = zero } = row;
  const changes: readonly (readonly [string, Decimal])[] = [
    [reminder.unapplied, unapplied.negated()],
    [reminder.fee, fee],
    [reminder.interest, interest],
  ];
  return [
    [reminder.overdue, money(overdue)],
    ...changes
      .filter(([, amount]) => !amount.isZero())
      .map(([label, amount]): LabelledText => [label, money(amount)]),
    [`${reminder.amountDue} ${currency}`, money(amountDue)],
  ];
}

/** A reminder as it is printed: its own text, the invoices that are overdue, and what is to be paid. */
export function printedReminder(
  reminder: Reminder,
  dueOf: (invoiceNumber: string) => number | undefined,
  customer: Partial<Customer>,
  settings: Settings,
  language?: string,
): PrintedDocument {
  const { row, items } = reminder;
  const words = wordsOf(language ?? customer.language);
  const { labels, notation } = words;
  const { currency = settings.currency, customerId = "", customerName = "", amountDue = zero } = row;
  const numbers = items.map(({ invoiceNumber }) => invoiceNumber).join(", ");
  const reference = numbers.length > LONGEST_REFERENCE ? customerId : numbers;
  const facts: Fact[] = [
    { key: "number", label: words.reminder.number, text: row.reminderId ?? "" },
    { key: "date", label: words.reminder.date, text: notation.day(row.date) },
    { key: "level", label: words.reminder.level, text: String(row.level ?? "") },
    { key: "customerId", label: labels.customerId, text: customerId },
  ];
  const isOwed = amountDue.greaterThan(0);
  return {
    words,
    number: row.reminderId ?? customerId,
    title: words.reminder.title,
    isDraft: false,
    color: settings.brandColor,
    seller: sellerLines(settings, words),
    buyerHeading: labels.recipient,
    buyer: buyerLines(customerId, customerName, customer, settings, words),
    facts: facts.filter(({ text }) => text !== ""),
    message: [row.subject ?? "", ...textLines(row.text ?? "")].filter((text) => text !== ""),
    headings: {
      description: labels.description,
      quantity: words.reminder.daysOverdue,
      unitPrice: words.reminder.interest,
      amount: `${words.reminder.open} (${currency})`,
    },
    lines: items.map(({ invoiceNumber, days, open, interest }) => {
      const due = dueOf(invoiceNumber);
      return {
        description: words.reminder.item(invoiceNumber, due === undefined ? "" : notation.day(due)),
        quantity: String(days),
        unitPrice: interest.isZero() ? "" : notation.money(interest, currency),
        amount: notation.money(open, currency),
      };
    }),
    totals: totalsOf(reminder, currency, words),
    reasons: [],
    payment: isOwed ? paymentLines(reference, settings, words) : [],
    link: "",
    qr: isOwed ? paymentCode({ amount: amountDue, currency, reference }, settings) : undefined,
    bill: undefined,
    swissWords: swissWordsOf(words.code),
    paymentFault: undefined,
    terms: "",
    footer: footerOf(settings),
  };
}
