import { builtinModules } from "node:module";
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const tests = ["**/*.test.{ts,tsx}", "test/**", "simulatedExcel/**"];

const noExcelJs = "exceljs is the oracle of tests; src reads and writes with src/workbook/xlsx.";

// src/core gives the same answer everywhere and at any time: what varies comes in as an argument.
const impureGlobals = [
  ["Date", "Use Day from src/core/calendar; the day of the run is an argument."],
  ["Intl", "Its output depends on the machine; format in the column language of src/core/schema."],
  ["process", "Core knows no environment; take it as an argument."],
  ["console", "Return an Issue; the caller decides what is shown."],
  ["Buffer", "Core runs in Excel as well, where there is none."],
  ["window", "Core runs in Node as well, where there is none."],
  ["document", "Core runs in Node as well, where there is none."],
  ["globalThis", "It is a way round the other rules; import what you need."],
].map(([name, message]) => ({ name, message }));

// src/workbook runs in browsers and in Node: it names what both have.
const onlyInNode =
  "It has to run in a browser as well; src/workbook/bytes and src/workbook/zip/deflate have what you need.";
const onlyInPages = "It has to run in Node as well; take what you need as an argument.";
const oneSidedGlobals = [
  ...["Buffer", "process", "global", "require", "module", "__dirname", "__filename", "setImmediate"].map(
    (name) => ({ name, message: onlyInNode }),
  ),
  ...["window", "document", "self"].map((name) => ({ name, message: onlyInPages })),
];

const localeMethods = ["toLocaleString", "toLocaleUpperCase", "toLocaleLowerCase", "localeCompare"];

const impureProperties = [
  { object: "Math", property: "random", message: "The same input must give the same output." },
  ...localeMethods.map((property) => ({ property, message: "Its result depends on the machine's locale." })),
];

// A finding is an error or it is not worth a rule: nothing is set to "warn".
export default defineConfig([
  globalIgnores(["dist/", "out/", "coverage/", ".cache/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.{js,cjs}"],
    languageOptions: { sourceType: "commonjs", globals: globals.node },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { globals: globals.node },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    rules: {
      // A field left out of a copy is named only to leave it out.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "max-lines": ["error", { max: 400, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    // Rules that ask the type checker take most of the time there is: they are for what is shipped.
    files: ["src/**/*.{ts,tsx}"],
    ignores: tests,
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: {
      parserOptions: { project: "tsconfig.lint.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "max-lines-per-function": ["error", { max: 60 }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: tests,
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [{ name: "exceljs", message: noExcelJs }],
          patterns: [{ group: ["exceljs/*"], message: noExcelJs }],
        },
      ],
    },
  },
  {
    // Not every file: the compiler of React behind these rules is slow, and services and state have no hooks.
    files: ["**/*.tsx", "src/taskpane/{strings,hooks,parts,screens,app}/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: Object.fromEntries(
      Object.keys(reactHooks.configs.flat.recommended.rules).map((rule) => [rule, "error"]),
    ),
  },
  {
    files: ["src/workbook/**/*.ts"],
    ignores: [...tests, "src/workbook/**/test*.ts", "src/workbook/zip/deflate/deflate.ts"],
    rules: {
      "no-restricted-globals": ["error", ...oneSidedGlobals],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "exceljs", message: noExcelJs },
            ...builtinModules.map((name) => ({ name, message: onlyInNode })),
          ],
          patterns: [
            { group: ["exceljs/*"], message: noExcelJs },
            { group: ["node:*"], message: onlyInNode },
          ],
        },
      ],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    ignores: tests,
    rules: {
      "no-restricted-globals": ["error", ...impureGlobals],
      "no-restricted-properties": ["error", ...impureProperties],
      // The rule for globals does not see a name that is used as a type only.
      "@typescript-eslint/no-restricted-types": [
        "error",
        { types: { Date: "Use Day from src/core/calendar." } },
      ],
    },
  },
]);
