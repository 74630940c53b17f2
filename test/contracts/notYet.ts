/** Cases that are not met; each must fail, so that the list can only shrink. */
export const notYet: ReadonlySet<string> = new Set(["left-on-day-60"]);
