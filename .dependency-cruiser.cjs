// The order in which a billing run passes through src/core: a folder knows itself and those before it.
const CORE_FOLDERS = [
  "base",
  "money",
  "calendar",
  "grid",
  "issues",
  "schema",
  "settings",
  "pricing",
  "catalog",
  "documents",
  "metering",
  "rating",
  "invoicing",
  "payments",
  "reconciliation",
  "sheets",
  "exports",
  "intake",
  "run",
];

// From bytes to the open workbook: the rooms of the workbook ring.
const WORKBOOK_FOLDERS = ["bytes", "zip", "xml", "opc", "xlsx", "formats", "port", "file", "officejs"];

// The pane from its engine to its frame, in the same way.
const PANE_FOLDERS = ["session", "strings", "services", "state", "hooks", "parts", "screens", "app"];

// Unit tests sit beside the code and may reach anywhere.
const TESTS = "(^test/|[.]test[.]tsx?$)";
const PANE_BENCHMARK = "^scripts/bench/pane";
const CORE_API = "^src/core/api[.]ts$";

/** One rule a folder: it may import itself and those before it in the list. */
const looksOnlyUpstream = (ring, name, folders, inside = `^${ring}/`) =>
  folders.map((folder, place) => ({
    name: `${name}-${folder}-looks-only-upstream`,
    severity: "error",
    comment:
      `${ring}/${folder} may import only ${folders.slice(0, place + 1).join(", ")}. ` +
      "Move what you need to a folder before it, or do the work in a later one.",
    from: { path: `^${ring}/${folder}/`, pathNot: TESTS },
    to: { path: inside, pathNot: `^${ring}/(${folders.slice(0, place + 1).join("|")})/` },
  }));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "core-is-pure",
      severity: "error",
      comment:
        "You made src/core depend on something outside it. Core runs in Excel, in a browser and in Node alike: " +
        "it may import only src/core and decimal.js. Take what you need as an argument and let a ring outside supply it.",
      from: { path: "^src/core/", pathNot: TESTS },
      to: { pathNot: ["^src/core/", "^node_modules/decimal[.]js/"] },
    },
    {
      name: "core-folder-has-a-place",
      severity: "error",
      comment:
        "Your folder of src/core is not in the list CORE_FOLDERS, so nothing says what it may import. " +
        "Add it there, between what it needs and what needs it.",
      from: { path: "^src/core/", pathNot: [TESTS, CORE_API, `^src/core/(${CORE_FOLDERS.join("|")})/`] },
      to: {},
    },
    ...looksOnlyUpstream("src/core", "core", CORE_FOLDERS),
    ...looksOnlyUpstream("src/workbook", "workbook", WORKBOOK_FOLDERS, "^src/workbook/[^/]+/"),
    // The few files beside the folders belong to all of them.
    ...looksOnlyUpstream("src/taskpane", "pane", PANE_FOLDERS, "^src/taskpane/[^/]+/"),
    {
      name: "outer-rings-enter-core-by-api",
      severity: "error",
      comment:
        "You reached past the door. Code outside src/core imports it by src/core/api only; " +
        "if what you need is missing there, export it there.",
      from: { path: "^src/", pathNot: ["^src/core/", TESTS] },
      to: { path: "^src/core/", pathNot: CORE_API },
    },
    {
      name: "exceljs-only-in-tests",
      severity: "error",
      comment:
        "exceljs loses charts, pivots and macros and reads a third of the speed of src/workbook/xlsx/read; it is the oracle of tests. Use readWorkbook and applyPlan.",
      from: { path: "^src/", pathNot: TESTS },
      to: { path: "(^|/)exceljs(/|$)", pathNot: "^src/" },
    },
    {
      name: "functions-see-their-arguments-only",
      severity: "error",
      comment:
        "You made a function in cells depend on something beside the engine. Functions are pure: Excel calls them in " +
        "any order and any number of times, and their bundle must load at once.",
      from: { path: "^src/functions/", pathNot: TESTS },
      to: { pathNot: ["^src/functions/", CORE_API] },
    },
    {
      name: "workbook-does-not-know-cli",
      severity: "error",
      comment:
        "You made a workbook adapter depend on the program that uses it. Let the caller pass the value, or move it to the port.",
      from: { path: "^src/workbook/" },
      to: { path: "^src/(cli|functions|taskpane)/" },
    },
    {
      name: "no-circular",
      severity: "error",
      comment:
        "These files need each other, so neither can be read or tested alone. Type imports count too: " +
        "move what both need to a third file.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-dep-on-test",
      severity: "error",
      comment: "You made the program depend on its tests. Move what you need out of the test.",
      from: { pathNot: [TESTS, PANE_BENCHMARK] },
      to: { path: TESTS },
    },
    {
      name: "pane-benchmark-drives-the-simulated-excel",
      severity: "error",
      comment:
        "The benchmark of the pane opens it in front of the Excel that the tests simulate; it needs nothing else of them.",
      from: { path: PANE_BENCHMARK },
      to: { path: TESTS, pathNot: "^test/officeHost/" },
    },
    {
      name: "not-to-dev-dep",
      severity: "error",
      comment:
        "You import a package that users of the program do not get. Move it to dependencies in package.json, or do without.",
      from: { path: "^src/", pathNot: TESTS },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Imports that vanish when compiled are dependencies of the reader all the same.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".d.ts", ".js", ".mjs", ".cjs", ".json"] },
  },
};
