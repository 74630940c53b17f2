export type Severity = "error" | "warning" | "info";

/** Cells that one cause spoils together: reported as one issue with their number and the first of them. */
export type CauseScope =
  /** All cells of a column, such as dates that are texts. */
  | "column"
  /** Cells of a column with one value, such as the rows of an unknown contract. */
  | "value";

export interface IssueCodeDefinition {
  readonly severity: Severity;
  /** The message; `{value}` is the value found, other places are filled by the stage that reports. */
  readonly text: string;
  /** For the reference: what it means for the bill and what to do. */
  readonly cure: string;
  /** Absent where every cell is a cause of its own. */
  readonly scope?: CauseScope;
  /** As a warning it is above those that leave the amounts alone. */
  readonly changesMoney?: boolean;
}

export const error = (text: string, cure: string) => ({ severity: "error", text, cure }) as const;
export const warning = (text: string, cure: string) => ({ severity: "warning", text, cure }) as const;
export const info = (text: string, cure: string) => ({ severity: "info", text, cure }) as const;

export const perColumn = <D extends IssueCodeDefinition>(definition: D) =>
  ({ ...definition, scope: "column" }) as const;
export const perValue = <D extends IssueCodeDefinition>(definition: D) =>
  ({ ...definition, scope: "value" }) as const;
export const changingMoney = <D extends IssueCodeDefinition>(definition: D) =>
  ({ ...definition, changesMoney: true }) as const;
