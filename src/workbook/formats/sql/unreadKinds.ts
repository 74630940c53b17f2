import { groupBy, type FoldingPlan, type UnreadValues } from "../../../core/api";
import type { SqlDatabase } from "./sqlTable";
import { longNumberSql, textSql } from "./write";

/** A column with more texts than this is one of ids or notes, and its texts are not listed. */
const MOST_TEXTS = 4096;

/** What the cells of a column say that nothing reads, in words of a statement. */
export interface UnreadKinds {
  readonly column: number;
  /** Tells kinds of cells apart; undefined where all are of one kind. */
  readonly kind: string | undefined;
  /** Whether a cell is to be seen; undefined where none is. */
  readonly telltale: string | undefined;
  /** Rows of some kind are counted, and cannot be told apart by the database. */
  readonly isOpen: boolean;
}

const inSql = (expression: string, texts: readonly string[]): string =>
  `${expression} IN (${texts.map(textSql).join(", ")})`;

function kindSql(cell: string, texts: readonly string[], { kindOf }: UnreadValues): string | undefined {
  const byKind = groupBy(texts, kindOf);
  const [most, ...others] = [...byKind].sort(([, left], [, right]) => right.length - left.length);
  if (!most || others.length === 0) return undefined;
  const cases = others.map(([kind, ofKind]) => `WHEN ${inSql(cell, ofKind)} THEN ${textSql(String(kind))}`);
  return `CASE ${cases.join(" ")} ELSE ${textSql(String(most[0]))} END`;
}

/** Looks at the texts of the columns that nothing reads; `rows` is what stands behind FROM. */
export async function unreadKinds(
  database: SqlDatabase,
  rows: string,
  cellAt: (column: number) => string,
  { unread, isTelltale }: FoldingPlan,
): Promise<UnreadKinds[]> {
  const kinds: UnreadKinds[] = [];
  for (const [column, values] of unread) {
    const cell = cellAt(column);
    const limit = String(MOST_TEXTS + 1);
    const found = await database.all(
      `SELECT ${cell} FROM ${rows} GROUP BY ${cell} ORDER BY ${cell} LIMIT ${limit}`,
    );
    const texts = found.map(([text]) => text ?? "");
    if (texts.length > MOST_TEXTS) {
      const isOpen = texts.some((text) => values.isCounted(values.kindOf(text)));
      kinds.push({ column, kind: undefined, telltale: longNumberSql(cell), isOpen });
      continue;
    }
    const shown = texts.filter(isTelltale);
    const telltale = shown.length > 0 ? inSql(cell, shown) : undefined;
    kinds.push({ column, kind: kindSql(cell, texts, values), telltale, isOpen: false });
  }
  return kinds;
}
