import type { Group, TermId } from "../semantic";

/**
 * One rule of a standard, under its official id: what must hold of every group that it looks at, and the term that mends
 * it where it does not.
 */
export interface Rule {
  readonly id: string;
  /** A fatal rule leaves the document out; a warning is told. */
  readonly severity: "fatal" | "warning";
  /** The term whose column or setting is to be mended. */
  readonly term: TermId;
  /** What must hold, in a few words of ours. */
  readonly says: string;
  /** The groups that it looks at: the whole document where it names none. */
  readonly of: (invoice: Group) => readonly Group[];
  readonly holds: (group: Group, invoice: Group) => boolean;
}

export interface BrokenRule {
  readonly rule: Rule;
  readonly group: Group;
}

/** Every rule that a document breaks, with the group in which it does, in the order of the rules. */
export function brokenRules(invoice: Group, rules: readonly Rule[]): BrokenRule[] {
  return rules.flatMap((rule) =>
    rule
      .of(invoice)
      .filter((group) => !rule.holds(group, invoice))
      .map((group) => ({ rule, group })),
  );
}
