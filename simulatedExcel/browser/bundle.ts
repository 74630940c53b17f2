import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Configuration } from "webpack";

const NAME = "pageHost.js";
let bundled: Promise<string> | undefined;

/** The host as one script for a page, to be run before office.js; made once in a run of tests. */
export async function pageHostScript(): Promise<string> {
  return await (bundled ??= kept());
}

async function kept(): Promise<string> {
  const folder = process.env["TEST_RUN_FOLDER"];
  if (folder === undefined) return await bundle();
  const file = join(folder, NAME);
  if (existsSync(file)) return await readFile(file, "utf8");
  const script = await bundle();
  // Under its name only once it is whole: another test file may look for it now.
  const draft = `${file}.${String(process.pid)}`;
  await writeFile(draft, script);
  await rename(draft, file);
  return script;
}

async function bundle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "office-host-"));
  try {
    await run({
      mode: "development",
      devtool: false,
      target: ["web", "es2022"],
      entry: resolve(__dirname, "pageHost.ts"),
      output: { path: folder, filename: NAME },
      resolve: { extensions: [".ts", ".js"] },
      module: {
        rules: [{ test: /\.ts$/, loader: "swc-loader" }],
        // One file that requires nothing, and half of all that would be taken apart.
        noParse: /[\\/]exceljs[\\/]dist[\\/]/,
      },
      performance: false,
    });
    return await readFile(join(folder, NAME), "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(configuration: Configuration): Promise<void> {
  // Only the first of all test files needs it, and it is long in loading.
  const { default: webpack } = await import("webpack");
  await new Promise<void>((resolve, reject) => {
    const compiler = webpack(configuration);
    compiler.run((fault, stats) => {
      compiler.close(() => undefined);
      if (fault) reject(fault);
      else if (stats?.hasErrors()) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}
