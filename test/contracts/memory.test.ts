import { billStep } from "../../scripts/workedExamples/billStep";
import { added, bookOf, typedAt } from "../time/documents";

const contracts = [
  ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
  ["C1", "K1", "Acme", "2026-10-01", "USD"],
];
const usage = [["Contract ID", "Meter", "Date", "Quantity"]];

/** Prices that include 19 % of tax. */
const taxInside = {
  Settings: [
    ["Key", "Value"],
    ["Prices include tax", "Yes"],
  ],
  "Tax codes": [
    ["Tax code", "Rate"],
    ["V", 0.19],
  ],
};

type Step = Awaited<ReturnType<typeof billStep>>;

const netOf = ({ run }: Step) => run.invoices.map(({ subtotal }) => subtotal.toFixed(2)).join(" ");

/** Findings of severity error. */
const errorsOf = ({ run }: Step) =>
  run.reconciliation.findings
    .filter(({ severity }) => severity === "error")
    .map(({ code, difference, cause }) => `${code} ${difference.toFixed(2)} ${cause}`);

/** How the amounts of lines of a kind come about. */
const explained = ({ run }: Step, kind: string) =>
  run.invoices.flatMap(({ lines }) =>
    lines.filter((line) => line.kind === kind).map(({ explanation }) => explanation),
  );

/** Bills a month and numbers its documents. */
const month = (book: Step["bytes"], period: string) => billStep(book, `--period ${period} --number`);

describe("what earlier documents billed", () => {
  it("late usage takes back units that moved on and that a billed period has used", async () => {
    const book = bookOf({
      Contracts: contracts,
      Prices: [
        [
          "Contract ID",
          "Price ID",
          "Product",
          "Pricing model",
          "Meter",
          "Unit price",
          "Included quantity",
          "Rollover periods",
        ],
        ["C1", "P1", "API", "per_unit", "API", 1, 1000, 1],
      ],
      Usage: [...usage, ["C1", "API", "2026-10-10", 600], ["C1", "API", "2026-11-10", 1400]],
    });
    const october = await month(book, "2026-10");
    const november = await month(october.bytes, "2026-11");
    expect(netOf(november)).toBe("0.00");
    const late = await added(november.bytes, "Usage", [["C1", "API", "2026-10-20", 300]]);
    const december = await month(late, "2026-12");
    expect(netOf(december)).toBe("300.00");
    expect(december.run.reconciliation.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(netOf(await month(december.bytes, "2027-01"))).toBe("");
  });

  it("a deposit without an id is deducted as well, with its own tax", async () => {
    const book = bookOf({
      Contracts: contracts,
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Flat fee", "Effective from"],
        ["C1", "Work", "flat", 1000, "2026-11-01"],
      ],
      Adjustments: [
        ["Contract ID", "Date", "Amount", "Description", "Reason code"],
        ["C1", "2026-10-10", 300, "Deposit", "DEPOSIT"],
      ],
    });
    const october = await month(book, "2026-10");
    expect(netOf(october)).toBe("300.00");
    const november = await month(october.bytes, "2026-11");
    expect(netOf(november)).toBe("700.00");
    expect(netOf(await month(november.bytes, "2026-12"))).toBe("1000.00");
  });

  it("a cap gives back what it took where a late peak at a cheaper price makes less of what was billed", async () => {
    const book = bookOf({
      Contracts: [
        [...contracts[0]!, "Not to exceed"],
        [...contracts[1]!, 300],
      ],
      Meters: [
        ["Meter", "Aggregation"],
        ["API", "Max"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Meter", "Unit price", "Effective from", "Effective to"],
        ["C1", "API", "per_unit", "API", 8, null, "2026-10-15"],
        ["C1", "API", "per_unit", "API", 4, "2026-10-16", null],
      ],
      Usage: [...usage, ["C1", "API", "2026-10-05", 50]],
    });
    const october = await month(book, "2026-10");
    expect(netOf(october)).toBe("300.00");
    const late = await added(october.bytes, "Usage", [["C1", "API", "2026-10-20", 60]]);
    const november = await month(late, "2026-11");
    expect(netOf(november)).toBe("-60.00");
    expect(explained(november, "maximum")).toEqual([
      "cap of 300.00 not reached any more: 100.00 taken off before = 100.00",
    ]);
  });

  it("a wrong price that includes tax is told with its tax", async () => {
    const book = bookOf({
      ...taxInside,
      Contracts: contracts,
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Meter", "Unit price", "Tax code"],
        ["C1", "API", "per_unit", "API", 1.19, "V"],
      ],
      Usage: [...usage, ["C1", "API", "2026-10-05", 100]],
    });
    const october = await month(book, "2026-10");
    expect(netOf(october)).toBe("100.00");
    const dearer = await typedAt(october.bytes, { sheet: "Prices", row: 1, column: 4 }, 2.38);
    const november = await month(dearer, "2026-11");
    expect(errorsOf(november)).toEqual([
      "PRICE_MISMATCH 119.00 100 cost 238.00 by the contract and 119.00 at the billed price; proposed: an extra line of 119.00 for INV-2026-0001, reason PRICE",
    ]);
  });

  const withTaxInside = {
    ...taxInside,
    Contracts: contracts,
    Prices: [
      ["Contract ID", "Product", "Pricing model", "Flat fee", "Tax code"],
      ["C1", "Fee", "flat", 119, "V"],
    ],
    Usage: usage,
  };

  it.each([
    [-119, "-100.00 -119.00 adjustment of −119.00, reason PRICE with tax, −100.00 without"],
    [-10, "-8.40 -10.00 adjustment of −10.00, reason PRICE with tax, −8.40 without"],
    [-0.03, "-0.03 -0.03 adjustment of −0.03, reason PRICE with tax, −0.03 without"],
    [23.8, "20.00 23.80 adjustment of 23.80, reason PRICE with tax, 20.00 without"],
  ])("an adjustment of an invoice contains its tax where prices do: %s", async (amount, document) => {
    const october = await month(
      bookOf({
        ...withTaxInside,
        Adjustments: [["Contract ID", "Date", "Amount", "Description", "Reason code", "Invoice number"]],
      }),
      "2026-10",
    );
    const row = ["C1", "2026-11-10", amount, "Less", "PRICE", "INV-2026-0001"];
    const november = await month(await added(october.bytes, "Adjustments", [row]), "2026-11");
    const made = november.run.invoices
      .filter(({ corrects }) => corrects === "INV-2026-0001")
      .map(({ subtotal, total, lines }) =>
        [subtotal.toFixed(2), total.toFixed(2), ...lines.map(({ explanation }) => explanation)].join(" "),
      );
    expect(made).toEqual([document]);
    const again = await month(november.bytes, "2026-12");
    expect(again.run.invoices.filter(({ corrects }) => corrects !== "")).toEqual([]);
  });

  it("an invoice of another system without lines is compared with its tax where prices include that", async () => {
    const invoices = (total: number) => [
      [
        "Invoice number",
        "Contract ID",
        "Invoice date",
        "Period start",
        "Period end",
        "Subtotal",
        "Tax",
        "Total",
      ],
      ["X-1", "C1", "2026-10-31", "2026-10-01", "2026-10-31", total - 19, 19, total],
    ];
    const right = await month(bookOf({ ...withTaxInside, Invoices: invoices(119) }), "2026-11");
    expect(errorsOf(right)).toEqual([]);
    const wrong = await month(bookOf({ ...withTaxInside, Invoices: invoices(109) }), "2026-11");
    expect(errorsOf(wrong)[0]).toContain("AMOUNT_MISMATCH 10.00 119.00 is owed and 109.00 was billed");
  });

  it("a part that is credited of an invoice whose prices include tax is found in whole cents", async () => {
    const book = bookOf({
      ...taxInside,
      Contracts: [
        [...contracts[0]!, "Tax code"],
        [...contracts[1]!, "V"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Flat fee"],
        ["C1", "Fee", "flat", 100],
        ["C1", "Guide", "flat", 82.2],
      ],
      Usage: usage,
      Adjustments: [
        ["Adjustment ID", "Contract ID", "Date", "Amount", "Description", "Reason code", "Corrects"],
      ],
    });
    const october = await month(book, "2026-10");
    const number = october.run.invoices[0]!.number;
    const credit = ["X1", "C1", "2026-11-05", -0.07, "Wrong", "PRICE", number];
    const november = await month(await added(october.bytes, "Adjustments", [credit]), "2026-11");
    const errors = november.run.reconciliation.findings.filter(({ severity }) => severity === "error");
    // 0.07 over 84.03 and 69.08 of net: 0.0384 and 0.0316.
    expect(errors.map(({ code, difference }) => `${code} ${difference.toString()}`)).toEqual([
      "AMOUNT_MISMATCH 0.04",
      "AMOUNT_MISMATCH 0.03",
    ]);
  });
});
