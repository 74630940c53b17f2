import { XmlError } from "../../xml/xmlError";
import type { XmlHandler, XmlTag } from "../../xml/xmlScanner";
import { MainNamespace } from "./mainNamespace";
import { RichText } from "./richText";

/** Reads the workbook's table of texts: the `si` elements of an `sst`. */
export class SharedStringsReader implements XmlHandler {
  /** By index. */
  readonly texts: string[] = [];
  private readonly names = new MainNamespace();
  private readonly item = new RichText();
  private isInItem = false;
  private depth = 0;

  open(tag: XmlTag): void {
    const name = this.names.open(tag);
    if (this.isInItem) {
      this.item.open(name, tag.isEmpty);
      return;
    }
    if (this.depth === 0 && name !== "sst") throw new XmlError("it is another kind of part");
    const isItem = this.depth === 1 && name === "si";
    if (isItem && tag.isEmpty) this.texts.push("");
    if (tag.isEmpty) return;
    if (isItem) this.isInItem = true;
    else this.depth++;
  }

  close(): void {
    this.names.close();
    if (this.isInItem && this.item.close()) return;
    if (this.isInItem) {
      this.texts.push(this.item.take());
      this.isInItem = false;
      return;
    }
    this.depth--;
  }

  text(written: string): void {
    if (this.isInItem) this.item.add(written);
  }
}
