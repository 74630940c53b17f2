import { groupBy } from "../base/groupBy";
import type { ReadTable } from "../catalog/readTable";
import type { Columns, RecordOf } from "../schema/table";
import { changedField, type ChangedCell } from "./changedCell";
import { isSameTerm } from "./sameTerms";

/** A row as far as it could be read. */
export type Row<C extends Columns> = Partial<RecordOf<C>> & { readonly row: number };

/** How rows of a table are told apart: by key, and those of one key by their order in it. */
export interface RowKeys<C extends Columns> {
  readonly keyOf: (row: Row<C>) => string;
  readonly orderOf: (row: Row<C>) => number;
}

/** A row of one table that is another in B, is gone or has come, with its cells. */
export interface ChangedRow<C extends Columns> {
  readonly key: string;
  readonly a: Row<C> | undefined;
  readonly b: Row<C> | undefined;
  readonly cells: readonly { readonly field: keyof C & string; readonly cell: ChangedCell }[];
}

function keyed<C extends Columns>(
  { good, bad }: ReadTable<C>,
  { keyOf, orderOf }: RowKeys<C>,
): ReadonlyMap<string, Row<C>[]> {
  const rows: Row<C>[] = [...good, ...bad.map(({ row, fields }) => ({ ...fields, row }))];
  const groups = groupBy(rows, keyOf);
  for (const group of groups.values()) group.sort((x, y) => orderOf(x) - orderOf(y));
  return groups;
}

/** Rows of a key side by side: those that say the same first, then the others in their order. */
function sideBySide<C extends Columns>(
  a: readonly Row<C>[],
  b: readonly Row<C>[],
): (readonly [Row<C> | undefined, Row<C> | undefined])[] {
  const isSame = (x: Row<C>, y: Row<C>) => isSameTerm({ ...x, row: 0 }, { ...y, row: 0 });
  const restB = [...b];
  const restA = a.filter((x) => {
    const at = restB.findIndex((y) => isSame(x, y));
    if (at >= 0) restB.splice(at, 1);
    return at < 0;
  });
  const length = Math.max(restA.length, restB.length);
  return Array.from({ length }, (_, index) => [restA[index], restB[index]] as const);
}

/** The rows of a table that differ between two books, whatever their order and columns. */
export function changedRows<C extends Columns>(
  a: ReadTable<C>,
  b: ReadTable<C>,
  keys: RowKeys<C>,
): ChangedRow<C>[] {
  const [ofA, ofB] = [keyed(a, keys), keyed(b, keys)];
  const fields = Object.keys((a.bound ?? b.bound)?.definition.columns ?? {}) as (keyof C & string)[];
  return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((key) =>
    sideBySide(ofA.get(key) ?? [], ofB.get(key) ?? []).map(([x, y]): ChangedRow<C> => {
      const rowA = x && a.bound && { bound: a.bound, row: x.row };
      const rowB = y && b.bound && { bound: b.bound, row: y.row };
      const isChanged = (field: keyof C & string) => !isSameTerm(x?.[field], y?.[field]);
      const cells = fields
        .filter(isChanged)
        .map((field) => ({ field, cell: changedField(rowA, rowB, field) }));
      return { key, a: x, b: y, cells };
    }),
  );
}
