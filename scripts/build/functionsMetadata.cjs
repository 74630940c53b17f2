const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");

const CATALOG = join(__dirname, "../../src/functions/catalog");
/** What the functions do and what their parameters are in other languages, a file a language. */
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

/** A description and its example: the formula or argument behind the word for it, which no language changes. */
function parts(description) {
  const [text, example] = description.split(" Example: ");
  return { text, example };
}

/**
 * The same functions, described in another language; names, values that are typed and examples are what they are. What a
 * function does is found by its id, what a parameter is by its English text: parameters that share it share the
 * translation, and one whose English text is changed has none until somebody has read it again.
 */
function translatedMetadata(metadata, { tag, example: word, descriptions, parameters }) {
  const translated = (texts, key, { example }) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`src/functions/languages/${tag}.json: “${key}” is missing`);
    return example === undefined ? text : `${text} ${word}: ${example}`;
  };
  const parameterOf = (parameter) => {
    const english = parts(parameter.description);
    return { ...parameter, description: translated(parameters, english.text, english) };
  };
  const functions = metadata.functions.map((entry) => ({
    ...entry,
    description: translated(descriptions, entry.id, parts(entry.description)),
    parameters: entry.parameters.map(parameterOf),
  }));
  return { ...metadata, functions };
}

module.exports = { CATALOG, LANGUAGES, functionLanguages, functionsMetadata, translatedMetadata };
