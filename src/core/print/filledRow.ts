/** A row of a template sheet with its tags filled: a cell a column. */
export interface FilledRow {
  readonly cells: readonly string[];
  /** It is one of a list, such as a line: a row of a table. */
  readonly isOfList: boolean;
}
