import { isDark, luminanceOf } from "./theme";

it.each([
  ["#ffffff", 1],
  ["#000000", 0],
  ["rgb(41, 41, 41)", 0.16],
  ["transparent", undefined],
])("the luminance of %s is %p", (color, luminance) => {
  const found = luminanceOf(color);
  if (luminance === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(luminance, 2);
});

describe("the theme", () => {
  it("is what Office says it is", () => {
    expect(isDark({ isDarkTheme: true, bodyBackgroundColor: "#ffffff" }, false)).toBe(true);
    expect(isDark({ isDarkTheme: false }, true)).toBe(false);
  });

  it("is told by the colour of the page where Office does not say", () => {
    expect(isDark({ bodyBackgroundColor: "#292929" }, false)).toBe(true);
    expect(isDark({ bodyBackgroundColor: "#ffffff" }, true)).toBe(false);
  });

  it("is that of the system where Excel knows none", () => {
    expect(isDark(undefined, true)).toBe(true);
    expect(isDark({}, false)).toBe(false);
  });
});
