import { parseIsoDay } from "../core/api";

/** When a run took place: the as-of date if one is given, so that equal arguments give equal cells, else now. */
export function whenOf(asOf: number | undefined): { readonly day: number; readonly time: number } {
  if (asOf !== undefined) return { day: asOf, time: 0 };
  const now = new Date();
  const iso = (parts: readonly number[]) => parts.map((part) => String(part).padStart(2, "0")).join("-");
  const day = parseIsoDay(iso([now.getFullYear(), now.getMonth() + 1, now.getDate()]))!;
  const seconds = now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds();
  return { day, time: seconds / 86_400 };
}
