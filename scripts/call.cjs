/**
 * The words behind a script, as in `npm run fuzz -- --count 2000`. A call for help ends in a short text on standard output,
 * a wrong one in one line on standard error and status 2. For the scripts that are built and for those that run as they are.
 */
const { writeSync } = require("node:fs");
const { parseArgs } = require("node:util");

/** What is wrong with a call, in one sentence. */
class WrongCall extends Error {}

function oneOf(choices, word, what) {
  if (choices.includes(word)) return word;
  throw new WrongCall(`${what} cannot be “${word}”`);
}

/** The value of an option as it was written. */
function valueOf(name, { type, choices }, word) {
  switch (type) {
    case "number":
      if (!/^\d{1,9}$/.test(word)) throw new WrongCall(`--${name} takes a whole number, not “${word}”`);
      return Number(word);
    case "choice":
      return oneOf(choices, word, `--${name}`);
    case "list":
      return word.split(",").map((each) => oneOf(choices, each, `--${name}`));
    default:
      return word;
  }
}

/** What Node says of words that are no options, as far as it speaks of them. */
function parsed(options, words, allowPositionals) {
  try {
    return parseArgs({ options, args: [...words], allowPositionals });
  } catch (error) {
    throw new WrongCall(error.message.split(". ")[0]);
  }
}

/** The values of a call, its words beside options in `words`; throws a WrongCall. */
function valuesOf({ options, words: beside }, words) {
  const asNode = Object.entries(options).map(([name, { type }]) => [
    name,
    { type: type === "flag" ? "boolean" : "string" },
  ]);
  const { values, positionals } = parsed(Object.fromEntries(asNode), words, beside !== undefined);
  const read = Object.entries(options).map(([name, option]) => {
    const word = values[name];
    if (option.type === "flag") return [name, word === true];
    return [name, word === undefined ? option.default : valueOf(name, option, word)];
  });
  const named = positionals.map((word) => oneOf(beside.choices, word, beside.name));
  if (named.length > (beside?.most ?? Infinity)) throw new WrongCall(`one ${beside.name} at most`);
  return { ...Object.fromEntries(read), words: named };
}

const takenBy = {
  number: () => " NUMBER",
  text: ({ value }) => ` ${value}`,
  choice: ({ value }) => ` ${value}`,
  list: ({ value }) => ` ${value},…`,
  flag: () => "",
};

const WIDTH = 110;

/** Lines of whole words. */
function wrapped(text, width) {
  return text.split(" ").reduce((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

/** How a script is called. */
function usage({ call, about, options, words }) {
  const told = new Set();
  const helpOf = ({ help, choices, default: standard }) => {
    // Two options may choose from one list.
    const listed = choices === undefined || told.has(choices) ? "" : `: ${choices.join(", ")}`;
    told.add(choices);
    const usual = standard === undefined || standard.length === 0 ? "" : ` (${String(standard)})`;
    return `${help}${listed}${usual}`;
  };
  const rows = [
    ...(words ? [[words.name, helpOf(words)]] : []),
    ...Object.entries(options).map(([name, option]) => [
      `--${name}${takenBy[option.type](option)}`,
      helpOf(option),
    ]),
  ];
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const lines = rows.flatMap(([left, right]) =>
    wrapped(right, WIDTH - width).map((line, index) => `  ${(index === 0 ? left : "").padEnd(width)}${line}`),
  );
  const beside = words ? ` [${words.name}${words.most === 1 ? "" : " …"}]` : "";
  return `${call}${beside} [OPTIONS]\n\n${about}\n\n${lines.join("\n")}\n`;
}

const asksForHelp = (word) => word === "--help" || word === "-h";

/** Reads the words that a script was given, and ends it where it cannot run. */
function readCall(script, given = process.argv.slice(2)) {
  if (given.some(asksForHelp)) {
    writeSync(1, usage(script));
    process.exit(0);
  }
  try {
    return valuesOf(script, given);
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    writeSync(2, `${error.message} (${script.call} --help lists what there is)\n`);
    return process.exit(2);
  }
}

module.exports = { readCall };
