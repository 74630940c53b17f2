import { encodeUtf8 } from "../../bytes/text";
import type { FastPath } from "../../xml/xmlByteScanner";
import { behindBlanks, behindWord, endOfPlainText } from "./plainBytes";
import type { SharedStringsReader } from "./sharedStrings";

const ITEM = encodeUtf8("<si>");
const TEXT = encodeUtf8("<si><t>");
const TEXT_KEPT = encodeUtf8('<si><t xml:space="preserve">');
const TEXT_END = encodeUtf8("</t></si>");

/** Texts of the workbook's table that are written as one, without formats. */
export class PlainTexts implements FastPath {
  constructor(private readonly reader: SharedStringsReader) {}

  get isReady(): boolean {
    return this.reader.isBetweenItems && this.reader.names.isDefault;
  }

  beginsAt(bytes: Uint8Array, at: number): boolean {
    return behindWord(bytes, at, ITEM) > 0;
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    let at = behindBlanks(bytes, from);
    while (at < to) {
      const plain = behindWord(bytes, at, TEXT);
      const start = plain < 0 ? behindWord(bytes, at, TEXT_KEPT) : plain;
      const end = start < 0 ? -1 : endOfPlainText(bytes, start);
      const next = end < 0 ? -1 : behindWord(bytes, end, TEXT_END);
      if (next < 0) break;
      this.reader.texts.addBytes(bytes, start, end);
      at = behindBlanks(bytes, next);
    }
    return at;
  }
}
