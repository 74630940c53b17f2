import type { Bench } from "../support/bench";
import type { Case } from "./change";

/** The workbook that somebody has changed, in one way or in several at once. */
export async function applied(before: Bench, ...cases: readonly Case[]): Promise<Bench> {
  const edits = new Map<string, string | number>();
  for (const each of cases)
    if ("edit" in each)
      for (const [sheet, column, row, value] of each.edit)
        edits.set(await before.cell(sheet, column, row), value);
  const edited = edits.size > 0 ? await before.edit(Object.fromEntries(edits)) : before;
  const changes = cases.flatMap((each) => ("change" in each ? [each.change] : []));
  if (changes.length === 0) return edited;
  return edited.change((book) => {
    for (const change of changes) change(book);
  });
}
