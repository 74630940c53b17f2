import { correctsText, gaveNumbers, givenText, numbersGivenBy, numbersGivenIn } from "./givenNumbers";

const many = (count: number, numberOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => numberOf(index + 1));

describe("numbers in the log", () => {
  it.each([
    [["INV-2026-0001"], "INV-2026-0001"],
    [["INV-2026-0001", "INV-2026-0002", "INV-2026-0003"], "INV-2026-0001 to INV-2026-0003"],
    [
      ["INV-2026-0099", "INV-2026-0101", "INV-2026-0102", "CN-7"],
      "INV-2026-0099, INV-2026-0101 to INV-2026-0102, CN-7",
    ],
    [["R9", "R10", "R11"], "R9 to R11"],
    [["0009/2026", "0010/2026"], "0009/2026 to 0010/2026"],
    [["INV-2025-0001", "INV-2026-0001"], "INV-2025-0001 to INV-2026-0001"],
    [["A", "B"], "A, B"],
  ])("%j are written %s, and read again", (numbers, text) => {
    expect(givenText(numbers)).toBe(`numbers given: ${text}`);
    expect(numbersGivenIn(`as of 2026-10-31; numbers given: ${text}; approvals 00ff`)).toEqual(numbers);
  });

  it("are not listed where a pattern has the list's own separators, or the cell would overflow", () => {
    expect(givenText([])).toBe("numbers given");
    expect(givenText(["Bill, no. 1"])).toBe("numbers given");
    expect(givenText(["1 to 3"])).toBe("numbers given");
    expect(givenText(many(600, (index) => `INV-${String(index * 7)}`))).toBe("numbers given");
    expect(numbersGivenIn("as of 2026-10-31; numbers given")).toEqual([]);
    expect([gaveNumbers("as of 2026-10-31; numbers given"), gaveNumbers("drafts")]).toEqual([true, false]);
  });

  it("of three thousand documents are two", () => {
    const numbers = many(3000, (index) => `INV-${String(index).padStart(4, "0")}`);
    expect(givenText(numbers)).toBe("numbers given: INV-0001 to INV-3000");
    expect(numbersGivenIn(givenText(numbers))).toEqual(numbers);
  });

  it("of a credit are the one of its note", () => {
    const said = (number: string, reason = "PRICE") =>
      `as of 2026-10-31; ${correctsText(number, "INV-1")}; reason ${reason}`;
    expect(numbersGivenBy("credit", said("CN-2026-0001"))).toEqual(["CN-2026-0001"]);
    expect(numbersGivenBy("credit", said("DRAFT-CREDIT-INV-1-1", "numbers given: CN-9"))).toEqual([]);
    expect(numbersGivenBy("credit", undefined)).toEqual([]);
    expect(numbersGivenBy("submit", said("CN-2026-0001"))).toEqual([]);
    expect(numbersGivenBy("bill", `as of 2026-10-31; ${givenText(["CN-1"])}`)).toEqual(["CN-1"]);
  });

  it("typed by hand are not counted up without end", () => {
    expect(numbersGivenIn("numbers given: A1 to A999999999999999")).toEqual(["A1", "A999999999999999"]);
  });
});
