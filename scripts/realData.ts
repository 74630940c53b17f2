/** Makes billing workbooks of real data sets: `node dist/node/realData.cjs [set] [--out DIR]`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bytesOf } from "./realData/book";
import { folderOf, missingMessage } from "./realData/dataFolder";
import { realDataSetNames, realDataSets, type RealDataSet } from "./realData/sets";

/** Ends with a sentence for the user: wrong arguments or no data. */
class Refusal extends Error {}

function chosenSets(name: string | undefined): readonly RealDataSet[] {
  if (name === undefined) return realDataSetNames;
  const chosen = realDataSetNames.filter((set) => set === name);
  if (chosen.length > 0) return chosen;
  throw new Refusal(`there is no set “${name}”; the sets are ${realDataSetNames.join(", ")}`);
}

function writeBooks(set: RealDataSet, target: string): void {
  const folder = folderOf(set);
  if (folder === undefined) throw new Refusal(`REAL DATA NOT FOUND: ${missingMessage(set)}`);
  mkdirSync(target, { recursive: true });
  for (const book of realDataSets[set](folder)) {
    const file = join(target, `${book.name}.xlsx`);
    const bytes = bytesOf(book);
    writeFileSync(file, bytes);
    console.log(`${file}: ${book.shows} (${String(bytes.length)} bytes)`);
    const rows = book.sheets.map((sheet) => `${sheet.name} ${String(sheet.rows.length - 1)}`);
    console.log(`  rows: ${rows.join(", ")}`);
  }
}

function argumentsOf(): { readonly set: string | undefined; readonly out: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: "string", default: "out/real-data" } },
    });
    if (positionals.length > 1) throw new Refusal(`one set at most, not ${positionals.join(" ")}`);
    return { set: positionals[0], out: values.out };
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

try {
  const { set, out } = argumentsOf();
  for (const chosen of chosenSets(set)) writeBooks(chosen, out);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`realData: ${error.message}`);
  process.exitCode = 2;
}
