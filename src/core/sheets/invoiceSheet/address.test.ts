import { addressLines } from "./address";

const customer = { customerId: "C-1", customerName: "Customer" };

describe("an address", () => {
  it.each([
    ["US", ["410 Mercer Walk", "Springfield, NY 10013", "United States"]],
    ["DE", ["410 Mercer Walk", "10013 Springfield, NY", "Germany"]],
    ["gb", ["410 Mercer Walk", "Springfield, NY", "10013", "United Kingdom"]],
    ["Ireland", ["410 Mercer Walk", "Springfield, NY", "10013", "Ireland"]],
    ["Nowhere", ["410 Mercer Walk", "Springfield, NY 10013", "Nowhere"]],
    ["", ["410 Mercer Walk", "Springfield, NY 10013"]],
  ])("in %s has its postal order", (country, lines) => {
    const address = {
      addressLine1: "410 Mercer Walk",
      city: "Springfield",
      region: "NY",
      postalCode: "10013",
      country,
    };
    expect(addressLines({ ...customer, ...address })).toEqual(lines);
  });

  it("has no line for what is not known", () => {
    expect(addressLines(customer)).toEqual([]);
    expect(addressLines({ ...customer, postalCode: "33602", country: "DE" })).toEqual(["33602", "Germany"]);
    expect(addressLines({ ...customer, city: "Bristol", country: "GB" })).toEqual([
      "Bristol",
      "United Kingdom",
    ]);
  });
});
