const { createRequire } = require("node:module");
const Sequencer = createRequire(require.resolve("jest"))("@jest/test-sequencer").default;

/** Where short files take long: a fresh clone knows no times, and Jest takes the largest files first. */
const LONG = /[\\/]test[\\/](?:contract[\\/]devServer|contracts|mutations|port|realData|review|simulation)\b/;

/** Opens pages, each with processes of its own. */
const IN_BROWSER = /[\\/]test[\\/]e2e\b/;

/** Counts every block of code that its process has loaded, so it comes where little is loaded yet. */
const COUNTS_BLOCKS = /[\\/]test[\\/]properties[\\/]growth\b/;

/** Two of the others behind each of the first, so that not every worker has a browser open at once. */
function interleaved(some, others) {
  const rest = [...others];
  return [...some.flatMap((test) => [test, ...rest.splice(0, 2)]), ...rest];
}

/** Begins with the tests that take longest, so that no worker is left with one of them at the end. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const rank = ({ path }) =>
      COUNTS_BLOCKS.test(path) ? 0 : IN_BROWSER.test(path) ? 1 : LONG.test(path) ? 2 : 3;
    const [first, browser, long, short] = [0, 1, 2, 3].map((wanted) =>
      sorted.filter((test) => rank(test) === wanted),
    );
    return [...first, ...interleaved(browser, long), ...short];
  }
};
