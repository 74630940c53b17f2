/** functions.json, as far as users' workbooks depend on it. */
export interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly allowCustomDataForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
  readonly enums?: readonly EnumMetadata[];
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result?: unknown;
  readonly options?: Readonly<Record<string, boolean>>;
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly customEnumId?: string;
}

interface EnumMetadata {
  readonly id: string;
  readonly type: string;
  readonly values: readonly {
    readonly name: string;
    readonly stringValue?: string;
    readonly tooltip?: string;
  }[];
}

/** A difference from the frozen metadata; a breaking one would change what is in people's workbooks. */
export interface Change {
  readonly message: string;
  readonly isBreaking: boolean;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const breaking = (message: string): Change => ({ message, isBreaking: true });
const wording = (message: string): Change => ({ message, isBreaking: false });

/** What of a part is its contract, and what only words: descriptions, tooltips, addresses of help pages. */
function split(part: object): { contract: unknown; words: unknown } {
  const wordKeys = ["description", "helpUrl", "tooltip"];
  const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    contract: entries.filter(([key]) => !wordKeys.includes(key)),
    words: entries.filter(([key]) => wordKeys.includes(key)),
  };
}

function compareParts(subject: string, before: object, after: object): Change[] {
  const [old, now] = [split(before), split(after)];
  if (!same(old.contract, now.contract)) return [breaking(`${subject} is not what it was`)];
  return same(old.words, now.words) ? [] : [wording(`${subject} is worded differently`)];
}

function compareParameters(before: FunctionMetadata, after: FunctionMetadata): Change[] {
  const { id } = before;
  const kept = before.parameters.flatMap((parameter, index) => {
    const now = after.parameters[index];
    if (!now) return [breaking(`${id}: the parameter ${parameter.name} is gone`)];
    return compareParts(`${id}: parameter ${String(index + 1)}, ${parameter.name},`, parameter, now);
  });
  const added = after.parameters.slice(before.parameters.length);
  const required = added.filter(({ optional }) => !optional);
  return [
    ...kept,
    ...required.map(({ name }) => breaking(`${id}: the new parameter ${name} is not optional`)),
  ];
}

function compareFunctions(before: FunctionMetadata, after: FunctionMetadata | undefined): Change[] {
  if (!after) return [breaking(`${before.id} is gone`)];
  const withoutParameters = ({ parameters, ...rest }: FunctionMetadata) => rest;
  return [
    ...compareParts(before.id, withoutParameters(before), withoutParameters(after)),
    ...compareParameters(before, after),
  ];
}

function compareEnums(before: EnumMetadata, after: EnumMetadata | undefined): Change[] {
  if (!after) return [breaking(`the list ${before.id} is gone`)];
  const kept = before.values.flatMap((value, index) => {
    const now = after.values[index];
    return now
      ? compareParts(`${before.id}: ${value.name}`, value, now)
      : [breaking(`${before.id}: ${value.name} is gone`)];
  });
  const added = after.values.slice(before.values.length);
  return [...kept, ...added.map(({ name }) => wording(`${before.id}: ${name} is new`))];
}

/**
 * Everything that is not as it was frozen; functions may be added, and optional parameters at the end of one. Excel
 * keeps the metadata of a function with the workbooks that use it, so all else breaks formulas that people have written.
 */
export function changesSince(frozen: FunctionsMetadata, current: FunctionsMetadata): Change[] {
  const { functions: oldFunctions, enums: oldEnums = [], ...oldSwitches } = frozen;
  const { functions, enums = [], ...switches } = current;
  return [
    ...oldFunctions.flatMap((before) =>
      compareFunctions(
        before,
        functions.find(({ id }) => id === before.id),
      ),
    ),
    ...oldEnums.flatMap((before) =>
      compareEnums(
        before,
        enums.find(({ id }) => id === before.id),
      ),
    ),
    ...(same(oldSwitches, switches)
      ? []
      : [breaking("what cells may hold for the functions is not what it was")]),
  ];
}

/** The metadata with its addresses on the development site, wherever it was built for. */
export function onDevelopmentSite(text: string): FunctionsMetadata {
  const metadata = JSON.parse(text) as FunctionsMetadata;
  const functions = metadata.functions.map(({ helpUrl, ...rest }) => ({
    ...rest,
    ...(helpUrl === undefined
      ? {}
      : { helpUrl: helpUrl.replace(/^.*\/help\//, "https://localhost:3000/help/") }),
  }));
  return { ...metadata, functions };
}
