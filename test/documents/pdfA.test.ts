import { createHash } from "node:crypto";
import { pdfFonts } from "../../src/cli/documents/pdfFonts";
import { printDocuments } from "../../src/core/api";
import { documentPdf } from "../../src/pdf/documentPdf";
import { casesBook, setting, withSettings } from "./casesBook";
import type { PdfText } from "./pdfReader";
import { PdfName, PdfReader, PdfTokens, type PdfDictionary, type PdfValue } from "./pdfReader";

// What ISO 19005-3 asks of level B, as far as files like ours can break it; the numbers are its clauses.

const fonts = pdfFonts();
const idOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 32);
const xml = new TextEncoder().encode("<?xml version='1.0'?><rsm:CrossIndustryInvoice xmlns:rsm='urn:x'/>");
const attachment = { name: "factur-x.xml", description: "Factur-X", bytes: xml, date: "D:20261031000000Z" };
const logo = {
  ...{ width: 2, height: 1, entries: "/ColorSpace /DeviceRGB /BitsPerComponent 8", isRaw: true },
  data: new Uint8Array([255, 0, 0, 0, 0, 255]),
  alpha: new Uint8Array([255, 128]),
};
const swiss = withSettings({
  "Company IBAN": "CH44 3199 9123 0008 8901 2",
  "Company country": "CH",
  "Company postal code": "8002",
  "Company city": "Zürich",
});

function pdfOf(number: string, changes = {}, withDrafts = false) {
  const { files } = printDocuments(casesBook(changes), { holds: () => true, withDrafts });
  return files.find(({ document }) => document.invoiceNumber === number)!.printed;
}

const files = {
  "an invoice": documentPdf(pdfOf("INV-2026-0001"), { fonts, idOf }),
  "a draft": documentPdf(pdfOf("DRAFT-K-C-003-2026-10-EUR", {}, true), { fonts, idOf }),
  "a Factur-X with a logo": documentPdf(pdfOf("INV-2026-0001"), { fonts, idOf, attachment, logo }),
  "a Swiss bill in French": documentPdf(
    pdfOf("INV-2026-0001", { Settings: swiss, Customers: setting(() => true, { Language: "fr" }) }),
    { fonts, idOf },
  ),
};

const nameOf = (value: PdfValue | undefined) => (value instanceof PdfName ? value.name : undefined);

/** Operators of a content stream, each with what stands before it. */
function operatorsOf(content: string): [string, PdfValue[]][] {
  const tokens = new PdfTokens(content);
  const operators: [string, PdfValue[]][] = [];
  let operands: PdfValue[] = [];
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (typeof token !== "string") operands.push(token);
    else {
      operators.push([token, operands]);
      operands = [];
    }
  }
  return operators;
}

interface Font {
  readonly widths: readonly number[];
  readonly program: DataView;
  readonly units: number;
  readonly glyphs: number;
  readonly advance: (glyph: number) => number;
  readonly texts: ReadonlyMap<number, string>;
}

/** A composite font with its program, taken apart by the tables of TrueType. */
function fontOf(pdf: PdfReader, font: PdfDictionary): Font {
  const [descendant] = pdf.of(font.get("DescendantFonts")) as PdfValue[];
  const cid = pdf.dictionary(descendant);
  const descriptor = pdf.dictionary(cid.get("FontDescriptor"));
  expect([nameOf(font.get("Subtype")), nameOf(font.get("Encoding"))]).toEqual(["Type0", "Identity-H"]);
  expect([nameOf(cid.get("Subtype")), nameOf(cid.get("CIDToGIDMap"))]).toEqual(["CIDFontType2", "Identity"]);
  // 6.2.11.2: one name throughout, which says that it is a part of the font.
  const names = [font.get("BaseFont"), cid.get("BaseFont"), descriptor.get("FontName")].map(nameOf);
  expect(new Set(names).size).toBe(1);
  expect(names[0]).toMatch(/^[A-Z]{6}\+/);
  for (const key of ["Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"])
    expect([key, descriptor.has(key)]).toEqual([key, true]);
  const bytes = pdf.stream(descriptor.get("FontFile2"));
  expect(pdf.dictionary(descriptor.get("FontFile2")).get("Length1")).toBe(bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    at.set(bytes.toString("latin1", record, record + 4), view.getUint32(record + 8));
  }
  for (const table of ["head", "hhea", "hmtx", "maxp", "loca", "glyf"]) expect(at.has(table)).toBe(true);
  const measures = view.getUint16(at.get("hhea")! + 34);
  const advance = (glyph: number) => view.getUint16(at.get("hmtx")! + Math.min(glyph, measures - 1) * 4);
  const [first, widths] = pdf.of(cid.get("W")) as [number, number[]];
  expect(first).toBe(0);
  const map = pdf.stream(font.get("ToUnicode")).toString("latin1");
  const texts = [...map.matchAll(/^<(\w{4})> <((?:\w{4})+)>$/gm)].map(
    ([, glyph, text]) =>
      [parseInt(glyph!, 16), Buffer.from(text!, "hex").swap16().toString("utf16le")] as const,
  );
  return {
    widths,
    program: view,
    units: view.getUint16(at.get("head")! + 18),
    glyphs: view.getUint16(at.get("maxp")! + 4),
    advance,
    texts: new Map(texts),
  };
}

describe.each(Object.entries(files))("%s", (name, { bytes }) => {
  const pdf = new PdfReader(bytes);

  it("is a whole file that anybody may read, named by what it holds (6.1.2, 6.1.3)", () => {
    expect(pdf.text.slice(0, 9)).toBe("%PDF-1.7\n");
    expect([...bytes.subarray(9, 14)].map((byte) => byte > 127 || byte === 0x25)).toEqual(
      Array(5).fill(true),
    );
    const id = pdf.trailer.get("ID") as PdfText[];
    expect(id.map(({ bytes: part }) => part.length)).toEqual([16, 16]);
    expect(pdf.trailer.has("Encrypt")).toBe(false);
    expect(pdf.trailer.get("Size")).toBe(pdf.objects.size + 1);
  });

  it("does nothing by itself and needs nothing from elsewhere (6.5, 6.6)", () => {
    const forbidden =
      /^(?:AA|OpenAction|JavaScript|JS|Launch|RichMedia|XFA|Alternates|OPI|PS|TR|TR2|HTP|Interpolate|F)$/;
    const walk = (value: PdfValue, path: string): string[] => {
      if (Array.isArray(value)) return value.flatMap((part) => walk(part, path));
      if (!(value instanceof Map)) return [];
      const isFile = nameOf(value.get("Type")) === "Filespec" || path.endsWith("/EF");
      return [...value].flatMap(([key, part]) => [
        ...(forbidden.test(key) && !(isFile && key === "F") ? [`${path}/${key}`] : []),
        ...walk(part, `${path}/${key}`),
      ]);
    };
    expect([...pdf.objects].flatMap(([number, { value }]) => walk(value, String(number)))).toEqual([]);
    for (const page of pdf.pages) expect(page.has("Annots")).toBe(false);
  });

  it("says in its metadata what it is, for programs that do not unpack (6.6.2, 6.7)", () => {
    const entry = pdf.dictionary(pdf.catalog.get("Metadata"));
    expect([entry.has("Filter"), nameOf(entry.get("Type")), nameOf(entry.get("Subtype"))]).toEqual([
      false,
      "Metadata",
      "XML",
    ]);
    const xmp = pdf.stream(pdf.catalog.get("Metadata")).toString("utf8");
    expect(xmp).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/);
    expect(xmp).toMatch(/<\?xpacket end="w"\?>$/);
    for (const part of ["<pdfaid:part>3<", "<pdfaid:conformance>B<", "<dc:title>", "<dc:creator>"])
      expect(xmp).toContain(part);
    // Every prefix is declared, and those beside the known ones are described in the file.
    const used = new Set([...xmp.matchAll(/<\/?([A-Za-z]+):/g)].map(([, prefix]) => prefix!));
    for (const prefix of used) expect(xmp).toContain(`xmlns:${prefix}=`);
    const isFacturX = used.has("fx");
    expect(isFacturX).toBe(name.startsWith("a Factur-X"));
    if (!isFacturX) return;
    for (const property of ["DocumentType", "DocumentFileName", "Version", "ConformanceLevel"]) {
      expect(xmp).toContain(`<fx:${property}>`);
      expect(xmp).toContain(`<pdfaProperty:name>${property}</pdfaProperty:name>`);
    }
    expect(/xmlns:fx="([^"]+)"/.exec(xmp)?.[1]).toBe(/<pdfaSchema:namespaceURI>([^<]+)</.exec(xmp)?.[1]);
  });

  it("brings the colours that it is meant in, and uses no others (6.2.3, 6.2.4)", () => {
    const [intent] = pdf.of(pdf.catalog.get("OutputIntents")) as PdfValue[];
    const entries = pdf.dictionary(intent);
    expect(nameOf(entries.get("S"))).toBe("GTS_PDFA1");
    const profile = pdf.stream(entries.get("DestOutputProfile"));
    expect(pdf.dictionary(entries.get("DestOutputProfile")).get("N")).toBe(3);
    expect([profile.readUInt32BE(0), profile.toString("latin1", 36, 40)]).toEqual([profile.length, "acsp"]);
    expect([profile.toString("latin1", 12, 16), profile.toString("latin1", 16, 20)]).toEqual([
      "mntr",
      "RGB ",
    ]);
    expect(profile[8]).toBeLessThanOrEqual(4);
    for (const { value } of pdf.objects.values())
      if (value instanceof Map && nameOf(value.get("Subtype")) === "Image")
        expect(["DeviceRGB", "DeviceGray"]).toContain(nameOf(value.get("ColorSpace")));
  });

  it("uses the operators of PDF alone, colours of its intent, and balances what it opens (6.2.2)", () => {
    const known = new Set(
      "q Q cm w re f m l c h S s d rg RG g G BT ET Tf Td Tm Tj Tr BDC BMC EMC Do gs W n".split(" "),
    );
    for (const page of pdf.pages) {
      const operators = operatorsOf(pdf.stream(page.get("Contents")).toString("latin1"));
      expect(operators.filter(([operator]) => !known.has(operator)).map(([operator]) => operator)).toEqual(
        [],
      );
      const count = (operator: string) => operators.filter(([each]) => each === operator).length;
      expect([count("q"), count("BT"), count("BDC") + count("BMC")]).toEqual([
        count("Q"),
        count("ET"),
        count("EMC"),
      ]);
      expect(operators.length).toBeGreaterThan(20);
    }
  });

  it("brings its fonts, as wide as it says, and tells the text of every glyph (6.2.11)", () => {
    for (const page of pdf.pages) {
      const resources = pdf.dictionary(page.get("Resources"));
      const entries = [...pdf.dictionary(resources.get("Font"))];
      const known = new Map(entries.map(([key, font]) => [key, fontOf(pdf, pdf.dictionary(font))]));
      for (const { widths, advance, units, glyphs } of known.values()) {
        expect(widths.length).toBe(glyphs);
        for (const [glyph, width] of widths.entries())
          expect(Math.abs(width - (advance(glyph) * 1000) / units)).toBeLessThan(1);
      }
      let font: Font | undefined;
      for (const [operator, operands] of operatorsOf(pdf.stream(page.get("Contents")).toString("latin1"))) {
        if (operator === "Tf") font = known.get(nameOf(operands[0])!)!;
        if (operator !== "Tj") continue;
        const codes = (operands[0] as PdfText).bytes;
        for (let at = 0; at < codes.length; at += 2) {
          const glyph = codes.readUInt16BE(at);
          expect([glyph > 0, glyph < font!.glyphs, font!.texts.has(glyph)]).toEqual([true, true, true]);
          expect(font!.texts.get(glyph)).not.toMatch(/[\0\ufeff\ufffe]/);
        }
      }
    }
  });

  it("is tagged: every marked part belongs to an element of its tree (14.7 of ISO 32000-1)", () => {
    expect(pdf.dictionary(pdf.catalog.get("MarkInfo")).get("Marked")).toBe(true);
    expect((pdf.catalog.get("Lang") as PdfText).bytes.toString()).toMatch(/^[a-z]{2}$/);
    const root = pdf.dictionary(pdf.catalog.get("StructTreeRoot"));
    const parents = pdf.of(pdf.dictionary(root.get("ParentTree")).get("Nums")) as PdfValue[];
    const ofPage = new Map<number, PdfValue[]>();
    for (let at = 0; at < parents.length; at += 2)
      ofPage.set(parents[at] as number, pdf.of(parents[at + 1]) as PdfValue[]);
    for (const page of pdf.pages) {
      const owners = ofPage.get(page.get("StructParents") as number)!;
      const marked = operatorsOf(pdf.stream(page.get("Contents")).toString("latin1")).flatMap(
        ([operator, operands]) =>
          operator === "BDC" && operands[1] instanceof Map ? [operands[1].get("MCID")] : [],
      );
      expect(marked).toEqual(marked.map((_, index) => index));
      expect(owners).toHaveLength(marked.length);
      for (const owner of owners) expect(nameOf(pdf.dictionary(owner).get("S"))).toBeDefined();
    }
  });
});

it("holds the e-invoice as a file that belongs to the document (6.8)", () => {
  const pdf = new PdfReader(files["a Factur-X with a logo"].bytes);
  const [associated] = pdf.of(pdf.catalog.get("AF")) as PdfValue[];
  const spec = pdf.dictionary(associated);
  expect([nameOf(spec.get("Type")), nameOf(spec.get("AFRelationship"))]).toEqual(["Filespec", "Alternative"]);
  const text = (key: string) => (spec.get(key) as PdfText).bytes.subarray(2).swap16().toString("utf16le");
  expect([text("F"), text("UF"), text("Desc")]).toEqual(["factur-x.xml", "factur-x.xml", "Factur-X"]);
  const file = pdf.dictionary(spec.get("EF"));
  expect(file.get("F")).toEqual(file.get("UF"));
  const entry = pdf.dictionary(file.get("F"));
  expect([nameOf(entry.get("Type")), nameOf(entry.get("Subtype"))]).toEqual(["EmbeddedFile", "text/xml"]);
  expect(pdf.dictionary(entry.get("Params")).has("ModDate")).toBe(true);
  expect(pdf.stream(file.get("F"))).toEqual(Buffer.from(xml));
  const names = pdf.dictionary(pdf.dictionary(pdf.catalog.get("Names")).get("EmbeddedFiles")).get("Names");
  expect((names as PdfValue[])[1]).toEqual(associated);
});
