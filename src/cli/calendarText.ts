import { formatDay, formatMoney, type CalendarState, type ContractCalendar, type Decimal } from "../core/api";

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
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column >= 2 && column < row.length - 1
          ? cell.padStart(widths[column]!)
          : cell.padEnd(widths[column]!),
      )
      .join("  ")
      .trimEnd();
  return [
    `Contract ${contract.contractId}, ${contract.currency}, before tax, as of ${formatDay(asOf)}`,
    "",
    ...cells.map(line),
    ...(contract.isSuspended ? ["The contract is suspended: nothing is due."] : []),
  ]
    .map((each) => `${each}\n`)
    .join("");
}
