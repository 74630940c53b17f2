/** A function as Excel is told of it. */
export interface DescribedFunction {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly DescribedParameter[];
  readonly [property: string]: unknown;
}

export interface DescribedParameter {
  readonly name: string;
  readonly description: string;
  /** The list of what can be chosen, where it is one. */
  readonly customEnumId?: string;
  readonly [property: string]: unknown;
}

export interface FunctionsMetadata {
  readonly functions: readonly DescribedFunction[];
  readonly enums: readonly {
    readonly id: string;
    readonly values: readonly { readonly stringValue: string }[];
  }[];
  readonly [property: string]: unknown;
}

export interface FunctionLanguage {
  readonly tag: string;
  /** The word before the formula. */
  readonly example: string;
  /** What each function does, by its id. */
  readonly descriptions: Readonly<Record<string, string>>;
  /** What each parameter is, by its English text without the example. */
  readonly parameters: Readonly<Record<string, string>>;
}

export const CATALOG: string;
export const LANGUAGES: string;
export function functionsMetadata(): Promise<FunctionsMetadata>;
export function functionLanguages(): FunctionLanguage[];
export function translatedMetadata(
  metadata: FunctionsMetadata,
  language: FunctionLanguage,
): FunctionsMetadata;
