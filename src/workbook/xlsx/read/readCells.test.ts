import { MAIN, worksheet } from "../../../../test/support/testWorkbook";
import { readCells, type TestParts } from "../../../../test/support/testReading";

const row = (cells: string): TestParts => ({ rows: `<row r="1">${cells}</row>` });
const inline = (address: string, content: string): string =>
  `<c r="${address}" t="inlineStr"><is>${content}</is></c>`;

describe("numbers", () => {
  test("are the doubles in the file", async () => {
    const cells = await readCells(
      row(
        '<c r="A1"><v>0.1</v></c><c r="B1"><v>1E-7</v></c><c r="C1" t="n"><v>-12345.678901234567</v></c>' +
          '<c r="D1"><v>0</v></c><c r="E1"/><c r="F1"><v/></c><c r="G1"><v>1E999</v></c>',
      ),
    );
    expect(cells).toEqual({ A1: 0.1, B1: 1e-7, C1: -12345.678901234567, D1: 0, G1: { error: "#NUM!" } });
  });

  test("have the kind of their format", async () => {
    const cells = await readCells({
      ...row('<c r="A1" s="1"><v>46326</v></c><c r="B1" s="2"><v>0.2</v></c><c r="C1" s="3"><v>1.5</v></c>'),
      formats: { 164: "0.0 %", 165: String.raw`0.0\ \h` },
      styles: [0, 14, 164, 165],
    });
    expect(cells).toEqual({ A1: { date: 46326 }, B1: { percent: 0.2 }, C1: 1.5 });
  });

  test("without a style have the kind of the first style", async () => {
    const cells = await readCells({
      ...row('<c r="A1"><v>46326</v></c><c r="B1" s="1"><v>46326</v></c>'),
      styles: [14, 0],
    });
    expect(cells).toEqual({ A1: { date: 46326 }, B1: 46326 });
  });

  test("do not take the format of their row or column", async () => {
    const cells = await readCells({
      sheet: worksheet(
        '<row r="1" s="1" customFormat="1"><c r="A1"><v>5</v></c><c r="B1" s="1"><v>6</v></c></row>',
        "",
        '<cols><col min="1" max="3" style="1"/></cols>',
      ),
      styles: [0, 14],
    });
    expect(cells).toEqual({ A1: 5, B1: { date: 6 } });
  });

  test("of dates are whole to the millisecond, and in the 1900 system", async () => {
    const parts = {
      ...row(
        '<c r="A1" s="1"><v>44863.999999999993</v></c><c r="B1" s="1"><v>44864.500011574077</v></c><c r="C1" s="1"><v>0.25</v></c>',
      ),
      styles: [0, 22],
    };
    const second = 1 / 86_400;
    expect(await readCells(parts)).toEqual({
      A1: { date: 44864 },
      B1: { date: 44864.5 + second },
      C1: { date: 0.25 },
    });
    expect(await readCells({ ...parts, date1904: true })).toEqual({
      A1: { date: 46326 },
      B1: { date: 46326.5 + second },
      C1: { date: 0.25 },
    });
  });
});

describe("texts", () => {
  test("are shared, in the cell, or the result of a formula", async () => {
    const cells = await readCells({
      ...row(
        '<c r="A1" t="s"><v>1</v></c>' +
          inline("B1", "<t>in the cell</t>") +
          '<c r="C1" t="str"><v>result</v></c>',
      ),
      texts: "<si><t>unused</t></si><si><t>shared</t></si>",
    });
    expect(cells).toEqual({ A1: "shared", B1: "in the cell", C1: "result" });
  });

  test("keep their blanks, line breaks and escapes; empty ones are blank cells", async () => {
    const cells = await readCells({
      ...row(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
          inline("D1", "<t>a_x000D__x005F_x000D_</t>") +
          inline("E1", "<t/>"),
      ),
      texts: '<si><t xml:space="preserve"> a\nb </t></si><si><t></t></si><si/>',
    });
    expect(cells).toEqual({ A1: " a\nb ", D1: "a\r_x000D_" });
  });

  test("of several runs are joined, without the phonetic guide", async () => {
    const runs =
      '<r><t>one </t></r>\n<r><rPr><b/></rPr><t xml:space="preserve">and two</t></r>' +
      '<rPh sb="0" eb="1"><t>phonetic</t></rPh><phoneticPr fontId="1"/>';
    const cells = await readCells({
      ...row('<c r="A1" t="s"><v>0</v></c>' + inline("B1", runs)),
      texts: `<si>${runs}</si>`,
    });
    expect(cells).toEqual({ A1: "one and two", B1: "one and two" });
  });

  test("of a cell may have formats, phonetic help and extensions among their runs", async () => {
    const runs =
      '<r><rPr><color rgb="FFFF0000"></color><t/></rPr><t>2</t></r><rPh sb="0" eb="1"><t>9</t></rPh>' +
      "<r><rPr><c/></rPr><t>5</t></r><extLst><ext><r><t>9</t></r></ext></extLst><r><t>0</t></r>";
    const cells = await readCells({
      ...row('<c r="A1" t="s"><v>0</v></c>' + inline("B1", runs)),
      texts: `<si>${runs}</si>`,
    });
    expect(cells).toEqual({ A1: "250", B1: "250" });
  });

  test("have one kind of line end; a carriage return is written as such", async () => {
    const cells = await readCells(row(inline("A1", "<t>a\r\nb\rc_x000D_\r\nd&#13;&#xA;</t>")));
    expect(cells).toEqual({ A1: "a\nb\nc\r\nd\r\n" });
  });

  test("with entities are decoded once", async () => {
    const text = "<t>&amp;lt; &lt; &#38;amp; R&amp;D</t>";
    const cells = await readCells({
      ...row('<c r="A1" t="s"><v>0</v></c>' + inline("B1", text) + '<c r="C1" t="str"><v>&amp;gt;</v></c>'),
      texts: `<si>${text}</si>`,
    });
    expect(cells).toEqual({ A1: "&lt; < &amp; R&D", B1: "&lt; < &amp; R&D", C1: "&gt;" });
  });

  test("in CDATA are read, comments are not", async () => {
    const cells = await readCells({
      ...row(
        '<c r="A1" t="s"><v>0</v></c><!-- <c r="C1"><v>9</v></c> -->' +
          inline("B1", "<t><![CDATA[é < f]]></t>"),
      ),
      texts: "<si><t><![CDATA[a & b]]></t></si>",
    });
    expect(cells).toEqual({ A1: "a & b", B1: "é < f" });
  });

  test("of any alphabet survive in sheets of any length", async () => {
    const text = (number: number): string => "é".repeat(number % 5) + "日本😀".repeat(10);
    const numbers = Array.from({ length: 500 }, (_, index) => index + 1);
    const cells = await readCells({
      rows: numbers
        .map((number) => {
          const shared = `<c r="B${String(number)}" t="s"><v>${String(number - 1)}</v></c>`;
          return `<row r="${String(number)}">${inline(`A${String(number)}`, `<t>${text(number)}</t>`)}${shared}</row>`;
        })
        .join(""),
      texts: numbers.map((number) => `<si><t>${text(number)}</t></si>`).join(""),
    });
    const expected = numbers.flatMap((number) =>
      ["A", "B"].map((column) => [`${column}${String(number)}`, text(number)]),
    );
    expect(cells).toEqual(Object.fromEntries(expected));
  });
});

describe("formulas", () => {
  test("give their stored results", async () => {
    const cells = await readCells({
      ...row(
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" ref="B1:B9" si="0">A1-2</f><v>0</v></c>' +
          '<c r="C1"><f t="shared" si="0"/><v>7</v></c><c r="D1" t="str"><f>A1&amp;""</f><v>2</v></c>' +
          '<c r="E1" t="b"><f>TRUE()</f><v>1</v></c><c r="F1" t="e"><f>NA()</f>\n<v>#N/A</v></c>' +
          '<c r="G1" t="str"><f>""</f><v></v></c><c r="H1" s="1"><f>TODAY()</f><v>46326</v></c>' +
          '<c r="I1" cm="1"><f t="array" ref="I1">SUM(A1:A2)</f><v>4</v></c>',
      ),
      styles: [0, 14],
    });
    expect(cells).toEqual({
      A1: 2,
      B1: 0,
      C1: 7,
      D1: "2",
      E1: true,
      F1: { error: "#N/A" },
      H1: { date: 46326 },
      I1: 4,
    });
  });

  test("without a result are errors, not blanks", async () => {
    const cells = await readCells(
      row(
        '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v/></c>' +
          '<c r="D1"><f t="shared" si="0"/></c><c r="E1" t="b"><f>TRUE()</f><v/></c><c r="F1" t="str"><f>A2</f></c>',
      ),
    );
    const noValue = { error: "#NO VALUE" };
    expect(cells).toEqual({ A1: noValue, B1: noValue, C1: noValue, D1: noValue, E1: noValue, F1: noValue });
  });
});

test("booleans and errors", async () => {
  const cells = await readCells(
    row('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#DIV/0!</v></c>'),
  );
  expect(cells).toEqual({ A1: true, B1: false, C1: { error: "#DIV/0!" } });
});

test("a date in ISO 8601 is its text", async () => {
  const cells = await readCells(
    row('<c r="A1" t="d"><v>2026-11-05T12:30:00</v></c><c r="B1" s="0" t="d"><v>2026-11-05</v></c>'),
  );
  expect(cells).toEqual({ A1: "2026-11-05T12:30:00", B1: "2026-11-05" });
});

describe("XML that is legal and unusual", () => {
  const expected = { A1: 1, B1: "two", A3: 3, C3: 4, A4: 5 };

  test("sparse rows, far from the top", async () => {
    const cells = await readCells({
      rows: '<row r="18" spans="1:3"><c r="AB18"><v>1</v></c></row><row r="20"/>',
    });
    expect(cells).toEqual({ AB18: 1 });
  });

  test("rows and cells without references", async () => {
    const cells = await readCells({
      rows:
        `<row><c><v>1</v></c><c t="inlineStr"><is><t>two</t></is></c></row><row/>` +
        `<row><c><v>3</v></c><c r="C3"><v>4</v></c></row><row spans="1:1"><c t="n"><v>5</v></c></row>`,
    });
    expect(cells).toEqual(expected);
  });

  test("references missing only from some pieces of a long sheet", async () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => index + 1);
    const rows = numbers.map((number) =>
      number % 1000 < 500
        ? `<row r="${String(number)}"><c r="A${String(number)}"><v>${String(number)}</v></c></row>`
        : `<row><c><v>${String(number)}</v></c></row>`,
    );
    const cells = await readCells({ rows: rows.join("") });
    expect(cells).toEqual(Object.fromEntries(numbers.map((number) => [`A${String(number)}`, number])));
  });

  test("a namespace prefix", async () => {
    const sheet =
      `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>` +
      '<x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const texts = `<x:sst xmlns:x="${MAIN}"><x:si><x:t>two</x:t></x:si></x:sst>`;
    expect(await readCells({ sheet, texts })).toEqual({ A1: 1, B1: "two" });
  });

  test("white space and line breaks between all elements", async () => {
    const sheet =
      "<worksheet>\n <sheetData>\n  <row r='1'>\n   <c r = 'A1'>\n    <v>1</v>\n   </c>\n" +
      '   <c\n r="B1"\n t="inlineStr">\n <is>\n <t>two</t>\n </is>\n </c>\n <c r="C1" t="str">\n <v>three</v>\n </c>\n' +
      ' <c t="s" r="D1">\n<f>A1</f>\n<v>0</v>\n</c>\n </row>\n </sheetData>\n</worksheet>\n';
    const texts = "<sst>\n <si>\n  <t>four</t>\n </si>\n</sst>\n";
    expect(await readCells({ sheet, texts })).toEqual({ A1: 1, B1: "two", C1: "three", D1: "four" });
  });

  test("references with dollars and small letters", async () => {
    expect(
      await readCells(row('<c r="$A$1"><v>1</v></c><c r="b1"><v>2</v></c><c r="$C1"><v>3</v></c>')),
    ).toEqual({
      A1: 1,
      B1: 2,
      C1: 3,
    });
  });

  test("comments, processing instructions and CDATA anywhere", async () => {
    const odd = "<!-- <c> -- ]]> --><?x </c> ?>";
    const sheet =
      `<?xml version="1.0"?>${odd}<worksheet>${odd}<sheetData>${odd}<row r="1">${odd}<c r="A1">${odd}<v>1${odd}2</v></c>` +
      `${odd}<c r="B1" t="str"><v>${odd}<![CDATA[</v></c> & ]]>&amp;<![CDATA[]]>${odd}</v>${odd}</c></row>${odd}` +
      `</sheetData>${odd}</worksheet>${odd}`;
    expect(await readCells({ sheet })).toEqual({ A1: 12, B1: "</v></c> & &" });
  });

  test.each([
    ["another one below the root", "x", "", `xmlns="${MAIN}"`],
    ["one that the rows declare", "x", ` xmlns="${MAIN}"`, ""],
    ["letters beyond ASCII", "größe.1-日本", ` xmlns="${MAIN}"`, ""],
  ])("a prefix at the root and %s", async (_, prefix, onRows, onRoot) => {
    const sheet =
      `<${prefix}:worksheet xmlns:${prefix}="${MAIN}" ${onRoot}><${prefix}:sheetData><row${onRows} r="1"><c r="A1"><v>1</v></c>` +
      `<${prefix}:c r="B1"><${prefix}:v>2</${prefix}:v></${prefix}:c></row></${prefix}:sheetData></${prefix}:worksheet>`;
    expect(await readCells({ sheet })).toEqual({ A1: 1, B1: 2 });
  });

  test("elements of other namespaces are none of the sheet's, though their names are", async () => {
    const sheet =
      `<worksheet xmlns="${MAIN}" xmlns:y="urn:y"><sheetData><row r="1"><c r="A1"><y:v>9</y:v><v>1</v></c><y:c r="B1"><v>9</v></y:c>` +
      '<c r="C1" t="inlineStr"><is><y:t>no</y:t><t>yes</t></is></c></row><row xmlns="urn:y" r="1"><c r="D1"><v>9</v></c></row></sheetData></worksheet>';
    expect(await readCells({ sheet })).toEqual({ A1: 1, C1: "yes" });
  });

  test("tables, links and extensions after the rows are not taken for cells", async () => {
    const rest =
      '<hyperlinks><hyperlink ref="A1"/></hyperlinks><extLst><ext><row r="9"><c r="A9"><v>9</v></c></row></ext></extLst>';
    expect(await readCells({ sheet: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>', rest) })).toEqual({
      A1: 1,
    });
  });
});

test("a part is read in the encoding that it declares", async () => {
  const xml = worksheet(`<row r="1">${inline("A1", "<t>é</t>")}${inline("B1", "<t>è</t>")}</row>`);
  const sheet = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, "latin1");
  expect(await readCells({ sheet })).toEqual({ A1: "é", B1: "è" });
});
