import { readFileSync } from "node:fs";
import { parseValue } from "../../scripts/functions/formula";
import type { Shown } from "../../simulatedExcel";
import { builtFunctions } from "../support/builtFunctions";
import { exampleCalls, withoutMessages } from "./exampleCalls";

const functions = builtFunctions();

describe("the examples of the functions", () => {
  let shown: Shown[] = [];
  beforeAll(async () => {
    shown = await functions().callMany(exampleCalls.map(({ call }) => call));
  });

  it.each(exampleCalls.map((example, index) => ({ ...example, index })))(
    "$formula shows its result",
    ({ result, index }) => {
      expect(withoutMessages(shown[index]!)).toEqual(result);
    },
  );
});

it("an example of a function calls that function", () => {
  expect(exampleCalls.filter(({ of, call: [id] }) => id !== of)).toEqual([]);
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
