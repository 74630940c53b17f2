import { EmbeddedFont } from "./embeddedFont";
import type { PdfImage } from "./image";
import { PdfFile, textString } from "./pdfFile";
import { sRgbProfile } from "./sRgbProfile";
import type { TrueTypeFont } from "./trueType";

/** An element of the structure by which a document is read aloud: a paragraph, a table, a cell. */
export interface StructureElement {
  readonly type: string;
  readonly parent: StructureElement | undefined;
  readonly kids: (StructureElement | MarkedContent)[];
  /** What a figure shows, for those who cannot see it. */
  readonly alt?: string | undefined;
}

interface MarkedContent {
  readonly page: number;
  readonly id: number;
}

export interface TextStyle {
  readonly size: number;
  readonly isBold?: boolean;
  /** Red, green and blue from 0 to 1. */
  readonly color?: readonly [number, number, number];
  readonly align?: "left" | "right";
}

export interface PdfFonts {
  readonly regular: TrueTypeFont;
  readonly bold: TrueTypeFont;
}

/** A file within the PDF: the same document for machines. */
export interface Attachment {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
  /** As D:20261031000000Z. */
  readonly date: string;
}

export interface FinishOptions {
  readonly language: string;
  readonly idOf: (bytes: Uint8Array) => string;
  readonly metadata: string;
  readonly attachment?: Attachment | undefined;
}

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

const figure = (value: number) => String(Math.round(value * 100) / 100);
const BLACK = [0, 0, 0] as const;

/** A PDF/A-3 whose texts are tagged in the order in which they are written. */
export class TaggedPdf {
  readonly root: StructureElement = { type: "Document", parent: undefined, kids: [] };
  readonly #regular: EmbeddedFont;
  readonly #bold: EmbeddedFont;
  readonly #pages: string[][] = [];
  readonly #owners: StructureElement[][] = [];
  #image: PdfImage | undefined;

  constructor({ regular, bold }: PdfFonts) {
    this.#regular = new EmbeddedFont("NotoSans-Regular", regular);
    this.#bold = new EmbeddedFont("NotoSans-Bold", bold);
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  /** Signs that could not be written, each once. */
  get missing(): string[] {
    return [...new Set([...this.#regular.missing, ...this.#bold.missing])];
  }

  addPage(): void {
    this.#pages.push([]);
    this.#owners.push([]);
  }

  element(type: string, parent: StructureElement = this.root, alt?: string): StructureElement {
    const made: StructureElement = { type, parent, kids: [], alt };
    parent.kids.push(made);
    return made;
  }

  widthOf(text: string, { size, isBold = false }: TextStyle): number {
    return (isBold ? this.#bold : this.#regular).widthOf(text, size);
  }

  /** A line of text at a point from the top left; without an owner it is decoration, on any page. */
  text(
    x: number,
    y: number,
    text: string,
    style: TextStyle,
    owner?: StructureElement,
    page = this.pageCount - 1,
  ): void {
    if (text === "") return;
    const { size, isBold = false, color = BLACK, align = "left" } = style;
    const left = align === "right" ? x - this.widthOf(text, style) : x;
    const font = isBold ? this.#bold : this.#regular;
    const shown = `BT /${isBold ? "B" : "R"} ${figure(size)} Tf ${color.map(figure).join(" ")} rg ${figure(left)} ${figure(PAGE.height - y)} Td ${font.encode(text)} Tj ET`;
    this.#mark(shown, owner, page);
  }

  /** A text across the page, turned, behind nothing that matters. */
  watermark(text: string, size: number, gray: number, page: number): void {
    const half = this.widthOf(text, { size, isBold: true }) / 2;
    const turn = Math.SQRT1_2;
    const x = PAGE.width / 2 - half * turn;
    const y = PAGE.height / 2 - half * turn;
    const matrix = [turn, turn, -turn, turn, x, y].map(figure).join(" ");
    this.#pages[page]?.unshift(
      `/Artifact BMC BT /B ${figure(size)} Tf ${figure(gray)} g ${matrix} Tm ${this.#bold.encode(text)} Tj ET EMC`,
    );
  }

  /** A filled rectangle, decoration. */
  box(x: number, y: number, width: number, height: number, color: readonly [number, number, number]): void {
    const shape = [x, PAGE.height - y - height, width, height].map(figure).join(" ");
    this.#mark(`${color.map(figure).join(" ")} rg ${shape} re f`, undefined, this.pageCount - 1);
  }

  /** Dark squares of a code to scan, as one figure with a text for those who cannot see it. */
  squares(shapes: readonly string[], owner: StructureElement): void {
    this.#mark(`0 g ${shapes.join(" ")} f`, owner, this.pageCount - 1);
  }

  /** The picture of the file, within a box from the top left; a file has one at most. */
  picture(
    image: PdfImage,
    x: number,
    y: number,
    width: number,
    height: number,
    owner: StructureElement,
  ): void {
    this.#image = image;
    const matrix = [width, 0, 0, height, x, PAGE.height - y - height].map(figure).join(" ");
    this.#mark(`q ${matrix} cm /L Do Q`, owner, this.pageCount - 1);
  }

  #imageObject(file: PdfFile, { width, height, entries, data, isRaw, alpha }: PdfImage): number {
    const size = `/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)}`;
    const mask = alpha && file.stream(alpha, `${size} /ColorSpace /DeviceGray /BitsPerComponent 8`);
    const masked = mask === undefined ? "" : ` /SMask ${String(mask)} 0 R`;
    return file.stream(data, `${size} ${entries}${masked}`, isRaw);
  }

  #mark(content: string, owner: StructureElement | undefined, page: number): void {
    const pageContent = this.#pages[page];
    const owners = this.#owners[page];
    if (!pageContent || !owners) throw new Error(`There is no page ${String(page)}`);
    if (!owner) {
      pageContent.push(`/Artifact BMC ${content} EMC`);
      return;
    }
    const id = owners.push(owner) - 1;
    owner.kids.push({ page, id });
    pageContent.push(`/${owner.type} << /MCID ${String(id)} >> BDC ${content} EMC`);
  }

  #fontObject(file: PdfFile, font: EmbeddedFont): number {
    const { unitsPerEm, ascent, descent, box } = font.font;
    const scaled = (value: number) => String(Math.round((value * 1000) / unitsPerEm));
    const name = `RATEBK+${font.name}`;
    const bytes = font.file();
    const data = file.stream(bytes, `/Length1 ${String(bytes.length)}`);
    const descriptor = file.add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 32 /FontBBox [${box.map(scaled).join(" ")}] /ItalicAngle 0 /Ascent ${scaled(ascent)} /Descent ${scaled(descent)} /CapHeight ${scaled(unitsPerEm * 0.714)} /StemV 80 /FontFile2 ${String(data)} 0 R >>`,
    );
    const descendant = file.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${String(descriptor)} 0 R /DW 1000 /W ${font.widths()} /CIDToGIDMap /Identity >>`,
    );
    const unicode = file.stream(font.toUnicode());
    return file.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${String(descendant)} 0 R] /ToUnicode ${String(unicode)} 0 R >>`,
    );
  }

  /** The structure as objects; the number of the object of each element. */
  #structure(file: PdfFile, pages: readonly number[]): number {
    const rootNumber = file.reserve();
    const numbers = new Map<StructureElement, number>();
    const reserve = (element: StructureElement): void => {
      numbers.set(element, file.reserve());
      for (const kid of element.kids) if ("type" in kid) reserve(kid);
    };
    reserve(this.root);
    const refOf = (element: StructureElement) => `${String(numbers.get(element) ?? rootNumber)} 0 R`;
    for (const [element, number] of numbers) {
      const kids = element.kids.map((kid) =>
        "type" in kid
          ? refOf(kid)
          : `<< /Type /MCR /Pg ${String(pages[kid.page])} 0 R /MCID ${String(kid.id)} >>`,
      );
      const alt = element.type === "Figure" ? ` /Alt ${textString(element.alt ?? "QR")}` : "";
      const scope = element.type === "TH" ? " /A << /O /Table /Scope /Column >>" : "";
      const parent = element.parent ? refOf(element.parent) : `${String(rootNumber)} 0 R`;
      file.put(
        number,
        `<< /Type /StructElem /S /${element.type} /P ${parent} /K [${kids.join(" ")}]${alt}${scope} >>`,
      );
    }
    const parents = this.#owners.map((owners, page) => `${String(page)} [${owners.map(refOf).join(" ")}]`);
    const tree = file.add(`<< /Nums [${parents.join(" ")}] >>`);
    return file.put(
      rootNumber,
      `<< /Type /StructTreeRoot /K [${refOf(this.root)}] /ParentTree ${String(tree)} 0 R /ParentTreeNextKey ${String(parents.length)} >>`,
    );
  }

  #attached(file: PdfFile, attachment: Attachment | undefined): string {
    if (!attachment) return "";
    const { name, description, bytes, date } = attachment;
    const data = file.stream(
      bytes,
      `/Type /EmbeddedFile /Subtype /text#2Fxml /Params << /ModDate (${date}) /Size ${String(bytes.length)} >>`,
    );
    const spec = file.add(
      `<< /Type /Filespec /F ${textString(name)} /UF ${textString(name)} /Desc ${textString(description)} /AFRelationship /Alternative /EF << /F ${String(data)} 0 R /UF ${String(data)} 0 R >> >>`,
    );
    return ` /AF [${String(spec)} 0 R] /Names << /EmbeddedFiles << /Names [${textString(name)} ${String(spec)} 0 R] >> >>`;
  }

  finish({ language, idOf, metadata, attachment }: FinishOptions): Uint8Array {
    const file = new PdfFile();
    const catalog = file.reserve();
    const pageTree = file.reserve();
    const fonts = `<< /R ${String(this.#fontObject(file, this.#regular))} 0 R /B ${String(this.#fontObject(file, this.#bold))} 0 R >>`;
    const image = this.#image ? ` /XObject << /L ${String(this.#imageObject(file, this.#image))} 0 R >>` : "";
    const pages = this.#pages.map((content, page) => {
      const stream = file.stream(content.join("\n"));
      return file.add(
        `<< /Type /Page /Parent ${String(pageTree)} 0 R /MediaBox [0 0 ${String(PAGE.width)} ${String(PAGE.height)}] /Resources << /Font ${fonts}${image} >> /Contents ${String(stream)} 0 R /StructParents ${String(page)} /Tabs /S >>`,
      );
    });
    file.put(
      pageTree,
      `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((page) => `${String(page)} 0 R`).join(" ")}] >>`,
    );
    const structure = this.#structure(file, pages);
    const profile = file.stream(sRgbProfile(), "/N 3");
    const intent = `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile ${String(profile)} 0 R >>`;
    const xmp = file.stream(metadata, "/Type /Metadata /Subtype /XML", false);
    const attached = this.#attached(file, attachment);
    file.put(
      catalog,
      `<< /Type /Catalog /Pages ${String(pageTree)} 0 R /Lang (${language}) /MarkInfo << /Marked true >> /StructTreeRoot ${String(structure)} 0 R /Metadata ${String(xmp)} 0 R /OutputIntents [${intent}] /ViewerPreferences << /DisplayDocTitle true >>${attached} >>`,
    );
    return file.bytes(catalog, idOf);
  }
}
