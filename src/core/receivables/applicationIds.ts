import { compareText } from "../base/name";

/** APP-2 before APP-10, others by their text, rows without an id last. */
export function compareIds(a: string, b: string): number {
  const numberOf = (id: string) => Number(/(\d{1,15})$/.exec(id)?.[1] ?? 0);
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  return numberOf(a) - numberOf(b) || compareText(a, b);
}

/** Gives APP- numbers above all that there are. */
export function applicationIds(ids: Iterable<string | undefined>): () => string {
  let last = 0;
  for (const id of ids) last = Math.max(last, Number(/^APP-(\d{1,9})$/.exec(id ?? "")?.[1] ?? 0));
  return () => `APP-${String(++last)}`;
}
