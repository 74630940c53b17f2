import { matchName, titleKey } from "./sheetNames";

const titles = new Set(["Usage", "Meter data", "Verbrauch"].map(titleKey));

describe("matchName", () => {
  it.each([
    ["Usage", "plain"],
    ["usages", "plain"],
    ["METER-DATA", "plain"],
    ["Usage Sep", "beside"],
    ["Oct usage", "beside"],
    ["Usage (Oct)", "beside"],
    ["Usage 2", "beside"],
    ["Verbrauch 2026-10", "beside"],
    ["North meter data 10", "beside"],
    ["UsageOct", "beside"],
    ["Usage (2)", "putAside"],
    ["Usage old", "putAside"],
    ["Copy of Usage", "putAside"],
    ["Kopie Verbrauch", "putAside"],
    ["usage_backup", "putAside"],
    ["Usagers", "none"],
    ["Sheet7", "none"],
    ["Meter", "none"],
    ["", "none"],
  ])("%j is %s", (name, way) => {
    expect(matchName(name, titles)).toBe(way);
  });
});
