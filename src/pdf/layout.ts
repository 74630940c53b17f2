import type { PrintedDocument } from "../core/api";
import { PAGE, type TaggedPdf, type TextStyle } from "./taggedPdf";
import { wrapText } from "./wrapText";

export const MARGIN = 50;
export const RIGHT = PAGE.width - MARGIN;
export const WIDTH = RIGHT - MARGIN;
export const BOTTOM = PAGE.height - 70;
export const LEADING = 13;
const GRAY = [0.4, 0.4, 0.4] as const;
export const body: TextStyle = { size: 9 };
export const strong: TextStyle = { size: 9, isBold: true };
export const small: TextStyle = { size: 7.5, color: GRAY };

function colorOf(hex: string): readonly [number, number, number] {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** A page that is being written, from the top down. */
export class Layout {
  y = MARGIN;
  readonly color: readonly [number, number, number];

  constructor(
    readonly pdf: TaggedPdf,
    readonly document: PrintedDocument,
  ) {
    this.color = colorOf(document.color);
    this.#newPage();
  }

  #newPage(): void {
    this.pdf.addPage();
    this.y = MARGIN + 8;
    if (this.pdf.pageCount > 1) {
      this.pdf.text(MARGIN, this.y, `${this.document.title} ${this.document.number}`, small);
      this.y += 24;
    }
  }

  /** Goes to a new page where less than that is left of this one. */
  need(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.#newPage();
    return true;
  }

  wrap(text: string, width: number, style: TextStyle): string[] {
    return wrapText(text, width, (piece) => this.pdf.widthOf(piece, style));
  }

  /** Lines of text below each other, each on the page where it has room. */
  paragraph(text: string, width: number, style: TextStyle, type = "P"): void {
    const owner = this.pdf.element(type);
    for (const line of this.wrap(text, width, style)) {
      this.need(LEADING);
      this.pdf.text(MARGIN, this.y, line, style, owner);
      this.y += LEADING;
    }
  }
}
