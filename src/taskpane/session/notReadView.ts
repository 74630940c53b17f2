import type { NotRead } from "../../core/api";

/** A column or sheet that could matter and that nothing reads, as the screens list it. */
export interface NotReadView extends Pick<
  NotRead,
  "kind" | "at" | "header" | "table" | "resembles" | "isWarning"
> {
  /** The setting Not read can name it. */
  readonly canBeKnown: boolean;
}

/** What the setting Not read splits its text at, no name in it can hold. */
const isNameable = (header: string) => header.trim() !== "" && !header.includes(";");

/** What is not read: first what could change the bill, each in the order of the tables. */
export function notReadView(notRead: readonly NotRead[]): NotReadView[] {
  const views = notRead.map(({ kind, at, header, table, resembles, isWarning }) => ({
    kind,
    at,
    header,
    table,
    resembles,
    isWarning,
    canBeKnown: kind === "column" && isWarning && isNameable(header),
  }));
  return [...views.filter(({ isWarning }) => isWarning), ...views.filter(({ isWarning }) => !isWarning)];
}

/** Columns as the setting Not read names them: "Usage: Line; Prices: Levy". */
export function notReadText(columns: readonly Pick<NotRead, "table" | "header">[]): string {
  return columns.map(({ table, header }) => `${table}: ${header}`).join("; ");
}
