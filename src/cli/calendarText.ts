import { formatDay, formatMoney, type CalendarState, type ContractCalendar, type Decimal } from "../core/api";
import { alignedLines } from "./textTable";

/** What a state means, for a reader; a month that is missing is not to be overlooked. */
const words: Readonly<Record<CalendarState, string>> = {
  billed: "billed",
  missing: "MISSING: nothing bills these days",
  under: "under-billed",
  over: "over-billed",
  nothing: "nothing due",
  ahead: "not yet due",
};

const columns = ["expected", "billed", "credited", "late", "open"] as const;

/** The calendar as a table: a billing period a line, then what they come to. */
export function calendarText({ contract, asOf, rows, total }: ContractCalendar): string {
  const money = (amount: Decimal) => formatMoney(amount, contract.currency);
  const figures = (row: Readonly<Record<(typeof columns)[number], Decimal>>) =>
    columns.map((column) => money(row[column]));
  const cells = [
    ["From", "to", "days", ...columns, ""],
    ...rows.map((row) => [
      formatDay(row.days.from),
      formatDay(row.days.to),
      String(row.dayCount),
      ...figures(row),
      words[row.state],
    ]),
    ["Total", "", "", ...figures(total), ""],
  ];
  const last = columns.length + 3;
  const lines = alignedLines(cells, (column) => column >= 2 && column < last);
  return [
    `Contract ${contract.contractId}, ${contract.currency}, before tax, as of ${formatDay(asOf)}`,
    "",
    ...lines,
    ...(contract.isSuspended ? ["The contract is suspended: nothing is due."] : []),
  ]
    .map((each) => `${each}\n`)
    .join("");
}
