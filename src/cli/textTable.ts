/** A column of a table in a terminal: figures stand at the right. */
export interface TextColumn {
  readonly title: string;
  readonly isFigure?: boolean;
}

/** Lines of a table with its columns side by side, each as wide as its longest text. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((width, row) => Math.max(width, (row[index] ?? "").length), title.length),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        columns[index]?.isFigure ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!),
      )
      .join("  ")
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)].map((each) => `${each}\n`).join("");
}
