import type { CellStyle } from "../../../core/api";
import { emptyStyleSheet, StyleSheet } from "./styleSheet";
import { MAIN, smallWorkbook } from "../../../../test/support/testWorkbook";
import { parseXml, type XmlElement } from "../../xml/xml";

const plain = { quoted: false, link: false };

function collection(styles: StyleSheet, name: string): XmlElement {
  const element = parseXml(styles.toXml()).child(name)!;
  expect(element.attribute("count")).toBe(String(element.children.length));
  return element;
}

function existing(): StyleSheet {
  return new StyleSheet(String(smallWorkbook()["xl/styles.xml"]));
}

describe("styles", () => {
  it("that say nothing are the workbook's own", () => {
    const styles = existing();
    expect(styles.indexOf(undefined, plain)).toBe(0);
    expect(styles.indexOf({}, plain)).toBe(0);
    expect(styles.toXml()).toBe(smallWorkbook()["xl/styles.xml"]);
  });

  it("that are equal are one, also with what the workbook has", () => {
    const styles = existing();
    const index = styles.indexOf({ italic: true, format: "0.00" }, plain);
    expect(index).toBe(3);
    expect(styles.indexOf({ format: "0.00", italic: true }, plain)).toBe(index);
    expect(styles.indexOf({ bold: true }, plain)).toBe(1);
    expect(styles.indexOf({ format: "0.00" }, plain)).toBe(2);
    const again = new StyleSheet(styles.toXml());
    expect(again.indexOf({ italic: true, format: "0.00" }, plain)).toBe(index);
    expect(again.toXml()).toBe(styles.toXml());
  });

  it("are made from the workbook's default font", () => {
    const styles = existing();
    const style: CellStyle = { bold: true, italic: true, size: 14, color: "a0b0c0" };
    styles.indexOf(style, { quoted: false, link: true });
    styles.indexOf({}, { quoted: false, link: true });
    expect(
      collection(styles, "fonts")
        .children.slice(2)
        .map((font) => font.inner),
    ).toEqual([
      '<b/><i/><u/><sz val="14"/><color rgb="FFA0B0C0"/><name val="Arial"/><family val="2"/>',
      '<u/><sz val="10"/><color rgb="FF0563C1"/><name val="Arial"/><family val="2"/>',
    ]);
  });

  it("have fills, borders and alignment", () => {
    const styles = existing();
    const style: CellStyle = {
      fill: "ffee00",
      border: "topAndBottom",
      align: "right",
      vertical: "top",
      wrap: true,
    };
    const index = styles.indexOf(style, plain);
    styles.indexOf({ border: "top" }, plain);
    expect(collection(styles, "fills").children[2]?.inner).toBe(
      '<patternFill patternType="solid"><fgColor rgb="FFFFEE00"/><bgColor indexed="64"/></patternFill>',
    );
    const line = (side: string): string => `<${side} style="thin"><color auto="1"/></${side}>`;
    expect(
      collection(styles, "borders")
        .children.slice(1)
        .map((border) => border.inner),
    ).toEqual([
      `<left/><right/>${line("top")}${line("bottom")}<diagonal/>`,
      `<left/><right/>${line("top")}<bottom/><diagonal/>`,
    ]);
    expect(collection(styles, "cellXfs").children[index]?.outer).toBe(
      '<xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1" applyBorder="1" applyAlignment="1">' +
        '<alignment horizontal="right" vertical="top" wrapText="1"/></xf>',
    );
  });

  it("have number formats, of which a code has one id", () => {
    const source = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0 &quot;h&quot;"/></numFmts></styleSheet>`;
    const styles = new StyleSheet(source);
    for (const format of ['0.0 "h"', "yyyy-mm-dd", "General", "#,##0.00", '0 "<&>"']) {
      styles.indexOf({ format }, plain);
    }
    const formats = collection(styles, "numFmts").children;
    expect(formats.map((format) => [format.attribute("numFmtId"), format.attribute("formatCode")])).toEqual([
      ["170", '0.0 "h"'],
      ["171", "yyyy-mm-dd"],
      ["172", '0 "<&>"'],
    ]);
    const used = collection(styles, "cellXfs").children.map((format) => format.attribute("numFmtId"));
    expect(used).toEqual(["0", "170", "171", "4", "172"]);
  });
});

describe("a text that starts like a formula", () => {
  it("has a variant of its style", () => {
    const styles = existing();
    const index = styles.indexOf({ bold: true }, { quoted: true, link: false });
    expect(index).not.toBe(styles.indexOf({ bold: true }, plain));
    expect(styles.quotedVariant(index)).toBe(index);
    const variant = styles.quotedVariant(2);
    expect(collection(styles, "cellXfs").children[variant]?.outer).toBe(
      '<xf quotePrefix="1" numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
    );
    expect(styles.quotedVariant(99)).toBe(99);
  });
});

describe("a style sheet without content", () => {
  it("gets what each style refers to, in the order of the schema", () => {
    const styles = new StyleSheet(`<styleSheet xmlns="${MAIN}"/>`);
    expect(styles.indexOf({ bold: true, fill: "000000", border: "top", format: "0.0" }, plain)).toBe(1);
    expect(parseXml(styles.toXml()).children.map(({ name }) => name)).toEqual([
      "numFmts",
      "fonts",
      "fills",
      "borders",
      "cellStyleXfs",
      "cellXfs",
    ]);
    expect(collection(styles, "fills").children).toHaveLength(3);
    expect(collection(styles, "fonts").children).toHaveLength(2);
  });

  it("is the start of a new workbook", () => {
    const styles = new StyleSheet(emptyStyleSheet(MAIN));
    expect(styles.indexOf({ size: 12 }, plain)).toBe(1);
    expect(collection(styles, "fonts").children[1]?.inner).toContain('<name val="Calibri"/>');
  });
});
