/**
 * `npm run mutate -- --books 5000 --seed 7`: the mutation test of the workbooks that people keep, with as many books and
 * from whichever seed one likes; it prints what came of each kind of mutation.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: { books: { type: "string", default: "5000" }, seed: { type: "string", default: "1" } },
});
for (const [option, value] of Object.entries(values)) {
  if (/^\d{1,7}$/.test(value)) continue;
  console.error(`mutate: --${option} takes a number, not “${value}”`);
  process.exit(2);
}
const env = {
  ...process.env,
  RATEBOOK_MUTATED_BOOKS: values.books,
  RATEBOOK_MUTATION_SEED: values.seed,
};
const jest = join(root, "node_modules/jest/bin/jest.js");
const args = [jest, "--selectProjects", "crossing", "--testTimeout", "3600000", "test/mutations"];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, env, stdio: "inherit" }).status ?? 1;
