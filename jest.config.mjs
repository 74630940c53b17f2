import swc from "./scripts/build/swcTsx.cjs";

export default {
  testEnvironment: "node",
  roots: ["<rootDir>/src", "<rootDir>/test", "<rootDir>/simulatedExcel"],
  testMatch: ["**/*.test.{ts,tsx}"],
  // Without options @swc/jest reads .swcrc, the same that webpack uses.
  transform: { "\\.ts$": "@swc/jest", "\\.tsx$": ["@swc/jest", swc.swcTsx] },
  // Makes documents, and only when it is asked to.
  testPathIgnorePatterns: process.env.RATEBOOK_PICTURES ? [] : ["/test/e2e/pictures"],
  globalSetup: "<rootDir>/test/support/openRunFolder.ts",
  globalTeardown: "<rootDir>/test/support/closeRunFolder.ts",
  maxWorkers: 2,
  // Tests that run the command line or read 100,000 rows need more than 5 s on a busy machine.
  testTimeout: 120_000,
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  reporters: ["default", "<rootDir>/test/support/countReporter.cjs"],
};
