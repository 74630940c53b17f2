import { foundBy } from "../../parts/foundBy";

/** A parameter as functions.json describes it. */
export interface ParameterEntry {
  readonly name: string;
  readonly description: string;
  readonly isOptional: boolean;
}

export interface FunctionEntry {
  readonly name: string;
  readonly description: string;
  /** A formula, or "" where the metadata give none. */
  readonly example: string;
  readonly parameters: readonly ParameterEntry[];
}

type Json = Readonly<Record<string, unknown>>;

/** The namespace of the manifest, which functions.json does not know. */
const NAMESPACE = "BILLING";

/** Excel shows one description; what stands behind this word, in any language, is a formula that the pane sets apart. */
const EXAMPLE = / (?:Example|Beispiel|Exemple|Ejemplo|Voorbeeld|Esempio): (?==)/;

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
const listOf = (value: unknown) => (Array.isArray(value) ? (value as readonly Json[]) : []);

function describe(text: string) {
  const [description = "", example = ""] = text.split(EXAMPLE);
  return { description, example };
}

/** The functions of functions.json by name, or none when it is something else. */
export function readFunctions(metadata: unknown): FunctionEntry[] {
  return listOf((metadata as Json | null)?.["functions"])
    .map((described) => ({
      name: textOf(described["name"]),
      ...describe(textOf(described["description"])),
      parameters: listOf(described["parameters"]).map((parameter) => ({
        name: textOf(parameter["name"]),
        description: textOf(parameter["description"]),
        isOptional: parameter["optional"] === true,
      })),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** As it is typed into a cell: =BILLING.PRORATE(amount, …, [basis]). */
export function signatureOf({ name, parameters }: FunctionEntry): string {
  const names = parameters.map((parameter) =>
    parameter.isOptional ? `[${parameter.name}]` : parameter.name,
  );
  return `=${NAMESPACE}.${name}(${names.join(", ")})`;
}

/** Everything but letters and digits as a blank: "RATE_USAGE" is found by "rate usage". */
const searchable = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ");

/** The functions that have every word of the search somewhere in their name, description or parameters. */
export function findFunctions(functions: readonly FunctionEntry[], search: string): FunctionEntry[] {
  const isFound = foundBy(searchable(search));
  return functions.filter(({ name, description, parameters }) => {
    const texts = [
      name,
      description,
      ...parameters.flatMap((parameter) => [parameter.name, parameter.description]),
    ];
    return isFound(...texts.map(searchable));
  });
}
