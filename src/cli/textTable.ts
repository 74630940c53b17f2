/** A column of a table in a terminal: figures stand at the right. */
export interface TextColumn {
  readonly title: string;
  readonly isFigure?: boolean;
}

/** Rows as lines with their cells side by side, each column as wide as its longest text. */
export function alignedLines(
  rows: readonly (readonly string[])[],
  isFigure: (column: number) => boolean,
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, column) =>
        isFigure(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join("  ")
      .trimEnd(),
  );
}

/** A table with the titles of its columns above. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map(({ title }) => title);
  const lines = alignedLines([titles, ...rows], (column) => columns[column]?.isFigure ?? false);
  return lines.map((line) => `${line}\n`).join("");
}
