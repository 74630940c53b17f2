import { remembered } from "../base/remembered";
import { shortened } from "../base/shortened";
import type { Decimal } from "../money/decimal";
import type { CellRef } from "../grid/grid";
import { issueCodes, type IssueCode, type Severity } from "./issueCodes";

export type { Severity };

/** A fault in the data or a fact worth knowing, tied to its cell. Data faults are never exceptions. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly at: CellRef;
  /** The value found, as text. */
  readonly value: string;
  /** What is wrong and what would be right, one sentence. */
  readonly message: string;
  /** The money that may be billed wrongly, where it can be known. */
  readonly stake?: { readonly amount: Decimal; readonly currency: string };
  /** Contracts whose invoice must wait until this is mended. */
  readonly holds: readonly string[];
  /** How many cells it stands for, where one cause spoils several. */
  readonly cells?: number;
  /** Other sheets that it is about. */
  readonly besides?: readonly string[];
  /** A table that it says is missing, or columns that the table or a row of it lacks, by their fields. */
  readonly lacks?: { readonly table: string; readonly fields: readonly string[] };
  /** Columns of its sheet that it names as those which may be meant. */
  readonly proposes?: readonly number[];
}

/** Takes an issue; stages report as they go and never stop at the first bad row. */
export type Report = (issue: Issue) => void;

/** Takes issues of what is read a second time: they were reported the first time. */
export const unheard: Report = () => undefined;

export interface IssueDetails {
  readonly at: CellRef;
  readonly value?: string;
  /** Fills the `{name}` places of the code's text. */
  readonly words?: Readonly<Record<string, string>>;
  readonly stake?: Issue["stake"];
  readonly holds?: readonly string[];
  readonly severity?: Severity;
  readonly besides?: Issue["besides"];
  readonly lacks?: Issue["lacks"];
}

/** As much of a value as a sentence bears; the Value column has all of it. */
const LONGEST_IN_MESSAGE = 200;

/** A text cut at its `{name}` places: words, name, words, name, words. A hundred thousand rows may share one code. */
const piecesOf = remembered(({ text }: { readonly text: string }) => text.split(/\{(\w+)\}/));

/** An issue of a registered code; `{value}` and the `words` fill its text. */
export function makeIssue(code: IssueCode, details: IssueDetails): Issue {
  const { at, value = "", words = {}, stake, holds = [] } = details;
  const definition = issueCodes[code];
  const wordsFor = (name: string) =>
    name === "value" ? shortened(value, LONGEST_IN_MESSAGE) : (words[name] ?? `{${name}}`);
  const message = piecesOf(definition)
    .map((piece, index) => (index % 2 === 0 ? piece : wordsFor(piece)))
    .join("");
  return {
    code,
    severity: details.severity ?? definition.severity,
    at,
    value,
    message,
    ...(stake ? { stake } : {}),
    ...(details.besides ? { besides: details.besides } : {}),
    ...(details.lacks ? { lacks: details.lacks } : {}),
    holds,
  };
}
