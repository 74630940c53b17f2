/** The rows of a block: its header and what is below it. */
export interface Rows {
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Fills in a formula that is written once for a block: # is the row of the cell, #above the one before it, #first,
 * #last and #header those of the block; {B} are the block's cells of column B, {$B} with dollar signs, {B-1} without
 * the last row.
 */
export function fillIn(template: string, rows: Rows, row = rows.first): string {
  const numbers = { above: row - 1, first: rows.first, last: rows.last, header: rows.header };
  return (
    template
      .replace(/\{(\$?)([A-Z])(?:-(\d))?\}/g, (_whole, mark: string, column: string, leftOut = "0") => {
        const corner = (at: number) => `${mark}${column}${mark}${String(at)}`;
        return `${corner(rows.first)}:${corner(rows.last - Number(leftOut))}`;
      })
      .replace(/#(above|first|last|header)/g, (_whole, name: keyof typeof numbers) => String(numbers[name]))
      // A # before a capital begins the name of an error.
      .replace(/#(?![A-Z])/g, String(row))
  );
}

/** A range of an earlier block as other blocks refer to it, such as $A$7:$C$9. */
export function fixed({ first, last }: Rows, from: string, to = from): string {
  return `$${from}$${String(first)}:$${to}$${String(last)}`;
}
