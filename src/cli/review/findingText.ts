import type { ReviewFinding } from "../../core/api";

/** A finding in one line: "Invoices!N2  CELL_CHANGED  expected 120, found 1". */
export function findingText({ sheet, cell, code, expected, found, message }: ReviewFinding): string {
  const where = cell === "" ? sheet : `${sheet}!${cell}`;
  const isLong = expected.length > 200 || found.length > 200;
  const what = (expected === "" && found === "") || isLong ? message : `expected ${expected}, found ${found}`;
  return `${where}  ${code}  ${what.replace(/\s+/g, " ")}`;
}
