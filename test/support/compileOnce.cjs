const { createRequire } = require("node:module");
const { Script } = require("node:vm");

/** The one that comes with Jest. */
const Runtime = createRequire(require.resolve("jest"))("jest-runtime").default;

/** Modules as this worker has compiled them, by file. */
const compiled = new Map();

/**
 * Jest compiles every module anew for every test file. Here a worker keeps the scripts it has compiled and runs them in
 * each file's own context: modules, mocks and globals are as separate as ever, and a sixth of a run's time is saved.
 */
module.exports = class CompileOnce extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    const compile = executor.compile.bind(executor);
    executor.compile = (source, filename) => {
      const context = this._environment.getVmContext();
      // An import at run time belongs to the test file that a module was compiled for.
      if (context === null || source.includes("import(")) return compile(source, filename);
      let kept = compiled.get(filename);
      if (kept?.source !== source) {
        const wrapped = `(function (${executor.injectedModuleParameters.join(", ")}) {${source}\n})`;
        try {
          kept = { source, script: new Script(wrapped, { filename }) };
        } catch {
          // Jest says better what is wrong with it.
          return compile(source, filename);
        }
        compiled.set(filename, kept);
      }
      return kept.script.runInContext(context);
    };
  }
};
