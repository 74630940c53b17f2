/** The `examples` of a pricing model, as the formatter writes it; they are tests and documents, which nobody downloads. */
const EXAMPLES = /^ {2}examples: \[\n[\s\S]*?^ {2}\],\n/m;

/** A webpack loader for src/core/pricing/models: the model without its examples, line by line where it was. */
module.exports = function withoutExamples(source) {
  return source.replace(
    EXAMPLES,
    (examples) => `  examples: [],${"\n".repeat(examples.split("\n").length - 1)}`,
  );
};
