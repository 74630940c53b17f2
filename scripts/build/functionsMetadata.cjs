const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");

const CATALOG = join(__dirname, "../../src/functions/catalog");
/** What the functions do in other languages, a file a language. */
const LANGUAGES = join(__dirname, "../../src/functions/languages");

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

/** Every language beside English, by its tag. */
function functionLanguages() {
  const files = readdirSync(LANGUAGES).filter((file) => file.endsWith(".json"));
  return files.map((file) => {
    const texts = JSON.parse(readFileSync(join(LANGUAGES, file), "utf8"));
    return { tag: file.replace(".json", ""), ...texts };
  });
}

/** The same functions, described in another language; names, parameters and examples are what they are. */
function translatedMetadata(metadata, { tag, example, descriptions }) {
  const functions = metadata.functions.map((entry) => {
    const text = descriptions[entry.id];
    if (text === undefined) throw new Error(`src/functions/languages/${tag}.json: ${entry.id} is missing`);
    const [, formula] = entry.description.split(" Example: ");
    return { ...entry, description: formula === undefined ? text : `${text} ${example}: ${formula}` };
  });
  return { ...metadata, functions };
}

module.exports = { CATALOG, LANGUAGES, functionLanguages, functionsMetadata, translatedMetadata };
