const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const swcrc = JSON.parse(readFileSync(join(__dirname, "../../.swcrc"), "utf8"));

/** .swcrc for files with elements in them. Not for all: in .tsx the `<` of a generic arrow function is an element. */
const swcTsx = {
  ...swcrc,
  swcrc: false,
  jsc: {
    ...swcrc.jsc,
    parser: { ...swcrc.jsc.parser, tsx: true },
    transform: { ...swcrc.jsc.transform, react: { runtime: "automatic" } },
  },
};

module.exports = { swcTsx };
