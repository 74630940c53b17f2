import { isDateFormat } from "./displayText";

/** Excel's name of the kind of a number format (Range.numberFormatCategories). */
export function formatCategory(format: string): string {
  if (format === "General") return "General";
  if (format === "@") return "Text";
  const first = format.split(";")[0]!;
  if (isDateFormat(first)) return /[yd]/i.test(first) || !/[hs]/i.test(first) ? "Date" : "Time";
  if (first.includes("%")) return "Percentage";
  if (/E[+-]/i.test(first)) return "Scientific";
  if (/[#?0]\/[#?0]/.test(first)) return "Fraction";
  if (/^_|\*/.test(first)) return "Accounting";
  if (/\$|€|£|¥/.test(first)) return "Currency";
  return /^[#0,.]+$/.test(first) ? "Number" : "Custom";
}
