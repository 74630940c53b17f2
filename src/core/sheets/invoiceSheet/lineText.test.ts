import { parseIsoDay } from "../../calendar/day";
import { lineDetail, lineTitle } from "./lineText";
import { testLine } from "./testData";

describe("the title of a line", () => {
  it.each([
    ["what is sold", {}, "API calls"],
    ["the tier", { tier: "250,000 - 1,000,000" }, "API calls, tier 250,000 - 1,000,000"],
    ["the step of its price", { kind: "included" }, "API calls, included"],
    ["a discount", { kind: "discount" }, "API calls, discount"],
    ["an adjustment as it was described", { kind: "adjustment", description: "Outage" }, "Outage"],
    ["the product where there is no description", { description: "", product: "Storage" }, "Storage"],
  ] as const)("names %s", (_, changes, title) => {
    expect(lineTitle(testLine(changes))).toBe(title);
  });
});

describe("the detail of a line", () => {
  it("is the period and the explanation", () => {
    expect(lineDetail(testLine())).toBe("1 to 31 Oct 2026: 1,000 calls × 0.0375 = 37.50");
  });

  it("does not name the tier again", () => {
    const line = testLine({
      tier: "up to 1,000",
      explanation: "tier up to 1,000: 1,000 calls × 0.0375 = 37.50",
    });
    expect(lineDetail(line)).toBe("1 to 31 Oct 2026: 1,000 calls × 0.0375 = 37.50");
  });

  it("does not name a period that the explanation names", () => {
    const explanation = "late usage of 1 to 31 Oct 2026: 10 calls × 2 = 20.00";
    expect(lineDetail(testLine({ explanation }))).toBe(
      "Late usage of 1 to 31 Oct 2026: 10 calls × 2 = 20.00",
    );
  });

  it("is the period alone, or its only day", () => {
    const day = parseIsoDay("2026-10-14")!;
    expect(lineDetail(testLine({ explanation: "", period: { from: day, to: day } }))).toBe("14 Oct 2026");
  });
});
