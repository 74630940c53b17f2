/** Text in a table cell: a pipe would end the cell, a line break the table, and <word> be taken for HTML but in code. */
function inCell(text: string): string {
  return text
    .replace(/\|/g, "\\|")
    .replace(/\s*\n\s*/g, " ")
    .split("`")
    .map((part, index) => (index % 2 === 0 ? part.replace(/</g, "&lt;") : part))
    .join("`");
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Blocks with a blank line between them, as one page that says where it comes from. */
export function page(title: string, blocks: readonly string[]): string {
  const origin = "<!-- Written by `npm run docs` from the definitions in the code; edits here are lost. -->";
  return `${[`# ${title}`, origin, ...blocks].join("\n\n")}\n`;
}
