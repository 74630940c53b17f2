const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const swcJest = require("@swc/jest");

const ROOT = join(__dirname, "../..");
const swcrc = JSON.parse(readFileSync(join(ROOT, ".swcrc"), "utf8"));
const api = readFileSync(join(ROOT, "src/core/api.ts"), "utf8");

/**
 * Compiles the door to the engine so that what is behind a name is loaded when the name is first used, and not by every
 * test file that has the door among its imports.
 */
module.exports = swcJest.createTransformer({
  ...swcrc,
  swcrc: false,
  module: { type: "commonjs", lazy: [...api.matchAll(/ from "(.+?)";/g)].map(([, path]) => path) },
});
