import { encodeUtf8 } from "../../bytes/text";
import { strictUtf8 } from "../../bytes/textPieces";
import type { FastPath } from "../../xml/xmlByteScanner";
import { behindBlanks, behindWord, endOfPlainText } from "./plainBytes";
import type { SharedStringsReader } from "./sharedStrings";

const ITEM = encodeUtf8("<si>");
const TEXT = encodeUtf8("<si><t>");
const TEXT_KEPT = encodeUtf8('<si><t xml:space="preserve">');
const TEXT_END = encodeUtf8("</t></si>");

/** Bytes below are a character each. */
const ASCII = 0x80;

/** Texts of the workbook's table that are written as one, without formats. */
export class PlainTexts implements FastPath {
  private source: Uint8Array = new Uint8Array();
  /** All of the source, where a byte is a character; else empty. */
  private characters = "";

  constructor(private readonly reader: SharedStringsReader) {}

  get isReady(): boolean {
    return this.reader.isBetweenItems && this.reader.names.isDefault;
  }

  beginsAt(bytes: Uint8Array, at: number): boolean {
    return behindWord(bytes, at, ITEM) > 0;
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    if (bytes !== this.source) this.begin(bytes);
    let at = behindBlanks(bytes, from);
    while (at < to) {
      const plain = behindWord(bytes, at, TEXT);
      const start = plain < 0 ? behindWord(bytes, at, TEXT_KEPT) : plain;
      const end = start < 0 ? -1 : endOfPlainText(bytes, start);
      const next = end < 0 ? -1 : behindWord(bytes, end, TEXT_END);
      if (next < 0) break;
      this.reader.texts.add(this.textAt(start, end));
      at = behindBlanks(bytes, next);
    }
    return at;
  }

  private begin(bytes: Uint8Array): void {
    this.source = bytes;
    this.characters = bytes.some((byte) => byte >= ASCII) ? "" : strictUtf8(bytes);
  }

  /** Cut from all of the source where that can be: to decode each text alone takes twice the time. */
  private textAt(start: number, end: number): string {
    return this.characters === ""
      ? strictUtf8(this.source.subarray(start, end))
      : this.characters.slice(start, end);
  }
}
