import { findFunctions, readFunctions, signatureOf } from "./functionIndex";

const metadata = {
  functions: [
    {
      id: "RATE_USAGE",
      name: "RATE_USAGE",
      description: "The price of a quantity. Example: =BILLING.RATE_USAGE(C2, Tiers!A2:B5)",
      parameters: [
        { name: "quantity", description: "How much was used.", type: "any" },
        { name: "tiers", description: "The price list.", type: "any", dimensionality: "matrix" },
        { name: "model", description: "How tiers apply.", type: "string", optional: true },
      ],
    },
    { id: "DSO", name: "DSO", description: "Days sales outstanding.", parameters: [] },
  ],
};
const functions = readFunctions(metadata);
const found = (search: string) => findFunctions(functions, search).map(({ name }) => name);

describe("readFunctions", () => {
  it("orders by name and sets the example apart", () => {
    expect(functions.map(({ name, description, example }) => [name, description, example])).toEqual([
      ["DSO", "Days sales outstanding.", ""],
      ["RATE_USAGE", "The price of a quantity.", "=BILLING.RATE_USAGE(C2, Tiers!A2:B5)"],
    ]);
  });

  it.each([null, undefined, "text", {}, { functions: "none" }])("reads no function from %j", (other) => {
    expect(readFunctions(other)).toEqual([]);
  });
});

describe("signatureOf", () => {
  it("puts optional parameters in brackets", () => {
    expect(functions.map(signatureOf)).toEqual([
      "=BILLING.DSO()",
      "=BILLING.RATE_USAGE(quantity, tiers, [model])",
    ]);
  });
});

describe("findFunctions", () => {
  it.each([
    ["", ["DSO", "RATE_USAGE"]],
    ["rate usage", ["RATE_USAGE"]],
    ["RATE_USAGE", ["RATE_USAGE"]],
    ["usage rate", ["RATE_USAGE"]],
    ["price list", ["RATE_USAGE"]],
    ["sales ", ["DSO"]],
    ["sales tiers", []],
    [".*", ["DSO", "RATE_USAGE"]],
  ])("%j finds %j", (search, names) => {
    expect(found(search)).toEqual(names);
  });
});
