const { createRequire } = require("node:module");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

require("./oneTestAtATime.cjs");
const warmCommandLine = require("./warmCommandLine.cjs");

// Most of what tests run is run too few times to be worth optimizing: V8 begins with it four times as late, for about
// a tenth less processor time. A Node without this flag says so and goes on.
setFlagsFromString("--interrupt-budget=500000");

/** The one that comes with Jest. */
const Runtime = createRequire(require.resolve("jest"))("jest-runtime").default;

/** Modules as this worker has compiled them, by file. */
const compiled = new Map();

/**
 * What the language itself has, by name. In a test's context every look at a global goes through an interceptor, which
 * makes of Math.floor the slowest part of arithmetic; as names around a module they are as fast as outside of Jest.
 * None of them is ever replaced: fake timers change Date and what is of the host.
 */
const OF_THE_LANGUAGE =
  "Array, ArrayBuffer, BigInt, Boolean, DataView, Error, Float64Array, Infinity, Int32Array, JSON, Map, Math, NaN, " +
  "Number, Object, Promise, RegExp, Set, String, Symbol, TypeError, Uint16Array, Uint32Array, Uint8Array, WeakMap, " +
  "isNaN, parseInt";

const atHand = (source) => `(function (${OF_THE_LANGUAGE}) {${source}\n}).call(this, ${OF_THE_LANGUAGE});`;

/**
 * Jest compiles every module anew for every test file. Here a worker keeps the scripts it has compiled and runs them in
 * each file's own context: modules, mocks and globals are as separate as ever.
 */
module.exports = class CompileOnce extends Runtime {
  constructor(...given) {
    super(...given);
    this._environment.global.warmCommandLine = warmCommandLine;
    const { executor } = this;
    const compile = executor.compile.bind(executor);
    executor.compile = (source, filename) => {
      const context = this._environment.getVmContext();
      // An import at run time belongs to the test file that a module was compiled for.
      if (context === null || source.includes("import(")) return compile(atHand(source), filename);
      let kept = compiled.get(filename);
      if (kept?.source !== source) {
        const parameters = executor.injectedModuleParameters.join(", ");
        try {
          const script = new Script(`(function (${parameters}) {${atHand(source)}\n})`, { filename });
          kept = { source, script };
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
