/** Cases that are not met; each must fail, so that the list can only shrink. */
export const notYet: ReadonlySet<string> = new Set([
  "rollover",
  "price-by-condition",
  "capped-time-and-materials",
  "milestone-reached",
  "milestone-without-evidence",
  "milestones-by-percent",
  "percent-complete-adds-up",
  "deposit-with-tax",
  "retention-released",
  "fee-per-result",
  "share-of-savings-with-a-cap",
  "result-without-evidence",
  "audited-beside-provisional",
  "service-level-at-the-bound",
  "service-credit",
  "left-on-day-60",
]);
