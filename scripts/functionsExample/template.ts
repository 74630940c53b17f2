/** The rows of a block: its header and what is below it. */
export interface Rows {
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

/** The blocks above, by name. */
export type NamedRows = ReadonlyMap<string, Rows>;

/** Mark, block, column, row of the block, last column, rows left out: {B}, {$list!A:C}, {$list!A1}, {C-1}. */
const AREA = /\{(\$?)(?:(\w+)!)?([A-Z])(\d?)(?::([A-Z]))?(?:-(\d))?\}/g;

/**
 * Fills in a formula that is written once for a block: # is the row of the cell, #above the one before it, #first,
 * #last and #header those of the block; {B} are the block's cells of column B, {$B} with dollar signs, {B-1} without
 * the last row, {$list!A:C} the cells of the columns A to C of the block named list, {$list!A1} the first of them.
 */
export function fillIn(template: string, rows: Rows, named: NamedRows, row = rows.first): string {
  const numbers = { above: row - 1, first: rows.first, last: rows.last, header: rows.header };
  const area = (_whole: string, ...[mark, block, from, at, to, leftOut]: (string | undefined)[]) => {
    const { first, last } = block === undefined ? rows : rowsOf(block, named);
    const corner = (column: string, down: number) => `${mark!}${column}${mark!}${String(down)}`;
    if (at) return corner(from!, first + Number(at) - 1);
    return `${corner(from!, first)}:${corner(to ?? from!, last - Number(leftOut ?? 0))}`;
  };
  return (
    template
      .replace(AREA, area)
      .replace(/#(above|first|last|header)/g, (_whole, name: keyof typeof numbers) => String(numbers[name]))
      // A # before a capital begins the name of an error.
      .replace(/#(?![A-Z])/g, String(row))
  );
}

function rowsOf(block: string, named: NamedRows): Rows {
  const rows = named.get(block);
  if (rows === undefined) throw new Error(`no block above is called ${block}`);
  return rows;
}
