const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { sources, Compilation } = require("webpack");

const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** The folders of the packages that a compilation holds; modules that were joined into one are in it. */
function packageFolders(modules) {
  const folders = new Set();
  for (const module of modules) {
    for (const part of module.modules ?? [module]) {
      const folder = PACKAGE.exec(part.nameForCondition?.() ?? "")?.[1];
      // Folders of a package may have a package.json of their own, without a name.
      if (folder !== undefined && existsSync(join(folder, "package.json"))) folders.add(folder);
    }
  }
  return folders;
}

/** What a package says of its licence: its name, and the text that has to go along with it. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return { title: `${name} ${version}: ${license}`, text };
}

/** Writes THIRD-PARTY-LICENSES.txt beside the bundles: every package that is in one of them. */
class LicencesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("licences", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "licences", stage }, () => {
        // The engine's worker is an entry of this compilation as well.
        const licences = [...packageFolders(compilation.modules)].map(licenceOf);
        licences.sort((a, b) => (a.title < b.title ? -1 : 1));
        const text = licences
          .map(({ title, text }) => `${title}\n\n${text}\n`)
          .join(`\n${"-".repeat(72)}\n\n`);
        compilation.emitAsset("THIRD-PARTY-LICENSES.txt", new sources.RawSource(text));
      });
    });
  }
}

module.exports = { LicencesPlugin };
