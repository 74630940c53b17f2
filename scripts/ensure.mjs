/**
 * Makes the checkout ready to run: `node scripts/ensure.mjs` installs the packages of package-lock.json,
 * `node scripts/ensure.mjs build` also bundles src/ and scripts/ into dist. Whatever is up to date is
 * left alone without a word, so every npm script can start with this. Standard output stays empty: it belongs
 * to the program that runs next. Only Node's own modules here, because node_modules may be missing.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = join(import.meta.dirname, "..");
const lockFile = join(root, "package-lock.json");
const installedMark = join(root, "node_modules/.ratebook-lock");
const buildStamp = join(root, "dist/node/.stamp");
const busyMark = join(root, ".cache/ensure.pid");
const buildInputs = [
  "src",
  "scripts",
  "bench",
  "test/simulation",
  "test/cashMonth",
  "test/fuzz",
  // What these share with tests.
  "test/port/memoryBook.ts",
  "test/properties/support/sheets.ts",
  "test/support/bytesOfBook.ts",
  "test/support/workbookFixture.ts",
  "test/support/workbookReading.ts",
  "test/support/workbookZip.ts",
  "test/vectors/book.ts",
  "docs/functions",
  "assets",
  "examples/harbour.xlsx",
  "manifest.xml",
  "package-lock.json",
  "webpack.config.js",
  "tsconfig.json",
  ".swcrc",
];
// Addresses of this site go into what is built.
const site = process.env.RATEBOOK_URL ?? "";

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

const lockHash = () => createHash("sha256").update(readFileSync(lockFile)).digest("hex");

/** Why the packages must be installed, or undefined when they need not be. */
function installReason() {
  const npmMark = modified(join(root, "node_modules/.package-lock.json"));
  if (npmMark === 0) return "node_modules is missing";
  if (readIfThere(installedMark) === lockHash()) return undefined;
  if (npmMark < modified(lockFile)) return "package-lock.json has changed";
  // Somebody ran npm by hand after the lock file was written: that install is as good as ours.
  writeFileSync(installedMark, lockHash());
  return undefined;
}

function install(reason) {
  console.error(`ensure: ${reason}, running npm ci`);
  // No package in the lock needs its install script. Development packages are named in case NODE_ENV is production.
  const args = ["ci", "--ignore-scripts", "--include=dev", "--prefer-offline", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const { status } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status === 0) writeFileSync(installedMark, lockHash());
  return status ?? 1;
}

/** Files among the sources that no bundle holds: tests, and what `npm run freeze` writes and only scripts read. */
const notBuilt = /\.test\.tsx?$|[\\/]frozen\.json$/;

/** Whether anything under the path was changed after the time. A folder counts too: it tells of deleted files. */
function changedSince(path, time) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || notBuilt.test(path)) return false;
  if (stat.mtimeMs > time) return true;
  return stat.isDirectory() && readdirSync(path).some((name) => changedSince(join(path, name), time));
}

function buildReason() {
  const built = modified(buildStamp);
  if (built > 0 && readIfThere(buildStamp) !== site) return "RATEBOOK_URL has changed";
  return buildInputs.some((input) => changedSince(join(root, input), built))
    ? "sources are newer"
    : undefined;
}

function build() {
  const started = new Date();
  const webpack = join(root, "node_modules/webpack/bin/webpack.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [webpack], { cwd: root, encoding: "utf8" });
  if (status !== 0) {
    process.stderr.write(`ensure: the build failed\n${stdout}${stderr}`);
    return status ?? 1;
  }
  mkdirSync(join(root, "dist/node"), { recursive: true });
  writeFileSync(buildStamp, site);
  // The start of the build, not its end: a file saved meanwhile must count as newer.
  utimesSync(buildStamp, started, started);
  return 0;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Whether the process that left the mark is gone. The age counts as well, as process ids are used again. */
function isAbandoned() {
  const holder = Number(readIfThere(busyMark));
  const tenMinutes = 600_000;
  return (holder > 0 && !isRunning(holder)) || modified(busyMark) < Date.now() - tenMinutes;
}

/** Waits until no other ensure works in this checkout. */
async function takeTurn() {
  mkdirSync(join(root, ".cache"), { recursive: true });
  for (;;) {
    try {
      writeFileSync(busyMark, String(process.pid), { flag: "wx" });
      process.once("exit", () => rmSync(busyMark, { force: true }));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isAbandoned()) rmSync(busyMark, { force: true });
    else await sleep(100);
  }
}

const wantsBuild = process.argv[2] === "build";
const steps = [[installReason, install], ...(wantsBuild ? [[buildReason, build]] : [])];

if (steps.some(([reason]) => reason() !== undefined)) {
  await takeTurn();
  // Asked again, one by one: another process may have done the work while this one waited.
  for (const [reason, work] of steps) {
    const why = reason();
    const status = why === undefined ? 0 : work(why);
    if (status !== 0) process.exit(status);
  }
}
