import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { unzipSync } from "fflate";
import type { Shape } from "../workbook/shape";
import { STANDARD_HEIGHT, STANDARD_WIDTH, type Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";

const EMU_PER_POINT = 12_700;

/** The pictures of a file, which exceljs gives without their names; those anchored at one cell only. */
export function readPictures(book: Workbook, bytes: Uint8Array): void {
  const parts = unzipSync(bytes);
  if (!Object.keys(parts).some((name) => name.startsWith("xl/drawings/"))) return;
  const text = (name: string): string => new TextDecoder().decode(parts[name]);
  const targets = relationsOf(parts, "xl/workbook.xml");
  for (const entry of all(parse(text("xl/workbook.xml")), "sheet")) {
    const sheet = book.findSheet(entry.getAttribute("name") ?? "");
    const part = targets.get(entry.getAttribute("r:id") ?? "");
    const drawing = part && [...relationsOf(parts, part).values()].find((name) => /\/drawings\//.test(name));
    if (!sheet || !drawing) continue;
    const images = relationsOf(parts, drawing);
    for (const anchor of all(parse(text(drawing)), "xdr:oneCellAnchor")) {
      const image = parts[images.get(all(anchor, "a:blip")[0]?.getAttribute("r:embed") ?? "") ?? ""];
      if (image) sheet.shapes.push(pictureOf(book, sheet, anchor, image));
    }
  }
}

function parse(xml: string): Document {
  return new DOMParser().parseFromString(xml, "text/xml");
}

function all(node: Document | Element, name: string): Element[] {
  return Array.from(node.getElementsByTagName(name));
}

/** Parts that a part names, by the id of the relationship. */
function relationsOf(parts: Readonly<Record<string, Uint8Array>>, part: string): Map<string, string> {
  const [, folder = "", file = ""] = /^(.*\/)([^/]*)$/.exec(part) ?? [];
  const relations = parts[`${folder}_rels/${file}.rels`];
  if (!relations) return new Map();
  return new Map(
    all(parse(new TextDecoder().decode(relations)), "Relationship").map((element) => {
      const { pathname } = new URL(element.getAttribute("Target") ?? "", `https://file/${folder}`);
      return [element.getAttribute("Id") ?? "", pathname.slice(1)];
    }),
  );
}

function pictureOf(book: Workbook, sheet: Sheet, anchor: Element, image: Uint8Array): Shape {
  const number = (name: string): number => Number(all(anchor, name)[0]?.textContent ?? 0);
  const extent = (side: string): number =>
    Number(all(anchor, "xdr:ext")[0]?.getAttribute(side)) / EMU_PER_POINT;
  const { columns, rows } = sheet.grid;
  const upTo = (count: number, sizes: ReadonlyMap<number, number>, usual: number): number =>
    Array.from({ length: count }, (_, line) => sizes.get(line) ?? usual).reduce((sum, size) => sum + size, 0);
  return {
    id: `{00000000-0002-4000-8000-${book.newId().padStart(12, "0")}}`,
    type: "Image",
    image: btoa(String.fromCharCode(...image)),
    properties: new Map<string, unknown>([
      ["Name", all(anchor, "xdr:cNvPr")[0]?.getAttribute("name") ?? ""],
      ["Left", upTo(number("xdr:col"), columns.sizes, STANDARD_WIDTH)],
      ["Top", upTo(number("xdr:row"), rows.sizes, STANDARD_HEIGHT)],
      ["Width", extent("cx")],
      ["Height", extent("cy")],
      ["Rotation", 0],
      ["LockAspectRatio", true],
      ["AltTextTitle", ""],
      ["AltTextDescription", ""],
      ["Placement", "OneCell"],
      ["Visible", true],
    ]),
  };
}
