import fc from "fast-check";
import { CellKind, type Grid } from "../../../core/api";
import { readCsv } from "./readCsv";

function read(source: string | Uint8Array): Grid {
  const reading = readCsv(Buffer.from(source), "Usage");
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.grid;
}

/** Rows of strings, numbers and null for a blank. */
function rowsOf({ rowCount, columns }: Grid): (string | number | null)[][] {
  return Array.from({ length: rowCount }, (_, row) =>
    columns.map(({ kinds, values, texts }) => {
      if ((kinds[row] ?? CellKind.blank) === CellKind.blank) return null;
      return kinds[row] === CellKind.text ? texts.at(values[row]!)! : values[row]!;
    }),
  );
}

test("numbers are those whose text can be had back from them, all else is text as it stands", () => {
  const grid = read("id,qty,day\n007,1.5,2026-10-31\n1e5, 2 ,-3\n1449741456.10,1.50,1234567890123456\n");
  expect(grid.sheet).toBe("Usage");
  expect(rowsOf(grid)).toEqual([
    ["id", "qty", "day"],
    ["007", 1.5, "2026-10-31"],
    ["1e5", " 2 ", -3],
    ["1449741456.10", "1.50", "1234567890123456"],
  ]);
});

test.each([
  [",", 1.5],
  ["\t", 1.5],
  [";", "1.5"],
  ["|", "1.5"],
])("between fields divided by %j a point makes a number or is left to the column", (delimiter, value) => {
  const grid = read(`a${delimiter}b\n1.5${delimiter}12\n`);
  expect(rowsOf(grid)[1]).toEqual([value, 12]);
  expect(grid.file?.delimiter).toBe(delimiter);
});

describe("what a row is in the file", () => {
  const fileOf = (text: string) => {
    const { file } = read(text);
    return { lines: [...(file?.lines ?? [])], widths: [...(file?.widths ?? [])] };
  };

  test.each([
    [
      "fields to the last that is not empty",
      "a,b,c\n1,2,3,4\n1,,\n,,3,,,\n1, , \n\n1,2",
      [1, 2, 3, 4, 5, 6, 7],
      [3, 4, 1, 3, 1, 0, 2],
    ],
    ["the line on which it begins", 'a,b\r\n"x\r\ny\nz\rw","q"\r\n1,"\n"\r\n2,3', [1, 2, 6, 8], [2, 2, 1, 2]],
    ["lines that end with a carriage return", "a\r1\r\r2\r", [1, 2, 3, 4], [1, 1, 0, 1]],
    ["lines behind the one that names the delimiter", "sep=;\na;b\n1;2\n", [2, 3], [2, 2]],
  ])("%s", (_, text, lines, widths) => {
    expect(fileOf(text)).toEqual({ lines, widths });
  });

  test("is told of many rows", () => {
    const { lines, widths } = fileOf("a,b\n1,2\n".repeat(3000));
    expect(lines).toEqual(Array.from({ length: 6000 }, (_, row) => row + 1));
    expect(new Set(widths)).toEqual(new Set([2]));
  });
});

test("titles are text even if they look like numbers, below blank lines too", () => {
  expect(rowsOf(read('\n2025,"2026"\n1,2\n'))).toEqual([
    [null, null],
    ["2025", "2026"],
    [1, 2],
  ]);
});

test("quotes hold delimiters, line breaks and doubled quotes", () => {
  const grid = read('a,b\r\n"x, ""y""","one\r\ntwo"\r\n"","1.5"\r\n');
  expect(rowsOf(grid)).toEqual([
    ["a", "b"],
    ['x, "y"', "one\r\ntwo"],
    [null, 1.5],
  ]);
});

test("a quote inside a bare field and text after a closing quote are kept", () => {
  expect(rowsOf(read('a,b\n5" pipe,"x"yz\n'))).toEqual([
    ["a", "b"],
    ['5" pipe', "xyz"],
  ]);
});

test.each([
  ["LF", "a,b\n1,2\n"],
  ["CR LF", "a,b\r\n1,2\r\n"],
  ["CR", "a,b\r1,2\r"],
  ["none at the end", "a,b\n1,2"],
])("lines end with %s", (_, text) => {
  expect(rowsOf(read(text))).toEqual([
    ["a", "b"],
    [1, 2],
  ]);
});

test("records may be short, long or blank", () => {
  expect(rowsOf(read("a,b\n1\n\n1,2,3,\n"))).toEqual([
    ["a", "b", null],
    [1, null, null],
    [null, null, null],
    [1, 2, 3],
  ]);
});

test("an empty file is a grid without rows", () => {
  expect(read("")).toMatchObject({ sheet: "Usage", rowCount: 0, columns: [] });
});

describe("encodings", () => {
  const text = "näme,qty\nZoë €,1\n";
  const expected = [
    ["näme", "qty"],
    ["Zoë €", 1],
  ];

  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16 LE", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 BE", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["windows-1252", Buffer.from(text.replace("€", "\x80"), "latin1")],
  ])("%s", (_, bytes) => {
    expect(rowsOf(read(bytes))).toEqual(expected);
  });
});

test("characters of several bytes are whole wherever a long file is taken in pieces", () => {
  const line = `${"ä".repeat(99)},1\n`;
  const rows = Math.ceil((2 * 1024 ** 2) / line.length);
  const text = `name,qty\n${line.repeat(rows)}`;
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`, "utf16le"),
    Buffer.from(text, "latin1"),
  ]) {
    const { rowCount, columns } = read(bytes);
    expect([rowCount, [...columns[0]!.texts]]).toEqual([rows + 1, ["name", "ä".repeat(99)]]);
  }
});

test("a file may name any character to divide its fields", () => {
  expect(rowsOf(read("sep=§\na§b\n1§ü\n"))).toEqual([
    ["a", "b"],
    [1, "ü"],
  ]);
});

test("blanks of any alphabet are no content", () => {
  expect([...read("a,b\n1,\u00a0\n").file!.widths]).toEqual([2, 1]);
});

describe("what cannot be read is a failure", () => {
  test("a quote that is never closed, by the line where it opens", () => {
    expect(readCsv(Buffer.from('a,b\r\n"x\ny",2\r\n1,"open\n2,3\n'), "Usage")).toEqual({
      ok: false,
      failure: {
        code: "UNTERMINATED_QUOTE",
        message:
          "The quote that opens on line 4 is never closed; close it, or double it if it is part of the text.",
      },
    });
  });

  test("a binary file", () => {
    expect(readCsv(Buffer.from("PK\u0003\u0004\u0000\u0000"), "Usage")).toMatchObject({
      failure: { code: "NOT_TEXT" },
    });
  });

  test("a line that is wider than a sheet", () => {
    expect(readCsv(Buffer.from(",".repeat(20_000)), "Usage")).toMatchObject({
      failure: { code: "TOO_LARGE" },
    });
  });

  test("a wide line above more rows than fit beside it", () => {
    const text = `${"x,".repeat(16_000)}\n${"1\n".repeat(7000)}`;
    expect(readCsv(Buffer.from(text), "Usage")).toMatchObject({ failure: { code: "TOO_LARGE" } });
  });
});

test("any table that is written by RFC 4180 reads back", () => {
  const field = fc.oneof(
    // Without digits, so that all fields are text.
    fc.string().map((text) => text.replace(/[0-9]/g, "")),
    fc.constantFrom('"', '""', ",", ";", "\t", "|", "\n", "\r\n", "007", "é", "a;b,c"),
  );
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t", "|"), (rows, delimiter) => {
      const titled = [
        rows[0]!.map((_, column) => `title ${String(column)}`),
        ...rows,
        rows[0]!.map(() => "end"),
      ];
      const text = titled.map((row) => row.map(quoted).join(delimiter)).join("\r\n");
      expect(rowsOf(read(text))).toEqual(
        titled.map((row) => row.map((value) => (value === "" ? null : value))),
      );
    }),
  );
});
