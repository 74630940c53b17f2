import { Decimal } from "../money/decimal";
import { printedTaxes } from "./printedTaxes";

const record = (taxCode: string, rate: string) => ({ taxCode, rate: new Decimal(rate), name: undefined });

type Given = Parameters<typeof printedTaxes>;

const book = {
  settings: { taxRounding: "invoice" },
  catalog: {
    taxCodes: new Map([
      ["GST", [record("GST", "0.05")]],
      ["PST", [record("PST", "0.1")]],
    ]),
  },
} as unknown as Given[1];

const line = (taxCode: string, taxRate: string, amount: string) => ({
  taxCode,
  taxRate: new Decimal(taxRate),
  amount: new Decimal(amount),
  period: { from: 46_000, to: 46_030 },
});

const shown = (document: unknown) => {
  const { byCategory, several } = printedTaxes(document as Given[0], book, 2);
  return [
    ...byCategory.map(({ base, tax }) => `${base.toFixed(2)} ${tax.toFixed(2)}`),
    ...several.map(({ name, base, tax }) => `${name} ${base.toFixed(2)} ${tax.toFixed(2)}`),
  ];
};

describe("taxes as they are printed", () => {
  it("are a row each where a code stands for several, and come to the tax that the document states", () => {
    const lines = [line("GST > PST", "0.155", "60"), line("GST > PST", "0.155", "40")];
    expect(shown({ lines, tax: new Decimal("15.51") })).toEqual(["GST 100.00 5.00", "PST 105.00 10.51"]);
  });

  it("are rows beside those of lines with one tax", () => {
    const lines = [line("GST + PST", "0.15", "100"), line("GST", "0.05", "10")];
    expect(shown({ lines, tax: new Decimal("15.5") })).toEqual([
      "10.00 0.50",
      "GST 100.00 5.00",
      "PST 100.00 10.00",
    ]);
  });
});
