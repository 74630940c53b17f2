/** Cases whose columns (plans, discounts, fees, tax, layouts of tiers) no table has yet. */
export const pending: ReadonlySet<string> = new Set(
  "C2-1 P1-1 P1-2 P1-4 P1-5 P1-7 P1-8 P10-13 P10-2 P10-4 P10-5 P10-8 P11-1 P12-1 P12-11 P12-2 P12-4 P12-5 P12-7 P12-8 P13-1 P14-2 P14-3 P2-2 P3-2 P3-3 P4-2 P4-3 P5-2 P5-7 P6-1 P6-3 P6-4 P6-6 P7-1 P7-2 P7-4 P7-5 P7-7 P8-1 P8-2 P8-4 P9-1 P9-3 P9-4 P9-6 P9-7 credits-twin override override-twin planchange planchange-twin telecom telecom-twin utility utility-twin".split(
    " ",
  ),
);
