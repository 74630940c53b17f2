import { groups, functionEntries, type FunctionId } from "../docs/functions/groups";
import { readDocumentation } from "../functions/documentation";
import { isRange, parseValue } from "../functions/formula";
import type { Example } from "../functions/functionDocumentation";
import type { Block } from "./block";

/** A block of one documented example beside what it must give; none where that is a table, which wants a sheet's care. */
function blockOf(id: string, { formula, result, explanation }: Example): Block[] {
  const value = parseValue(result);
  const cells = isRange(value) ? value : [[value]];
  if (cells.some((row) => row.length > 1)) return [];
  return [
    {
      title: explanation,
      columns: [
        { kind: "spill", header: id, formula: formula.replace("=BILLING.", "") },
        { kind: "inputs", header: "Expected", values: cells.map(([cell = null]) => cell) },
        { kind: "check", pairs: ["AB"] },
      ],
    },
  ];
}

/** Blocks of the functions that no block of the files uses: their documented examples, on the sheet of their group. */
export function documentedBlocks(
  sheet: string,
  files: readonly { readonly blocks: readonly Block[] }[],
): Block[] {
  const group = groups.find((name) => name === sheet);
  const written = JSON.stringify(files);
  return readDocumentation()
    .filter(
      ({ id }) =>
        functionEntries[id as FunctionId].group === group && !new RegExp(String.raw`\b${id}\(`).test(written),
    )
    .flatMap(({ id, examples }) => examples.flatMap((example) => blockOf(id, example)));
}
