import { numberIndex } from "./numberIndex";

const index = numberIndex([
  "2026/0820",
  "2026/0821",
  "R.12",
  "INV-0133",
  "INV-0266",
  "A_7:1",
  "20-30",
  "4711",
]);

describe("the numbers that a text names", () => {
  it.each([
    ["2026/0820", ["2026/0820"]],
    ["Rechnung 2026/0820 vom 14.09.2026", ["2026/0820"]],
    ["2026-0820, 2026 0821", ["2026/0820", "2026/0821"]],
    ["20260820", ["2026/0820"]],
    ["2026/820", ["2026/0820"]],
    ["re R.12/4711", ["R.12", "4711"]],
    ["a_7:1", ["A_7:1"]],
    // Signs of their own are no separators of other numbers.
    ["INV/0133", []],
    ["20/30", []],
    ["2026.0820", []],
    ["2026/08/20", []],
    ["0820", []],
  ])("in %j", (text, numbers) => {
    expect(index.namedIn(text)).toEqual(numbers);
  });

  it("are found with a slash of their own, alone and in a list", () => {
    expect(index.find("2026/820")).toBe("2026/0820");
    expect(index.listedIn("2026/0820, 0821")).toEqual(["2026/0820", "2026/0821"]);
    expect(index.listedIn("2026/0820/0821")).toEqual(["2026/0820", "2026/0821"]);
  });
});
