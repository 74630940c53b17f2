const { sources, Compilation } = require("webpack");
const {
  CATALOG,
  LANGUAGES,
  functionLanguages,
  functionsMetadata,
  translatedMetadata,
} = require("./functionsMetadata.cjs");

/** Writes functions.json beside the bundles, one a language, its addresses on the site that is built for. */
class FunctionsPlugin {
  constructor(toSite) {
    this.toSite = toSite;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("functions.json", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "functions.json", stage }, async () => {
        compilation.contextDependencies.addAll([CATALOG, LANGUAGES]);
        const emit = (name, metadata) => {
          const text = this.toSite(`${JSON.stringify(metadata, null, 2)}\n`);
          compilation.emitAsset(name, new sources.RawSource(text));
        };
        const english = await functionsMetadata();
        emit("functions.json", english);
        for (const language of functionLanguages())
          emit(`functions-${language.tag}.json`, translatedMetadata(english, language));
      });
    });
  }
}

module.exports = { FunctionsPlugin };
