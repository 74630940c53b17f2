import { groupBy } from "../../base/groupBy";
import { compareText } from "../../base/name";
import type { CellRef } from "../../grid/grid";

/** A cell of a part: what it says under our title, and where it stands. */
export interface PartCell {
  readonly column: string;
  readonly value: string;
  readonly at: CellRef;
  /** It names a person, or holds a personal value or a card number. */
  readonly isPersonal: boolean;
  /** Pieces of the value that stand in cells of their own: the tiers of a price. */
  readonly pieces?: readonly { readonly text: string; readonly at: CellRef }[];
}

/** One row that decided a document, whatever sheet, order or look it has. */
export interface Part {
  readonly table: string;
  /** Which row of the table; unique among the parts of a document. */
  readonly key: string;
  /** Non-empty cells in the order of our columns. */
  readonly cells: readonly PartCell[];
  readonly at: CellRef;
  /** Where a column of it stands, also when its cell is empty. */
  readonly cellOf: (column: string) => CellRef;
  /** The mark of each usage row of it, with where the row stands. */
  readonly marks?: readonly { readonly mark: string; readonly at: CellRef }[];
}

/** A part whose key may not be unique yet; `hint` tells it from others of its name. */
export interface UnkeyedPart extends Omit<Part, "key"> {
  readonly base: string;
  readonly hint: string;
}

/** What a key is made of: the row's id, and behind a bar what tells it from others of that id. */
const KEY_BAR = " | ";

/** The id at the beginning of a key. */
export function baseOfKey(key: string): string {
  return key.split(KEY_BAR)[0]!;
}

const textOf = ({ cells }: Pick<Part, "cells">): string =>
  cells.map(({ column, value }) => `${column}: ${value}`).join("\n");

/** Gives every part a key that the order of rows does not decide; rows that say the same are one. */
export function withKeys(parts: readonly UnkeyedPart[]): Part[] {
  return [...groupBy(parts, ({ base }) => base).values()].flatMap((alike) => {
    const [first] = alike;
    // Most are alone under their id: what they say need not be put together.
    if (alike.length === 1) {
      const { base: key, hint: _hint, ...part } = first;
      return [{ key, ...part }];
    }
    const distinct = [...new Map(alike.map((part) => [textOf(part), part])).values()];
    if (distinct.length === 1)
      return distinct.map(({ base, hint: _hint, ...part }) => ({ ...part, key: base }));
    const hinted = groupBy(distinct, ({ base, hint }) => (hint === "" ? base : base + KEY_BAR + hint));
    return [...hinted].flatMap(([key, group]) =>
      group
        .sort((a, b) => compareText(textOf(a), textOf(b)))
        .map(({ base: _base, hint: _hint, ...part }, index) => ({
          ...part,
          key: index === 0 ? key : `${key}${KEY_BAR}${String(index + 1)}`,
        })),
    );
  });
}
