/** Writes docs/reference from the definitions in the code; with --check it only says whether the pages are in step. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { referencePages, type Page } from "./docs/pages";

const FOLDER = "docs/reference";

function written(file: string): string | undefined {
  try {
    return readFileSync(join(FOLDER, file), "utf8");
  } catch {
    return undefined;
  }
}

/** Files that differ from what the code says, those that no page has any more among them. */
function outOfStep(pages: readonly Page[]): string[] {
  const names = new Set(pages.map(({ file }) => file));
  const changed = pages.filter(({ file, text }) => written(file) !== text).map(({ file }) => file);
  return [...changed, ...readdirSync(FOLDER).filter((file) => !names.has(file))];
}

mkdirSync(FOLDER, { recursive: true });
const pages = referencePages();
const stale = outOfStep(pages);
if (process.argv.includes("--check")) {
  for (const file of stale) console.error(`${FOLDER}/${file} is not what the code says; run npm run docs`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const file of stale) rmSync(join(FOLDER, file), { force: true });
  for (const { file, text } of pages) if (stale.includes(file)) writeFileSync(join(FOLDER, file), text);
  console.log(`${FOLDER}: ${pages.length} pages, ${stale.length} changed`);
}
