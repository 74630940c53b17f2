/** Makes billing workbooks of real data sets: `node dist/node/realData.cjs [set] [--out DIR]`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCall } from "./call.cjs";
import { bytesOf } from "./realData/book";
import { folderOf, missingMessage } from "./realData/dataFolder";
import { realDataSetNames, realDataSets, type RealDataSet } from "./realData/sets";

/** Ends with a sentence for the user: no data. */
class Refusal extends Error {}

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

const { words, out } = readCall({
  call: "node dist/node/realData.cjs",
  about: "Makes billing workbooks of real data sets.",
  words: { name: "SET", help: "one of them", choices: realDataSetNames, most: 1 },
  options: { out: { type: "text", value: "FOLDER", help: "where they go", default: "out/real-data" } },
});

try {
  for (const chosen of words.length === 0 ? realDataSetNames : words) writeBooks(chosen, out);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`realData: ${error.message}`);
  process.exitCode = 2;
}
