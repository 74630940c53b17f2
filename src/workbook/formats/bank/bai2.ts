import {
  Decimal,
  minorDigits,
  type BankBalance,
  type BankEntry,
  type BankEntryFault,
  type BankStatement,
  type Day,
} from "../../../core/api";
import { decodeText } from "../csv/decodeText";
import { bai2Records, type Bai2Record } from "./bai2Records";
import { refusedFile, type BankFormat, type BankReading } from "./bankFormat";
import { beginningOf, dayOfSixDigits, saidTexts } from "./bankText";

const OPENING_LEDGER = "010";
const CLOSING_LEDGER = "015";
const DEFAULT_CURRENCY = "USD";

/** Amounts are whole minor units: 123456 of USD is 1234.56. */
function minorAmount(text: string, currency: string): Decimal | undefined {
  if (!/^[-+]?\d{1,24}$/.test(text)) return undefined;
  return new Decimal(text.replace("+", "")).times(new Decimal(10).pow(-minorDigits(currency)));
}

/** How many fields behind a kind of funds say when the money can be used. */
function fundsFields(fields: readonly string[], at: number): number {
  switch (fields[at]?.trim().toUpperCase()) {
    case "S":
      return 3;
    case "V":
      return 2;
    case "D":
      return 1 + 2 * (/^\d{1,3}$/.test(fields[at + 1] ?? "") ? Number(fields[at + 1]) : 0);
    default:
      return 0;
  }
}

/** What the group and the account around an entry say. */
interface Surroundings {
  readonly day: Day | undefined;
  readonly dayText: string;
  readonly currency: string;
}

/** 1xx to 3xx is money in, 4xx to 6xx money out; anything else is no movement of which that can be said. */
function directionOf(code: string): "in" | "out" | undefined {
  if (/^[1-3]\d\d$/.test(code)) return "in";
  return /^[4-6]\d\d$/.test(code) ? "out" : undefined;
}

/** 16: type, amount, kind of funds with its fields, the bank's reference, the customer's, text. */
function readEntry(
  { fields, line }: Bai2Record,
  { day, dayText, currency }: Surroundings,
): BankEntry | BankEntryFault {
  const code = fields[1]?.trim() ?? "";
  const written = fields[2]?.trim() ?? "";
  const direction = directionOf(code);
  if (!direction)
    return { line, reason: "its type code is neither money in (1xx-3xx) nor out (4xx-6xx)", value: code };
  const amount = minorAmount(written, currency);
  if (!amount || amount.isNegative()) return { line, reason: "its amount cannot be read", value: written };
  if (day === undefined) return { line, reason: "the date of its group (02) cannot be read", value: dayText };
  const behind = 4 + fundsFields(fields, 3);
  const [ofBank, ofCustomer, ...text] = fields.slice(behind);
  return {
    line,
    day,
    valueDay: fields[3]?.trim().toUpperCase() === "V" ? dayOfSixDigits(fields[4] ?? "") : undefined,
    amount: direction === "in" ? amount : amount.negated(),
    currency,
    bankId: undefined,
    isReversal: false,
    method: code,
    transactions: [
      {
        amount: undefined,
        bankId: undefined,
        endToEndIds: [],
        structured: saidTexts([ofCustomer]),
        unstructured: saidTexts([text.join(","), ofBank]),
        notes: [],
        isReturn: false,
        payer: undefined,
        payerAccount: undefined,
      },
    ],
  };
}

/** 03: account, currency, then type, amount, count and kind of funds, again and again. */
function summaryAmount(fields: readonly string[], type: string, currency: string): Decimal | undefined {
  for (let at = 3; at < fields.length;) {
    if (fields[at]?.trim() === type) return minorAmount(fields[at + 1]?.trim() ?? "", currency);
    at += 4 + fundsFields(fields, at + 3);
  }
  return undefined;
}

function statementOf(records: readonly Bai2Record[], group: Bai2Record): BankStatement {
  const [account, ...others] = records;
  const fields = account?.fields ?? [];
  const currency = (fields[2]?.trim() || group.fields[6]?.trim() || DEFAULT_CURRENCY).toUpperCase();
  const dayText = group.fields[4]?.trim() ?? "";
  const surroundings = { day: dayOfSixDigits(dayText), dayText, currency };
  const balance = (type: string): BankBalance | undefined => {
    const amount = summaryAmount(fields, type, currency);
    return amount && { amount, currency, day: surroundings.day };
  };
  // A line without an amount that is no movement only says something.
  const isMovement = ({ fields: entry }: Bai2Record) =>
    directionOf(entry[1]?.trim() ?? "") !== undefined || (entry[2]?.trim() ?? "") !== "";
  const read = others.filter(isMovement).map((record) => readEntry(record, surroundings));
  return {
    line: account?.line ?? 1,
    id: "",
    account: fields[1]?.trim() ?? "",
    currency,
    opening: balance(OPENING_LEDGER),
    closing: balance(CLOSING_LEDGER),
    entries: read.flatMap((each) => ("reason" in each ? [] : [each])),
    faults: read.flatMap((each) => ("reason" in each ? [each] : [])),
    pending: [],
  };
}

function readRecords(records: readonly Bai2Record[], name: string): BankReading {
  const accounts: { readonly group: Bai2Record; readonly records: Bai2Record[] }[] = [];
  let group: Bai2Record | undefined;
  for (const record of records) {
    if (record.code === "02") group = record;
    else if (record.code === "03" && group) accounts.push({ group, records: [record] });
    else if (record.code === "16") accounts.at(-1)?.records.push(record);
  }
  if (records.at(-1)?.code !== "99")
    return refusedFile(
      "CUT_OFF",
      "It is cut off: its trailer (record 99) is missing; fetch it from the bank again.",
    );
  if (accounts.length === 0) return refusedFile("NO_STATEMENT", "It holds no account (record 03).");
  const statements = accounts.map((account) => statementOf(account.records, account.group));
  return { ok: true, file: { name, format: bai2.id, statements } };
}

/** Balance reports of American banks: amounts are minor units, without a sign. */
export const bai2: BankFormat = {
  id: "bai2",
  title: "BAI2",
  help: "Cash management balance reporting, version 2; amounts in minor units of the account's currency.",
  detects: (bytes) => /^01,[^\n]*\n\s*02,/.test(beginningOf(bytes).replace(/\r\n?/g, "\n")),
  read: (bytes, name) => readRecords(bai2Records(decodeText(bytes)), name),
  isOnlyOfBanks: true,
};
