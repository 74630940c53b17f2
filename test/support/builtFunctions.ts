import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AddInFunctions,
  type FunctionsMetadata,
  hostForAllTests,
  type OfficeHostOptions,
} from "../../simulatedExcel";

export const DIST = join(__dirname, "../../dist");

/** What the build says of the functions to Excel. */
export const builtMetadata = JSON.parse(
  readFileSync(join(DIST, "functions.json"), "utf8"),
) as FunctionsMetadata;

/** An Excel with the built functions, whose results do not wait for the library's pauses. */
export const withBuiltFunctions: OfficeHostOptions = {
  scripts: [join(DIST, "functions.js")],
  functions: builtMetadata,
  timerSpeed: 200,
};

/** The built functions in one Excel, open for all tests of a file. */
export function builtFunctions(): () => AddInFunctions {
  const host = hostForAllTests(withBuiltFunctions);
  return () => host().functions;
}
