import { readFileSync } from "node:fs";
import { readDocumentation } from "../../scripts/functions/documentation";
import { catalog } from "../../src/functions/catalog";

const read = (file: string) => readFileSync(`src/functions/catalog/${file}`, "utf8");

/** The catalogue with one change in the comment of a function. */
function withFault(id: string, from: string | RegExp, to: string) {
  let isSeeded = false;
  const sourceOf = (file: string) => {
    const source = read(file);
    const start = source.indexOf(`@customfunction ${id}\n`);
    if (start < 0) return source;
    const comment = source.lastIndexOf("/**", start);
    const end = source.indexOf("*/", start);
    const changed = source.slice(comment, end).replace(from, to);
    isSeeded = changed !== source.slice(comment, end);
    return source.slice(0, comment) + changed + source.slice(end);
  };
  return () => {
    const documentation = readDocumentation(sourceOf);
    if (!isSeeded) throw new Error(`the fault was not seeded in ${id}`);
    return documentation;
  };
}

describe("the documentation of the functions", () => {
  const documentation = readDocumentation();
  const find = (id: string) => documentation.find((page) => page.id === id)!;

  it("has every function in the order of the catalogue", () => {
    expect(documentation.map(({ id }) => id)).toEqual(Object.keys(catalog));
  });

  it("takes a comment apart", () => {
    const { description, inCell, remarks, parameters, returns, errors, examples } = find("ROUND_MONEY");
    expect(description).toBe(
      "Rounds an amount to the minor unit of its currency: 2 decimals for USD, 0 for JPY, 3 for BHD.",
    );
    expect(inCell).toBe('=BILLING.ROUND_MONEY(C2:C50, "EUR")');
    expect(remarks).toMatch(/^The rounding of an invoice line, done once\. .* 1\.005 is a tie\.$/);
    expect(returns).toBe("Amount in the currency, or one for each cell.");
    expect(errors).toEqual([
      {
        error: "#VALUE!",
        when: "An amount that is no number, an unknown currency or mode, a multiple of 0 or less.",
      },
    ]);
    expect(examples).toContainEqual({
      formula: '=BILLING.ROUND_MONEY({2.5;3.5},"JPY","half_even")',
      result: "{2;4}",
      explanation: "Ties to the even yen.",
    });
    expect(parameters).toEqual([
      {
        name: "amount",
        isOptional: false,
        description: "Amount in currency; a range rounds every cell and spills.",
        example: "C2:C50",
        takesRange: true,
        isArray: true,
        choices: [],
      },
      expect.objectContaining({ name: "currency", isOptional: true, takesRange: false, example: '"JPY"' }),
      expect.objectContaining({
        name: "mode",
        choices: expect.arrayContaining([
          { value: "half_even", tooltip: "To the nearest, ties to the even unit." },
        ]) as unknown,
      }),
      expect.objectContaining({ name: "multiple", isOptional: true, example: "0.05" }),
    ]);
  });

  it("has the values of a list as a formula writes them", () => {
    expect(
      find("PRORATE")
        .parameters.at(-1)!
        .choices.map(({ value }) => value),
    ).toEqual(["actual", "30/360"]);
  });

  it("knows the parameters whose range spills", () => {
    const arrays = documentation.flatMap(({ id, parameters }) =>
      parameters.filter(({ isArray }) => isArray).map(({ name }) => `${id} ${name}`),
    );
    const contract = [
      "RATE_USAGE quantity",
      "EFFECTIVE_RATE quantity",
      "MARGINAL_RATE quantity",
      "PRORATE amount",
      "DUE_DATE invoiceDate",
      "LATE_FEE balance",
      "DAYS_PAST_DUE dueDate",
      "AGING_BUCKET dueDate",
      "TAX_AMOUNT netOrGross",
      "ROUND_MONEY amount",
      "CARD_SCAN text",
    ];
    expect(arrays.filter((parameter) => contract.includes(parameter))).toEqual(contract);
  });
});

describe("a comment that lacks something is an error that names its function", () => {
  it.each([
    ["DSO", "a description", /\/\*\*\n \* .*\n/, "/**\n", "it has no description"],
    ["DSO", "a call in its description", / Example: =BILLING.*/, "", "its description lacks “Example:”"],
    ["CEI", "a returns", / \* @returns .*\n/, "", "it has no @returns"],
    ["PRORATE", "a second example", / \* @example .*\n/, "", "it has 1 @example"],
    [
      "LATE_FEE",
      "an example of a parameter",
      "reckoned. Example: DATE(2026,10,31)",
      "reckoned.",
      "asOf lacks",
    ],
    ["ALLOCATE", "a parameter", / \* @param weights .*\n/, "", "the parameter weights has no description"],
    ["TAX_AMOUNT", "brackets", "@param [currency]", "@param currency", "currency is optional in one"],
    ["DRAWDOWN", "an explanation", / \| Without credit.*/, "", "is not of the form"],
    ["CARD_SCAN", "the kind of an error", "@throws #VALUE! A", "@throws A", "names no error"],
  ])("%s without %s", (id, _omitted, from, to, says) => {
    expect(withFault(id, from, to)).toThrow(`${id}: `);
    expect(withFault(id, from, to)).toThrow(says);
  });

  it("and all of them are named at once", () => {
    const sourceOf = (file: string) => read(file).replaceAll(/ \* @returns .*\n/g, "");
    expect(() => readDocumentation(sourceOf)).toThrow(
      /RATE_USAGE: it has no @returns[^]*CARD_SCAN: it has no/,
    );
  });
});
