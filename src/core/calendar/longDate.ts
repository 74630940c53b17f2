import { civilOf, formatDay, LAST_DAY } from "./day";
import type { Period } from "./period";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 15 Oct 2026. */
export function formatLongDay(day: number): string {
  const date = civilOf(day);
  return `${String(date.day)} ${months[date.month - 1]!} ${String(date.year)}`;
}

/** 15 to 31 Oct 2026; both days in full where the months differ, and only the first where there is no end. */
export function formatLongPeriod({ from, to }: Period): string {
  if (to === LAST_DAY) return `from ${formatLongDay(from)} on`;
  const first = civilOf(from);
  const sameMonth = formatDay(from).slice(0, 7) === formatDay(to).slice(0, 7);
  return sameMonth
    ? `${String(first.day)} to ${formatLongDay(to)}`
    : `${formatLongDay(from)} to ${formatLongDay(to)}`;
}
