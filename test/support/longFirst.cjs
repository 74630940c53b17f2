const { createRequire } = require("node:module");
const Sequencer = createRequire(require.resolve("jest"))("@jest/test-sequencer").default;

/** Where short files take long: a fresh clone knows no times, and Jest takes the largest files first. */
const LONG =
  /[\\/]test[\\/](?:contract[\\/]devServer|e2e|contracts|mutations|port|realData|review|simulation)\b/;

/** Counts every block of code that its process has loaded, so it comes where little is loaded yet. */
const COUNTS_BLOCKS = /[\\/]test[\\/]properties[\\/]growth\b/;

/** Begins with the tests that take longest, so that no worker is left with one of them at the end. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const rank = ({ path }) => (COUNTS_BLOCKS.test(path) ? 0 : LONG.test(path) ? 1 : 2);
    return [0, 1, 2].flatMap((wanted) => sorted.filter((test) => rank(test) === wanted));
  }
};
