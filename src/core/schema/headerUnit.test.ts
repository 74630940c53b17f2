import { currencyOfHeader, measuredHeaders } from "./headerUnit";

describe("measuredHeaders", () => {
  test.each([
    ["Menge (kWh)", "Menge", "kWh"],
    ["Verbrauch [m³]", "Verbrauch", "m³"],
    ["Price in EUR", "Price", "EUR"],
    ["Prix, HT", "Prix", "HT"],
    ["Price (excl. VAT)", "Price", "excl. VAT"],
    ["Fee / month", "Fee", "month"],
    ["Price per call", "Price", "call"],
    ["Qty kWh", "Qty", "kWh"],
    ["€ amount", "amount", "€"],
    ["Preis (€/kWh)", "Preis", "€/kWh"],
  ])("%s is %s in %s", (header, name, said) => {
    const [first] = measuredHeaders(header);
    expect([first?.name.trim(), first?.said]).toEqual([name, said]);
  });

  test.each([
    "Price",
    "Price (old)",
    "Price 2027",
    "Usage day",
    "Price min",
    "Quantity (planned)",
    "ALL prices",
    "",
  ])("%s names no unit", (header) => {
    expect(measuredHeaders(header).filter(({ isPer }) => !isPer)).toEqual(
      header === "ALL prices" ? [{ name: "prices", said: "ALL", isPer: false }] : [],
    );
  });

  test("a header as long as a page takes no time", () => {
    expect(measuredHeaders(`Price ${"(a ".repeat(20_000)}`)).toEqual([]);
  });
});

test("the currency of a header stands beside its name", () => {
  expect(["Price (USD)", "Fee €", "Price (€/kWh)", "Price"].map(currencyOfHeader)).toEqual([
    "USD",
    "€",
    "€",
    undefined,
  ]);
});
