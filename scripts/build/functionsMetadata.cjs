const { readdirSync } = require("node:fs");
const { join } = require("node:path");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");

const CATALOG = join(__dirname, "../../src/functions/catalog");

/** Files that declare functions: all of the folder but the list of them. */
function catalogFiles() {
  return readdirSync(CATALOG)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
    .sort()
    .map((file) => join(CATALOG, file));
}

/**
 * functions.json as Excel reads it, from the comments in src/functions/catalog. Errors in cells reach the functions, so
 * that one of them in a column is an error in its own row only; the generator has no tag that says so.
 */
async function functionsMetadata() {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(catalogFiles());
  if (errors.length > 0) throw new Error(`src/functions/catalog: ${errors.join("\n")}`);
  return { allowErrorForDataTypeAny: true, ...JSON.parse(metadataJson) };
}

module.exports = { CATALOG, functionsMetadata };
