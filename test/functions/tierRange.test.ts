import { rememberByContent } from "../../src/functions/cells/remember";
import { readTierRange } from "../../src/functions/cells/tierRange";
import { rateUsage } from "../../src/functions/catalog/rating";
import { builtFunctions } from "../support/builtFunctions";

const tiers = () => [
  [10, 2],
  ["*", 1],
];

function countedReader(most?: number) {
  const read = jest.fn(readTierRange);
  return { read, remembered: rememberByContent(read, most) };
}

describe("a remembered tier range", () => {
  it("is read once for the same content, whatever array it comes in", () => {
    const { read, remembered } = countedReader();
    for (let call = 0; call < 1000; call++) remembered(tiers());
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("is read anew when a cell of the same range is edited, and known again when that is undone", () => {
    const { read, remembered } = countedReader();
    const range = tiers();
    const before = remembered(range);
    range[0]![1] = 3;
    expect(remembered(range)).not.toEqual(before);
    range[0]![1] = 2;
    expect(remembered(range)).toBe(before);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("tells a number from the same digits as text, and a blank from a zero", () => {
    const { read, remembered } = countedReader();
    for (const bound of [10, "10", null, "", 0]) {
      try {
        remembered([
          [bound, 2],
          ["*", 1],
        ]);
      } catch {
        // A first tier without a bound is a fault, which is not what is counted here.
      }
    }
    expect(read).toHaveBeenCalledTimes(5);
  });

  it("is dropped when enough others were read after it", () => {
    const { read, remembered } = countedReader(2);
    for (const price of [1, 2, 3, 1]) remembered([["*", price]]);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it("does not remember a fault", () => {
    const { read, remembered } = countedReader();
    for (let call = 0; call < 2; call++) expect(() => remembered([["x"], ["y"]])).toThrow("one column");
    expect(read).toHaveBeenCalledTimes(2);
  });
});

const functions = builtFunctions();

describe("RATE_USAGE over a range that is edited", () => {
  it("is never served from the range's former content", () => {
    const range: unknown[][] = tiers();
    expect(rateUsage([[15]], range)).toEqual([[25]]);
    range[0]![1] = 3;
    expect(rateUsage([[15]], range)).toEqual([[35]]);
    range.pop();
    range[0]![0] = "*";
    expect(rateUsage([[15]], range)).toEqual([[45]]);
  });

  it("gives each of two prices its own amounts, call by call and in columns", async () => {
    const other = [
      [10, 4],
      ["*", 1],
    ];
    const shown = await functions().callMany([
      ["RATE_USAGE", 15, tiers()],
      ["RATE_USAGE", 15, other],
      ["RATE_USAGE", [[15], [5]], tiers()],
      ["RATE_USAGE", [[15], [5]], other],
      ["RATE_USAGE", 15, tiers(), "volume"],
      ["RATE_USAGE", 15, tiers(), "graduated", 5],
    ]);
    expect(shown).toEqual([25, 45, [[25], [10]], [[45], [20]], 15, 20]);
  });
});
