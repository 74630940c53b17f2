import { ROW, scrollingOf } from "./gridScroll";

const VIEW = 600;

describe("scrolling a sheet", () => {
  it("is that of the page while the page can be as tall", () => {
    const { height, sheetTopOf, scrollTopOf } = scrollingOf(100_000, VIEW);
    expect(height).toBe(100_001 * ROW);
    expect([sheetTopOf(12_345), scrollTopOf(12_345)]).toEqual([12_345, 12_345]);
  });

  it.each([700_000, 1_000_000, 1_048_576])("reaches the first and the last of %i rows", (rows) => {
    const { height, sheetTopOf, scrollTopOf } = scrollingOf(rows, VIEW);
    expect(height).toBeLessThan(16_000_000);
    expect(sheetTopOf(0)).toBe(0);
    expect(sheetTopOf(height - VIEW)).toBeCloseTo((rows + 1) * ROW - VIEW, 3);
    expect(scrollTopOf(sheetTopOf(1_000_000))).toBeCloseTo(1_000_000, 3);
  });
});
