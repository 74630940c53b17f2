const { createHash } = require("node:crypto");
const { readdirSync } = require("node:fs");
const { basename, isAbsolute, join } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const Minimizer = require("minimizer-webpack-plugin");
const webpack = require("webpack");
const { FunctionsPlugin } = require("./scripts/build/functionsPlugin.cjs");
const { helpPage } = require("./scripts/build/helpPage.cjs");
const { LicencesPlugin } = require("./scripts/build/licencesPlugin.cjs");
const { swcTsx } = require("./scripts/build/swcTsx.cjs");

/** Where sources have their pages, scripts and icons while they are worked on; what is built names its own site. */
const DEVELOPMENT_SITE = "https://localhost:3000/";
const site = (process.env.RATEBOOK_URL ?? "https://ratebook.example/").replace(/\/*$/, "/");
const toSite = (text) => text.replaceAll(DEVELOPMENT_SITE, site);

const shared = {
  mode: "production",
  context: __dirname,
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  devtool: "source-map",
  performance: false,
  stats: "errors-warnings",
};

/** A copy that shares these node_modules, as the recipes are tried in, has a cache of its own. */
const checkout = createHash("sha256").update(__dirname).digest("hex").slice(0, 8);

const cacheOf = (name) => ({
  type: "filesystem",
  name: `${name}-${checkout}`,
  buildDependencies: {
    config: [__filename, join(__dirname, ".swcrc"), join(__dirname, "package-lock.json")],
  },
});

const typescript = { test: /\.ts$/, loader: "swc-loader" };
const typescriptWithElements = { test: /\.tsx$/, loader: "swc-loader", options: swcTsx };
// swc does not look across files, so a misspelt import would otherwise be only a warning.
const parser = { javascript: { exportsPresence: "error" } };

// A benchmark drives the simulated Excel, which finds files at run time: beside its own sources, and by Node's require.
const simulatedExcel = {
  test: /[\\/]simulatedExcel[\\/]/,
  parser: { node: { __dirname: true }, commonjs: false },
};

/** The command line, the benchmarks, the simulation, months of payments, and every top-level scripts/*.ts under its own file name. */
function findEntries() {
  const entries = {
    ratebook: "./src/cli/main.ts",
    bench: "./bench/bench.ts",
    simulate: "./test/simulation/simulate.ts",
    fuzz: "./test/fuzz/fuzz.ts",
    cashMonth: "./test/cashMonth/tryMonth.ts",
  };
  for (const file of readdirSync(join(__dirname, "scripts"))) {
    if (file.endsWith(".ts")) entries[basename(file, ".ts")] = `./scripts/${file}`;
  }
  return entries;
}

const node = {
  ...shared,
  name: "node",
  target: "node20",
  entry: findEntries(),
  output: {
    path: join(__dirname, "dist/node"),
    filename: "[name].cjs",
    // Stack traces then name the source files where they are, seen from dist/node.
    devtoolModuleFilenameTemplate: "../../[resource-path]",
    // A script that was renamed must not live on as an old bundle.
    clean: true,
  },
  module: {
    rules: [typescript, simulatedExcel],
    // One file per entry: `await import()` still delays running the module, without a chunk beside it.
    parser: { javascript: { ...parser.javascript, dynamicImportMode: "eager" } },
  },
  // Packages are required at run time from node_modules, so that what runs is what the lock file says.
  externals: ({ request }, done) =>
    request.startsWith(".") || isAbsolute(request) ? done() : done(null, `commonjs ${request}`),
  externalsPresets: { node: true },
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^ratebook\.cjs$/ }),
  ],
  optimization: {
    // Half the text to be compiled at each start; stack traces keep their names.
    minimizer: [
      new Minimizer({
        minify: Minimizer.swcMinify,
        test: /\.cjs$/,
        minimizerOptions: {
          compress: false,
          mangle: { keep_fnames: true, keep_classnames: true },
          format: { asciiOnly: true, comments: false },
        },
      }),
    ],
    // The engine is in nearly every program: written once, with one source map.
    splitChunks: {
      cacheGroups: { default: false, shared: { name: "shared", chunks: "all", minChunks: 2, minSize: 0 } },
    },
  },
  cache: cacheOf("node"),
};

const functions = "./src/functions/functions.ts";

/** Examples of pricing models are for tests and the reference. */
const withoutExamples = {
  test: /[\\/]pricing[\\/]models[\\/]\w+\.ts$/,
  enforce: "pre",
  loader: join(__dirname, "scripts/build/withoutExamples.cjs"),
};

const addIn = {
  ...shared,
  name: "add-in",
  target: ["web", "es2022"],
  // The pane holds the functions as well: in a shared runtime they run in its page. functions.js alone is what
  // Excel asks for by the manifest's Script.
  entry: { functions, taskpane: [functions, "./src/taskpane/index.tsx"] },
  output: {
    path: join(__dirname, "dist"),
    filename: "[name].js",
    clean: { keep: /^(?:node|google)\// },
  },
  module: {
    // Everything in the engine is declarations, so whatever a bundle does not use stays out of it.
    rules: [
      typescript,
      typescriptWithElements,
      { test: /[\\/]src[\\/]core[\\/]/, sideEffects: false },
      withoutExamples,
    ],
    parser,
  },
  plugins: [
    new FunctionsPlugin(toSite),
    new LicencesPlugin(),
    new CopyPlugin({
      patterns: [
        { from: "manifest.xml", transform: (content) => toSite(String(content)) },
        { from: "assets/icons/*.png" },
        { from: "examples/harbour.xlsx", to: "sample.xlsx" },
        { from: "src/taskpane/taskpane.{html,css}", to: "[name][ext]" },
        { from: "scripts/build/help.css", to: "help/help.css" },
        // The fonts of PDFs, fetched when the first one is made.
        {
          from: "node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
          to: "fonts/regular.ttf",
        },
        {
          from: "node_modules/@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
          to: "fonts/bold.ttf",
        },
        {
          from: "docs/functions/*.md",
          noErrorOnMissing: true,
          to: ({ absoluteFilename }) =>
            `help/${basename(absoluteFilename, ".md").replace("README", "index")}.html`,
          transform: (content) => helpPage(String(content)),
        },
      ],
    }),
  ],
  optimization: { minimizer: [new Minimizer({ minify: Minimizer.swcMinify })] },
  cache: cacheOf("add-in"),
};

/** What Apps Script calls by name must be declared in its file; the bundle hides all else. */
const scriptFunctions = ["onOpen", "ratebookCheck", "ratebookBill", "ratebookBillAndNumber"];

const google = {
  ...shared,
  name: "google",
  target: ["es2020"],
  entry: { Code: "./src/google/ratebook.ts" },
  output: {
    path: join(__dirname, "dist/google"),
    filename: "[name].js",
    library: { name: "Ratebook", type: "var" },
    // One file and no other: a script can load none.
    chunkFormat: false,
    clean: true,
  },
  // A script is one file, pasted by hand; its errors name lines that people can read.
  devtool: false,
  module: {
    rules: [
      // Google's engine takes no fields of classes.
      { ...typescript, options: { jsc: { target: "es2019" } } },
      { test: /[\\/]src[\\/]core[\\/]/, sideEffects: false },
      withoutExamples,
    ],
    parser: { javascript: { ...parser.javascript, dynamicImportMode: "eager" } },
  },
  plugins: [
    new CopyPlugin({ patterns: ["src/google/appsscript.json"] }),
    new webpack.BannerPlugin({
      banner: scriptFunctions.map((name) => `function ${name}() { return Ratebook.${name}(); }`).join("\n"),
      raw: true,
      footer: true,
      entryOnly: true,
    }),
  ],
  optimization: { minimizer: [new Minimizer({ minify: Minimizer.swcMinify })] },
  cache: cacheOf("google"),
};

/** What tells whether an addition holds together: programs and functions, for nobody to download or to debug. */
const sketch = [
  { ...node, devtool: false, optimization: { ...node.optimization, minimize: false } },
  { ...addIn, entry: { functions }, devtool: false, optimization: { minimize: false } },
];

module.exports = process.env.RATEBOOK_BUILD === "sketch" ? sketch : [node, addIn, google];
