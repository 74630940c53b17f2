/**
 * `npm run recipes`: performs every recipe of CONTRIBUTING.md in one scratch copy, exactly as it is written, and then
 * runs the tests there. A recipe is a heading of level 3 under "Recipes"; its fenced blocks are applied in their order:
 *
 * - a block that begins with `// PATH` is a new file of that path; one of `csv` has the line ends of CSV files;
 * - a `diff` block that begins with `--- PATH` changes that file: lines with a space must be there (a … at the end is
 *   for whatever follows), lines with - go, lines with + come behind the line before them, without one to the top;
 * - the commands of `bash` blocks are run once all files are there, each once.
 *
 * With `--unit` only the tests beside the registries run there, those of functions, exports and architecture: all of them
 * take six times as long. With `--apply` nothing runs, and the scratch copy stays to be looked at.
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");
const scratch = join(root, ".cache/recipes");
const unitAlone = "--unit";
const applyAlone = "--apply";

/** The recipes: title and blocks `{ language, lines }`. */
function recipes() {
  const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8").split("\n## Recipes")[1].split("\n## ")[0];
  return text
    .split("\n### ")
    .slice(1)
    .map((section) => {
      const [title] = section.split("\n");
      const blocks = [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language, body]) => ({
        language,
        lines: body.replace(/\n$/, "").split("\n"),
      }));
      return { title, blocks };
    });
}

/** The source with the diff's lines applied; the diff's context is looked for from the top to the bottom. */
function changed(source, diff, path) {
  const lines = source.split("\n");
  let at = 0;
  const isLine = (candidate, wanted) =>
    wanted.endsWith("…") ? candidate.trim().startsWith(wanted.slice(0, -1)) : candidate.trim() === wanted;
  for (const line of diff) {
    const text = line.slice(1);
    if (line.startsWith("+")) lines.splice(at++, 0, text);
    else {
      const found = lines.findIndex((candidate, index) => index >= at && isLine(candidate, text.trim()));
      if (found < 0) throw new Error(`${path} has no line “${text}” below line ${String(at)}`);
      if (line.startsWith("-")) lines.splice((at = found), 1);
      else at = found + 1;
    }
  }
  return lines.join("\n");
}

/** Applies one block to the files. */
function apply({ language, lines }) {
  const path = /^(?:\/\/|---) (\S+)$/.exec(lines[0])?.[1];
  if (path === undefined) throw new Error(`a block begins with “${lines[0]}” and names no file`);
  const file = join(scratch, path);
  mkdirSync(dirname(file), { recursive: true });
  if (language === "diff") writeFileSync(file, changed(readFileSync(file, "utf8"), lines.slice(1), path));
  else if (existsSync(file)) throw new Error(`${path} is there already`);
  else {
    const end = language === "csv" ? "\r\n" : "\n";
    writeFileSync(file, `${lines.slice(1).join(end).trimStart()}${end}`);
  }
}

function copySources() {
  rmSync(scratch, { recursive: true, force: true });
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of files.split("\n").filter((name) => name !== "" && existsSync(join(root, name))))
    cpSync(join(root, file), join(scratch, file));
  symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"), "dir");
}

/** All tests look at everything that is built; those beside the registries do with less. */
const env = process.argv.includes(unitAlone) ? { ...process.env, RATEBOOK_BUILD: "sketch" } : process.env;

/** Runs a command in the scratch copy; ends everything with its output when it fails. */
function run(command) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: scratch, shell: true, env });
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("close", (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${status === 0 ? "ok    " : "FAILED"} ${command} ${seconds} s`);
      if (status === 0) return resolve();
      process.stdout.write(Buffer.concat(output), () => process.exit(1));
    });
  });
}

async function runAll(commands) {
  for (const command of commands) await run(command);
}

const [wanted] = process.argv.slice(2).filter((word) => word !== unitAlone && word !== applyAlone);
const commands = new Set(["npm run --silent build"]);
copySources();
for (const { title, blocks } of recipes()) {
  if (blocks.length === 0 || (wanted && !title.toLowerCase().includes(wanted.toLowerCase()))) continue;
  try {
    for (const block of blocks.filter(({ language }) => language !== "bash")) apply(block);
  } catch (error) {
    console.log(`FAILED recipe “${title}”: ${error.message}`);
    process.exit(1);
  }
  for (const { language, lines } of blocks)
    if (language === "bash") for (const line of lines) commands.add(line);
  console.log(`applied: ${title}`);
}
if (process.argv.includes(applyAlone)) process.exit(0);
// Behind the others: the help pages are part of what is built, so what comes after it builds once more.
commands.add("npm run --silent docs");
await Promise.all([
  runAll(commands),
  runAll(["node scripts/typecheck.mjs", "npx depcruise --config .dependency-cruiser.cjs src"]),
]);
const REGISTRIES = ["pricing", "settings", "schema", "reconciliation", "sheets", "exports", "issues", "run"];
const quick = [
  ...REGISTRIES.map((folder) => `src/core/${folder}/`),
  "src/cli",
  "src/functions",
  "src/workbook/formats/registry",
  "src/taskpane/report",
  "src/taskpane/languages",
  // But for tests of what the sketch leaves out.
  '"test/functions/(?!bundle|sharedRuntime)"',
  '"test/architecture/(?!licences|scripts)"',
  "test/exports/golden",
  "test/exports/columns",
];
const all = [
  "src",
  "test/properties",
  "test/functions",
  "test/exports",
  "test/architecture",
  "test/vectors",
  "test/contract",
];
const tests = process.argv.includes(unitAlone) ? quick : all;
await run(`npx jest --silent ${tests.join(" ")}`);
rmSync(scratch, { recursive: true, force: true });
