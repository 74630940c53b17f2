/** A column of a table that is known not to be read. */
export interface NamedColumn {
  readonly table: string;
  readonly header: string;
}

/** "Usage: Line; Prices: Levy"; a part without a table belongs to the table before it. */
export function parseNamedColumns(text: string): readonly NamedColumn[] | undefined {
  const names: NamedColumn[] = [];
  for (const part of text.split(";")) {
    if (part.trim() === "") continue;
    const colon = part.indexOf(":");
    const table = colon < 0 ? names.at(-1)?.table : part.slice(0, colon).trim();
    const header = part.slice(colon + 1).trim();
    if (table === undefined || table === "" || header === "") return undefined;
    names.push({ table, header });
  }
  return names;
}
