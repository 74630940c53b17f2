import { TextDictionary, type Texts } from "../../../core/api";
import { strictUtf8 } from "../../bytes/textPieces";
import { XmlError } from "../../xml/xmlError";
import type { XmlHandler, XmlTag } from "../../xml/xmlScanner";
import { MainNamespace } from "./mainNamespace";
import { RichText } from "./richText";

/** The workbook's table of texts. */
export class SharedTexts {
  /** Texts by the index that cells name. */
  count = 0;
  /** Of the empty text; -1 where there is none. */
  codeOfEmpty = -1;
  private readonly dictionary = new TextDictionary();
  /** Set from the first text on that is there twice: until then the index is the code. */
  private codes: number[] | undefined;

  /** Each text once, by its code. */
  get distinct(): Texts {
    return this.dictionary.texts;
  }

  add(text: string): void {
    const code = this.dictionary.indexOf(text);
    if (text === "") this.codeOfEmpty = code;
    this.enter(code);
  }

  /** A text of UTF-8. */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    if (start === end) this.add("");
    else this.enter(this.dictionary.indexOfBytes(bytes, start, end, strictUtf8));
  }

  /** Tells whether two texts are the same: those of equal texts are equal. */
  codeOf(index: number): number {
    return this.codes === undefined ? index : this.codes[index]!;
  }

  private enter(code: number): void {
    if (code !== this.count) this.codes ??= Array.from({ length: this.count }, (_, same) => same);
    this.codes?.push(code);
    this.count++;
  }
}

/** Reads the `si` elements of an `sst`. */
export class SharedStringsReader implements XmlHandler {
  readonly texts = new SharedTexts();
  readonly names = new MainNamespace();
  private readonly item = new RichText();
  private isInItem = false;
  private depth = 0;

  /** Whether the next element is an `si`, if it is one that is read. */
  get isBetweenItems(): boolean {
    return this.depth === 1 && !this.isInItem;
  }

  open(tag: XmlTag): void {
    const name = this.names.open(tag);
    if (this.isInItem) {
      this.item.open(name, tag.isEmpty);
      return;
    }
    if (this.depth === 0 && name !== "sst") throw new XmlError("it is another kind of part");
    const isItem = this.depth === 1 && name === "si";
    if (isItem && tag.isEmpty) this.texts.add("");
    if (tag.isEmpty) return;
    if (isItem) this.isInItem = true;
    else this.depth++;
  }

  close(): void {
    this.names.close();
    if (this.isInItem && this.item.close()) return;
    if (this.isInItem) {
      this.texts.add(this.item.take());
      this.isInItem = false;
      return;
    }
    this.depth--;
  }

  text(written: string): void {
    if (this.isInItem) this.item.add(written);
  }
}
