/** A function as Excel is told of it. */
export interface DescribedFunction {
  readonly id: string;
  readonly description: string;
  readonly [property: string]: unknown;
}

export interface FunctionsMetadata {
  readonly functions: readonly DescribedFunction[];
  readonly [property: string]: unknown;
}

export interface FunctionLanguage {
  readonly tag: string;
  /** The word before the formula. */
  readonly example: string;
  readonly descriptions: Readonly<Record<string, string>>;
}

export const CATALOG: string;
export const LANGUAGES: string;
export function functionsMetadata(): Promise<FunctionsMetadata>;
export function functionLanguages(): FunctionLanguage[];
export function translatedMetadata(
  metadata: FunctionsMetadata,
  language: FunctionLanguage,
): FunctionsMetadata;
