import { decodeWindows1252 } from "../../src/workbook/bytes/text";

// Small readers of formats, written from their descriptions: they know nothing of how files are made.

/** Fields of a line between separators, with quotes doubled inside quotes, and whether each was quoted. */
export function fieldsOf(line: string, separator: string): { text: string; quoted: boolean }[] {
  const fields: { text: string; quoted: boolean }[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const text = quoted ? quoted[1]!.replaceAll('""', '"') : rest.split(separator, 1)[0]!;
    fields.push({ text, quoted: quoted !== null });
    rest = rest.slice(quoted ? quoted[0].length : text.length);
    if (rest === "") return fields;
    if (!rest.startsWith(separator)) throw new Error(`something behind a field: ${rest.slice(0, 20)}`);
    rest = rest.slice(separator.length);
  }
}

/** Lines of a file that ends each with CRLF. */
export function linesOf(text: string): string[] {
  if (!text.endsWith("\r\n") || /[^\r]\n/.test(text)) throw new Error("a line does not end with CRLF");
  return text.slice(0, -2).split("\r\n");
}

/** windows-1252 as browsers decode it, strict: a byte that means nothing is a fault. */
function windows1252(bytes: Uint8Array): string {
  if ([...bytes].some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)))
    throw new Error("an unused byte");
  return decodeWindows1252(bytes);
}

const cents = (text: string, sign: "." | ","): number => {
  if (!new RegExp(`^-?\\d+\\${sign}\\d{2}$`).test(text)) throw new Error(`no amount: ${text}`);
  return Number(text.replace(sign, ""));
};

/** Cents of an amount, halves away from zero; what floats add behind the fourth place of a cent is none of it. */
export const roundedCents = (amount: number): number =>
  Math.sign(amount) * Math.round(Number((Math.abs(amount) * 100).toFixed(4)));

export interface DatevBatch {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly {
    readonly cents: number;
    readonly debtor: string;
    readonly account: string;
    readonly key: string;
    readonly day: string;
    readonly document: string;
    readonly text: string;
    readonly taxId: string;
  }[];
}

/** A Buchungsstapel of EXTF 700, category 21, version 13; gross with the sign of its side. */
export function readDatev(bytes: Uint8Array): DatevBatch {
  const [head, titles, ...body] = linesOf(windows1252(bytes)).map((line) => fieldsOf(line, ";"));
  const value = (position: number) => head![position - 1]!.text;
  const isHead = ["EXTF", "700", "21", "Buchungsstapel", "13"].every(
    (text, index) => value(index + 1) === text,
  );
  if (head!.length !== 31 || !isHead || !/^\d{17}$/.test(value(6)))
    throw new Error("no head of a Buchungsstapel");
  if (titles!.length !== 125 || titles![0]!.text !== "Umsatz (ohne Soll/Haben-Kz)")
    throw new Error("no titles");
  const rows = body.map((fields) => {
    if (fields.length !== 125) throw new Error(`${String(fields.length)} fields`);
    const at = (position: number) => fields[position - 1]!;
    for (const position of [2, 3, 11, 14])
      if (!at(position).quoted) throw new Error(`a text without quotes: ${String(position)}`);
    for (const position of [1, 7, 8, 10]) if (at(position).quoted) throw new Error("a number in quotes");
    if (!/^\d{4}$/.test(at(10).text) || !/^\d{1,9}$/.test(at(7).text + at(8).text.slice(0, 0)))
      throw new Error("no number");
    if (!/^[A-Za-z0-9$&%*+\-/]{1,36}$/.test(at(11).text) || at(14).text.length > 60)
      throw new Error("too long");
    const amount = cents(at(1).text, ",");
    if (amount <= 0 || !["S", "H"].includes(at(2).text)) throw new Error("a side without an amount");
    return {
      cents: at(2).text === "S" ? amount : -amount,
      debtor: at(7).text,
      account: at(8).text,
      key: at(9).text,
      day: at(10).text,
      document: at(11).text,
      text: at(14).text,
      taxId: at(40).text,
    };
  });
  return { from: value(15), to: value(16), rows };
}

export interface IifTransaction {
  readonly type: string;
  readonly number: string;
  readonly name: string;
  readonly total: number;
  readonly splits: readonly {
    readonly account: string;
    readonly cents: number;
    readonly product: number | undefined;
  }[];
}

/** Transactions of an .iif: headers name the columns, ENDTRNS closes each. */
export function readIif(bytes: Uint8Array): IifTransaction[] {
  const titles = new Map<string, readonly string[]>();
  const transactions: IifTransaction[] = [];
  let open: { head: ReadonlyMap<string, string>; splits: ReadonlyMap<string, string>[] } | undefined;
  for (const line of linesOf(windows1252(bytes))) {
    if (line.includes('"')) throw new Error("a quote opens a field that nobody closes");
    const [kind = "", ...fields] = line.split("\t");
    if (kind.startsWith("!")) titles.set(kind.slice(1), fields);
    else if (kind === "ENDTRNS") {
      const { head, splits } = open!;
      transactions.push({
        type: head.get("TRNSTYPE")!,
        number: head.get("DOCNUM")!,
        name: head.get("NAME")!,
        total: cents(head.get("AMOUNT")!, "."),
        splits: splits.map((split) => {
          const [quantity, price] = [split.get("QNTY")!, split.get("PRICE")!];
          const product = quantity === "" ? undefined : roundedCents(Number(quantity) * Number(price));
          return { account: split.get("ACCNT")!, cents: cents(split.get("AMOUNT")!, "."), product };
        }),
      });
      open = undefined;
    } else {
      const names = titles.get(kind)!;
      if (fields.length !== names.length) throw new Error(`${kind} has ${String(fields.length)} fields`);
      const record = new Map(names.map((name, index) => [name, fields[index]!]));
      if (kind === "TRNS") open = { head: record, splits: [] };
      else open!.splits.push(record);
    }
  }
  if (open) throw new Error("the last transaction is not closed");
  return transactions;
}
