/** How numbers show. */
export const formats = {
  general: "General",
  units: "#,##0",
  amount: "#,##0.00",
  price: "0.000",
  percent: "0.0%",
  rate: "0.000%",
  decimals: "0.0000##",
  date: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm",
  // Excel shows a boolean by its name whatever its format; other programs need to be told.
  flag: '"TRUE";"TRUE";"FALSE"',
  ok: '0" ok"',
  differ: '0" differ"',
} as const;

export type Format = keyof typeof formats;
