export interface Parameter {
  readonly name: string;
  /** number, string, boolean; whatever else is passed on as it is. */
  readonly type?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

interface FunctionOptions {
  readonly stream?: boolean;
  readonly requiresAddress?: boolean;
  readonly allowErrorForDataTypeAny?: boolean;
  readonly allowCustomDataForDataTypeAny?: boolean;
}

interface FunctionEntry {
  readonly id: string;
  readonly name?: string;
  readonly parameters?: readonly Parameter[];
  readonly options?: FunctionOptions;
}

/** functions.json. */
export interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly allowCustomDataForDataTypeAny?: boolean;
  readonly functions: readonly FunctionEntry[];
}

/** A function as functions.json describes it. */
export interface FunctionDescription {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly streams: boolean;
  readonly requiresAddress: boolean;
  /** Error cells reach parameters of type any; otherwise the formula shows the error without a call. */
  readonly takesErrors: boolean;
  /** Cells that are more than a plain value reach parameters of type any as objects. */
  readonly takesRichData: boolean;
}

/** The functions of a functions.json by their id. */
export function describeFunctions(
  metadata: FunctionsMetadata = { functions: [] },
): Map<string, FunctionDescription> {
  return new Map(metadata.functions.map((entry) => [entry.id, describe(entry, metadata)]));
}

function describe(
  { id, parameters = [], options = {} }: FunctionEntry,
  file: FunctionsMetadata,
): FunctionDescription {
  // The documented place of the two switches is the top of the file; the options of a function are accepted as well.
  const isSet = (name: "allowErrorForDataTypeAny" | "allowCustomDataForDataTypeAny"): boolean =>
    file[name] === true || options[name] === true;
  return {
    id,
    parameters,
    streams: options.stream === true,
    requiresAddress: options.requiresAddress === true,
    takesErrors: isSet("allowErrorForDataTypeAny"),
    takesRichData: isSet("allowCustomDataForDataTypeAny"),
  };
}
