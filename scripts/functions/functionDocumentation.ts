/** What the comment of a custom function says, taken apart. */
export interface FunctionDocumentation {
  readonly id: string;
  readonly description: string;
  /** A call as it is in a cell, over references. */
  readonly inCell: string;
  readonly remarks: string;
  readonly parameters: readonly ParameterDocumentation[];
  readonly returns: string;
  readonly errors: readonly ErrorDocumentation[];
  readonly examples: readonly Example[];
}

export interface ParameterDocumentation {
  readonly name: string;
  readonly isOptional: boolean;
  readonly description: string;
  /** What may be written in its place. */
  readonly example: string;
  /** Takes a range or an array constant. */
  readonly takesRange: boolean;
  /** A range gives one result for each of its cells. */
  readonly isArray: boolean;
  /** The values to choose from; empty where any value will do. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly tooltip: string;
}

export interface ErrorDocumentation {
  readonly error: string;
  readonly when: string;
}

/** A formula that can be pasted into a cell, what it shows and why. */
export interface Example {
  readonly formula: string;
  readonly result: string;
  readonly explanation: string;
}
