import { nameKey } from "../base/name";

/** One comparison of a Usage column with a text; names and values compare without case. */
export interface Condition {
  readonly column: string;
  readonly equals: boolean;
  readonly value: string;
  /** A row holds whose value begins with it. */
  readonly isPrefix?: boolean;
}

/** `Region = EU and Tier <> free`; undefined when a part is no comparison. */
export function parseConditions(text: string): readonly Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const part of text.split(/\s+and\s+|;/i)) {
    const match = /^\s*(.+?)\s*(<>|!=|==?)\s*(.*?)\s*$/.exec(part);
    if (!match) return undefined;
    const value = match[3]!.replace(/^"(.*)"$/, "$1");
    conditions.push({ column: match[1]!, equals: match[2]!.startsWith("="), value });
  }
  return conditions.length > 0 ? conditions : undefined;
}

/** The same of a price, where `49*` is all that begins with 49. */
export function parsePriceConditions(text: string): readonly Condition[] | undefined {
  return parseConditions(text)?.map((condition) =>
    condition.value.endsWith("*")
      ? { ...condition, value: condition.value.slice(0, -1), isPrefix: true }
      : condition,
  );
}

/** Prices of one meter with the same conditions follow each other; in whatever order the parts are written. */
export function conditionKey(conditions: readonly Condition[] = []): string {
  return conditions
    .map(
      ({ column, equals, value, isPrefix = false }) =>
        `${nameKey(column)}${equals ? "=" : "<>"}${nameKey(value)}${isPrefix ? "*" : ""}`,
    )
    .sort()
    .join(";");
}

/** Conditions as they are written: `Region = EU; To = 49*`. */
export function conditionText(conditions: readonly Condition[] = []): string {
  return conditions
    .map(
      ({ column, equals, value, isPrefix = false }) =>
        `${column} ${equals ? "=" : "<>"} ${value}${isPrefix ? "*" : ""}`,
    )
    .join("; ");
}
