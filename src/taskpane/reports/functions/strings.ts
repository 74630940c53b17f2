export const strings = {
  title: "Functions",
  about: "Billing formulas for your own cells",
  /** The file that says what each function does. */
  descriptions: "functions.json",
  find: "Find a function",
  findHint: "A word, such as tier or tax",
  found: (found: string, all: string) =>
    found === all ? `${all} functions` : `${found} of ${all} functions`,
  none: "No function matches. Try one word, such as tax or tier.",
  insert: "Insert",
  inserted: (cell: string) => `Inserted into ${cell}`,
  optional: (description: string) => `${description} (optional)`,
  example: "Example",
  help: (name: string) => `Help for ${name}`,
};
