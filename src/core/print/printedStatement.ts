import type { Customer } from "../catalog/records";
import type { Statement, StatementRow } from "../receivables/reports/statement";
import type { Settings } from "../settings/settings";
import type { DocumentWords } from "../words/documentWords";
import { wordsOf } from "../words/languages";
import { buyerLines, footerOf, paymentLines, sellerLines } from "./parties";
import type { PrintedDocument, PrintedLine } from "./printedDocument";
import { swissWordsOf } from "./swissWords";

function printedRow(
  row: StatementRow,
  currency: string,
  { notation, statement }: DocumentWords,
): PrintedLine {
  const money = (amount: StatementRow["debit"]) =>
    amount === undefined ? "" : notation.money(amount, currency);
  const what = [statement.types[row.type], row.document].filter(Boolean).join(" ");
  return {
    description: [notation.day(row.date), what, row.reference].filter(Boolean).join(" · "),
    quantity: money(row.debit),
    unitPrice: money(row.credit),
    amount: money(row.balance),
  };
}

/** A statement of account as it is printed: row by row from the balance before to the balance after. */
export function printedStatement(
  statement: Statement,
  customer: Partial<Customer>,
  settings: Settings,
  language?: string,
): PrintedDocument {
  const words = wordsOf(language ?? customer.language);
  const { labels, notation } = words;
  const { customerId, customerName, currency, from, to, closing } = statement;
  const isOwed = closing.greaterThan(0);
  return {
    words,
    number: customerId,
    title: words.statement.title,
    isDraft: false,
    color: settings.brandColor,
    seller: sellerLines(settings, words),
    buyerHeading: labels.recipient,
    buyer: buyerLines(customerId, customerName, customer, settings, words),
    facts: [
      { key: "date", label: words.statement.date, text: notation.day(to) },
      { key: "period", label: words.statement.period, text: notation.span({ from, to }) },
      { key: "customerId", label: labels.customerId, text: customerId },
    ],
    message: [],
    headings: {
      description: labels.description,
      quantity: words.statement.debit,
      unitPrice: words.statement.credit,
      amount: `${words.statement.balance} (${currency})`,
    },
    lines: statement.rows.map((row) => printedRow(row, currency, words)),
    totals: [[`${words.statement.types.closing} ${currency}`, notation.money(closing, currency)]],
    reasons: [],
    payment: isOwed ? paymentLines(customerId, settings, words) : [],
    link: "",
    qr: undefined,
    bill: undefined,
    swissWords: swissWordsOf(words.code),
    paymentFault: undefined,
    terms: "",
    footer: footerOf(settings),
  };
}
