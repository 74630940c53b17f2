import type { BankBalance, BankEntry, BankEntryFault, BankStatement, Day } from "../../../core/api";
import { decodeText } from "../csv/decodeText";
import { refusedFile, type BankFormat } from "./bankFormat";
import { amountOf, beginningOf, dayOfSixDigits, saidTexts } from "./bankText";
import { readDetails } from "./mt940Details";
import { nearestDay } from "./nearestDay";

interface Field {
  readonly tag: string;
  readonly lines: readonly string[];
  /** Of the file, 1-based. */
  readonly line: number;
}

/** Two digits and perhaps a letter; German banks have notes of their own under NS. */
const TAG = /^:(\d\d[A-Z]?|NS):/;

/** The fields of a text in their order: a tag at the beginning of a line, and the lines up to the next one. */
function fieldsOf(text: string): Field[] {
  const fields: { tag: string; lines: string[]; line: number }[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    // The envelope of SWIFT may stand on the line of the first tag.
    const written = raw.replace(/^\{.{0,200}\{4:/, "");
    const tag = TAG.exec(written);
    if (tag?.[1] !== undefined)
      fields.push({ tag: tag[1], lines: [written.slice(tag[0].length)], line: index + 1 });
    else if (/^-?\}?$/.test(written.trim()) || written.startsWith("{")) continue;
    else fields.at(-1)?.lines.push(written);
  }
  return fields;
}

const BALANCE = /^([CD])(\d{6})([A-Z]{3})([\d,]{1,24})/;

function balanceOf({ lines }: Field): BankBalance | undefined {
  const match = BALANCE.exec(lines[0]?.trim() ?? "");
  const amount = match && amountOf(match[4]!, ",");
  if (!match || !amount) return undefined;
  return {
    amount: match[1] === "D" ? amount.negated() : amount,
    currency: match[3]!,
    day: dayOfSixDigits(match[2]!),
  };
}

const isClosing = ({ tag }: Field): boolean => tag === "62F" || tag === "62M";

/** Value date, entry date, mark, third letter of the currency, amount, kind, references. */
const ENTRY = /^(\d{6})(\d{4})?(RC|RD|C|D)([A-Z])?(\d[\d,.]{0,30})(?:([A-Z][A-Z0-9]{3})(.*))?$/;

/** The day of a month that lies next to the value date: 0102 beside 31 December is of the next year. */
function bookingDay(monthAndDay: string | undefined, valueDay: Day): Day | undefined {
  if (monthAndDay === undefined) return valueDay;
  return nearestDay(Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2)), valueDay);
}

function readEntry(field: Field, details: Field | undefined, currency: string): BankEntry | BankEntryFault {
  const { line } = field;
  const [first = "", ...supplement] = field.lines;
  const match = ENTRY.exec(first.trim());
  if (!match) return { line, reason: ":61: is not understood", value: first };
  const [, valueText = "", monthAndDay, mark = "", , written = "", method, references = ""] = match;
  const amount = amountOf(written, ",");
  const valueDay = dayOfSixDigits(valueText);
  const booked = valueDay === undefined ? undefined : bookingDay(monthAndDay, valueDay);
  if (!amount) return { line, reason: "its amount cannot be read", value: written };
  if (booked === undefined)
    return { line, reason: "its date cannot be read", value: valueText + (monthAndDay ?? "") };
  const [ofCustomer, ...ofBank] = references.split("//");
  const said = readDetails(details?.lines ?? []);
  return {
    line,
    day: booked,
    valueDay,
    // Money in, or money out that comes back.
    amount: mark === "C" || mark === "RD" ? amount : amount.negated(),
    currency,
    bankId: undefined,
    isReversal: mark.startsWith("R"),
    method,
    transactions: [
      {
        amount: undefined,
        bankId: undefined,
        endToEndIds: said.endToEndIds,
        structured: saidTexts([ofCustomer]),
        unstructured: saidTexts([...said.texts, ...supplement, ofBank.join("//")]),
        notes: [],
        isReturn: false,
        payer: said.payer,
        payerAccount: said.payerAccount,
      },
    ],
  };
}

/** The fields of one statement, from its reference to the one of the next. */
function statementOf(fields: readonly Field[]): BankStatement {
  const find = (...tags: readonly string[]) => fields.find(({ tag }) => tags.includes(tag));
  const textOf = (tag: string) => find(tag)?.lines[0]?.trim() ?? "";
  const openingField = find("60F", "60M");
  const closingField = fields.find(isClosing);
  const opening = openingField && balanceOf(openingField);
  const closing = closingField && balanceOf(closingField);
  const currency = opening?.currency ?? closing?.currency ?? "";
  const read = fields.flatMap((field, index) => {
    if (field.tag !== "61") return [];
    const next = fields[index + 1];
    return [readEntry(field, next?.tag === "86" ? next : undefined, currency)];
  });
  return {
    line: fields[0]?.line ?? 1,
    id: textOf("28C") || textOf("28") || textOf("20"),
    account: textOf("25") || textOf("25P"),
    currency,
    opening,
    closing,
    entries: read.flatMap((each) => ("reason" in each ? [] : [each])),
    faults: read.flatMap((each) => ("reason" in each ? [each] : [])),
    pending: [],
  };
}

/** Statements begin with their reference, field 20. */
function divide(fields: readonly Field[]): Field[][] {
  const statements: Field[][] = [];
  for (const field of fields) {
    if (field.tag === "20") statements.push([field]);
    else statements.at(-1)?.push(field);
  }
  return statements;
}

/** Customer statements of SWIFT, with or without the envelope. */
export const mt940: BankFormat = {
  id: "mt940",
  title: "MT940",
  help: "SWIFT customer statement, with the details of German, Dutch and plain :86: fields; UTF-8 or windows-1252.",
  detects: (bytes) => {
    const beginning = beginningOf(bytes);
    return (
      /^(?:\{1:|:20:)/.test(beginning) || (/^:20:/m.test(beginning) && /^:(?:25P?|60[FM]):/m.test(beginning))
    );
  },
  read: (bytes, name) => {
    const statements = divide(fieldsOf(decodeText(bytes)));
    if (statements.length === 0) return refusedFile("NO_STATEMENT", "It holds no statement (:20:).");
    const open = statements.find((fields) => !fields.some((field) => isClosing(field) && balanceOf(field)));
    if (open)
      return refusedFile(
        "CUT_OFF",
        `It is cut off: the statement that begins on line ${String(open[0]?.line ?? 1)} has no closing balance (:62F:) that can be read; fetch it from the bank again.`,
      );
    return { ok: true, file: { name, format: mt940.id, statements: statements.map(statementOf) } };
  },
  isOnlyOfBanks: true,
};
