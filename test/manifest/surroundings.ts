import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import type { Surroundings } from "./rules/rule";

export const ROOT = join(__dirname, "..", "..");

function readFile(path: string): Uint8Array | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}

/** The names that the page's commands give to Office, taken from the commands themselves. */
function registeredHandlers(): ReadonlySet<string> {
  const handlers = new Set<string>();
  const before = (globalThis as { Office?: unknown }).Office;
  Object.assign(globalThis, { Office: { actions: { associate: (name: string) => handlers.add(name) } } });
  jest.isolateModules(() => void jest.requireActual("../../src/taskpane/commands"));
  Object.assign(globalThis, { Office: before });
  return handlers;
}

/** What npm run build has made. */
export function builtSurroundings(stage: Surroundings["stage"]): Surroundings {
  return {
    packageVersion: version,
    handlers: registeredHandlers(),
    stage,
    readBuilt: (path) => readFile(join(ROOT, "dist", path)),
  };
}

const languages = ["de", "fr", "es", "nl", "it"];
const pages = [
  "taskpane.html",
  "functions.js",
  "functions.json",
  ...languages.map((language) => `functions-${language}.json`),
  "help/index.html",
];

/** A build that is in order, without one: the icons of the checkout, and something for every page and script. */
export const soundSurroundings: Surroundings = {
  packageVersion: version,
  handlers: new Set([
    "showBill",
    "showReview",
    "showReconcile",
    "showMore",
    "showFunctions",
    "showHelp",
    "explainCell",
  ]),
  stage: "development",
  readBuilt: (path) => (pages.includes(path) ? new Uint8Array(1) : readFile(join(ROOT, path))),
};
