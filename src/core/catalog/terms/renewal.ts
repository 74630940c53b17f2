import type { Renewal } from "./agreements";
import { addMonths, type Day } from "../../calendar/day";
import type { CellRef } from "../../grid/grid";
import type { ContractRecord } from "../contracts.table";

/** What a row of Contracts says about its end; undefined where it says nothing of renewal or notice. */
export function renewalOf(
  { endDate, renewal, renewalTerm, notice, status }: ContractRecord,
  at: CellRef,
): Renewal | undefined {
  const isSaid = renewal !== undefined || renewalTerm !== undefined || notice !== undefined;
  if (endDate === undefined || !isSaid || status === "ended") return undefined;
  return { endDate, isAuto: renewal === "auto", term: renewalTerm ?? 12, notice: notice ?? 0, at };
}

/** The end of the term that holds a day: of twelve months from 31 December 2026, 31 December 2027 in 2027. */
export function endOfTerm({ endDate, isAuto, term }: Renewal, day: Day): Day {
  let end = endDate;
  for (let terms = 1; isAuto && end < day; terms++) end = addMonths(endDate + 1, term * terms) - 1;
  return end;
}
