const MILLIS_PER_DAY = 86_400_000;
/** Day 0 of each date system, with the 1900 system's missing 29 February made up for from March 1900 on. */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

/** Undefined for a day that does not exist. */
export function serialOf(year: number, month: number, day: number, date1904: boolean): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const serial = (date.getTime() - DAY_ZERO[date1904 ? 1904 : 1900]) / MILLIS_PER_DAY;
  if (serial < 0) return undefined;
  return !date1904 && serial <= 60 ? serial - 1 : serial;
}

/** The date of a serial, as UTC. */
export function dateOf(serial: number, date1904: boolean): Date {
  const day = !date1904 && serial < 60 ? serial + 1 : serial;
  return new Date(DAY_ZERO[date1904 ? 1904 : 1900] + Math.round(day * MILLIS_PER_DAY));
}

/** The serial of a moment, taken as UTC. */
export function serialFromDate(date: Date, date1904: boolean): number {
  const days = (date.getTime() - DAY_ZERO[date1904 ? 1904 : 1900]) / MILLIS_PER_DAY;
  return !date1904 && days <= 60 ? days - 1 : days;
}
