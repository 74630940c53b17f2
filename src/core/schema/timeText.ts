/** 0.3125 of a day is 7:30, 1.5 days are 36:00. */
export function timeText(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const pad = (value: number) => String(value).padStart(2, "0");
  const text = `${String(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`;
  const rest = seconds % 60 === 0 ? "" : `:${pad(seconds % 60)}`;
  return `${days < 0 ? "-" : ""}${text}${rest}`;
}
