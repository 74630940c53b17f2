import { readFileSync } from "node:fs";
import { readDocumentation } from "../../scripts/functions/documentation";
import { isReference, parseCall, parseValue } from "../../scripts/functions/formula";
import type { Argument, Cell, FormulaCall, Shown } from "../officeHost/functions/addInFunctions";
import { builtFunctions } from "../support/builtFunctions";

const documentation = readDocumentation();
const functions = builtFunctions();

function callOf(formula: string): FormulaCall {
  const { id, args } = parseCall(formula);
  return [
    id,
    ...args.map((argument): Argument => {
      if (isReference(argument)) throw new Error(`${formula} needs a sheet; an example stands for itself`);
      return argument;
    }),
  ];
}

/** An example names the kind of an error; its message is for the cell. */
function withoutMessages(shown: Shown): Shown {
  if (Array.isArray(shown)) return shown.map((row) => row.map((cell) => withoutMessages(cell) as Cell));
  return typeof shown === "object" && shown ? { error: shown.error } : shown;
}

describe.each(documentation)("the examples of $id", ({ examples }) => {
  let shown: Shown[] = [];
  beforeAll(async () => {
    shown = await functions().callMany(examples.map(({ formula }) => callOf(formula)));
  });

  it.each(examples.map((example, index) => ({ ...example, index })))(
    "$formula shows $result",
    ({ result, index }) => {
      expect(withoutMessages(shown[index]!)).toEqual(parseValue(result));
    },
  );
});

it("an example of a function calls that function", () => {
  const astray = documentation.flatMap(({ id, examples }) =>
    examples.filter(({ formula }) => parseCall(formula).id !== id),
  );
  expect(astray).toEqual([]);
});

it("the general page's price list costs what it says", async () => {
  const page = readFileSync("docs/functions/README.md", "utf8");
  const rows = [...page.matchAll(/^\| `"(\w+)"` +\| (\d+) /gm)].map(([, model, amount]) => [
    model!,
    Number(amount),
  ]);
  const tiers = parseValue('{10000,0.01,0;50000,0.008,25;"*",0.006,50}');
  const shown = await functions().callMany(rows.map(([model]) => ["RATE_USAGE", 12_000, tiers, model]));
  expect(rows.map(([model]) => model)).toEqual(["graduated", "volume", "stairstep"]);
  expect(shown).toEqual(rows.map(([, amount]) => amount));
});
