import type { IssueCode } from "../issues/issueCodes";

/** What is to be said of a cell, in the words of a code. */
export interface Remark {
  readonly code: IssueCode;
  readonly words?: Readonly<Record<string, string>>;
}
