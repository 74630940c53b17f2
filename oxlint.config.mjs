import { builtinModules } from "node:module";

/** A finding is an error or it is not worth a rule. */
const errors = (rules) => Object.fromEntries(rules.split(/\s+/).map((rule) => [rule, "error"]));

const tests = ["**/*.test.{ts,tsx}", "**/test*.ts"];

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

const restricted = (paths, group) => [
  "error",
  {
    paths: [{ name: "exceljs", message: noExcelJs }, ...paths],
    patterns: [{ group: ["exceljs/*"], message: noExcelJs }, ...group],
  },
];

export default {
  plugins: ["eslint", "typescript", "react"],
  // Rules that need types are as fast as the others: the native compiler answers them.
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["dist/", "out/", "coverage/", ".cache/"],
  categories: { correctness: "error" },
  rules: {
    ...errors(
      `no-array-constructor no-case-declarations no-cond-assign no-constant-condition no-empty no-fallthrough
      no-misleading-character-class no-prototype-builtins no-regex-spaces no-unexpected-multiline
      no-unused-expressions no-useless-assignment no-var prefer-const prefer-rest-params prefer-spread
      preserve-caught-error typescript/ban-ts-comment typescript/consistent-type-imports
      typescript/no-empty-object-type typescript/no-explicit-any typescript/no-namespace
      typescript/no-unnecessary-type-constraint typescript/no-unsafe-function-type`,
    ),
    // A field left out of a copy is named only to leave it out.
    "no-unused-vars": ["error", { ignoreRestSiblings: true }],
    // For what is shipped, below.
    "typescript/no-base-to-string": "off",
    "typescript/unbound-method": "off",
    // Characters of a text are spread, and pairs sorted by their texts, on purpose.
    "typescript/no-misused-spread": "off",
    "typescript/require-array-sort-compare": "off",
    // A type and the value of its name are one declaration, which the compiler checks.
    "no-redeclare": "off",
    // Takes a parameter that a translation leaves optional for one that is always given.
    "typescript/no-useless-default-assignment": "off",
  },
  overrides: [
    {
      files: ["**/*.{ts,tsx}"],
      rules: {
        "typescript/no-require-imports": "error",
        "max-lines": ["error", { max: 400, skipBlankLines: false, skipComments: false }],
      },
    },
    {
      // What is shipped.
      files: ["src/**/*.{ts,tsx}"],
      excludeFiles: tests,
      rules: {
        ...errors(
          `typescript/no-base-to-string typescript/no-misused-promises typescript/no-unnecessary-type-assertion
          typescript/no-unsafe-argument typescript/no-unsafe-assignment typescript/no-unsafe-call
          typescript/no-unsafe-enum-comparison typescript/no-unsafe-member-access typescript/no-unsafe-return
          typescript/only-throw-error typescript/prefer-promise-reject-errors typescript/require-await
          typescript/restrict-plus-operands typescript/unbound-method`,
        ),
        "max-lines-per-function": ["error", { max: 60 }],
        "no-restricted-imports": restricted([], []),
      },
    },
    {
      // Runs a page's scripts as a page does.
      files: ["simulatedExcel/page/runScript.ts"],
      rules: { "no-eval": "off" },
    },
    {
      // Not every file: services and state have no hooks.
      files: ["**/*.tsx", "src/taskpane/{strings,hooks,parts,report,reports,run,open,app}/**/*.ts"],
      rules: errors(
        `react/rules-of-hooks react/exhaustive-deps react/static-components react/use-memo
        react/preserve-manual-memoization react/incompatible-library react/immutability react/globals react/refs
        react/set-state-in-effect react/error-boundaries react/purity react/set-state-in-render
        react/unsupported-syntax`,
      ),
    },
    {
      files: ["src/workbook/**/*.ts"],
      excludeFiles: [...tests, "src/workbook/zip/deflate/deflate.ts"],
      rules: {
        "no-restricted-globals": ["error", ...oneSidedGlobals],
        "no-restricted-imports": restricted(
          builtinModules.map((name) => ({ name, message: onlyInNode })),
          [{ group: ["node:*"], message: onlyInNode }],
        ),
      },
    },
    {
      files: ["src/core/**/*.ts"],
      excludeFiles: tests,
      rules: {
        "no-restricted-globals": ["error", ...impureGlobals],
        "no-restricted-properties": ["error", ...impureProperties],
        // The rule for globals does not see a name that is used as a type only.
        "typescript/no-restricted-types": ["error", { types: { Date: "Use Day from src/core/calendar." } }],
      },
    },
  ],
};
