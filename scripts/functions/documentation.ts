import { readFileSync } from "node:fs";
import { declaredFunctions } from "./catalogSource";
import { describeFunction } from "./functionComment";
import type { FunctionDocumentation } from "./functionDocumentation";

const CATALOG = "src/functions/catalog";

/**
 * The functions in the order of the catalogue's index, by their comments. Throws an error that names every function
 * whose comment lacks something, since help in Excel, pages and examples are all made of it.
 */
export function readDocumentation(
  sourceOf: (file: string) => string = (file) => readFileSync(`${CATALOG}/${file}`, "utf8"),
): readonly FunctionDocumentation[] {
  const described = declaredFunctions(sourceOf).map(describeFunction);
  const faults = described.flatMap(({ documentation: { id }, faults: pageFaults }) =>
    pageFaults.map((fault) => `${id}: ${fault}`),
  );
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return described.map(({ documentation }) => documentation);
}
