const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that there is, as yyyy-mm-dd: 2026-02-29 is none. */
export function isIsoDate(text: string): boolean {
  const found = DATE.exec(text);
  if (!found) return false;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
