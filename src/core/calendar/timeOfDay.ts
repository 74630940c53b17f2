const SECONDS_A_DAY = 86_400;
const MILLISECONDS_A_DAY = 86_400_000;

/** The share of a day at 23:59:59.999: the day and it are still that day at the 15 digits of a cell. */
const LATEST = 86_399.999 / SECONDS_A_DAY;

/** The time of a day as the share of it that has passed, never so near to 1 that it would become the next day. */
export const timeOfSeconds = (seconds: number): number => Math.min(seconds / SECONDS_A_DAY, LATEST);

/** The time of a moment, a serial with the time as its fraction. */
export const timeOfMoment = (moment: number): number => Math.min(moment - Math.floor(moment), LATEST);

/** The nearest second of its day to a time: a serial's fraction falls short of it by its last bits. */
export const secondOfTime = (time: number): number =>
  Math.min(Math.round(time * SECONDS_A_DAY), SECONDS_A_DAY - 1);

/** The nearest millisecond of its day to a time. */
export const millisecondOfTime = (time: number): number =>
  Math.round(Math.min(time, LATEST) * MILLISECONDS_A_DAY);
