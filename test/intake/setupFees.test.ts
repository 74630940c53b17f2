import { base, bill, october, type Rows } from "./smallBook";

/** A setup fee in two places: told with both cells, never doubled silently. */
const contractsWith = (fee: number): Rows =>
  base.Contracts!.map((row, index) => [...row, index === 0 ? "Setup fee" : index === 1 ? fee : null]);
const prices = (...rows: Rows): Rows => [
  [
    "Contract ID",
    "Product",
    "Pricing model",
    "Unit price",
    "Flat fee",
    "Setup fee",
    "Effective from",
    "Effective to",
  ],
  ...rows,
  ["K2", "Calls", "per_unit", 0.2],
  ["K3", "Line rental", "flat", null, 50],
];
const calls = (fee: number | null) => ["K1", "Calls", "per_unit", 0.1, null, fee] as const;
const told = async (sheets: Record<string, Rows>) => {
  const { bills, said, issues } = await bill(sheets);
  return {
    owed: bills.K1,
    said: said.filter((issue) => !issue.includes("PRICE_WITHOUT_USAGE")),
    message: issues.find(({ code }) => code === "SETUP_FEE_TWICE")?.message,
  };
};

test("the same on the contract and on its price holds", async () => {
  expect(await told({ Contracts: contractsWith(100), Prices: prices(calls(100)) })).toEqual({
    owed: undefined,
    said: ["error SETUP_FEE_TWICE Contracts!F2"],
    message:
      "contract K1 has a setup fee of 100 here and one of 100 in Prices!F2; whether all of it is due is not known: " +
      "clear what is due once, or write one fee for all",
  });
  expect((await told({ Contracts: contractsWith(100), Prices: prices(calls(null)) })).owed).toBe("250.00");
});

test("the sum of its prices' fees on the contract holds", async () => {
  const Prices = prices(calls(60), ["K1", "Fax", "per_unit", 1, null, 40]);
  expect((await told({ Contracts: contractsWith(100), Prices })).said).toEqual([
    "error SETUP_FEE_TWICE Contracts!F2",
  ]);
});

test("another on the price is charged beside it and named", async () => {
  const { owed, said, message } = await told({ Contracts: contractsWith(100), Prices: prices(calls(80)) });
  expect([owed, said]).toEqual(["330.00", ["warning SETUP_FEE_TWICE Contracts!F2"]]);
  expect(message).toMatch(/one of 80 in Prices!F2; each is charged/);
});

test("the same on two prices is charged for each and named", async () => {
  const Prices = prices(calls(80), ["K1", "Fax", "per_unit", 1, null, 80]);
  expect(await told({ Prices })).toMatchObject({
    owed: "310.00",
    said: ["warning SETUP_FEE_TWICE Prices!F2"],
  });
});

test("repeated with a new price of the same product is named", async () => {
  const Prices = prices(
    [...calls(80), october(1), october(10)],
    ["K1", "Calls", "per_unit", 0.1, null, 80, october(11)],
  );
  expect((await told({ Prices })).said).toEqual(["warning SETUP_FEE_TWICE Prices!F2"]);
});

test("on each row of contracts with their prices it may be the contract's, and holds", async () => {
  const row = (
    contract: string,
    product: string,
    price: number | null,
    flat: number | null,
    fee: number | null,
  ) => [
    ...[
      contract,
      `of ${contract}`,
      october(1),
      "EUR",
      product,
      price === null ? "flat" : "per_unit",
      price,
      flat,
      fee,
    ],
  ];
  const Contracts = (second: number | null): Rows => [
    [
      "Contract ID",
      "Customer ID",
      "Start date",
      "Currency",
      "Product",
      "Pricing model",
      "Unit price",
      "Flat fee",
      "Setup fee",
    ],
    row("K1", "Calls", 0.1, null, 100),
    row("K1", "Line rental", null, 30, second),
    row("K2", "Calls", 0.2, null, null),
  ];
  expect(await told({ Contracts: Contracts(100), Prices: [] })).toMatchObject({
    owed: undefined,
    said: ["error SETUP_FEE_TWICE Contracts!I2"],
  });
  expect(await told({ Contracts: Contracts(null), Prices: [] })).toMatchObject({ owed: "280.00", said: [] });
});

test("a flat fee that is called a setup fee is charged again and again, and told", async () => {
  const head = ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", "Effective to"] as const;
  const Prices = (until: string | null): Rows => [
    head,
    ["K1", "Calls", "per_unit", 0.1],
    ["K2", "Calls", "per_unit", 0.2],
    ["K3", "Set-up fee", "flat", null, 50, until],
  ];
  const { bills, said, issues } = await bill({ Prices: Prices(null) });
  expect([bills.K3, said]).toEqual(["50.00", ["warning SETUP_FEE_REPEATED Prices!B4"]]);
  expect(issues.find(({ code }) => code === "SETUP_FEE_REPEATED")?.message).toBe(
    "“Set-up fee” is a flat fee of 50 that is charged in every billing period",
  );
  expect((await bill({ Prices: Prices("2026-10-31") })).said).toEqual([]);
});
