const { existsSync, readdirSync } = require("node:fs");
const { basename, isAbsolute, join } = require("node:path");
const webpack = require("webpack");

/** The command line, and every top-level scripts/*.ts under its own file name. */
function findEntries() {
  const entries = existsSync(join(__dirname, "src/cli/main.ts")) ? { ratebook: "./src/cli/main.ts" } : {};
  for (const file of readdirSync(join(__dirname, "scripts"))) {
    if (file.endsWith(".ts")) entries[basename(file, ".ts")] = `./scripts/${file}`;
  }
  return entries;
}

module.exports = {
  mode: "production",
  target: "node20",
  context: __dirname,
  entry: findEntries(),
  output: {
    path: join(__dirname, "dist/node"),
    filename: "[name].cjs",
    // Stack traces then name the source files where they are, seen from dist/node.
    devtoolModuleFilenameTemplate: "../../[resource-path]",
    // A script that was renamed must not live on as an old bundle.
    clean: true,
  },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [{ test: /\.ts$/, loader: "swc-loader" }],
    parser: {
      javascript: {
        // One file per entry: `await import()` still delays running the module, without a chunk beside it.
        dynamicImportMode: "eager",
        // swc does not look across files, so a misspelt import would otherwise be only a warning.
        exportsPresence: "error",
      },
    },
  },
  // Packages are required at run time from node_modules, so that what runs is what the lock file says.
  externals: ({ request }, done) =>
    request.startsWith(".") || isAbsolute(request) ? done() : done(null, `commonjs ${request}`),
  externalsPresets: { node: true },
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^ratebook\.cjs$/ }),
  ],
  // Nobody downloads these files; stack traces stay readable.
  optimization: { minimize: false },
  devtool: "source-map",
  cache: {
    type: "filesystem",
    buildDependencies: {
      config: [__filename, join(__dirname, ".swcrc"), join(__dirname, "package-lock.json")],
    },
  },
  performance: false,
  stats: "errors-warnings",
};
