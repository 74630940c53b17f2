import type { TaxCodeRecord } from "../catalog/taxCodes.table";
import type { RegisteredLine } from "../documents/register";
import { Decimal } from "../money/decimal";

/** A business term of EN 16931, such as BT-1, the number of the invoice. */
export type TermId = `BT-${number}` | PartOfTerm;
/** What is said of a term: the name of an attached file, the version of a classification. */
type PartOfTerm = "BT-125-2" | "BT-158-2";
/** A group of business terms, such as BG-25, a line. */
export type GroupId = `BG-${number}`;

export interface Term {
  readonly text: string;
  /** The list that an identifier is of, the currency of an amount. */
  readonly scheme?: string | undefined;
}

/** The rows of the workbook that a group was made from. */
export interface GroupRows {
  readonly line?: RegisteredLine;
  readonly taxCode?: TaxCodeRecord;
}

/** A group with its terms and the groups within it, in the order in which they occur. */
export interface Group {
  readonly terms: ReadonlyMap<TermId, readonly Term[]>;
  readonly groups: ReadonlyMap<GroupId, readonly Group[]>;
  readonly rows?: GroupRows;
  /** Of a whole document: it is a credit note, whatever its code says. */
  readonly isCreditNote?: boolean;
}

type TermValue = string | Term | undefined;

/** A group of what is there: blank terms and missing groups leave no trace. */
export function makeGroup(
  terms: Readonly<Partial<Record<TermId, TermValue>>>,
  groups: Readonly<Partial<Record<GroupId, Group | readonly Group[] | undefined>>> = {},
  rows?: GroupRows,
): Group {
  const termEntries = Object.entries(terms) as [TermId, TermValue][];
  const groupEntries = Object.entries(groups) as [GroupId, Group | readonly Group[] | undefined][];
  const asTerm = (value: string | Term): Term => (typeof value === "string" ? { text: value } : value);
  return {
    terms: new Map(
      termEntries.flatMap(([id, value]) => {
        const made = value === undefined ? undefined : asTerm(value);
        return made === undefined || made.text.trim() === "" ? [] : [[id, [made]] as const];
      }),
    ),
    groups: new Map(
      groupEntries.flatMap(([id, value]) =>
        value === undefined ? [] : [[id, "terms" in value ? [value] : value] as const],
      ),
    ),
    ...(rows && { rows }),
  };
}

/** A group that says nothing is none. */
export function unlessEmpty(group: Group): Group | undefined {
  return group.terms.size === 0 && group.groups.size === 0 ? undefined : group;
}

export function termsOf(group: Group | undefined, id: TermId): readonly Term[] {
  return group?.terms.get(id) ?? [];
}

/** The text of a term without blanks around it; empty where there is none. */
export function textOf(group: Group | undefined, id: TermId): string {
  return termsOf(group, id)[0]?.text.trim() ?? "";
}

export function groupsOf(group: Group | undefined, id: GroupId): readonly Group[] {
  return group?.groups.get(id) ?? [];
}

export function firstGroup(group: Group | undefined, id: GroupId): Group | undefined {
  return groupsOf(group, id)[0];
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A text as a number, undefined where it is none. */
export function numberOf(text: string): Decimal | undefined {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? new Decimal(trimmed) : undefined;
}

export function amountOf(group: Group | undefined, id: TermId): Decimal | undefined {
  return numberOf(textOf(group, id));
}
