import type { CaseCell } from "./caseBook";
import { base, bill, type Rows } from "./smallBook";

/** What people type where there is no figure: never guessed, and the cure says what each cell would mean. */
const pricesWith = (title: string, cell: CaseCell): Rows => [
  [...base.Prices![0]!, title],
  ["K1", "Calls", "per_unit", 0.1],
  ["K2", "Calls", "per_unit", 0.2, null, null, cell],
  ["K3", "Line rental", "flat", null, 50],
];

const told = async (sheets: Record<string, Rows>) => {
  const { issues, bills } = await bill(sheets);
  const [issue] = issues.filter(({ severity }) => severity === "error");
  return { message: issue?.message, bills };
};

test.each(["free", "-", "–", "n/a", "included", "nil", "gratis", "kostenlos", "see contract"])(
  "a unit price of “%s” is 0 or missing, and an empty cell would be neither",
  async (word) => {
    const Prices: Rows = [
      base.Prices![0]!,
      base.Prices![1]!,
      ["K2", "Calls", "per_unit", word],
      base.Prices![3]!,
    ];
    const { message, bills } = await told({ Prices });
    expect(bills).toEqual({ K1: "150.00", K3: "50.00" });
    expect(message).toBe(
      `Unit price is “${word}”, which is no number; write it like 1234.50, or 0 if nothing is charged`,
    );
    const cured = Prices.map((row) => row.map((cell) => (cell === word ? 0 : cell)));
    expect((await bill({ Prices: cured })).bills.K2).toBe("0.00");
  },
);

test.each([
  ["Maximum", "none", ", or leave the cell empty"],
  ["Minimum", "-", ", or leave the cell empty"],
  ["Included quantity", "unlimited", ", or 0 if nothing is included"],
  ["Quantity", "metered", ", or leave the cell empty if usage is counted"],
  ["Discount %", "none", ", or 0 for none: an empty cell takes that of the contract or customer"],
])("%s “%s”", async (title, word, cure) => {
  const { message } = await told({ Prices: pricesWith(title, word) });
  expect(message).toBe(`${title} is “${word}”, which is no number; write it like 1234.50${cure}`);
});

test("no tax and no tax rate are not the same", async () => {
  const Contracts = base.Contracts!.map((row, index) => [
    ...row,
    index === 0 ? "Tax %" : index === 1 ? "exempt" : 19,
  ]);
  expect((await told({ Contracts })).message).toMatch(
    /write it like 1234\.50, or 0 for no tax: an empty cell takes that of the customer$/,
  );
});
