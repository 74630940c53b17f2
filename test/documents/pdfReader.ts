import { inflateSync } from "node:zlib";

// A small reader of PDFs, written from ISO 32000-1: it knows nothing of how ours are made.

export type PdfValue =
  | string
  | number
  | boolean
  | null
  | PdfRef
  | PdfName
  | PdfText
  | PdfValue[]
  | PdfDictionary;
export class PdfName {
  constructor(readonly name: string) {}
}
export class PdfRef {
  constructor(readonly number: number) {}
}
/** The bytes of a string. */
export class PdfText {
  constructor(readonly bytes: Buffer) {}
}
export type PdfDictionary = Map<string, PdfValue>;

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Takes the objects of a text one by one. */
export class PdfTokens {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  private skip(): void {
    while (this.at < this.text.length && SPACE.test(this.text[this.at]!)) this.at++;
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.text.length && !DELIMITER.test(this.text[this.at]!)) this.at++;
    return this.text.slice(start, this.at);
  }

  /** The next object; an operator comes as a text; undefined at the end. */
  next(): PdfValue | undefined {
    this.skip();
    if (this.at >= this.text.length) return undefined;
    const two = this.text.slice(this.at, this.at + 2);
    if (two === "<<") return this.dictionary();
    const [sign] = two;
    if (sign === "[") return this.array();
    if (sign === "<") return this.hexadecimal();
    if (sign === "(") return this.literal();
    if (sign === "/") {
      this.at++;
      const name = this.word().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      );
      return new PdfName(name);
    }
    const reference = /^(\d+) (\d+) R(?![A-Za-z])/.exec(this.text.slice(this.at, this.at + 24));
    if (reference) {
      this.at += reference[0].length;
      return new PdfRef(Number(reference[1]));
    }
    const word = this.word();
    if (word === "") throw new Error(`nothing to read at ${String(this.at)}`);
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : word;
  }

  private array(): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.text[this.at] === "]") {
        this.at++;
        return values;
      }
      values.push(this.next()!);
    }
  }

  private dictionary(): PdfDictionary {
    this.at += 2;
    const entries: PdfDictionary = new Map();
    for (;;) {
      this.skip();
      if (this.text.startsWith(">>", this.at)) {
        this.at += 2;
        return entries;
      }
      const key = this.next();
      if (!(key instanceof PdfName)) throw new Error(`a dictionary without a key at ${String(this.at)}`);
      if (entries.has(key.name)) throw new Error(`/${key.name} is there twice`);
      entries.set(key.name, this.next()!);
    }
  }

  private hexadecimal(): PdfText {
    const end = this.text.indexOf(">", this.at);
    const digits = this.text.slice(this.at + 1, end).replace(/\s/g, "");
    if (!/^(?:[0-9A-Fa-f]{2})*$/.test(digits)) throw new Error(`no string: <${digits}>`);
    this.at = end + 1;
    return new PdfText(Buffer.from(digits, "hex"));
  }

  private literal(): PdfText {
    let depth = 0;
    const start = this.at + 1;
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at];
      if (sign === "\\") this.at++;
      else if (sign === "(") depth++;
      else if (sign === ")" && --depth === 0) break;
    }
    return new PdfText(Buffer.from(this.text.slice(start, this.at++), "latin1"));
  }
}

export interface PdfObject {
  readonly value: PdfValue;
  /** Unpacked. */
  readonly stream: Buffer | undefined;
}

/** A PDF by its table of places; anything that is not where the table says is a fault. */
export class PdfReader {
  readonly objects = new Map<number, PdfObject>();
  readonly trailer: PdfDictionary;
  readonly text: string;

  constructor(readonly bytes: Uint8Array) {
    this.text = Buffer.from(bytes).toString("latin1");
    const start = /startxref\n(\d+)\n%%EOF\n?$/.exec(this.text);
    if (!start) throw new Error("no end, or something behind it");
    const table = this.text.slice(Number(start[1]));
    const head = /^xref\n0 (\d+)\n/.exec(table);
    if (!head) throw new Error("no table where the end says");
    const count = Number(head[1]);
    const lines = table.slice(head[0].length, head[0].length + count * 20);
    for (let number = 1; number < count; number++) {
      const line = lines.slice(number * 20, number * 20 + 20);
      if (!/^\d{10} 00000 n \n$/.test(line)) throw new Error(`a bad line in the table: ${line}`);
      this.objects.set(number, this.readObject(number, Number(line.slice(0, 10))));
    }
    const tokens = new PdfTokens(table, table.indexOf("trailer") + 7);
    this.trailer = tokens.next() as PdfDictionary;
  }

  private readObject(number: number, offset: number): PdfObject {
    const head = `${String(number)} 0 obj\n`;
    if (!this.text.startsWith(head, offset)) throw new Error(`object ${String(number)} is elsewhere`);
    const tokens = new PdfTokens(this.text, offset + head.length);
    const value = tokens.next()!;
    const rest = this.text.slice(tokens.at, tokens.at + 12);
    if (/^\s*endobj/.test(rest)) return { value, stream: undefined };
    const begin = tokens.at + /^\s*stream\n/.exec(rest)![0].length;
    const length = (value as PdfDictionary).get("Length") as number;
    if (!this.text.startsWith("\nendstream", begin + length))
      throw new Error(`stream ${String(number)} is of another length`);
    const data = Buffer.from(this.bytes.subarray(begin, begin + length));
    const filter = (value as PdfDictionary).get("Filter");
    if (filter === undefined) return { value, stream: data };
    if (!(filter instanceof PdfName) || !["FlateDecode", "DCTDecode"].includes(filter.name))
      throw new Error("a filter that PDF/A does not know");
    return { value, stream: filter.name === "FlateDecode" ? inflateSync(data) : data };
  }

  /** What a reference leads to, or the value itself. */
  of(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfRef)) return value ?? null;
    const object = this.objects.get(value.number);
    if (!object) throw new Error(`nothing has the number ${String(value.number)}`);
    return object.value;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.of(value);
    if (!(found instanceof Map)) throw new Error("no dictionary");
    return found;
  }

  stream(value: PdfValue | undefined): Buffer {
    const stream = value instanceof PdfRef ? this.objects.get(value.number)?.stream : undefined;
    if (!stream) throw new Error("no stream");
    return stream;
  }

  get catalog(): PdfDictionary {
    return this.dictionary(this.trailer.get("Root"));
  }

  get pages(): PdfDictionary[] {
    const kids = this.dictionary(this.catalog.get("Pages")).get("Kids") as PdfValue[];
    return kids.map((kid) => this.dictionary(kid));
  }
}
