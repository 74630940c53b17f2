import {
  parseIsoDay,
  type BankEntry,
  type BankEntryFault,
  type BankTransaction,
  type Day,
  type Decimal,
} from "../../../core/api";
import type { XmlElement } from "../../xml/xml";
import { amountOf, bankIdOf, saidTexts } from "./bankText";
import { amountNotes, chargeNotes, returnNotes } from "./camtNotes";
import { elementAt, leafText, textAt, textsOf } from "./camtText";

/** What a Ntry turns out to be. */
export type CamtEntry =
  | { readonly kind: "entry"; readonly entry: BankEntry }
  | { readonly kind: "fault"; readonly fault: BankEntryFault }
  | { readonly kind: "pending"; readonly line: number };

/** A date or a date with time; the day is the one that is written, wherever its clock hangs. */
export function dayIn(element: XmlElement, name: string): Day | undefined {
  const text = textAt(element, name, "Dt") ?? textAt(element, name, "DtTm");
  return text === undefined ? undefined : parseIsoDay(text.slice(0, 10));
}

/** `Amt` with the sign of `CdtDbtInd`; undefined where one of them cannot be read. */
export function signedAmount(element: XmlElement): Decimal | undefined {
  const amount = amountOf(textAt(element, "Amt") ?? "", ".");
  const direction = textAt(element, "CdtDbtInd");
  if (!amount || amount.isNegative()) return undefined;
  if (direction === "CRDT") return amount;
  return direction === "DBIT" ? amount.negated() : undefined;
}

function structuredRefs(remittance: XmlElement): string[] {
  return remittance
    .childrenNamed("Strd")
    .flatMap((structured) => [
      textAt(structured, "CdtrRefInf", "Ref"),
      ...structured.childrenNamed("RfrdDocInf").map((document) => textAt(document, "Nb")),
      ...textsOf(structured, "AddtlRmtInf"),
    ])
    .flatMap((text) => text ?? []);
}

/**
 * The amount of a transaction in the currency of its entry. In the second version it stands among the details, and where
 * it was instructed in another currency, what it was changed into does.
 */
function transactionAmount(element: XmlElement, entry: EntryHead): Decimal | undefined {
  const details = element.child("AmtDtls");
  const amounts = [
    element.child("Amt"),
    ...["TxAmt", "CntrValAmt"].map((name) => details && elementAt(details, name, "Amt")),
  ];
  const amount = amounts.find((each) => each?.attribute("Ccy") === entry.currency);
  if (!amount) return undefined;
  const value = amountOf(leafText(amount) ?? "", ".");
  const direction = textAt(element, "CdtDbtInd") ?? entry.direction;
  return value && (direction === "DBIT" ? value.negated() : value);
}

interface EntryHead {
  readonly currency: string;
  readonly direction: string | undefined;
  readonly texts: readonly (string | undefined)[];
}

/** A party is named in itself, and since the fourth version in a `Pty` within. */
function partyName(parties: XmlElement | undefined, role: string): string | undefined {
  const party = parties?.child(role);
  return party && (textAt(party, "Nm") ?? textAt(party, "Pty", "Nm"));
}

function readTransaction(element: XmlElement, head: EntryHead): BankTransaction {
  const remittance = element.child("RmtInf");
  const references = element.child("Refs");
  const parties = element.child("RltdPties");
  return {
    amount: transactionAmount(element, head),
    bankId: bankIdOf(textAt(element, "Refs", "AcctSvcrRef")),
    endToEndIds: saidTexts([...textsOf(references, "EndToEndId")]),
    structured: saidTexts(remittance ? structuredRefs(remittance) : []),
    unstructured: saidTexts([
      ...textsOf(remittance, "Ustrd"),
      ...textsOf(references, "ChqNb"),
      ...textsOf(element, "AddtlTxInf"),
      ...head.texts,
    ]),
    notes: saidTexts([...amountNotes(element, head.currency), ...returnNotes(element)]),
    isReturn: element.child("RtrInf") !== undefined,
    payer: partyName(parties, "Dbtr") ?? partyName(parties, "UltmtDbtr"),
    payerAccount:
      textAt(element, "RltdPties", "DbtrAcct", "Id", "IBAN") ??
      textAt(element, "RltdPties", "DbtrAcct", "Id", "Othr", "Id"),
  };
}

function methodOf(entry: XmlElement): string | undefined {
  const code = entry.child("BkTxCd");
  if (!code) return undefined;
  const parts = [
    textAt(code, "Domn", "Cd"),
    textAt(code, "Domn", "Fmly", "Cd"),
    textAt(code, "Domn", "Fmly", "SubFmlyCd"),
  ].filter((part) => part !== undefined);
  return parts.join("-") || textAt(code, "Prtry", "Cd");
}

const nobody: Omit<BankTransaction, "unstructured" | "notes"> = {
  amount: undefined,
  bankId: undefined,
  endToEndIds: [],
  structured: [],
  isReturn: false,
  payer: undefined,
  payerAccount: undefined,
};

/** What is wrong with the amount of an entry. */
function amountFault(element: XmlElement, line: number): BankEntryFault {
  const value = textAt(element, "Amt") ?? "";
  const isAmount = amountOf(value, ".")?.isNegative() === false;
  return isAmount
    ? { line, reason: "CdtDbtInd must be CRDT or DBIT", value: textAt(element, "CdtDbtInd") ?? "" }
    : { line, reason: "its amount cannot be read", value };
}

/** The booking day, else the value date; a booking day that is there and cannot be read is a fault. */
function dayOfEntry(element: XmlElement): Day | undefined {
  return element.child("BookgDt") ? dayIn(element, "BookgDt") : dayIn(element, "ValDt");
}

function dayFault(element: XmlElement, line: number): BankEntryFault {
  const date = element.child("BookgDt") ?? element.child("ValDt");
  const value = date?.children.flatMap((child) => leafText(child) ?? [])[0] ?? "";
  return { line, reason: "its date cannot be read", value };
}

/** Reads an entry with its transactions; without a status it counts as booked. */
export function readEntry(element: XmlElement, line: number): CamtEntry {
  const status = textAt(element, "Sts") ?? textAt(element, "Sts", "Cd") ?? "BOOK";
  if (status !== "BOOK") return { kind: "pending", line };
  const amount = signedAmount(element);
  if (!amount) return { kind: "fault", fault: amountFault(element, line) };
  const day = dayOfEntry(element);
  if (day === undefined) return { kind: "fault", fault: dayFault(element, line) };
  const head: EntryHead = {
    currency: elementAt(element, "Amt")?.attribute("Ccy") ?? "",
    direction: textAt(element, "CdtDbtInd"),
    texts: textsOf(element, "AddtlNtryInf"),
  };
  const [first, ...others] = element
    .childrenNamed("NtryDtls")
    .flatMap((details) => details.childrenNamed("TxDtls"))
    .map((details) => readTransaction(details, head));
  const reversal = textAt(element, "RvslInd");
  const entry: BankEntry = {
    line,
    day,
    valueDay: dayIn(element, "ValDt"),
    amount,
    currency: head.currency,
    bankId: bankIdOf(textAt(element, "AcctSvcrRef")),
    isReversal: reversal === "true" || reversal === "1",
    method: methodOf(element),
    transactions: [
      first ?? { ...nobody, unstructured: saidTexts(head.texts), notes: chargeNotes(element) },
      ...others,
    ],
  };
  return { kind: "entry", entry };
}
