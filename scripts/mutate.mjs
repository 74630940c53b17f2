/**
 * `npm run mutate -- --books 5000 --seed 7`: the mutation test of the workbooks that people keep, with as many books and
 * from whichever seed one likes; it prints what came of each kind of mutation.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { readCall } from "./call.cjs";

const root = join(import.meta.dirname, "..");
const { books, seed } = readCall({
  call: "npm run mutate --",
  about: "Bills workbooks that were changed by chance, and prints what came of each kind of change.",
  options: {
    books: { type: "number", help: "how many", default: 5000 },
    seed: { type: "number", help: "from which they are made", default: 1 },
  },
});
const env = {
  ...process.env,
  RATEBOOK_MUTATED_BOOKS: String(books),
  RATEBOOK_MUTATION_SEED: String(seed),
};
const jest = join(root, "node_modules/jest/bin/jest.js");
const args = [jest, "--selectProjects", "crossing", "--testTimeout", "3600000", "test/mutations"];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, env, stdio: "inherit" }).status ?? 1;
