import type { CalendarState } from "../../../core/api";
import { counted } from "../../strings/counted";

export const strings = {
  title: "Contract calendar",
  about: "What each period of a contract expects, and what bills it",
  contract: "Contract",
  year: "Year",
  note: (currency: string, asOf: string) => `${currency}, before tax, as of ${asOf}`,
  days: (count: string) => counted(count, "day", "days"),
  expected: "Expected",
  billed: "Billed",
  credited: "Credited",
  late: "Of it late",
  open: "Open",
  states: {
    billed: "Billed",
    missing: "Missing: nothing bills these days",
    under: "Under-billed",
    over: "Over-billed",
    nothing: "Nothing due",
    ahead: "Not yet due",
  } satisfies Readonly<Record<CalendarState, string>>,
  none: "There are no contracts with usage or documents in this workbook yet.",
};
