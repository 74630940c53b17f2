import { counted } from "../strings/counted";

export const runStrings = {
  heldTitle: "Held",
  heldWhy: "These invoices wait until the errors behind them are mended. All others can be written.",
  heldBy: (codes: string) => `because of ${codes}`,
  sheet: "Sheet",
  rows: "Rows",
  happens: "Change",
  invoiceSheets: (count: string) => counted(count, "formatted invoice", "formatted invoices"),
};
