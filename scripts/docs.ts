/**
 * Writes docs/reference and docs/functions from the definitions in the code; with --check it only says whether the
 * pages are in step.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { functionPages } from "./docs/functions/pages";
import { referencePages, type Page } from "./docs/pages";

/** What each folder holds; a file that is not among its pages does not belong there. */
const folders: Readonly<Record<string, () => readonly Page[] | Promise<readonly Page[]>>> = {
  "docs/reference": referencePages,
  "docs/functions": functionPages,
};

function written(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Paths that differ from what the code says, each with its text; without one where no page has the file any more. */
function outOfStep(folder: string, pages: readonly Page[]): Map<string, string | undefined> {
  const stale = new Map<string, string | undefined>();
  for (const file of readdirSync(folder)) stale.set(join(folder, file), undefined);
  for (const { file, text } of pages) {
    const path = join(folder, file);
    if (written(path) === text) stale.delete(path);
    else stale.set(path, text);
  }
  return stale;
}

function update(folder: string, pages: readonly Page[], isCheck: boolean): void {
  mkdirSync(folder, { recursive: true });
  const stale = outOfStep(folder, pages);
  for (const [path, text] of stale) {
    if (isCheck) console.error(`${path} is not what the code says; run npm run docs`);
    else if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
  }
  if (!isCheck) console.log(`${folder}: ${pages.length} pages, ${stale.size} changed`);
  else if (stale.size > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  for (const [folder, pages] of Object.entries(folders))
    update(folder, await pages(), process.argv.includes("--check"));
}

void main();
