import { Decimal } from "../../money/decimal";
import { Column } from "./columns";
import { rowWith, testLine, testSettings, testSheet } from "./testData";
import type { PlannedSheet } from "../plan";

describe("the page", () => {
  it("is portrait without grid lines and repeats the header of the line table", () => {
    const sheet = testSheet();
    const headerRow = rowWith(sheet, "Description");
    expect(sheet.hideGridLines).toBe(true);
    expect(sheet.frozenRows).toBeUndefined();
    expect(sheet.page).toMatchObject({ orientation: "portrait", repeatRows: [headerRow, headerRow] });
  });

  it("says company, number and page at its foot, an ampersand doubled", () => {
    const sheet = testSheet({}, { settings: { ...testSettings, companyName: "Smith & Sons" } });
    const look = "&8&K667080";
    expect(sheet.page!.footer).toBe(`&L${look}Smith && Sons&C${look}INV-2026-0001&R${look}Page &P of &N`);
  });

  it("keeps the footer within what Excel takes", () => {
    const settings = { ...testSettings, companyName: "&".repeat(300) };
    const sheet = testSheet({ number: "N".repeat(300), status: "draft" }, { settings });
    expect(sheet.page!.footer!.length).toBeLessThanOrEqual(255);
  });

  it("is as wide as A4 unless the figures need more", () => {
    const width = (sheet: PlannedSheet) =>
      sheet.widths.reduce((total, columnWidth) => total + columnWidth, 0);
    expect(width(testSheet())).toBe(98);
    const huge = testLine({
      quantity: new Decimal("123456789012345"),
      unitPrice: new Decimal("0.000000000125"),
    });
    expect(
      width(testSheet({ lines: [{ ...huge, amount: new Decimal("123456789012345") }] })),
    ).toBeGreaterThan(98);
  });

  it("is one where all fits on it or nearly does", () => {
    const lines = (count: number) => ({ lines: Array.from({ length: count }, () => testLine()) });
    expect(testSheet().page).toMatchObject({ pages: 1 });
    expect(testSheet().page!.breaks).toBeUndefined();
    expect(testSheet(lines(22)).page!.pages).toBe(1);
    expect(testSheet(lines(35)).page!.pages).toBeUndefined();
  });

  it("breaks before two lines at least and all of the totals", () => {
    for (let count = 30; count < 70; count++) {
      const { rows, page, heights } = testSheet({ lines: Array.from({ length: count }, () => testLine()) });
      const last = page!.breaks!.at(-1)!;
      const below = rows.slice(last).map((row) => row[0]?.value);
      expect(below.filter((text) => text === "API calls").length).toBeGreaterThanOrEqual(2);
      expect(rows.slice(last).some((row) => row[Column.quantity]?.value === "Subtotal")).toBe(true);
      const pages = [0, ...page!.breaks!, rows.length];
      const filled = pages.slice(1).map((end, index) => {
        const shown = rows.slice(pages[index], end).map((_, row) => heights!.get(pages[index]! + row)!);
        return shown.reduce((total, height) => total + height, 0);
      });
      expect(Math.max(...filled)).toBeLessThanOrEqual(690);
      // No page but the last is half empty.
      expect(Math.min(...filled.slice(0, -1))).toBeGreaterThan(690 / 2);
    }
  });

  it("has the logo at the top right, above the facts", () => {
    const logo = { bytes: Uint8Array.of(1, 2, 3), type: "png" } as const;
    const image = { ...logo, row: 0, column: Column.unitPrice, maxWidth: 180, maxHeight: 64 };
    expect(testSheet({}, { logo }).image).toEqual(image);
    expect(testSheet().image).toBeUndefined();
  });
});
