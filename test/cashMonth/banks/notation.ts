/** The day of a serial, in the calendar of the language. */
const dateOf = (serial: number): Date => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);

/** 2026-10-31. */
export const isoDay = (serial: number): string => dateOf(serial).toISOString().slice(0, 10);
/** 31.10.2026. */
export const germanDay = (serial: number): string => isoDay(serial).split("-").reverse().join(".");
/** 261031. */
export const shortDay = (serial: number): string => isoDay(serial).replaceAll("-", "").slice(2);

/** 1234.50 and -1234.50. */
export const money = (cents: number): string => (cents / 100).toFixed(2);
/** 1.234,50. */
export const germanMoney = (cents: number): string =>
  money(cents)
    .replace(".", ",")
    .replace(/\B(?=(?:\d{3})+,)/g, ".");
