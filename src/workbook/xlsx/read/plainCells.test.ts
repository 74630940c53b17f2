import fc from "fast-check";
import { GridBuilder, type Grid } from "../../../core/api";
import { encodeUtf8 } from "../../bytes/text";
import { XmlByteScanner, type FastPath } from "../../xml/xmlByteScanner";
import { CellSink } from "./cellSink";
import { PlainCells } from "./plainCells";
import { PlainTexts } from "./plainTexts";
import { CellReader } from "./readCells";
import { SharedStringsReader, type SharedTexts } from "./sharedStrings";
import { Spread } from "./spread";
import { styleKindOf } from "./styleKinds";

/** Leaves all to the scanner and its handler, which have the rules. */
const slowPath: FastPath = { isReady: false, beginsAt: () => false, read: (_, from) => from };

/** The document in pieces of so many bytes. */
function scan(scanner: XmlByteScanner, xml: string, pieceLength: number): void {
  const bytes = encodeUtf8(xml);
  for (let at = 0; at < bytes.length; at += pieceLength) scanner.write(bytes.slice(at, at + pieceLength));
  scanner.end();
}

function readTexts(xml: string, pieceLength: number, isFast: boolean): SharedTexts {
  const reader = new SharedStringsReader();
  scan(new XmlByteScanner(reader, isFast ? new PlainTexts(reader) : slowPath), xml, pieceLength);
  return reader.texts;
}

interface Opened {
  readonly grid: Grid;
  /** Names of the elements that the handler was given. */
  readonly slowly: readonly string[];
}

function readSheet(xml: string, texts: SharedTexts, pieceLength: number, isFast: boolean): Opened {
  const builder = new GridBuilder("Usage");
  const formats = ["General", "yyyy-mm-dd", "0.00 %", '#,##0.00 "€"'].map(styleKindOf);
  const kinds = [...formats, { ...styleKindOf("General"), isStruck: true }];
  const spread = new Spread();
  spread.beginSheet();
  const cells = new CellSink({
    builder,
    texts,
    kinds,
    date1904: false,
    label: "It",
    spread,
    onRow: () => undefined,
  });
  const reader = new CellReader(cells, () => undefined);
  const slowly: string[] = [];
  const handler = {
    open: (tag: Parameters<CellReader["open"]>[0]) => {
      slowly.push(tag.name);
      reader.open(tag);
    },
    close: () => reader.close(),
    text: (text: string) => reader.text(text),
  };
  scan(new XmlByteScanner(handler, isFast ? new PlainCells(reader, cells) : slowPath), xml, pieceLength);
  return { grid: builder.build(), slowly };
}

/** What a way of reading comes to: the cells, or what it says is wrong. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

const SHARED =
  '<sst xmlns="m"><si><t>one</t></si><si><t xml:space="preserve"> two </t></si><si><t>é</t></si></sst>';
const shared = readTexts(SHARED, 1000, false);
const worksheet = (rows: string): string => `<worksheet xmlns="m"><sheetData>${rows}</sheetData></worksheet>`;

/** Contents of a cell with the attributes that go with them, plain ones and odd ones. */
const content: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.constantFrom(
    ["", "<v>12.5</v>"],
    [' s="1"', "<v>46326.25</v>"],
    [' s="2"', "<v>0.2</v>"],
    [' s="3"', "<v>-1234567.891</v>"],
    [' s="9"', "<v>1</v>"],
    [' s="4"', "<v>13</v>"],
    [' s="4"', ""],
    [' t="s" s="4"', "<v>0</v>"],
    [' t="b" s="4"', "<v>1</v>"],
    [' t="str" s="4"', "<v>text</v>"],
    [' t="inlineStr" s="4"', "<is><t>in cell</t></is>"],
    [' t="s"', "<v>1</v>"],
    [' t="s"', "<v>2</v>"],
    [' t="s"', "<v>7</v>"],
    [' t="b"', "<v>1</v>"],
    [' t="b"', "<v>true</v>"],
    [' t="str"', "<f>A1</f><v>text</v>"],
    [' t="str"', "<f>A1</f><v></v>"],
    [' t="inlineStr"', "<is><t>in cell</t></is>"],
    [' t="inlineStr"', '<is><t xml:space="preserve"> é </t></is>'],
    [' t="inlineStr"', "<is><r><t>a</t></r><r><t>b</t></r></is>"],
    [' t="inlineStr"', "<is><t>R&amp;D _x0041_</t></is>"],
    [' t="inlineStr"', "<is><t></t></is>"],
    [' t="e"', "<v>#N/A</v>"],
    [' t="n"', "<v>1E3</v>"],
    [' t="d"', "<v>2026-10-01</v>"],
    ["", "<f>1+1</f><v>2</v>"],
    ["", "<f>1+1</f>"],
    ["", '<f t="shared" si="0"/><v>3</v>'],
    ["", "<v>1 2</v>"],
    ["", "<!-- <c r='A1'> --><v>4</v>"],
    ["", "<v><![CDATA[5]]></v>"],
    [" cm='1'", "<v>6</v>"],
    ["", ""],
  ),
  fc.double({ noNaN: true }).map((number) => ["", `<v>${String(number)}</v>`]),
  fc
    .tuple(fc.integer({ min: -999999, max: 999999 }), fc.integer({ min: 0, max: 9 }))
    .map(([whole, decimals]) => ["", `<v>${(whole / 10 ** decimals).toFixed(decimals)}</v>`]),
);
const cell = fc.tuple(fc.integer({ min: 0, max: 30 }), content, fc.constantFrom("", "", "", " ", "\n  "));
/** Mostly in order, as files are, and now and then not. */
const row = fc.tuple(
  fc.array(cell, { maxLength: 6 }),
  fc.constantFrom(
    ' r="#"',
    ' r="#"',
    ' r="#" spans="1:6" x14ac:dyDescent="0.25"',
    ' r="#" hidden="1"',
    ' ht="12" hidden="true" r="#"',
    ' r="#" hidden="0"',
    "",
    ' r="1"',
    ' xmlns="other"',
  ),
  fc.boolean(),
);

type Row = readonly [readonly (readonly [number, readonly string[], string])[], string, boolean];

function rowXml([cells, attributes, areNamed]: Row, at: number): string {
  const sorted = [...cells].sort(([left], [right]) => left - right);
  const inner = sorted.map(([column, [own = "", inside = ""], blanks]) => {
    const name = String.fromCharCode(65 + (column % 26));
    const reference = areNamed ? ` r="${name}${String(at + 1)}"` : "";
    return inside === "" ? `${blanks}<c${reference}${own}/>` : `${blanks}<c${reference}${own}>${inside}</c>`;
  });
  return `<row${attributes.replace("#", String(at + 1))}>${inner.join("")}</row>`;
}

/** A table: in each row the same tags and other values, but for a row now and then. */
const table = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
    fc.constantFrom("", ' spans="1:6"', ' hidden="1"', ' ht="12"'),
    fc.array(content, { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 1, max: 120 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 119 }), row), { maxLength: 2 }),
    fc.integer({ min: 1, max: 97 }),
  )
  .map(([columns, attributes, contents, count, others, firstRow]) => {
    const alike = (at: number): string => {
      const cells = columns.map((column, place) => {
        const [own = "", inside = ""] = contents[place]!;
        return [column, [own, inside.replace("<v>12.5", `<v>${String(at)}.5`)], ""] as const;
      });
      return rowXml([cells, ` r="#"${attributes}`, true], at);
    };
    const other = new Map(others);
    const rowAt = (at: number) =>
      other.has(at) ? rowXml(other.get(at)!, firstRow + at) : alike(firstRow + at);
    return Array.from({ length: count }, (_, at) => rowAt(at)).join("");
  });

describe("the fast path", () => {
  it("reads rows that are written alike as the slow one does", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 40, max: 4000 }), (rows, pieceLength) => {
        const xml = worksheet(rows);
        const read = (isFast: boolean) => outcome(() => readSheet(xml, shared, pieceLength, isFast).grid);
        expect(read(true)).toEqual(read(false));
      }),
      { numRuns: 300 },
    );
  });

  it("reads what the slow one reads, or fails as it does, wherever the pieces are cut", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.integer({ min: 1, max: 400 }), (rows, pieceLength) => {
        const xml = worksheet(rows.map(rowXml).join(""));
        const read = (isFast: boolean) => outcome(() => readSheet(xml, shared, pieceLength, isFast).grid);
        expect(read(true)).toEqual(read(false));
      }),
      { numRuns: 1000 },
    );
  });

  it("reads the same texts, and tells the same ones apart", () => {
    const item = fc.constantFrom(
      "<si><t>a</t></si>",
      "<si><t>b</t></si>",
      "<si><t></t></si>",
      '<si><t xml:space="preserve"> a</t></si>',
      "<si><t>é</t></si>",
      "<si><t>&#233;</t></si>",
      "<si><t/></si>",
      "<si/>",
      "<si><r><t>a</t></r></si>",
      "<si><t>a</t><rPh><t>x</t></rPh></si>",
      "<si><t>_x0061_</t></si>",
      "\n ",
      "<!-- <si><t>no</t></si> -->",
    );
    fc.assert(
      fc.property(fc.array(item), fc.integer({ min: 1, max: 60 }), (items, pieceLength) => {
        const xml = `<sst xmlns="m">${items.join("")}</sst>`;
        const [fast, slow] = [true, false].map((isFast) => readTexts(xml, pieceLength, isFast));
        const codesOf = (texts: SharedTexts) =>
          Array.from({ length: texts.count }, (_, index) => texts.codeOf(index));
        expect([codesOf(fast!), [...fast!.distinct]]).toEqual([codesOf(slow!), [...slow!.distinct]]);
        expect(new Set(fast!.distinct).size).toBe(fast!.distinct.length);
        expect(fast!.codeOfEmpty).toBe([...fast!.distinct].indexOf(""));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves nothing of an ordinary sheet to the slow one", () => {
    const cells = (at: number) =>
      `<c r="A${String(at)}" t="s"><v>0</v></c><c r="B${String(at)}" s="1"><v>46326</v></c>` +
      `<c r="C${String(at)}" t="inlineStr"><is><t>x</t></is></c><c r="D${String(at)}"/>`;
    const rows = Array.from(
      { length: 200 },
      (_, index) => `<row r="${String(index + 1)}">${cells(index + 1)}</row>`,
    );
    const { slowly, grid } = readSheet(worksheet(rows.join("\n")), shared, 1000, true);
    expect(slowly).toEqual(["worksheet", "sheetData"]);
    expect(grid.rowCount).toBe(200);
  });

  it("keeps which rows are hidden and which filled cells are struck out", () => {
    const rows =
      '<row r="2" hidden="1"><c r="A2" s="4"><v>5</v></c><c r="B2" s="4"/></row>' +
      '<row r="3" spans="1:2"><c r="A3"><v>6</v></c><c r="B3" t="s" s="4"><v>0</v></c></row>' +
      '<row r="900000" hidden="1"/>';
    const { grid, slowly } = readSheet(worksheet(rows), shared, 1000, true);
    expect(slowly).toEqual(["worksheet", "sheetData"]);
    expect([...grid.hidden!]).toEqual([0, 1, 0]);
    expect(grid.columns.map(({ struck }) => [...struck!])).toEqual([
      [0, 1],
      [0, 0, 1],
    ]);
  });

  it("says no less of bytes that are no UTF-8", () => {
    const bytes = encodeUtf8(worksheet('<row r="1"><c r="A1" t="str"><v>ab</v></c></row>'));
    bytes[bytes.indexOf(98)] = 0xff;
    const read = (isFast: boolean) => {
      const cells = new CellSink({
        builder: new GridBuilder("Usage"),
        texts: shared,
        kinds: [],
        date1904: false,
        label: "It",
        spread: new Spread(),
        onRow: () => undefined,
      });
      const reader = new CellReader(cells, () => undefined);
      const scanner = new XmlByteScanner(reader, isFast ? new PlainCells(reader, cells) : slowPath);
      scanner.write(bytes);
      scanner.end();
    };
    expect(() => read(true)).toThrow("it holds bytes that are no UTF-8");
    expect(() => read(false)).toThrow("it holds bytes that are no UTF-8");
  });
});
