import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AddInFunctions } from "../officeHost/functions/addInFunctions";
import type { FunctionsMetadata } from "../officeHost/functions/metadata";
import type { OfficeHostOptions } from "../officeHost/officeHost";
import { hostForAllTests } from "../officeHost/testHost";

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
