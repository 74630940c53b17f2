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
  "words",
  "payments",
  "receivables",
  "reconciliation",
  "comparison",
  "whatIf",
  "sheets",
  "personal",
  "review",
  "intake",
  "run",
  "evidence",
  "sharing",
  "exports",
  "imports",
  "tieOut",
  "eInvoice",
  "print",
];

// From bytes to the open workbook: the rooms of the workbook ring.
const WORKBOOK_FOLDERS = [
  "bytes",
  "zip",
  "xml",
  "opc",
  "xlsx",
  "formats",
  "port",
  "file",
  "officejs",
  "google",
];

// The pane from its engine to its frame, in the same way. Up to the list of views it runs in the worker.
const PANE_IN_WORKER = ["session/", "reports/[^/]+/view([.]ts$|/)", "reports/reportViews[.]ts$"];
const PANE_ON_PAGE = [
  "client/",
  "strings/",
  "services/",
  "state/",
  "hooks/",
  "parts/",
  "report/",
  "run/",
  "invoice/",
  "reports/[^/]+/",
  "reports/reports[.]ts$",
  "open/",
  "languages/",
  "app/",
];

// Unit tests sit beside the code and may reach anywhere.
const TESTS = "(^test/|[.]test[.]tsx?$)";
const SIMULATED_EXCEL = "^simulatedExcel/";
const CORE_API = "^src/core/api[.]ts$";

/** One rule a room, given by the beginning of its paths: it may import itself and those before it in the list. */
const looksOnlyUpstream = (ring, name, rooms, inside = `^${ring}/`) =>
  rooms.map((room, place) => ({
    name: `${name}-${room.replace(/[^a-z]+/g, "-").replace(/-?$/, "")}-looks-only-upstream`,
    severity: "error",
    comment:
      `${ring}/${room} may import only ${rooms.slice(0, place + 1).join(", ")}. ` +
      "Move what you need to a folder before it, or do the work in a later one.",
    from: {
      path: `^${ring}/${room}`,
      pathNot: [TESTS, ...rooms.slice(0, place).map((earlier) => `^${ring}/${earlier}`)],
    },
    to: { path: inside, pathNot: `^${ring}/(${rooms.slice(0, place + 1).join("|")})` },
  }));

const asRooms = (folders) => folders.map((folder) => `${folder}/`);

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
      to: { pathNot: ["^src/core/", "(^|/)node_modules/decimal[.]js/"] },
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
    ...looksOnlyUpstream("src/core", "core", asRooms(CORE_FOLDERS)),
    ...looksOnlyUpstream("src/workbook", "workbook", asRooms(WORKBOOK_FOLDERS), "^src/workbook/[^/]+/"),
    // The few files beside the folders belong to all of them.
    ...looksOnlyUpstream(
      "src/taskpane",
      "pane",
      [...PANE_IN_WORKER, ...PANE_ON_PAGE],
      "^src/taskpane/[^/]+/",
    ),
    {
      name: "pane-folder-has-a-place",
      severity: "error",
      comment:
        "Your folder of src/taskpane is in neither list of its rooms, so nothing says what it may import. " +
        "Add it there, between what it needs and what needs it.",
      from: {
        path: "^src/taskpane/[^/]+/",
        pathNot: [TESTS, `^src/taskpane/(${[...PANE_IN_WORKER, ...PANE_ON_PAGE].join("|")})`],
      },
      to: {},
    },
    {
      name: "reports-do-not-know-each-other",
      severity: "error",
      comment:
        "A report can be written, read and taken away by itself. Move what both show to run, invoice, parts or, " +
        "for the engine's side, session.",
      from: { path: "^src/taskpane/reports/([^/]+)/", pathNot: TESTS },
      to: { path: "^src/taskpane/reports/[^/]+/", pathNot: "^src/taskpane/reports/$1/" },
    },
    {
      name: "page-takes-types-of-the-worker",
      severity: "error",
      comment:
        "You made the page load what runs in its worker, and so the engine with it. Import the type alone, and ask " +
        "the session for the value. Only the client shares the words of the channel.",
      from: {
        path: `^src/taskpane/(${PANE_ON_PAGE.join("|")})`,
        pathNot: [TESTS, "^src/taskpane/client/", `^src/taskpane/(${PANE_IN_WORKER.join("|")})`],
      },
      to: { path: `^src/taskpane/(${PANE_IN_WORKER.join("|")})`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "worker-takes-no-page",
      severity: "error",
      comment:
        "You made the worker load a screen or a library of the page. It answers with plain data alone.",
      from: { path: "^src/taskpane/worker[.]ts$" },
      to: { path: "^node_modules/(react|@fluentui)|[.]tsx$", reachable: true },
    },
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
      name: "pdf-prints-what-it-is-given",
      severity: "error",
      comment:
        "You made the writer of PDFs depend on who uses it, or on what it prints. It is given texts and fonts, so that the " +
        "program and the pane make the same bytes: beside itself it knows the engine by its door, a compressor and codes to scan.",
      from: { path: "^src/pdf/", pathNot: TESTS },
      to: { pathNot: ["^src/pdf/", CORE_API, "(^|/)node_modules/(fflate|qrcode-generator)/"] },
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
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: "simulated-excel-knows-no-product",
      severity: "error",
      comment:
        "The simulated Excel is what the product is tested against, so it must not be made of it: what it needs of " +
        "the product is handed to it, and a file it reads by exceljs.",
      from: { path: SIMULATED_EXCEL },
      to: { path: "^(src|scripts|test)/" },
    },
    {
      name: "simulated-excel-is-entered-by-its-index",
      severity: "error",
      comment:
        "You reached past the door. Import simulatedExcel, or simulatedExcel/browser for Chromium; " +
        "if what you need is missing there, export it there, or give the host a control for it.",
      from: { pathNot: SIMULATED_EXCEL },
      to: { path: SIMULATED_EXCEL, pathNot: "^simulatedExcel/(browser/)?index[.]ts$" },
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
