/**
 * `npm run freeze`: takes dist/functions.json as the metadata that later versions must keep, unless that would break
 * formulas in people's workbooks. New wording and new entries of lists are taken; so are new functions.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { changesSince, onDevelopmentSite, type FunctionsMetadata } from "./functions/metadata";

const FROZEN = "src/functions/frozen.json";

const current = onDevelopmentSite(readFileSync("dist/functions.json", "utf8"));
const frozen = existsSync(FROZEN)
  ? (JSON.parse(readFileSync(FROZEN, "utf8")) as FunctionsMetadata)
  : { ...current, functions: [], enums: [] };
const changes = changesSince(frozen, current);
for (const { message, isBreaking } of changes) console.log(`${isBreaking ? "BREAKS" : "changes"} ${message}`);
if (changes.some(({ isBreaking }) => isBreaking)) {
  console.error(`${FROZEN} stays as it is: formulas in people's workbooks would break`);
  process.exitCode = 1;
} else {
  writeFileSync(FROZEN, `${JSON.stringify(current, null, 2)}\n`);
  console.log(`${FROZEN}: ${String(current.functions.length)} functions`);
}
