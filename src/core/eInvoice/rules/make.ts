import type { Decimal } from "../../money/decimal";
import { Decimal as DecimalClass, sum, zero } from "../../money/decimal";
import { amountOf, groupsOf, termsOf, textOf, type Group, type GroupId, type TermId } from "../semantic";
import type { Rule } from "./rule";

type GroupsOf = Rule["of"];

/** The whole document. */
export const document: GroupsOf = (invoice) => [invoice];

/** Every group that is reached by these ids from the top: lines, or allowances of lines. */
export function groups(...ids: readonly GroupId[]): GroupsOf {
  return (invoice) =>
    ids.reduce<readonly Group[]>((found, id) => found.flatMap((group) => groupsOf(group, id)), [invoice]);
}

export const isThere = (group: Group, id: TermId) => termsOf(group, id).length > 0;
export const isFilled = (group: Group, id: TermId) => textOf(group, id) !== "";

/** A rule that keeps a document from being sent. */
export function fatal(id: string, term: TermId, of: GroupsOf, says: string, holds: Rule["holds"]): Rule {
  return { id, severity: "fatal", term, says, of, holds };
}

export function warning(id: string, term: TermId, of: GroupsOf, says: string, holds: Rule["holds"]): Rule {
  return { id, severity: "warning", term, says, of, holds };
}

/** A term that must have a text in every group. */
export function needs(id: string, term: TermId, of: GroupsOf, says: string): Rule {
  return fatal(id, term, of, says, (group) => isFilled(group, term));
}

/** At least one of some terms, the first being the one to mend. */
export function needsOneOf(
  id: string,
  terms: readonly [TermId, ...TermId[]],
  of: GroupsOf,
  says: string,
): Rule {
  return fatal(id, terms[0], of, says, (group) => terms.some((term) => isThere(group, term)));
}

/** Terms whose text must be of a list. */
export function listed(
  id: string,
  term: TermId,
  of: GroupsOf,
  codes: ReadonlySet<string>,
  says: string,
): Rule {
  return fatal(id, term, of, says, (group) =>
    termsOf(group, term).every(({ text }) => codes.has(text.trim())),
  );
}

/** Terms whose scheme, where they have one, must be of a list. */
export function schemeListed(
  id: string,
  term: TermId,
  of: GroupsOf,
  codes: ReadonlySet<string>,
  says: string,
): Rule {
  return fatal(id, term, of, says, (group) =>
    termsOf(group, term).every(({ scheme }) => scheme === undefined || codes.has(scheme.trim())),
  );
}

/** An amount as a rule counts with it: nothing is 0. */
export const amountOrZero = (group: Group | undefined, id: TermId): Decimal => amountOf(group, id) ?? zero;

export const sumOf = (found: readonly Group[], id: TermId): Decimal =>
  sum(found.map((group) => amountOrZero(group, id)));

/** Rounded to cents as XPath does it: half a cent goes up, below zero too. */
export const toCents = (value: Decimal): Decimal => value.toDecimalPlaces(2, DecimalClass.ROUND_HALF_CEIL);

/** Less than a whole unit apart. */
export const isNear = (a: Decimal, b: Decimal): boolean => a.minus(b).abs().lessThan(1);

/** A rule that looks at documents of a kind alone: those of a country. */
export function among(isMeant: (invoice: Group) => boolean, rule: Rule): Rule {
  return { ...rule, of: (invoice) => (isMeant(invoice) ? rule.of(invoice) : []) };
}
