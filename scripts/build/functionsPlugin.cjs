const { sources, Compilation } = require("webpack");
const { CATALOG, functionsMetadata } = require("./functionsMetadata.cjs");

/** Writes functions.json beside the bundles, its addresses on the site that is built for. */
class FunctionsPlugin {
  constructor(toSite) {
    this.toSite = toSite;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("functions.json", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "functions.json", stage }, async () => {
        compilation.contextDependencies.add(CATALOG);
        const text = JSON.stringify(await functionsMetadata(), null, 2);
        compilation.emitAsset("functions.json", new sources.RawSource(this.toSite(`${text}\n`)));
      });
    });
  }
}

module.exports = { FunctionsPlugin };
