import { nearSettings } from "./nearSettings";

describe("settings near a key", () => {
  it.each([
    ["Seller IBAN", "Company IBAN"],
    ["Curency", "Currency"],
    ["invoice number format", "Invoice number pattern"],
    ["Prices incl. tax", "Prices include tax"],
  ])("%s is told %s first", (key, title) => {
    expect(nearSettings(key)[0]).toBe(title);
  });

  it("names three at most, and none where nothing is alike", () => {
    expect(nearSettings("Company").length).toBe(3);
    expect(nearSettings("Birthday of the cat")).toEqual([]);
  });
});
