import { Decimal } from "../../money/decimal";
import type { OpenDocument } from "../book";
import { setsBetween } from "./combinations";

/** Items of these open amounts, numbered from A. */
const items = (...amounts: readonly string[]) =>
  amounts.map((amount, index) => ({
    document: { number: String.fromCharCode(65 + index) } as OpenDocument,
    open: new Decimal(amount),
  }));

const found = (amounts: readonly string[], from: string, to = from): string[] =>
  setsBetween(items(...amounts), new Decimal(from), new Decimal(to)).map((set) =>
    set.map(({ document }) => document.number).join(""),
  );

describe("setsBetween", () => {
  it("adds amounts exactly, of two to five items", () => {
    expect(found(["0.1", "0.2", "0.3"], "0.3")).toEqual(["AB"]);
    expect(found(["1", "1", "1", "1", "1"], "5")).toEqual(["ABCDE"]);
    expect(found(["1", "1", "1", "1", "1", "1"], "6")).toEqual([]);
    expect(found(["5", "1"], "5")).toEqual([]);
  });

  it("counts credits in, and gives every set between two bounds", () => {
    expect(found(["100", "-20", "50"], "80")).toEqual(["AB"]);
    expect(found(["10", "20", "30"], "30", "50")).toEqual(["AB", "AC", "BC"]);
  });

  it("is tried among at most 12 items, and where doubles hold the amounts exactly", () => {
    const twelve = Array.from({ length: 12 }, () => "1");
    expect(found(twelve, "2")).toHaveLength(66);
    expect(found([...twelve, "1"], "2")).toEqual([]);
    expect(found(["0.0000001", "1"], "1.0000001")).toEqual([]);
    expect(found(["9007199254740993", "1"], "9007199254740994")).toEqual([]);
  });
});
