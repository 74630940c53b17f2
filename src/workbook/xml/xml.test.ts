import fc from "fast-check";
import { anyCharacter } from "../../../test/support/anyCharacter";
import { parseXml } from "./xml";
import { XmlError } from "./xmlError";
import {
  appendContent,
  applyEdits,
  insertInOrder,
  removeElement,
  replaceContent,
  setAttribute,
} from "./xmlEdit";
import { decodeAttribute, decodeEscapes, decodeText, escapeAttribute, escapeText } from "./xmlText";

describe("parsing", () => {
  it("finds elements and attributes whatever their prefixes and quotes", () => {
    const root = parseXml(
      `<?xml version="1.0"?><!-- <no> --><x:a xmlns:x="u"><x:b q='1 > 0' r:id = "R&amp;D">t&lt;<![CDATA[<z>]]></x:b><c/></x:a>`,
    );
    expect(root.name).toBe("a");
    expect(root.prefix).toBe("x:");
    expect(root.children.map(({ name }) => name)).toEqual(["b", "c"]);
    const b = root.child("b");
    expect(b?.attribute("q")).toBe("1 > 0");
    expect(b?.attribute("id")).toBeUndefined();
    expect(b?.prefixedAttribute("id")).toBe("R&D");
    expect(b?.inner).toBe("t&lt;<![CDATA[<z>]]>");
    expect(root.child("c")?.outer).toBe("<c/>");
  });

  it("walks through descendants in document order", () => {
    const root = parseXml('<a><b n="1"><b n="2"/></b><c><b n="3"/></c></a>');
    expect(Array.from(root.descendants("b"), (element) => element.attribute("n"))).toEqual(["1", "2", "3"]);
  });

  it.each([
    "",
    "text",
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "</a>",
    "<a b=c/>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
    "<a><!--",
    "<a x='1' x='2'/>",
    "<a x='1'y='2'/>",
    "<a x/>",
    "<a x='<'/>",
    "<a:b:c/>",
    "<a",
    "<!DOCTYPE a><a/>",
    "<a>".repeat(2000) + "</a>".repeat(2000),
  ])("refuses %s", (source) => {
    expect(() => parseXml(source)).toThrow(XmlError);
  });
});

describe("editing", () => {
  const edit = (
    source: string,
    make: (root: ReturnType<typeof parseXml>) => Parameters<typeof applyEdits>[1],
  ) => applyEdits(source, make(parseXml(source)));

  it("changes only what it is told to", () => {
    const source = '<a  x = "1"><!-- kept --><b/> <c>old</c></a>';
    expect(
      edit(source, (root) => [setAttribute(root, "x", "2"), replaceContent(root.child("c")!, "new")]),
    ).toBe('<a x="2"><!-- kept --><b/> <c>new</c></a>');
    expect(
      edit(source, (root) => [setAttribute(root, "x", undefined), removeElement(root.child("b")!)]),
    ).toBe("<a><!-- kept --> <c>old</c></a>");
  });

  it("opens a self-closing element, with attributes set at once", () => {
    expect(
      edit('<x:a y="1" />', (root) => [setAttribute(root, "z", "2"), appendContent(root, "<x:b/>")]),
    ).toBe('<x:a z="2" y="1" ><x:b/></x:a>');
  });

  it("does not take an attribute with a prefix for one without", () => {
    expect(edit('<a p:count="1"/>', (root) => [setAttribute(root, "count", "2")])).toBe(
      '<a count="2" p:count="1"/>',
    );
  });

  it("puts a child in its place of the schema", () => {
    const order = ["a", "b", "c"];
    expect(edit("<r><a/><c/></r>", (root) => [insertInOrder(root, order, "b", "<b/>")])).toBe(
      "<r><a/><b/><c/></r>",
    );
    expect(edit("<r><c/></r>", (root) => [insertInOrder(root, order, "a", "<a/>")])).toBe("<r><a/><c/></r>");
    expect(edit("<r/>", (root) => [insertInOrder(root, order, "a", "<a/>")])).toBe("<r><a/></r>");
  });

  it("refuses edits that overlap", () => {
    expect(() =>
      edit("<a><b/></a>", (root) => [removeElement(root), removeElement(root.child("b")!)]),
    ).toThrow("overlap");
  });
});

describe("text", () => {
  it("escapes what XML cannot hold as Excel does", () => {
    expect(escapeText("a<b>&c")).toBe("a&lt;b&gt;&amp;c");
    expect(escapeText("\u0001\r\n\t\uffff")).toBe("_x0001__x000D_\n\t_xFFFF_");
    expect(escapeText("_x0041_ _x00_ 😀")).toBe("_x005F_x0041_ _x00_ 😀");
    expect(escapeText("\ud800")).toBe("_xD800_");
    expect(escapeAttribute('"\n')).toBe("&quot;_x000A_");
  });

  it("resolves references to characters", () => {
    expect(decodeText("&lt;&#65;&#x1F600;&#x1f600;&#128512;&apos;&amp;lt;")).toBe("<A😀😀😀'&lt;");
  });

  it.each([
    "&unknown;",
    "&#x110000;",
    "&#0;",
    "&#x1f;",
    "&#xD800;",
    "&#xFFFE;",
    "&",
    "R&D",
    "&amp",
    "&#;",
    "&#99999999999;",
  ])("refuses %s, which stands for no character", (text) => {
    expect(() => decodeText(text)).toThrow(XmlError);
  });

  it("has one kind of line end, and none in attributes", () => {
    expect(decodeText("a\r\nb\rc\nd&#13;&#10;")).toBe("a\nb\nc\nd\r\n");
    expect(decodeAttribute("a\r\nb\rc\nd\te&#10;")).toBe("a b c d e\n");
  });

  it("reads back every text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter }),
        fc.constantFrom("", "_x0041_", "_x0041\n", "_x0041\u0001", "\ud800"),
        (text, extra) => {
          const whole = text + extra;
          for (const escaped of [escapeText(whole), escapeAttribute(whole)]) {
            expect(decodeEscapes(decodeText(escaped))).toBe(whole);
            expect(parseXml(`<a>${escaped}</a>`).text).toBe(decodeText(escaped));
          }
        },
      ),
    );
  });
});
