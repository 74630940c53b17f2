import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

const ROOT = join(__dirname, "../..");
const FOLDERS = ["src", "test", "simulatedExcel"];

const testFilesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));

it("every test file is in one group of jest.config.mjs, so that none is left out", () => {
  const jest = join(ROOT, "node_modules/jest/bin/jest.js");
  const env = { ...process.env, RATEBOOK_PICTURES: "1" };
  const { stdout } = spawnSync(process.execPath, [jest, "--listTests"], { cwd: ROOT, env, encoding: "utf8" });
  const listed = stdout
    .trim()
    .split("\n")
    .map((file) => relative(ROOT, file));
  const there = readdirSync(ROOT).filter((name) => FOLDERS.includes(name));
  expect(listed.sort()).toEqual(there.flatMap(testFilesIn).sort());
});
