import { rhythmNamedIn, rhythmOf } from "./rhythms";

describe("rhythmNamedIn", () => {
  test.each([
    ["Monthly fee", "monthly"],
    ["Fee per month", "monthly"],
    ["Fee p.m.", "monthly"],
    ["€/mo", "monthly"],
    ["Monatspreis", "monthly"],
    ["€/yr", "annual"],
    ["Fee (per annum)", "annual"],
    ["Jahresgebühr", "annual"],
    ["Prix / an", "annual"],
    ["per quarter", "quarterly"],
    ["Weekly rate", "other"],
  ])("%s is %s", (text, rhythm) => {
    expect(rhythmNamedIn(text)).toBe(rhythm);
  });

  test.each(["Fee", "Unit price", "€/kWh", "Price per call", "GB-month", "month", "pm", "Price an hour", ""])(
    "%s says nothing of it",
    (text) => {
      expect(rhythmNamedIn(text)).toBeUndefined();
    },
  );
});

test("a cell says it as its first words", () => {
  expect(["yearly", "quarterly, Jan/Apr", "p.a.", "often"].map(rhythmOf)).toEqual([
    "annual",
    "quarterly",
    "annual",
    undefined,
  ]);
});
