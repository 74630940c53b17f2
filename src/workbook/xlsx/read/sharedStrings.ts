import { TextDictionary } from "../../../core/api";
import { XmlError } from "../../xml/xmlError";
import type { XmlHandler, XmlTag } from "../../xml/xmlScanner";
import { MainNamespace } from "./mainNamespace";
import { RichText } from "./richText";

/** The workbook's table of texts. */
export class SharedTexts {
  /** By the index that cells name. */
  readonly texts: string[] = [];
  private readonly distinct = new TextDictionary();
  /** Set from the first text on that is there twice: until then the index is the code. */
  private codes: number[] | undefined;

  add(text: string): void {
    const index = this.texts.push(text) - 1;
    const code = this.distinct.indexOf(text);
    if (code !== index) this.codes ??= Array.from({ length: index }, (_, same) => same);
    this.codes?.push(code);
  }

  /** Tells whether two texts are the same: those of equal texts are equal. */
  codeOf(index: number): number {
    return this.codes === undefined ? index : this.codes[index]!;
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
