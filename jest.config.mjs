import swc from "./scripts/build/swcTsx.cjs";

/** Tests of what is built, by folder or file; everything else runs on the sources. */
const ON_THE_BUILD = [
  "test/architecture/licences.test.ts",
  "test/architecture/scripts.test.ts",
  "test/contract/",
  "test/e2e/",
  "test/functions/",
  "test/google/bundle.test.ts",
  "test/hardening/",
  "test/manifest/",
  "test/pane/bundle.test.ts",
  "test/vectors/",
].map((path) => `<rootDir>/${path}`);
/** Without a build, without a browser: the loop of a minute. */
const UNIT = ["<rootDir>/src", "<rootDir>/test/properties"];

const shared = {
  // One for all projects, and for copies of the checkout that share node_modules: what is compiled for one is for all.
  id: "ratebook",
  testEnvironment: "node",
  // Without options @swc/jest reads .swcrc, the same that webpack uses.
  transform: {
    "/src/core/api\\.ts$": "<rootDir>/test/support/apiByName.cjs",
    "\\.ts$": "@swc/jest",
    "\\.tsx$": ["@swc/jest", swc.swcTsx],
  },
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  runtime: "<rootDir>/test/support/compileOnce.cjs",
};
const testMatch = ["**/*.test.{ts,tsx}"];

export default {
  projects: [
    { ...shared, displayName: "unit", roots: UNIT, testMatch },
    {
      ...shared,
      displayName: "crossing",
      roots: ["<rootDir>/test", "<rootDir>/simulatedExcel"],
      testMatch,
      testPathIgnorePatterns: [...UNIT, ...ON_THE_BUILD],
      moduleNameMapper: { "^@fluentui/react-icons$": "<rootDir>/test/support/fluentIcons.cjs" },
      setupFiles: ["<rootDir>/test/support/missingInJsdom.ts", "<rootDir>/test/support/rememberedStyles.ts"],
      globalSetup: "<rootDir>/test/support/openRunFolder.ts",
      globalTeardown: "<rootDir>/test/support/closeRunFolder.ts",
    },
    {
      ...shared,
      displayName: "built",
      roots: ["<rootDir>/test"],
      testMatch: ON_THE_BUILD.map((path) => (path.endsWith("/") ? `${path}${testMatch[0]}` : path)),
      // Makes documents, and only when it is asked to.
      testPathIgnorePatterns: process.env.RATEBOOK_PICTURES ? [] : ["/test/e2e/pictures"],
      globalSetup: "<rootDir>/test/support/buildOnce.ts",
      globalTeardown: "<rootDir>/test/support/closeRunFolder.ts",
    },
  ],
  // One more than processors of the usual machine: end-to-end tests wait for pages most of their time.
  maxWorkers: 3,
  // Tests that run the command line or read 100,000 rows need more than 5 s on a busy machine.
  testTimeout: 300_000,
  testSequencer: "<rootDir>/test/support/longFirst.cjs",
  reporters: ["default", "<rootDir>/test/support/countReporter.cjs"],
};
