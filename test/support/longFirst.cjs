const { createRequire } = require("node:module");
const Sequencer = createRequire(require.resolve("jest"))("@jest/test-sequencer").default;

/** Where short files take long: a fresh clone knows no times, and Jest takes the largest files first. */
const LONG = /[\\/]test[\\/](?:e2e|contracts|mutations|port|realData|review|simulation)[\\/]/;

/** Begins with the tests that take longest, so that no worker is left with one of them at the end. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => LONG.test(path);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
