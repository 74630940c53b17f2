import type { Sha256 } from "../../base/sha256";
import type { CellRef } from "../../grid/grid";
import { usageTable } from "../../metering/usage.table";
import { baseOfKey, type Part, type PartCell } from "./part";
import type { SealedDocument, SealedPart } from "./sealedDocument";
import { BETWEEN_MARKS, textsOfPart, type SealedCell } from "./sealTexts";

/** What is not as it was sealed. */
export interface Difference {
  readonly type: "changed" | "missing" | "added";
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly expected: string;
  readonly found: string;
  readonly at: CellRef | undefined;
  /** Usage rows beside it that no mark covers. */
  readonly uncovered?: readonly CellRef[];
}

/** The piece of a value in which it differs from a sealed one, such as the third tier. */
function cellIn(cell: PartCell, expected: string): CellRef {
  const sealed = expected.split("; ");
  const piece = cell.pieces?.find(({ text }, index) => text !== sealed[index]);
  return piece?.at ?? cell.at;
}

const partId = ({ table, key }: Pick<Part, "table" | "key">) => ({ table, key });

/** The usual answer: the texts that would be sealed today are those that were. */
function saysTheSame({ texts }: SealedPart, part: Part, salt: string): boolean {
  if (!texts) return false;
  const today = textsOfPart(part, salt);
  return today.length === texts.size && today.every(({ text }, index) => texts.get(index === 1) === text);
}

/** The cells of a part that are not as they were sealed. */
function changedCells(sealed: SealedPart, part: Part, salt: string, sha256: Sha256): Difference[] {
  const now = new Map(part.cells.map((cell) => [cell.column, cell]));
  const before = new Map(sealed.cells.map((cell) => [cell.column, cell]));
  const changed = sealed.cells.flatMap(({ column, value }): Difference[] => {
    const cell = now.get(column);
    if (cell?.value === value) return [];
    const at = cell ? cellIn(cell, value) : part.cellOf(column);
    return [{ type: "changed", ...partId(part), column, expected: value, found: cell?.value ?? "", at }];
  });
  const filled = part.cells.flatMap((cell): Difference[] => {
    if (before.has(cell.column) || sealed.isCut || (sealed.isRedacted && cell.isPersonal)) return [];
    return [
      { type: "changed", ...partId(part), column: cell.column, expected: "", found: cell.value, at: cell.at },
    ];
  });
  const all = [...changed, ...filled];
  if (all.length > 0 || !sealed.isCut) return all;
  // Beyond what fits a cell only the hash tells.
  const isSame = textsOfPart(part, salt).every(
    ({ text }, index) =>
      (index === 1 && sealed.isRedacted) || sha256([text]) === sealed.hashes.get(index === 1),
  );
  return isSame
    ? []
    : [{ type: "changed", ...partId(part), column: "", expected: "", found: "", at: part.at }];
}

const valueOf = (cells: readonly SealedCell[], column: string): string =>
  cells.find((cell) => cell.column === column)?.value ?? "";

/** Marks that were sealed and stand nowhere any more, and rows that no sealed mark covers. */
function comparedMarks(sealed: SealedPart, part: Part) {
  const before = valueOf(sealed.cells, "Marks").split(BETWEEN_MARKS).filter(Boolean);
  const left = new Map<string, number>();
  for (const mark of before) left.set(mark, (left.get(mark) ?? 0) + 1);
  const last = sealed.isCut ? (before.at(-1) ?? "") : undefined;
  const uncovered: CellRef[] = [];
  for (const { mark, at } of part.marks ?? []) {
    const open = left.get(mark) ?? 0;
    if (open > 0) left.set(mark, open - 1);
    // Marks are sorted: of those behind the last that fitted nothing is known.
    else if (last === undefined || mark <= last) uncovered.push(at);
  }
  return { gone: [...left.values()].reduce((all, open) => all + open, 0), uncovered };
}

/** Usage tells rows by their marks: what is gone is missing, what only came is added. */
function usageDifferences(sealed: SealedPart, part: Part): Difference[] {
  const { gone, uncovered } = comparedMarks(sealed, part);
  const amount = (cells: readonly SealedCell[]) =>
    `${valueOf(cells, "Rows")} rows, ${valueOf(cells, "Quantity")}`;
  if (gone === 0 && uncovered.length === 0) return [];
  const all = { ...partId(part), expected: amount(sealed.cells), found: amount(part.cells) };
  if (gone === 0) return [{ ...all, type: "added", column: "Rows", at: uncovered[0], uncovered }];
  const missing: Difference = {
    ...all,
    type: "missing",
    column: "Rows",
    at: uncovered[0] ?? part.at,
    uncovered,
  };
  const [before, now] = [valueOf(sealed.cells, "Quantity"), valueOf(part.cells, "Quantity")];
  const isEdited = uncovered.length > 0;
  return isEdited
    ? [
        missing,
        {
          ...partId(part),
          type: "changed",
          column: "Quantity",
          expected: before,
          found: now,
          at: uncovered[0],
        },
      ]
    : [missing];
}

/** The personal cells of usage rows, which their plain marks leave out. */
function personalMarks(sealed: SealedPart, part: Part): Difference[] {
  const column = "Personal marks";
  const [expected, found] = [valueOf(sealed.cells, column), valueOf(part.cells, column)];
  if (sealed.isRedacted || sealed.isCut || expected === found) return [];
  const before = new Set(expected.split(BETWEEN_MARKS));
  const isCovered = found.split(BETWEEN_MARKS).every((mark) => before.has(mark));
  const isGone = !isCovered || found.split(BETWEEN_MARKS).length < before.size;
  return isGone ? [{ ...partId(part), type: "changed", column, expected: "", found: "", at: part.at }] : [];
}

/** Pairs parts by key, and rows left over by the id that their keys begin with. */
function paired(sealed: readonly SealedPart[], parts: readonly Part[], others: readonly Part[]) {
  const keyOf = ({ table, key }: Pick<Part, "table" | "key">) => `${table}\u001f${key}`;
  const open = new Map(parts.map((part) => [keyOf(part), part]));
  const pairs: (readonly [SealedPart, Part | undefined])[] = [];
  const alone: SealedPart[] = [];
  for (const sealedPart of sealed) {
    const part = open.get(keyOf(sealedPart));
    if (part) {
      open.delete(keyOf(part));
      pairs.push([sealedPart, part]);
    } else alone.push(sealedPart);
  }
  for (const sealedPart of alone) {
    const isLike = (part: Part) =>
      part.table === sealedPart.table &&
      sealedPart.table !== usageTable.title &&
      baseOfKey(part.key) === baseOfKey(sealedPart.key);
    const part = [...open.values()].find(isLike) ?? others.find(isLike);
    if (part) open.delete(keyOf(part));
    pairs.push([sealedPart, part]);
  }
  return { pairs, added: [...open.values()] };
}

/**
 * Everything in which the parts of today differ from those of a sealed document; `others` are rows that are no part of it
 * any more, where one that is missed may be found.
 */
export function differencesOf(
  document: SealedDocument,
  parts: readonly Part[],
  sha256: Sha256,
  others: readonly Part[] = [],
): Difference[] {
  const { pairs, added } = paired(document.parts, parts, others);
  return [
    ...pairs.flatMap(([sealed, part]): Difference[] => {
      if (!part) {
        // Of an earlier seal that held what none holds today.
        if (sealed.cells.length === 0) return [];
        const expected = sealed.cells.map(({ column, value }) => `${column}: ${value}`).join("; ");
        return [{ type: "missing", ...partId(sealed), column: "", expected, found: "", at: undefined }];
      }
      if (saysTheSame(sealed, part, document.salt)) return [];
      return part.table === usageTable.title
        ? [...usageDifferences(sealed, part), ...personalMarks(sealed, part)]
        : changedCells(sealed, part, document.salt, sha256);
    }),
    ...added.map((part): Difference => {
      const found = part.cells.map(({ column, value }) => `${column}: ${value}`).join("; ");
      return { type: "added", ...partId(part), column: "", expected: "", found, at: part.at };
    }),
  ];
}
