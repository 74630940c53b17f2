const { writeFileSync } = require("node:fs");

/** Writes {passed, failed, skipped} to the file named by RATEBOOK_TEST_COUNT, for .ci/run to add up. */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.RATEBOOK_TEST_COUNT;
    if (!file) return;
    const counts = {
      passed: results.numPassedTests,
      // A test file that could not be loaded has no tests to count, but it did fail.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(file, JSON.stringify(counts));
  }
};
