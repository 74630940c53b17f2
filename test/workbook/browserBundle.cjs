/**
 * `node browserBundle.cjs OUT MODULE …`: bundles the modules into one script as the add-in's own configuration would; their
 * exports are the variable `book`. A process of its own, because Jest cannot load all that the configuration loads.
 */
const { basename, dirname } = require("node:path");
const webpack = require("webpack");
const configurations = require("../../webpack.config.js");

const [, , out, ...modules] = process.argv;
const {
  mode,
  context,
  target,
  resolve,
  module: rules,
} = configurations.find(({ name }) => name === "add-in");

webpack(
  {
    ...{ mode, context, target, resolve, module: rules },
    entry: `data:text/javascript,${modules.map((path) => `export * from ${JSON.stringify(path)};`).join("")}`,
    output: { path: dirname(out), filename: basename(out), library: { type: "var", name: "book" } },
    devtool: false,
    optimization: { minimize: false },
  },
  (error, stats) => {
    if (error) throw error;
    process.stderr.write(stats.toString({ all: false, errors: true }));
    process.exitCode = stats.hasErrors() ? 1 : 0;
  },
);
