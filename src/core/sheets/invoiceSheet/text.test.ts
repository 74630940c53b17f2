import { countLines, heightOfLines, wrapText } from "./text";

describe("wrapping", () => {
  it("keeps line breaks and empty lines", () => {
    expect(wrapText("Quayside Bank\r\n\nBIC QUAYIE2D", 40, 11)).toEqual([
      "Quayside Bank",
      "",
      "BIC QUAYIE2D",
    ]);
  });

  it("breaks between words, and loses nothing", () => {
    const text = "Data transfer between regions  and availability zones, with replication";
    const lines = wrapText(text, 20, 11);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join("")).toBe(text);
    expect(lines.every((line) => line.trimEnd().length <= 24)).toBe(true);
  });

  it("breaks a word that is longer than a line", () => {
    const lines = wrapText("8".repeat(50), 21.2, 11);
    expect(lines.map(({ length }) => length)).toEqual([20, 20, 10]);
  });

  it("stops at the lines that are asked for, in long words, long lines and many lines", () => {
    for (const text of ["8".repeat(900), "3f9a01bc, ".repeat(90), "one\n".repeat(90)]) {
      const all = wrapText(text, 21.2, 11);
      expect(all.length).toBeGreaterThan(28);
      expect(countLines(text, 21.2, 11, 28)).toBe(Math.min(all.length, 28));
      expect(countLines(text, 21.2, 11, Infinity)).toBe(all.length);
    }
  });

  it("counts East Asian characters twice and small type less", () => {
    expect(wrapText("梅本貿易株式会社梅本貿易株式会社", 21.2, 11)).toHaveLength(2);
    expect(wrapText("8".repeat(40), 41.2, 11)).toHaveLength(1);
    expect(wrapText("8".repeat(50), 41.2, 8)).toHaveLength(1);
  });

  it("gives every line its height", () => {
    expect([heightOfLines(1, 10), heightOfLines(3, 10), heightOfLines(1, 8)]).toEqual([14, 41, 12]);
  });
});
