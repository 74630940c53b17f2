import ts from "typescript";
import { commentText, leadingText, type DeclaredFunction } from "./catalogSource";
import type {
  ErrorDocumentation,
  Example,
  FunctionDocumentation,
  ParameterDocumentation,
} from "./functionDocumentation";

const FEWEST_EXAMPLES = 2;
/** What separates a text from the example behind it. */
const EXAMPLE = " Example: ";

interface Described {
  readonly documentation: FunctionDocumentation;
  /** What the comment lacks. */
  readonly faults: readonly string[];
}

/** Takes the comment of a function apart and says what is missing in it. */
export function describeFunction({ id, declaration, choices }: DeclaredFunction): Described {
  const faults: string[] = [];
  const tags = ts.getJSDocTags(declaration);
  const textsOf = (name: string) =>
    tags.filter(({ tagName }) => tagName.text === name).map(({ comment }) => commentText(comment));
  const [description, inCell] = apart(leadingText(declaration));
  const [returns = ""] = textsOf("returns");
  if (description === "") faults.push("it has no description");
  if (inCell === "") faults.push(`its description lacks “${EXAMPLE.trim()}” and a call`);
  if (textsOf("customfunction")[0] !== id) faults.push("@customfunction names another id");
  if (returns === "") faults.push("it has no @returns");
  const examples = textsOf("example").map((text) => readExample(text, faults));
  if (examples.length < FEWEST_EXAMPLES)
    faults.push(`it has ${String(examples.length)} @example; it needs ${String(FEWEST_EXAMPLES)}`);
  const parameters = readParameters(declaration, choices, faults);
  const errors = textsOf("throws").map((text) => readError(text, faults));
  const remarks = textsOf("remarks").join(" ");
  return {
    documentation: { id, description, inCell, remarks, parameters, returns, errors, examples },
    faults,
  };
}

/** A text and the example at its end. */
function apart(text: string): [description: string, example: string] {
  const at = text.lastIndexOf(EXAMPLE);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + EXAMPLE.length)];
}

function readExample(text: string, faults: string[]): Example {
  const [, formula = "", result = "", explanation = ""] = /^(=.+\)) → (.+?) \| (.+)$/.exec(text) ?? [];
  if (explanation === "") faults.push(`“${text}” is not of the form =FORMULA → result | explanation`);
  return { formula, result, explanation };
}

function readError(text: string, faults: string[]): ErrorDocumentation {
  const [, error = "", when = ""] = /^(#[A-Z/0!]+) (.+)$/.exec(text) ?? [];
  if (when === "") faults.push(`@throws “${text}” names no error such as #VALUE! and when it shows`);
  return { error, when };
}

function readParameters(
  { parameters }: ts.FunctionDeclaration,
  choices: DeclaredFunction["choices"],
  faults: string[],
): ParameterDocumentation[] {
  return parameters.map((declaration) => {
    const name = declaration.name.getText();
    const tag = ts.getJSDocParameterTags(declaration)[0];
    const [description, example] = apart(commentText(tag?.comment));
    const isOptional = declaration.questionToken !== undefined;
    if (description === "") faults.push(`the parameter ${name} has no description`);
    if (example === "") faults.push(`the parameter ${name} lacks “${EXAMPLE.trim()}” in its description`);
    if (tag && tag.isBracketed !== isOptional)
      faults.push(`the parameter ${name} is optional in one of comment and declaration only`);
    const type = declaration.type?.getText() ?? "";
    const takesRange = type.endsWith("[][]");
    const isArray = description.includes("spills");
    if (isArray && !takesRange) faults.push(`the parameter ${name} spills but takes no range`);
    return { name, isOptional, description, example, takesRange, isArray, choices: choices.get(type) ?? [] };
  });
}
