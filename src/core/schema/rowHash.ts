import type { Sha256 } from "../base/sha256";
import type { TableDefinition } from "./table";
import { valueText } from "./valueText";

/** Separates the cells of a row, or the parts of what is hashed. */
export const UNIT_SEPARATOR = "\u001f";

/** The hash of a row from the texts of its cells before Hash: SHA-256 over them, joined by U+001F. */
export function hashOfTexts(texts: readonly string[], sha256: Sha256): string {
  return sha256([texts.join(UNIT_SEPARATOR)]);
}

/** The hash of a row of a chained table: over its cells before Hash, in the order of the columns. */
export function rowHash(
  { columns }: TableDefinition,
  record: Readonly<Record<string, unknown>>,
  sha256: Sha256,
): string {
  const texts = Object.entries(columns)
    .filter(([field]) => field !== "hash")
    .map(([field, column]) => valueText(column, record[field]));
  return hashOfTexts(texts, sha256);
}
