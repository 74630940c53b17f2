import type { BankLine } from "./month";

/** A row of cash as it stands in Applications. */
export interface CashRow {
  readonly status: string;
  readonly document: string;
  readonly cents: number;
  readonly candidates: string;
}

/** What became of a payment. */
export type Outcome =
  | "posted"
  | "posted wrong"
  | "proposed"
  | "proposed wrong"
  | "found"
  | "left"
  | "nothing to pay";

/** Whether rows of cash say what the payment was for, to the cent. */
function isTrue(rows: readonly CashRow[], { truth }: BankLine): boolean {
  const paid = new Map<string, number>();
  for (const { document, cents } of rows) paid.set(document, (paid.get(document) ?? 0) + cents);
  return paid.size === truth.size && [...truth].every(([number, cents]) => paid.get(number) === cents);
}

/**
 * Compares the rows of a payment with what it was for. One that pays nothing of the book is right where nothing is posted
 * or proposed; one in Review is found where all it was for stands among its candidates.
 */
export function outcomeOf(line: BankLine, rows: readonly CashRow[]): Outcome {
  const cash = (status: string) => rows.filter((row) => row.status === status);
  const posted = cash("Posted");
  if (posted.length > 0) return isTrue(posted, line) ? "posted" : "posted wrong";
  const proposed = cash("Proposed");
  if (proposed.length > 0) return isTrue(proposed, line) ? "proposed" : "proposed wrong";
  if (line.truth.size === 0) return "nothing to pay";
  const candidates = new Set(rows.flatMap((row) => row.candidates.split(/[;+]/)).map((text) => text.trim()));
  return [...line.truth.keys()].every((number) => candidates.has(number)) ? "found" : "left";
}

export type Tally = ReadonlyMap<string, ReadonlyMap<Outcome, number>>;

/** Outcomes counted by case. */
export function tally(outcomes: readonly (readonly [BankLine, Outcome])[]): Tally {
  const counts = new Map<string, Map<Outcome, number>>();
  for (const [{ kind }, outcome] of outcomes) {
    const ofKind = counts.get(kind) ?? new Map<Outcome, number>();
    counts.set(kind, ofKind.set(outcome, (ofKind.get(outcome) ?? 0) + 1));
  }
  return counts;
}

export const countOf = (counts: Tally, outcome: Outcome): number =>
  [...counts.values()].reduce((all, ofKind) => all + (ofKind.get(outcome) ?? 0), 0);
