import { ROW, scrollingOf } from "./gridScroll";

const VIEW = 600;

describe("scrolling a sheet", () => {
  it("is that of the page while the page can be as tall", () => {
    const { height, sheetTopOf: placeOf, scrollTopOf } = scrollingOf(100_000, VIEW);
    expect(height).toBe(100_001 * ROW);
    expect([placeOf(12_345), scrollTopOf(12_345)]).toEqual([12_345, 12_345]);
  });

  it.each([700_000, 1_000_000, 1_048_576])("reaches the first and the last of %i rows", (rows) => {
    const { height, sheetTopOf: placeOf, scrollTopOf } = scrollingOf(rows, VIEW);
    expect(height).toBeLessThan(16_000_000);
    expect(placeOf(0)).toBe(0);
    expect(placeOf(height - VIEW)).toBeCloseTo((rows + 1) * ROW - VIEW, 3);
    expect(scrollTopOf(placeOf(1_000_000))).toBeCloseTo(1_000_000, 3);
  });
});
