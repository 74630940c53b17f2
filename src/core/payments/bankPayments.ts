import { formatDay, type Day } from "../calendar/day";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { currencyCode, minorDigits } from "../money/currency";
import { formatFigure } from "../money/format";
import { sum, type Decimal } from "../money/decimal";
import type { BankEntry, BankEntryFault, BankFile, BankStatement, BankTransaction } from "./bankStatement";

/** A row of Payments as a bank file brings it. */
export interface BankPayment {
  readonly paymentId: string;
  readonly date: Day;
  readonly amount: Decimal;
  /** Empty where the file names none. */
  readonly currency: string;
  readonly reference: string;
  readonly method: string;
  readonly payer: string;
  readonly payerAccount: string;
  readonly bankEntry: string;
}

/** SHA-256 of a text as lower-case hex; supplied by the ring outside. */
export type HashText = (text: string) => string;

/** A cell holds so many digits exactly. */
const MOST_DIGITS = 15;
/** A cell holds so many characters. */
const LONGEST_TEXT = 32_767;
/** Between two texts of a bank: no number of a document goes on across it. */
const BETWEEN_TEXTS = "; ";

const atLine = (file: string, line: number): CellRef => ({ sheet: file, row: line - 1, column: 0, line });

/** Why an entry that was read cannot be taken: its amount is none of its currency. */
function faultOf({ amount, currency, line }: BankEntry, fallback: string): BankEntryFault | undefined {
  const value = amount.abs().toFixed();
  if (currency !== "" && currencyCode(currency) === undefined)
    return { line, reason: "its currency is no ISO 4217 code", value: currency };
  const code = currency || fallback;
  if (amount.decimalPlaces() > minorDigits(code)) {
    const digits = String(minorDigits(code));
    return { line, reason: `${code} has ${digits} decimals and its amount more`, value };
  }
  if (amount.precision() > MOST_DIGITS) return { line, reason: "its amount has more than 15 digits", value };
  return undefined;
}

/** What of a statement can be taken; entries whose amount is none of their currency are faults. */
function checked(statement: BankStatement, fallback: string): BankStatement {
  const found = statement.entries.map((entry) => ({ entry, fault: faultOf(entry, fallback) }));
  return {
    ...statement,
    entries: found.flatMap(({ entry, fault }) => (fault ? [] : [entry])),
    faults: [...statement.faults, ...found.flatMap(({ fault }) => fault ?? [])],
  };
}

/** What a statement comes to, as it was read. */
export interface BankSummary {
  readonly file: string;
  readonly format: string;
  readonly statement: string;
  readonly account: string;
  readonly currency: string;
  readonly opening: Decimal | undefined;
  readonly closing: Decimal | undefined;
  readonly entries: number;
  readonly credits: number;
  readonly creditAmount: Decimal;
  readonly debits: number;
  /** Above zero. */
  readonly debitAmount: Decimal;
  /** Money out that is no payment of a customer, and not written. */
  readonly notPayments: number;
  /** Opening + entries − closing; undefined where one of the balances is not given or in another currency. */
  readonly gap: Decimal | undefined;
}

/** 18.15 + 8.85 − 27.05 is a gap of −0.05. */
function gapOf({ opening, closing, entries }: BankStatement): Decimal | undefined {
  if (!opening || !closing) return undefined;
  const currencies = new Set([
    opening.currency,
    closing.currency,
    ...entries.map(({ currency }) => currency),
  ]);
  if (currencies.size > 1) return undefined;
  return opening.amount.plus(sum(entries.map(({ amount }) => amount))).minus(closing.amount);
}

function summaryOf(statement: BankStatement, { name, format }: BankFile): BankSummary {
  const amounts = statement.entries.map(({ amount }) => amount);
  const credits = amounts.filter((amount) => amount.greaterThan(0));
  const debits = amounts.filter((amount) => amount.lessThan(0));
  return {
    file: name,
    format,
    statement: statement.id,
    account: statement.account,
    currency: statement.currency,
    opening: statement.opening?.amount,
    closing: statement.closing?.amount,
    entries: amounts.length,
    credits: credits.length,
    creditAmount: sum(credits),
    debits: debits.length,
    debitAmount: sum(debits).negated(),
    notPayments: statement.entries.filter((entry) => partsOf(entry).length === 0).length,
    gap: gapOf(statement),
  };
}

/** What a gap may come from, where entries were not read: each is told by itself as well. */
const unreadWords = (count: number): string =>
  count === 0
    ? ""
    : count === 1
      ? "; 1 entry could not be read and is not counted"
      : `; ${String(count)} entries could not be read and are not counted`;

function reportStatement(statement: BankStatement, summary: BankSummary, report: Report): void {
  const { faults, pending, line } = statement;
  for (const { line: at, reason, value } of faults)
    report(makeIssue("BANK_ENTRY", { at: atLine(summary.file, at), value, words: { reason } }));
  const [first] = pending;
  if (first !== undefined)
    report(makeIssue("BANK_PENDING", { at: atLine(summary.file, first), value: String(pending.length) }));
  const { opening, closing } = statement;
  if (!opening || !closing || !summary.gap || summary.gap.isZero()) return;
  const words = {
    opening: formatFigure(opening.amount),
    closing: formatFigure(closing.amount),
    entries: formatFigure(summary.creditAmount.minus(summary.debitAmount)),
    account: summary.account || summary.file,
    unread: unreadWords(faults.length),
  };
  const value = formatFigure(summary.gap);
  const stake = { amount: summary.gap.abs(), currency: opening.currency };
  report(makeIssue("BANK_BALANCE", { at: atLine(summary.file, line), value, words, stake }));
}

interface EntryPart {
  readonly amount: Decimal;
  readonly transaction: BankTransaction;
  readonly isOfBatch: boolean;
}

/** The transactions of a batch whose amounts add up to it. */
function batchOf({ amount, transactions }: BankEntry): EntryPart[] | undefined {
  if (transactions.length < 2) return undefined;
  const parts = transactions.flatMap((transaction) =>
    transaction.amount && transaction.amount.isNegative() === amount.isNegative()
      ? [{ amount: transaction.amount, transaction, isOfBatch: true }]
      : [],
  );
  const addsUp = sum(parts.map((part) => part.amount)).equals(amount);
  return parts.length === transactions.length && addsUp ? parts : undefined;
}

/** An entry as one payment, with the texts of all its transactions and the payer where there is but one. */
function wholeEntry({ amount, transactions }: BankEntry): EntryPart {
  const all = (key: "endToEndIds" | "structured" | "unstructured" | "notes") =>
    transactions.flatMap((transaction) => transaction[key]);
  const only = (key: "payer" | "payerAccount") => {
    const values = new Set(transactions.map((transaction) => transaction[key]));
    return values.size === 1 ? transactions[0][key] : undefined;
  };
  const transaction: BankTransaction = {
    amount,
    bankId: undefined,
    endToEndIds: all("endToEndIds"),
    structured: all("structured"),
    unstructured: all("unstructured"),
    notes: all("notes"),
    isReturn: transactions.every(({ isReturn }) => isReturn),
    payer: only("payer"),
    payerAccount: only("payerAccount"),
  };
  return { amount, transaction, isOfBatch: false };
}

/** Booked money in, and money in that was taken back; other money out is no payment of a customer. */
function partsOf(entry: BankEntry): EntryPart[] {
  if (entry.amount.isZero()) return [];
  const parts = batchOf(entry) ?? [wholeEntry(entry)];
  const isWhole = entry.amount.greaterThan(0) || entry.isReversal;
  return isWhole ? parts : parts.filter(({ transaction }) => transaction.isReturn);
}

const joined = (texts: readonly string[]): string =>
  [...new Set(texts)].join(BETWEEN_TEXTS).slice(0, LONGEST_TEXT);

const textOf = ({ unstructured, structured, endToEndIds }: BankTransaction): string =>
  joined([...unstructured, ...structured, ...endToEndIds]);

interface FoundPayment extends Omit<BankPayment, "paymentId" | "bankEntry"> {
  readonly account: string;
  readonly bankId: string | undefined;
  /** What the payer's side says: what the bank says of the amount tells no entry from another. */
  readonly text: string;
  /** The bank's id is that of the batch, and does not tell its payments apart. */
  readonly sharesId: boolean;
}

function paymentsIn({ account, entries }: BankStatement): FoundPayment[] {
  return entries.flatMap((entry) =>
    partsOf(entry).map(({ amount, transaction, isOfBatch }) => ({
      account,
      bankId: (isOfBatch ? transaction.bankId : undefined) ?? entry.bankId,
      sharesId: isOfBatch && (transaction.bankId === undefined || transaction.bankId === entry.bankId),
      date: entry.day,
      amount,
      currency: entry.currency,
      text: textOf(transaction),
      reference: joined([textOf(transaction), ...transaction.notes].filter((text) => text !== "")),
      method: entry.method ?? "",
      payer: transaction.payer ?? "",
      payerAccount: transaction.payerAccount ?? "",
    })),
  );
}

/** What tells an entry from all others, as the cell Bank entry holds it. */
class EntryKeys {
  private readonly equals = new Map<string, number>();

  of(payment: FoundPayment, day: string): string {
    const { account, bankId, sharesId, amount, text, payer } = payment;
    const known = [account, bankId ?? "", day, amount.toFixed()];
    if (bankId !== undefined && !sharesId) return known.map(inKey).join("|");
    const equal = [...known, [payer, text].filter((part) => part !== "").join(" ")].map(inKey).join("|");
    const number = (this.equals.get(equal) ?? 0) + 1;
    this.equals.set(equal, number);
    return `${equal}|${String(number)}`;
  }
}

/** As much of a text as tells entries apart and a person can read; what divides a key is no part of one. */
const inKey = (text: string): string => text.replaceAll("|", "/").slice(0, 1000);

export interface BankPayments {
  readonly payments: readonly BankPayment[];
  readonly statements: readonly BankSummary[];
}

/**
 * What a bank file brings: its payments in its order, and what every statement comes to. An entry that is known by the
 * bank's id is the same in every file; any other is the n-th of its day, amount and text in its file.
 */
export function paymentsOfBank(
  file: BankFile,
  options: { readonly currency: string; readonly hash: HashText },
  report: Report,
): BankPayments {
  const keys = new EntryKeys();
  const payments: BankPayment[] = [];
  const statements: BankSummary[] = [];
  for (const read of file.statements) {
    const statement = checked(read, options.currency);
    const summary = summaryOf(statement, file);
    reportStatement(statement, summary, report);
    statements.push(summary);
    for (const found of paymentsIn(statement)) {
      const { date, amount, currency, reference, method, payer, payerAccount } = found;
      const bankEntry = keys.of(found, formatDay(date));
      const paymentId = `BANK-${options.hash(bankEntry).slice(0, 12)}`;
      payments.push({ paymentId, date, amount, currency, reference, method, payer, payerAccount, bankEntry });
    }
  }
  return { payments, statements };
}
