import { cardFinderOf, cardsInCells, cellAddress } from "../../../core/api";
import {
  contentTypes,
  open,
  relationships,
  smallWorkbook,
  worksheet,
  zipParts,
} from "../../../../test/support/testWorkbook";
import { readWorkbook } from "../read/readWorkbook";
import { cardsBeside, maskCards } from "./cardTexts";

const VISA = "4111111111111111";
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook with card numbers wherever a person may have put them. */
function bookWithCards(): Record<string, string | Uint8Array> {
  return {
    ...smallWorkbook(),
    "[Content_Types].xml": contentTypes({
      "/xl/workbook.xml": "sheet.main",
      "/xl/worksheets/sheet1.xml": "worksheet",
      "/xl/styles.xml": "styles",
      "/xl/sharedStrings.xml": "sharedStrings",
      "/xl/comments1.xml": "comments",
    }),
    "_rels/.rels": relationships("rId1 officeDocument xl/workbook.xml"),
    "xl/_rels/workbook.xml.rels": relationships(
      "rId1 worksheet worksheets/sheet1.xml",
      "rId2 styles styles.xml",
      "rId3 sharedStrings sharedStrings.xml",
    ),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships("rId1 comments ../comments1.xml"),
    "xl/worksheets/sheet1.xml": worksheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
        `<row r="2"><c r="A2" s="2"><v>${VISA}</v></c><c r="B2"><v>4.111111111111111E15</v></c></row>` +
        `<row r="3"><c r="A3"><f>A2</f><v>${VISA}</v></c><c r="B3" t="str"><f>"${VISA}"&amp;""</f><v>${VISA}</v></c></row>` +
        '<row r="4"><c r="A4" t="inlineStr"><is><r><t>4111 1111 </t></r><r><t>1111 1111 &amp; R&amp;D</t></r></is></c></row>' +
        '<row r="5"><c r="A5"><v>17.5</v></c></row>',
      `<headerFooter><oddFooter>&amp;L${VISA}</oddFooter></headerFooter>`,
    ),
    "xl/sharedStrings.xml": `<sst ${MAIN}><si><t>Card 4111-1111-1111-1111</t></si><si><r><t xml:space="preserve">5555 5555</t></r><r><t> 5555 4444 ok</t></r></si></sst>`,
    "xl/comments1.xml": `<comments ${MAIN}><authors><author>A</author></authors><commentList><comment ref="A5" authorId="0"><text><r><t>was ${VISA.slice(0, 8)}</t></r><r><t>${VISA.slice(8)}</t></r></text></comment></commentList></comments>`,
    "docProps/core.xml": `<p xmlns:dc="d"><dc:title>${VISA}</dc:title></p>`,
  };
}

async function read(parts: Record<string, string | Uint8Array>) {
  const reading = await readWorkbook(zipParts(parts));
  if (!reading.ok) throw new Error(reading.failure.message);
  const find = cardFinderOf(reading.snapshot);
  const cells = cardsInCells(reading.snapshot, find);
  return { ...reading, find, cells };
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  const { archive } = open(bytes);
  return Object.fromEntries(archive.names.map((name) => [name, archive.text(name)]));
}

describe("card numbers of a workbook", () => {
  it("are found in cells, with their last four digits", async () => {
    const { cells } = await read(bookWithCards());
    expect(cells.map(({ at, masked }) => `${cellAddress(at)} ${masked}`)).toEqual([
      "A1 ****-****-****-1111",
      "B1 **** **** **** 4444",
      "A2 ************1111",
      "B2 ************1111",
      "A3 ************1111",
      "B3 ************1111",
      "A4 **** **** **** 1111",
    ]);
  });

  it("are found in comments, properties, formulas and footers", async () => {
    const { package: source, find, cells } = await read(bookWithCards());
    const beside = cardsBeside(source, find, new Set(cells.map(({ masked }) => masked)));
    expect(beside.map(({ sheet, cell, where }) => `${sheet}|${cell}|${where}`).sort()).toEqual([
      "Data|A5|comment",
      "Data|B3|formula",
      "Data||sheet1.xml oddFooter",
      "||core.xml title",
    ]);
  });

  it("are masked everywhere, and nothing else changes", async () => {
    const parts = bookWithCards();
    const { package: source, find } = await read(parts);
    const masked = partsOf(maskCards(source, find));
    expect(Object.keys(masked).sort()).toEqual(Object.keys(parts).sort());
    for (const text of Object.values(masked)) expect(text).not.toContain(VISA.slice(0, 8));
    const sheet = masked["xl/worksheets/sheet1.xml"]!;
    expect(sheet).toContain('<c r="A2" s="2" t="inlineStr"><is><t>************1111</t></is></c>');
    expect(sheet).toContain('<c r="A3" t="str"><f>A2</f><v>************1111</v></c>');
    expect(sheet).toContain('<f>"************1111"&amp;""</f><v>************1111</v>');
    expect(sheet).toContain("<r><t>**** **** </t></r><r><t>**** 1111 &amp; R&amp;D</t></r>");
    expect(sheet).toContain('<c r="A5"><v>17.5</v></c>');
    expect(masked["xl/sharedStrings.xml"]).toContain("**** ****</t></r><r><t> **** 4444 ok");
    const before = parts["xl/styles.xml"];
    expect(masked["xl/styles.xml"]).toBe(before);
    const again = await read(masked);
    expect(again.cells).toEqual([]);
    expect(cardsBeside(again.package, again.find, new Set())).toEqual([]);
  });
});
