/**
 * `npm run typecheck`: all sources, then the core and the workbook once more with nothing but what they may use.
 * TypeScript 7 checks, which takes a sixth of the time of TypeScript 6; that one stays installed for
 * the tools that call the compiler from JavaScript. Both packages are named tsc in node_modules/.bin, hence the path.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(import.meta.dirname, "..");
const compiler = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript-7/package.json")));

const statuses = ["tsconfig.json", "tsconfig.core.json", "tsconfig.workbook.json"].map(
  (config) => spawnSync(process.execPath, [compiler, "-p", config], { cwd: root, stdio: "inherit" }).status,
);
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
