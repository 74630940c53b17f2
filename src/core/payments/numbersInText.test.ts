import fc from "fast-check";
import { check } from "../../../test/properties/support/check";
import { numbersInText } from "./numbersInText";

const named = (text: string, ...numbers: string[]) =>
  numbersInText(text, numbers).map((index) => numbers[index]);

describe("numbersInText: how a number may be written", () => {
  it.each([
    "INV-1002",
    "pays inv-1002.",
    "Inv 1002",
    "inv1002",
    "INV - 1002",
    "INV\u00a01002",
    "INV\u20131002",
    "(INV-1002)",
    "Re:INV-1002!",
    "1.INV-1002",
    "INV-1002-Acme",
  ])("%j names INV-1002", (text) => {
    expect(named(text, "INV-1002", "INV-1003")).toEqual(["INV-1002"]);
  });

  it.each(["INV-1002", "inv 1002", "INV1002"])(
    "%j names INV1002 and INV 1002, however they are kept",
    (text) => {
      expect(named(text, "INV1002")).toEqual(["INV1002"]);
      expect(named(text, " INV 1002 ")).toEqual([" INV 1002 "]);
    },
  );

  it.each([
    ["2026/15", "2026/15"],
    ["RE.2026.7", "re.2026.7,"],
    ["A(1)", "pays a(1)"],
    ["#77", "for #77"],
    ["Ä-7", "ä 7"],
    ["2026-0012", "20260012"],
    ["2026-0012", "2026 0012"],
  ])("%j is named in %j", (number, text) => {
    expect(named(text, number)).toEqual([number]);
  });

  it.each([
    ["2026/15", "2026-15"],
    ["2026/15", "2026 / 15"],
    ["1001", "10-01"],
    ["1001", "10 01"],
    ["AB-1", "A B-1"],
    ["", "pays"],
    ["-", "a - b"],
    ["INV-1", ""],
  ])("%j is not named in %j", (number, text) => {
    expect(named(text, number)).toEqual([]);
  });
});

describe("numbersInText: whole tokens only", () => {
  it.each([
    ["INV-1", "INV-10"],
    ["INV-1", "INV-1A"],
    ["INV-1", "MINV-1"],
    ["INV-1", "INV-1-2"],
    ["1001", "21001"],
    ["1001", "10010"],
    ["1001", "A1001"],
    ["1001", "1001.50"],
    ["1001", "1001,50"],
    ["1001", "5,1001.50"],
    ["1001", "$1001"],
    ["1001", "1001€"],
    ["001", "1,001"],
    ["234", "1,234,567"],
    ["50", "1001.50"],
    ["2026", "2026-10-31"],
    ["2026", "31.10.2026"],
    ["1001", "2026-1001"],
  ])("%s is not in %j", (number, text) => {
    expect(named(text, number)).toEqual([]);
  });

  it.each([
    ["1002", "INV-1002"],
    ["1002", "No.1002."],
    ["1002", "invoice 1002, thank you"],
    ["1002", "1001/1002/1003"],
    ["1002", "1001,1002"],
  ])("%s is in %j", (number, text) => {
    expect(named(text, number)).toEqual([number]);
  });
});

describe("numbersInText: several numbers", () => {
  it.each([
    "1001,1002",
    "1001, 1002",
    "1001;1002",
    "1001/1002",
    "1001+1002",
    "1001 + 1002",
    "1001 and 1002",
    "1001&1002",
    "1002-1001",
    "[1001][1002]",
    "(1001)(1002)",
    "1002\n1001",
    "INV-1001,INV 1002",
  ])("%j names 1001 and 1002 in the order of the list", (text) => {
    expect(named(text, "1001", "1002", "1003")).toEqual(["1001", "1002"]);
  });

  it("takes 101,102 for a list only if both are in it", () => {
    expect(named("101,102", "101", "102")).toEqual(["101", "102"]);
    expect(named("101,102", "101", "103")).toEqual([]);
    expect(named("41,42", "41", "42")).toEqual(["41", "42"]);
  });

  it("does not find again what stands in a longer number", () => {
    expect(named("pays INV-1002 and INV 1002", "1002", "INV-1002")).toEqual(["INV-1002"]);
    expect(named("pays INV-1002 and 1002", "1002", "INV-1002")).toEqual(["1002", "INV-1002"]);
    expect(named("2026/15", "15", "2026", "2026/15")).toEqual(["2026/15"]);
    expect(named("INV-20261001 7", "20261001", "INV-7", "INV-20261001")).toEqual(["INV-20261001"]);
  });

  it("keeps numbers apart that differ by their hyphens only", () => {
    expect(named("INV-12", "INV-1-2", "INV-12")).toEqual(["INV-12"]);
    expect(named("INV-1-2", "INV-1-2", "INV-12")).toEqual(["INV-1-2"]);
  });

  it("names every row of a number", () => {
    expect(numbersInText("INV-1", ["INV-1", "INV-2", "inv-1"])).toEqual([0, 2]);
  });

  it("finds every number of a list, however it is written, and no other", () => {
    const count = fc.integer({ min: 1, max: 99_999 });
    const numbers = fc.uniqueArray(count, { minLength: 1, maxLength: 30 });
    const style = fc.record({
      joint: fc.constantFrom("", "-", " ", " - ", "\u00a0"),
      isLower: fc.boolean(),
      between: fc.constantFrom(", ", ",", ";", "/", "+", " and ", ") (", " "),
    });
    check(
      fc.property(numbers, fc.nat(), style, (all, split, { joint, isLower, between }) => {
        const written = all.slice(split % all.length).map((number) => `INV${joint}${String(number)}`);
        const text = `Pays ${written.join(between)}.`;
        const found = numbersInText(
          isLower ? text.toLowerCase() : text,
          all.map((number) => `INV-${String(number)}`),
        );
        expect(found).toEqual(all.map((_, index) => index).slice(split % all.length));
      }),
      300,
    );
  });
});
