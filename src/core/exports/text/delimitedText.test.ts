import { CellKind } from "../../grid/grid";
import { cellField, commaSeparated, guarded, quoted } from "./delimitedText";

const cell = (kind: CellKind, number: number, text = "") => ({ kind, number, text });

describe("guarded", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30 1234", "'+49 30 1234"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    ["'=1+1", "''=1+1"],
    ["-12.50", "-12.50"],
    ["+7", "+7"],
    ["'twas", "'twas"],
    ["INV-1", "INV-1"],
    ["", ""],
  ])("%s becomes %s", (text, expected) => expect(guarded(text)).toBe(expected));

  it("is undone by taking one apostrophe off a guarded text", () => {
    for (const text of ["=A1", "'=A1", "''=A1", "-x", "plain"]) {
      const out = guarded(text);
      expect(out === text ? out : out.slice(1)).toBe(text);
    }
  });
});

describe("cellField", () => {
  it("quotes texts and errors, so that ids keep their zeros", () => {
    expect(cellField(cell(CellKind.text, 0, "0042"))).toBe('"0042"');
    expect(cellField(cell(CellKind.text, 0, 'say "ah", twice'))).toBe('"say ""ah"", twice"');
    expect(cellField(cell(CellKind.error, 0, "#N/A"))).toBe('"#N/A"');
  });

  it("writes figures plainly, a percentage as its fraction and dates as ISO text", () => {
    expect(cellField(cell(CellKind.number, 0.1 + 0.2))).toBe("0.3");
    expect(cellField(cell(CellKind.number, 1e21))).toBe("1000000000000000000000");
    expect(cellField(cell(CellKind.number, 1e-7))).toBe("0.0000001");
    expect(cellField(cell(CellKind.percent, 0.19))).toBe("0.19");
    expect(cellField(cell(CellKind.date, 46300))).toBe("2026-10-05");
    expect(cellField(cell(CellKind.date, 46300.25))).toBe("2026-10-05T06:00:00");
    expect(cellField(cell(CellKind.boolean, 1))).toBe("TRUE");
    expect(cellField(cell(CellKind.blank, 0))).toBe("");
  });
});

it("ends every record with CRLF", () => {
  expect(
    commaSeparated([
      [quoted("a"), "1"],
      ["2", ""],
    ]),
  ).toBe('"a",1\r\n2,\r\n');
});
