import {
  changingMoney,
  error,
  info,
  perColumn,
  perValue,
  warning,
  type IssueCodeDefinition,
} from "./issueCode";

/** Codes about the shape in which people keep their tables: columns, sheets, totals, merged cells, files. */
export const layoutCodes = {
  COLUMN_NOT_READ: changingMoney(
    warning(
      "{table} does not read the column “{value}”{resembles}",
      "What it holds has no effect on the bill. Rename it if it should have, or name it under Not read in Settings.",
    ),
  ),
  SHEET_NOT_READ: changingMoney(
    warning(
      "the sheet “{value}” looks like {table} and is not read{why}",
      "Nothing of it is billed. Rename it if it should be, or move its rows to the table.",
    ),
  ),
  TABLE_NOT_READ: changingMoney(
    warning(
      "{value} looks like {table}, beside another table of the sheet, and is not read: move it to a sheet of its own called “{table}”",
      "One table of a sheet is read. Nothing of this one is billed until it has a sheet of its own, or is an Excel table of that name.",
    ),
  ),
  OUTSIDE_TABLE: changingMoney(
    warning(
      "{value} is outside the Excel table “{name}”, from which {table} is read, and is not read",
      "Nothing of it is billed. Make the table larger (Table Design, Resize Table) where it belongs to it, or move it away.",
    ),
  ),
  CURRENCY_ASSUMED: perColumn(
    changingMoney(
      warning(
        "contract “{value}” names no currency and is billed in {currency}, the default, beside others in {others}",
        "Fill Currency of the contract or customer, or name one in Settings.",
      ),
    ),
  ),
  SECOND_HEADER: error(
    "row {value} is a header of {table} once more, with its columns in other places, so that the rows below it cannot be read by the first",
    "Move them to a sheet of their own, or their columns below those of the first header; until then nothing of the sheet is read.",
  ),
  USAGE_FILE_ABSENT: warning(
    "the rows of “{value}”, usage from {from} to {to}, were billed from that file, and {why}; what is due for these days is not compared, and what came late to their periods is not billed",
    "Put the file beside the workbook, or name it with --usage.",
  ),
  MONEY_IN_PARTS: perColumn(
    error(
      "{column} is in “{part}” by {where}, and money is read in whole units of its currency; write 0.31 for 31 {part} and take “{part}” out of {where}",
      "It would be billed a hundred times too high, so what depends on it is held.",
    ),
  ),
  MONEY_AS_PERCENT: perColumn(
    error(
      "{column} is the amount of money “{value}”; write a percentage here (5 or 5 %), or take the amount off in Adjustments",
      "An amount is not taken for a percentage: what depends on it is held.",
    ),
  ),
  DATES_MIXED: perColumn(
    error(
      "{column} is “{value}”, and other dates of the column have day and month the other way round; type them all as dates",
      "Where both orders stand in one column none of them can be trusted, so what depends on these rows is held.",
    ),
  ),
  NUMBER_WITH_UNIT: perColumn(
    error(
      "{column} is the text “{value}”; type the number alone and write “{unit}” in the header or in a column Unit",
      "A text is no quantity: which unit counts is said once for the column. What depends on it is held.",
    ),
  ),
  FREQUENCY_DIFFERS: perValue(
    error(
      "{column} says “{value}”, and contract {contract} is billed {frequency}; {cure}",
      "A yearly price billed every month is twelve times too much, so the contract is held.",
    ),
  ),
  UNIT_DIFFERS: perValue(
    error(
      "{meter} is counted in “{value}” here and in “{unit}” {where}; convert the quantities, or correct the Unit{orHead}",
      "The quantity would be billed many times too high or too low, so the contract is held.",
    ),
  ),
  QUANTITIES_NOT_READ: error(
    "“{value}” in Contracts holds quantities of {product}, and neither a price nor usage gives any; write each under Quantity in a row of Prices with the Contract ID, or as a row of Usage",
    "They would go unbilled, so the contracts with a quantity are held.",
  ),
  SUMMARY_SHEET: error(
    "the sheet “{value}” {says} {named}, so the usage may stand there twice; delete it, or put “copy” in its name",
    "A sum beside its rows would be billed on top of them. Where it is usage of its own, move its rows to the other sheet.",
  ),
  AMBIGUOUS_SHEET: error(
    "the sheets {value} could each be {table}; name one of them “{table}”",
    "None of them is read, so what depends on the table is held.",
  ),
  AMBIGUOUS_COLUMN: error(
    "the columns {columns} could each be {column} and differ; head one of them “{title}”",
    "Which of them counts is not guessed, so what depends on the column is held.",
  ),
  QUANTITY_ASSUMED: info(
    "{table} has no Quantity column and no column of numbers, so every row counts 1",
    "Nothing to do where rows are events; else add a column Quantity.",
  ),
  TIME_AS_QUANTITY: perColumn(
    info(
      "{column} is the time {value}; it was read as {read}",
      "Nothing to do: the Unit of price or meter says so.",
    ),
  ),
  TIME_WITHOUT_UNIT: perColumn(
    error(
      "{column} is the time {value}; whether it counts hours, minutes or seconds is not known{unit}",
      "Write hours, minutes or seconds as the Unit of the price or meter, or type plain numbers.",
    ),
  ),
  MONTH_AS_DATE: perColumn(
    info(
      "{column} is “{value}”, a month; it was read as {read}",
      "Nothing to do where the day does not matter; else type full dates.",
    ),
  ),
  ID_DIGITS_LOST: perColumn(
    error(
      "{column} is {value}: a spreadsheet keeps 15 digits of a number, so the rest of this id is lost",
      "Take the ids again from where they come from, as text: format the column as text first.",
    ),
  ),
  ROW_WIDTH: error(
    "line {line} has {count} fields, {right}",
    "A comma too many or a line that was cut off: what stands in which column cannot be told, so the row is not used.",
  ),
  REPEATED_ROWS: changingMoney(
    warning(
      "{value} equal in every cell to one above, as here to {first}; each counts",
      "Remove them if they were pasted twice; an Event ID column tells rows apart.",
    ),
  ),
  TOTAL_ROW: info(
    "{value} with totals, averages or balances carried forward, which are not data",
    "Nothing to do.",
  ),
  ROW_ABOVE_HEADER: changingMoney(
    warning(
      "a row like those of the table stands above its header and is not read",
      "Nothing of it is billed. Move it below the header if it should be.",
    ),
  ),
  NOTE_ROW: perColumn(info("the row of “{value}” is a remark and no data", "Nothing to do.")),
  TOTAL_DIFFERS: changingMoney(
    warning(
      "the total {value} is not the sum of its rows, {sum}",
      "The rows are billed, not the total. Find out which of the two is right.",
    ),
  ),
  MERGED_CELLS: perColumn(
    info(
      "{column} “{value}” stands in merged cells; each of their rows has it",
      "Nothing to do; unmerged columns can be sorted.",
    ),
  ),
  MERGED_FIGURE: perColumn(
    error(
      "{column} stands in merged cells; whether each of their rows has it is not known",
      "Unmerge the cells and type what each row has.",
    ),
  ),
  HIDDEN_ROWS: changingMoney(
    warning(
      "{value} hidden, by hand or by a filter, and {counts} as if {theyWere} shown: {rows}",
      "Sums of Excel count hidden rows as well. Show them, and delete what is not to be billed.",
    ),
  ),
  STRUCK_ROWS: changingMoney(
    warning(
      "{value} struck out and {counts} as if {theyWere} not: {rows}",
      "A line through a cell changes no figure. Delete what no longer holds, or take the line away.",
    ),
  ),
  CARD_NUMBER: perColumn(
    warning(
      "{value} looks like the number of a payment card; it does not belong into a workbook",
      "Remove it, or keep its last four digits.",
    ),
  ),
} as const satisfies Record<string, IssueCodeDefinition>;
