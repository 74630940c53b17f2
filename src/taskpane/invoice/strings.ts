import { counted } from "../strings/counted";

export const invoiceStrings = {
  each: (quantity: string, unit: string, price: string) =>
    `${quantity}${unit === "" ? "" : ` ${unit}`} × ${price}`,
  explain: "Explain",
  net: "Net",
  tax: "Tax",
  total: "Total",
  tiers: "Tiers",
  rounding: "Rounding",
  price: "Price",
  usage: (count: string) => counted(count, "usage row", "usage rows"),
  showUsage: "Show usage rows",
  differs: (shown: string) =>
    `The workbook shows ${shown}, which is not what its inputs give. Somebody changed it, or inputs changed since it was written.`,
  lines: (count: string) => counted(count, "line", "lines"),
  creditNote: "Credit note",
};
