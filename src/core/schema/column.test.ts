import { CellKind } from "../grid/grid";
import {
  choiceColumn,
  dayColumn,
  decimalColumn,
  fractionColumn,
  idColumn,
  integerColumn,
  momentColumn,
  percentColumn,
  required,
  shownText,
  textColumn,
  type CellView,
  type Column,
} from "./column";
import type { ReadContext } from "./parsed";

const cell = (kind: CellKind, number: number, text = ""): CellView => ({ kind, number, text });
const blank = cell(CellKind.blank, 0);
const number = (value: number) => cell(CellKind.number, value);
const percent = (fraction: number) => cell(CellKind.percent, fraction);
const date = (serial: number) => cell(CellKind.date, serial);
const boolean = (value: 0 | 1) => cell(CellKind.boolean, value);
const text = (written: string) => cell(CellKind.text, 0, written);

const names = { title: "Any", help: "any" };

/** The value as text, with the code of a remark; or the code of a fault. */
function read<T>(column: Column<T>, view: CellView, context: ReadContext = {}): string {
  const parsed = column.parse(view, context);
  if (!parsed.ok) return parsed.fault.code;
  const value = typeof parsed.value === "object" ? JSON.stringify(parsed.value) : String(parsed.value);
  return (parsed.remark ? `${value} ${parsed.remark.code}` : value).replace(/^"(.*?)"/, "$1");
}

describe("shownText", () => {
  it.each([
    [blank, ""],
    [text("  two words "), "two words"],
    [number(17850.0), "17850"],
    [number(0.1 + 0.2), "0.3"],
    [number(1e21), "1000000000000000000000"],
    [number(1e-7), "0.0000001"],
    [boolean(1), "TRUE"],
    [boolean(0), "FALSE"],
    [date(46_326.75), "2026-10-31"],
    [percent(0.125), "12.5%"],
    [cell(CellKind.error, 0, "#N/A"), "#N/A"],
  ])("shows %j as %j", (view, shown) => {
    expect(shownText(view)).toBe(shown);
  });
});

describe("idColumn and textColumn", () => {
  it.each([
    [text("00042"), "00042"],
    [number(17850.0), "17850"],
    [number(123_456_789_012_345), "123456789012345"],
    [text(" INV-7 "), "INV-7"],
  ])("keep %j as %j", (view, shown) => {
    expect(read(idColumn(names), view)).toBe(shown);
    expect(read(textColumn(names), view)).toBe(shown);
  });
});

describe("decimalColumn", () => {
  const column = decimalColumn(names);

  it.each([
    [number(0.1 + 0.2), "0.3"],
    [number(-1234.5), "-1234.5"],
    [number(2 / 3), "0.666666666666667"],
    [percent(0.12), "0.12"],
    [text("1,234.50"), "1234.5 NUMBER_AS_TEXT"],
    [text("12 %"), "0.12 NUMBER_AS_TEXT"],
    [text("(45.00)"), "-45 NUMBER_AS_TEXT"],
    [text("€ 9.90"), "9.9 NUMBER_AS_TEXT"],
    [text("1,234"), "AMBIGUOUS_NUMBER"],
    [text("many"), "NOT_A_NUMBER"],
    [boolean(1), "NOT_A_NUMBER"],
    [date(46_326), "NOT_A_NUMBER"],
  ])("reads %j as %s", (view, value) => {
    expect(read(column, view)).toBe(value);
  });

  it("names both readings of an ambiguous number", () => {
    expect(column.parse(text("1,234"), {})).toEqual({
      ok: false,
      fault: { code: "AMBIGUOUS_NUMBER", words: { one: "1234", other: "1.234" } },
    });
  });

  it("takes the decimal sign that other values have settled", () => {
    expect(read(column, text("1,234"), { decimalSign: "." })).toBe("1234 NUMBER_AS_TEXT");
    expect(read(column, text("1,234"), { decimalSign: "," })).toBe("1.234 NUMBER_AS_TEXT");
  });

  it("keeps to its limits, both included", () => {
    const limited = decimalColumn({ ...names, min: "0", max: "10" });
    expect(read(limited, number(0))).toBe("0");
    expect(read(limited, number(10))).toBe("10");
    expect(read(limited, number(-0.01))).toBe("OUT_OF_RANGE");
    expect(read(limited, text("10.01"))).toBe("OUT_OF_RANGE");
  });
});

describe("percentColumn", () => {
  it.each([
    [percent(0.12), "0.12"],
    [number(12), "0.12"],
    [number(0), "0"],
    [number(100), "1"],
    [percent(1), "1"],
    [number(1), "0.01"],
    [number(0.12), "AMBIGUOUS_DISCOUNT"],
    [percent(0.005), "0.005"],
    [text("12 %"), "0.12 NUMBER_AS_TEXT"],
    [text("0.5 %"), "0.005 NUMBER_AS_TEXT"],
    [text("12"), "0.12 NUMBER_AS_TEXT"],
    [text("0.5"), "AMBIGUOUS_DISCOUNT"],
    [number(100.5), "OUT_OF_RANGE"],
    [number(-1), "OUT_OF_RANGE"],
    [percent(1.2), "OUT_OF_RANGE"],
    [text("some"), "NOT_A_NUMBER"],
  ])("reads %j as %s", (view, value) => {
    expect(read(percentColumn(names), view)).toBe(value);
  });
});

describe("fractionColumn", () => {
  it.each([
    [number(0.2), "0.2"],
    [percent(0.2), "0.2"],
    [text("20 %"), "0.2 NUMBER_AS_TEXT"],
    [text("0.2"), "0.2 NUMBER_AS_TEXT"],
    [number(0), "0"],
    [number(1), "1"],
    [number(20), "OUT_OF_RANGE"],
    [number(-0.1), "OUT_OF_RANGE"],
  ])("reads %j as %s", (view, value) => {
    expect(read(fractionColumn(names), view)).toBe(value);
  });
});

describe("integerColumn", () => {
  it.each([
    [number(1), "1"],
    [number(31), "31"],
    [text("15"), "15 NUMBER_AS_TEXT"],
    [number(0), "OUT_OF_RANGE"],
    [number(32), "OUT_OF_RANGE"],
    [number(1.5), "OUT_OF_RANGE"],
    [text("first"), "NOT_A_NUMBER"],
  ])("reads %j as %s", (view, value) => {
    expect(read(integerColumn({ ...names, min: 1, max: 31 }), view)).toBe(value);
  });
});

describe("dayColumn and momentColumn", () => {
  it.each([
    [date(46_326.75), "46326"],
    [number(46_326), "46326"],
    [date(61), "61"],
    [date(2_958_465.5), "2958465"],
    [date(60), "NOT_A_DATE"],
    [date(2_958_466), "NOT_A_DATE"],
    [text("2026-10-31"), "46326"],
    [text("2026-10-31T18:00:00Z"), "46326"],
    [text("31/10/2026"), "46326 DATE_AS_TEXT"],
    [text("3/4/2026"), "AMBIGUOUS_DATE"],
    [text("2026-02-30"), "NOT_A_DATE"],
    [boolean(1), "NOT_A_DATE"],
    [percent(0.5), "NOT_A_DATE"],
  ])("reads the day of %j as %s", (view, value) => {
    expect(read(dayColumn(names), view)).toBe(value);
  });

  it("names both readings of an ambiguous date", () => {
    expect(dayColumn(names).parse(text("3/4/2026"), {})).toEqual({
      ok: false,
      fault: { code: "AMBIGUOUS_DATE", words: { one: "2026-04-03", other: "2026-03-04" } },
    });
  });

  it("takes the order that the column has settled", () => {
    expect(read(dayColumn(names), text("3/4/2026"), { dateOrder: "mdy" })).toBe("46085 DATE_AS_TEXT");
  });

  it("keeps the time of day where it is asked for", () => {
    const moment = momentColumn(names);
    expect(moment.parse(date(46_326.75), {})).toEqual({ ok: true, value: { day: 46_326, time: 0.75 } });
    expect(moment.parse(text("2026-10-31 18:00"), {})).toEqual({
      ok: true,
      value: { day: 46_326, time: 0.75 },
    });
  });
});

describe("choiceColumn", () => {
  const column = choiceColumn({
    ...names,
    choices: { no_charge: ["No charge", "None", "Gratis"], per_unit: "Per unit", three: ["3", "Three"] },
  });

  it.each([
    [text("No charge"), "no_charge"],
    [text("no_charge"), "no_charge"],
    [text(" NO-CHARGE "), "no_charge"],
    [text("none"), "no_charge"],
    [text("gratïs"), "no_charge"],
    [text("per unit"), "per_unit"],
    [text("PerUnit"), "per_unit"],
    [number(3), "three"],
    [text("free"), "UNKNOWN_CHOICE"],
    [boolean(1), "UNKNOWN_CHOICE"],
  ])("reads %j as %s", (view, value) => {
    expect(read(column, view)).toBe(value);
  });

  it("writes the first label of each id and names them all when none fits", () => {
    expect(column.choices).toEqual(["No charge", "Per unit", "3"]);
    expect(column.parse(text("free"), {})).toEqual({
      ok: false,
      fault: { code: "UNKNOWN_CHOICE", words: { right: "No charge, Per unit, 3" } },
    });
  });
});

describe("required", () => {
  it("marks a copy of the column", () => {
    const optional = textColumn(names);
    expect(required(optional)).toEqual({ ...optional, required: true });
    expect(optional.required).toBe(false);
  });
});
