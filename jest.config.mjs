export default {
  testEnvironment: "node",
  roots: ["<rootDir>/src", "<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  // Without options @swc/jest reads .swcrc, the same that webpack uses.
  transform: { "\\.ts$": "@swc/jest" },
  maxWorkers: 2,
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  reporters: ["default", "<rootDir>/test/support/countReporter.cjs"],
};
