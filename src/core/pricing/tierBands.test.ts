import { parseBand } from "./tierBands";

/** "0 to 1000", "above 5000": the bounds as they are read, or that there are none. */
function read(text: string): string {
  const result = parseBand(text, undefined);
  if (!result.ok) return "no bound";
  const { from, upTo } = result.band;
  return `${from?.toString() ?? ""}-${upTo === null ? "*" : (upTo?.toString() ?? "")}`;
}

describe("the bounds of a tier", () => {
  it.each([
    ["1000", "-1000"],
    ["0-1000", "0-1000"],
    ["0 to 1000 calls", "0-1000"],
    ["up to 500 kWh", "-500"],
    ["1001 and above", "1001-*"],
    ["100 m³", "-100"],
    ["1000 oil", "-1000"],
  ])("“%s” are %s", (text, bounds) => {
    expect(read(text)).toBe(bounds);
  });

  it.each([
    ...[
      "500\n500",
      "500  500",
      "5 million",
      "0-5 million",
      "0 - 5 mio",
      "10 tsd",
      "up to 2 Millionen",
      "3 milioni",
      "2 miles de millones",
    ],
    ...["5 dozen", "4 hundred calls", "1 lakh", "2k", "0-2k", "7 mrd"],
  ])("“%s” are not the figure alone", (text) => {
    expect(read(text)).toBe("no bound");
  });

  it.each(["1OOO", "0-1OOO", "1o0", "up to 1OO calls", "2l"])("“%s” has letters for figures", (text) => {
    expect(read(text)).toBe("no bound");
  });

  it("are found in time in a long text", () => {
    expect(read(`${"1a".repeat(16_000)}!`)).toBe("no bound");
    expect(read(`${"1".repeat(32_000)}!`)).toBe("no bound");
  });
});
