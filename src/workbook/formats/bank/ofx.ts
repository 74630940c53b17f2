import type { BankBalance, BankEntry, BankEntryFault, BankStatement } from "../../../core/api";
import { refusedFile, type BankFormat } from "./bankFormat";
import { amountOf, bankIdOf, beginningOf, dayOfDigits, LinesOfText, saidTexts } from "./bankText";
import { textDeclaredAs } from "./fileText";
import { ofxTokens, type OfxToken } from "./ofxTokens";

/** Aggregates whose elements are told apart: `NAME` is the payer in a transaction, and something else in a profile. */
const STATEMENTS = new Set(["STMTRS", "CCSTMTRS"]);
const GROUPS = new Set([
  "BANKACCTFROM",
  "CCACCTFROM",
  "LEDGERBAL",
  "STMTTRN",
  "PAYEE",
  "CURRENCY",
  "ORIGCURRENCY",
]);
/** Aggregates within others that say nothing of a payment, though their elements bear the same names. */
const SKIPPED = new Set(["AVAILBAL", "BALLIST", "BANKACCTTO", "CCACCTTO", "STMTTRNP"]);

type Fields = Map<string, string>;

interface OpenStatement {
  readonly line: number;
  readonly fields: Fields;
  readonly transactions: { readonly line: number; readonly fields: Fields }[];
  readonly pending: number[];
}

/** Collects the elements of every statement by `GROUP.ELEMENT`. */
class StatementCollector {
  readonly statements: OpenStatement[] = [];
  isComplete = false;
  private statement: OpenStatement | undefined;
  private readonly groups: string[] = [];

  constructor(private readonly lines: LinesOfText) {}

  take({ name, isClosing, value, position }: OfxToken): void {
    if (isClosing) this.close(name);
    else if (STATEMENTS.has(name)) {
      this.statement = { line: this.lines.at(position), fields: new Map(), transactions: [], pending: [] };
      this.statements.push(this.statement);
      this.groups.length = 0;
    } else if (GROUPS.has(name) || SKIPPED.has(name)) this.open(name, position);
    else this.add(name, value);
  }

  private open(name: string, position: number): void {
    // An aggregate always closes; one that begins again was cut in two by a fault of the file.
    if (name === "STMTTRN") {
      this.groups.length = 0;
      this.statement?.transactions.push({ line: this.lines.at(position), fields: new Map() });
    }
    if (name === "STMTTRNP") this.statement?.pending.push(this.lines.at(position));
    this.groups.push(name);
  }

  private close(name: string): void {
    if (name === "OFX") this.isComplete = this.statement === undefined;
    if (STATEMENTS.has(name)) this.statement = undefined;
    const place = this.groups.lastIndexOf(name);
    if (place >= 0) this.groups.length = place;
  }

  private add(name: string, value: string): void {
    if (value === "" || !this.statement || this.groups.some((group) => SKIPPED.has(group))) return;
    const [outer, inner] = this.groups;
    const fields = outer === "STMTTRN" ? this.statement.transactions.at(-1)?.fields : this.statement.fields;
    const group = outer === "STMTTRN" ? inner : outer;
    const key = group === undefined ? name : `${group}.${name}`;
    if (fields && !fields.has(key)) fields.set(key, value);
  }
}

/** The decimal sign is a point or a comma; a comma before three digits could divide thousands as well. */
function ofxAmount(text: string) {
  return /,\d{3}$/.test(text.trim()) ? undefined : amountOf(text, ".,");
}

/** The payer's name is a text as well: short of room, banks begin the memo in it. */
function textsOf(fields: Fields): string[] {
  const said = saidTexts([
    fields.get("NAME"),
    fields.get("MEMO"),
    fields.get("CHECKNUM"),
    fields.get("REFNUM"),
  ]);
  return said.filter((text) => !said.some((other) => other !== text && other.includes(text)));
}

function readTransaction(
  { line, fields }: Pick<OpenStatement, "line" | "fields">,
  currency: string,
): BankEntry | BankEntryFault {
  const written = fields.get("TRNAMT") ?? "";
  const amount = ofxAmount(written);
  const posted = fields.get("DTPOSTED") ?? "";
  const day = dayOfDigits(posted);
  if (!amount) return { line, reason: "TRNAMT cannot be read as an amount", value: written };
  if (day === undefined) return { line, reason: "DTPOSTED cannot be read as a date", value: posted };
  return {
    line,
    day,
    valueDay: dayOfDigits(fields.get("DTAVAIL") ?? ""),
    amount,
    currency: fields.get("CURRENCY.CURSYM")?.toUpperCase() ?? currency,
    bankId: bankIdOf(fields.get("FITID")),
    isReversal: false,
    method: fields.get("TRNTYPE"),
    transactions: [
      {
        amount: undefined,
        bankId: undefined,
        endToEndIds: [],
        structured: [],
        unstructured: textsOf(fields),
        notes: [],
        isReturn: false,
        payer: fields.get("NAME") ?? fields.get("PAYEE.NAME"),
        payerAccount: undefined,
      },
    ],
  };
}

function closingOf(fields: Fields, currency: string): BankBalance | undefined {
  const amount = ofxAmount(fields.get("LEDGERBAL.BALAMT") ?? "");
  return amount && { amount, currency, day: dayOfDigits(fields.get("LEDGERBAL.DTASOF") ?? "") };
}

function statementOf({ line, fields, transactions, pending }: OpenStatement): BankStatement {
  const currency = fields.get("CURDEF")?.toUpperCase() ?? "";
  const read = transactions.map((transaction) => readTransaction(transaction, currency));
  const account = fields.get("BANKACCTFROM.ACCTID") ?? fields.get("CCACCTFROM.ACCTID") ?? "";
  return {
    line,
    // A response of OFX has no number of its own.
    id: "",
    account,
    currency,
    opening: undefined,
    closing: closingOf(fields, currency),
    entries: read.flatMap((each) => ("reason" in each ? [] : [each])),
    faults: read.flatMap((each) => ("reason" in each ? [each] : [])),
    pending,
  };
}

/** The encoding that the header names: CHARSET counts where ENCODING says that characters are single bytes. */
function declaredEncoding(beginning: string): string | undefined {
  const xml = /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/i.exec(beginning)?.[1];
  if (xml !== undefined) return xml;
  const [, encoding] = /\bENCODING:\s*([\w-]{1,40})/i.exec(beginning) ?? [];
  if (encoding === undefined || /^(?:UTF-?8|UNICODE)$/i.test(encoding)) return undefined;
  return /\bCHARSET:\s*([\w-]{1,40})/i.exec(beginning)?.[1];
}

const START = /<OFX\s*>/i;

/** Statements of bank accounts and credit cards in OFX, and in QFX, which is the same. */
export const ofx: BankFormat = {
  id: "ofx",
  title: "OFX",
  help: "Open Financial Exchange, SGML (1.x) and XML (2.x), also as QFX, in the encoding that it declares.",
  detects: (bytes) => {
    const beginning = beginningOf(bytes);
    return /^OFXHEADER\s*:/i.test(beginning) || (/^</.test(beginning) && START.test(beginning));
  },
  read: (bytes, name) => {
    const text = textDeclaredAs(bytes, declaredEncoding(beginningOf(bytes)));
    const start = text.search(START);
    if (/<!DOCTYPE/i.test(text.slice(0, start < 0 ? text.length : start)))
      return refusedFile("DOCTYPE", "It has a DOCTYPE, which no file of a bank needs.");
    if (start < 0)
      return refusedFile("CUT_OFF", "It is cut off before its data (<OFX>); fetch it from the bank again.");
    const collector = new StatementCollector(new LinesOfText(text));
    for (const token of ofxTokens(text, start)) collector.take(token);
    if (!collector.isComplete)
      return refusedFile(
        "CUT_OFF",
        "It is cut off: its end (</OFX>) is missing; fetch it from the bank again.",
      );
    const statements = collector.statements.map(statementOf);
    if (statements.length === 0)
      return refusedFile("NO_STATEMENT", "It holds no statement of an account (STMTRS or CCSTMTRS).");
    return { ok: true, file: { name, format: ofx.id, statements } };
  },
  isOnlyOfBanks: true,
};
