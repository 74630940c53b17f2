import { foundBy } from "./foundBy";

describe("what is found by a search", () => {
  it.each([
    ["", true],
    ["   ", true],
    ["inv-2026", true],
    ["ALDER 0007", true],
    [" analytics\talder ", true],
    ["alder kestrel", false],
    // A word is never found across two texts.
    ["0007alder", false],
    [".*", false],
  ])("%j: %s", (search, isFound) => {
    expect(foundBy(search)("INV-2026-0007", "Alderbrook Analytics")).toBe(isFound);
  });

  it("is nothing among no texts", () => {
    expect(foundBy("a")()).toBe(false);
  });
});
