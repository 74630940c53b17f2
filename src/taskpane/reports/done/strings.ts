import { counted } from "../../strings/counted";

export const strings = {
  title: "Done",
  written: (invoices: string, sheets: string) =>
    `${counted(invoices, "invoice", "invoices")} on ${counted(sheets, "sheet", "sheets")} written`,
  actions: { created: "created", changed: "changed", removed: "removed" },
  held: (count: string) => `${counted(count, "invoice waits", "invoices wait")} for errors to be mended.`,
  goTo: "Go to invoices",
  reconcile: "Reconcile",
  again: "Start again",
};
