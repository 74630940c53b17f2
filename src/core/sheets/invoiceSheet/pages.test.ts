import { pageBreaks } from "./pages";

/** Breaks of rows of 10 points on pages of 100, the header in row 2. */
const breaks = (count: number, kept: readonly number[] = [], pageHeight = 100) =>
  pageBreaks({
    heights: Array.from({ length: count }, () => 10),
    kept: new Set(kept),
    headerRow: 2,
    pageHeight,
  });

describe("page breaks", () => {
  it("are none where all fits", () => {
    expect(breaks(10)).toEqual([]);
  });

  it("stand where a page is full; the repeated header takes room on every page but the first", () => {
    expect(breaks(30)).toEqual([10, 19, 28]);
  });

  it("keep rows together", () => {
    expect(breaks(12, [7, 8, 9, 10])).toEqual([7]);
    expect(breaks(12, [8, 9])).toEqual([8]);
  });

  it("break what is higher than a page where the page ends", () => {
    expect(breaks(12, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([10]);
    expect(pageBreaks({ heights: [10, 300, 10], kept: new Set(), headerRow: 0, pageHeight: 100 })).toEqual([
      1, 2,
    ]);
  });

  it("are no more than Excel takes", () => {
    expect(breaks(3000, [], 20)).toHaveLength(1023);
  });
});
