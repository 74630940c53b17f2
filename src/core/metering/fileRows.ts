import type { BoundTable } from "../schema/boundTable";
import { partyFields, type UsageColumns } from "./usage.table";

interface WidthFault {
  readonly code: "ROW_WIDTH";
  readonly field: keyof UsageColumns;
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
}

/** Fields that a row must have at least, and that it may have filled at most, by the header of its file. */
export function widthsOf({ grid: { file }, columnOf, headerRow }: BoundTable<UsageColumns>): {
  readonly least: number;
  readonly most: number;
} {
  const needed = [...partyFields, "meter", "date", "quantity"] as const;
  const least = Math.max(...needed.map((field) => (columnOf.get(field) ?? -1) + 1));
  return { least, most: file?.fields[headerRow] ?? Infinity };
}

/**
 * Finds rows of a text file with a field too many, or cut off before the last field that they need; the rows of a sheet
 * have no such fault.
 */
export function widthFault(bound: BoundTable<UsageColumns>): (row: number) => WidthFault | undefined {
  const { file } = bound.grid;
  if (!file) return () => undefined;
  const { least, most } = widthsOf(bound);
  return (row) => {
    const [fields, filled] = [file.fields[row]!, file.widths[row]!];
    if (fields >= least && filled <= most) return undefined;
    const count = String(filled > most ? filled : fields);
    const right =
      filled > most ? `and the header has ${String(most)}` : `and needs at least ${String(least)}`;
    return {
      code: "ROW_WIDTH",
      field: "meter",
      value: "",
      words: { line: String(file.lines[row]!), count, right },
    };
  };
}
